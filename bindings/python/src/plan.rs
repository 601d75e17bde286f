//! A case compiled once, to be asked many times.

use std::collections::HashMap;

use pyo3::buffer::PyBuffer;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::answer::Assessment;
use crate::document::{Case, numbers, options};
use crate::error::raised;
use crate::run::run;
use crate::value::{Json, Tuple, raw, records, view};

records! {
    /// A named number of a plan.
    Input {
        name: String, mean: f64, estimate: Json, unit: String, meaning: String, minimum: f64,
        maximum: f64,
    }
}

/// A checked and completed case, ready to be asked many times.
#[pyclass(frozen, module = "worthwhile")]
pub(crate) struct Plan {
    plan: worthwhile::Plan,
    /// From which a pickle makes the plan again.
    case: Case,
}

impl Plan {
    fn replaced(&self, overrides: Option<&Bound<'_, PyDict>>) -> PyResult<worthwhile::Plan> {
        let Some(overrides) = overrides else { return Ok(self.plan.clone()) };
        let values = numbers(overrides)?;
        let values = values.iter().map(|(name, value)| (name.as_str(), *value));
        self.plan.with_values(values).map_err(|error| raised(overrides.py(), &error))
    }
}

/// What `Plan.__new__` takes.
type Arguments<'p> = ((&'p str,), HashMap<&'static str, &'p [String]>);

#[pymethods]
impl Plan {
    #[new]
    #[pyo3(signature = (case, *, presets = None))]
    pub(crate) fn new(
        case: &Bound<'_, PyAny>,
        presets: Option<Vec<Bound<'_, PyAny>>>,
    ) -> PyResult<Self> {
        let (py, case) = (case.py(), Case::read(case, presets)?);
        let plan = run(py, |_| worthwhile::Plan::read_with(&case.text, &case.catalogue))?;
        Ok(Self { plan, case })
    }

    #[getter]
    fn inputs(&self) -> PyResult<Tuple<Input>> {
        let input = |input: &worthwhile::Input| {
            Ok(Input {
                name: input.name.to_string(),
                mean: input.mean(),
                estimate: raw(&input.estimate)?,
                unit: input.field.unit.to_owned(),
                meaning: input.field.meaning.to_owned(),
                minimum: input.field.domain.min,
                maximum: input.field.domain.max,
            })
        };
        self.plan.inputs().iter().map(input).collect::<PyResult<_>>().map(Tuple)
    }

    #[getter]
    fn outputs(&self) -> Tuple<String> {
        Tuple(self.plan.outputs())
    }

    #[getter]
    fn base<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        view(py, self.plan.base(), &[self.plan.base().len()])
    }

    /// Computes the answer, with some inputs replaced.
    #[pyo3(
        signature = (*, overrides = None, **how),
        text_signature = "($self, *, overrides=None, scenarios=None, replicates=None, seed=None, \
                          totals=None, threads=None, flips=None)"
    )]
    pub(crate) fn assess(
        &self,
        py: Python<'_>,
        overrides: Option<&Bound<'_, PyDict>>,
        how: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Assessment> {
        let known = ["scenarios", "replicates", "seed", "totals", "threads", "flips"];
        let (options, plan) = (options(how, &known)?, self.replaced(overrides)?);
        let (json, text) = run(py, |watch| {
            let answer = plan.assess_with(&options, watch)?;
            Ok((answer.to_json(), answer.to_text()))
        })?;
        Assessment::new(json, text)
    }

    /// Computes the figures of every pursuit in every scenario.
    #[pyo3(
        signature = (*, overrides = None, **how),
        text_signature = "($self, *, overrides=None, scenarios=None, replicates=None, seed=None, \
                          threads=None)"
    )]
    fn samples<'py>(
        &self,
        py: Python<'py>,
        overrides: Option<&Bound<'py, PyDict>>,
        how: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyDict>> {
        let known = ["scenarios", "replicates", "seed", "threads"];
        let (options, plan) = (options(how, &known)?, self.replaced(overrides)?);
        let samples = run(py, |watch| plan.samples(&options, watch))?;
        let by_name = PyDict::new(py);
        for (name, column) in samples.names().iter().zip(samples.columns()) {
            by_name.set_item(name, view(py, column, &[column.len()])?)?;
        }
        Ok(by_name)
    }

    /// Computes the figures of every pursuit for rows of inputs.
    fn evaluate<'py>(&self, rows: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let (py, rows) = (rows.py(), PyBuffer::<f64>::get(rows)?);
        let (length, outputs) = (rows.shape().first().copied(), self.plan.outputs().len());
        let rows = rows.to_vec(py)?;
        // With as many figures as it says to have rows, a table that lies the other way is refused.
        let count = length.unwrap_or_default().min(rows.len());
        let figures = run(py, |_| {
            let mut figures = vec![0.0; count * outputs];
            self.plan.evaluate(&rows, &mut figures).map(|()| figures)
        })?;
        view(py, &figures, &[count, outputs])
    }

    fn __repr__(&self) -> String {
        format!("Plan({} inputs)", self.plan.inputs().len())
    }

    fn __getnewargs_ex__(&self) -> Arguments<'_> {
        ((&self.case.text,), HashMap::from([("presets", self.case.presets.as_slice())]))
    }
}

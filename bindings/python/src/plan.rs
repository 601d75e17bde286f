//! A case compiled once, to be asked many times.

use pyo3::prelude::*;
use pyo3::types::PyDict;
use worthwhile::Error;

use crate::answer::Assessment;
use crate::document;
use crate::error::raised;
use crate::value::{Json, Reduced, Tuple, raw, record};

record! {
    /// A named number of a plan.
    Input { name: String, mean: f64, estimate: Json, unit: String, meaning: String, minimum: f64, maximum: f64 }
}

/// A checked and completed case, ready to be asked many times.
#[pyclass(frozen, module = "worthwhile")]
pub(crate) struct Plan {
    plan: worthwhile::Plan,
    /// The case, from which a pickle makes the plan again.
    text: String,
}

/// Computes an answer while other threads run. Every answer comes from here.
pub(crate) fn answer(
    py: Python<'_>,
    plan: impl FnOnce() -> Result<worthwhile::Plan, Error> + Send,
) -> PyResult<Assessment> {
    let answer = py.detach(|| Ok(Assessment::new(&plan()?.assess()?)));
    answer.map_err(|error| raised(py, &error))
}

#[pymethods]
impl Plan {
    #[new]
    fn new(case: &Bound<'_, PyAny>) -> PyResult<Self> {
        let py = case.py();
        let text = document::text(case)?;
        let plan = py.detach(|| worthwhile::Plan::read(&text));
        Ok(Self { plan: plan.map_err(|error| raised(py, &error))?, text })
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

    /// Computes the answer, with some inputs replaced.
    #[pyo3(signature = (*, overrides = None))]
    fn assess(
        &self,
        py: Python<'_>,
        overrides: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Assessment> {
        let values = overrides.map(document::numbers).transpose()?.unwrap_or_default();
        let values = values.iter().map(|(name, value)| (name.as_str(), *value));
        answer(py, || self.plan.with_values(values))
    }

    fn __repr__(&self) -> String {
        format!("Plan({} inputs)", self.plan.inputs().len())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> Reduced<'py> {
        (slf.get_type().into_any(), (slf.get().text.clone(),))
    }
}

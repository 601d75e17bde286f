//! A case that is compiled once and can be asked many times.

use arrow::datatypes::Schema;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use pyo3_arrow::PySchema;
use worthwhile::{Error, Operation, Outputs, Run};
use worthwhile_groups::Map;

use crate::document::{Case, options, replaced};
use crate::people::{Asked, Group, answered, reader};
use crate::rows::Table;
use crate::run::run;
use crate::value::{Redacting, values, view};

/// A checked and completed case, ready to be asked many times.
#[pyclass(frozen, module = "worthwhile")]
pub(crate) struct Plan {
    plan: worthwhile::Plan,
    /// The case and presets, from which a pickle recreates the plan.
    case: String,
    presets: Vec<String>,
    /// Whether what it raises leaves out what the case says.
    redact: bool,
}

impl Plan {
    /// What answers tables with these columns.
    fn group<'py>(
        &self,
        py: Python<'py>,
        schema: &Schema,
        columns: Option<&Bound<'py, PyAny>>,
        how: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<(Group, Asked<'py>)> {
        let asked = Asked::read(py, columns, how, || Map::inferred(&self.plan, schema))?;
        let (map, speed, options) = (asked.map()?, asked.speed()?, asked.options()?);
        let group =
            run(py, |_| worthwhile_groups::Group::new(&self.plan, &map, schema, speed, &options))?;
        let group = group.with_values_shown(asked.shows_values(self.redact));
        // The whole answer of one person is over the same scenarios.
        let options = match (u32::try_from(group.scenarios()), u32::try_from(group.replicates())) {
            (Ok(scenarios @ 1..), Ok(replicates)) => {
                options.with_scenarios(scenarios).with_replicates(replicates)
            }
            _ => options,
        };
        Ok((Group { group, options, redact: self.redact }, asked))
    }

    /// Asks a question with some inputs replaced, under the options that the operation uses.
    fn ask<T: Send>(
        &self,
        py: Python<'_>,
        overrides: Option<&Bound<'_, PyDict>>,
        how: Option<&Bound<'_, PyDict>>,
        operation: Operation,
        question: impl FnOnce(Run<'_>) -> Result<T, Error> + Send,
    ) -> PyResult<T> {
        let _told = Redacting::begin(self.redact);
        let (options, mut plan) = (options(how, operation)?, self.plan.clone());
        if let Some(overrides) = overrides {
            plan = replaced(&plan, overrides)?;
        }
        run(py, |watch| question(plan.run().options(&options).watch(watch)))
    }
}

/// What `Plan.__new__` takes.
type Arguments<'p> = ((&'p str,), Keywords<'p>);

/// Its keywords.
#[derive(IntoPyObject)]
pub(crate) struct Keywords<'p> {
    presets: &'p [String],
    redact: bool,
}

#[pymethods]
impl Plan {
    #[new]
    #[pyo3(signature = (case, *, presets = None, redact = false))]
    pub(crate) fn new(
        case: &Bound<'_, PyAny>,
        presets: Option<Vec<Bound<'_, PyAny>>>,
        redact: bool,
    ) -> PyResult<Self> {
        let _told = Redacting::begin(redact);
        let (py, case) = (case.py(), Case::read(case, presets)?);
        let (document, options) = (&case.document, &case.presets.options);
        let (plan, text) = run(py, |_| {
            let text = document.text()?;
            Ok((worthwhile::Plan::read_with(text, options.catalogue())?, text.to_owned()))
        })?;
        Ok(Self { plan, case: text, presets: case.presets.texts, redact })
    }

    #[getter]
    fn inputs<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        values(py, "Input", &self.plan.labeled_inputs())
    }

    #[getter]
    fn base<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        view(py, self.plan.base(), &[self.plan.base().len()])
    }

    /// Computes the answer, with some inputs replaced.
    #[pyo3(
        signature = (*, overrides = None, **how),
        text_signature = "($self, *, overrides=None, scenarios=None, replicates=None, seed=None, \
                          totals=None, threads=None, levers=None, flips=None)"
    )]
    pub(crate) fn assess<'py>(
        &self,
        py: Python<'py>,
        overrides: Option<&Bound<'py, PyDict>>,
        how: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let texts = self.ask(py, overrides, how, Operation::Assess, |run| {
            let answer = run.assess()?;
            Ok((answer.to_json(), answer.to_text()))
        })?;
        py.import("worthwhile._values")?.call_method1("Assessment", texts)
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
        let samples = self.ask(py, overrides, how, Operation::Samples, |run| run.samples())?;
        let by_name = PyDict::new(py);
        for (name, column) in samples.names().iter().zip(samples.columns()) {
            by_name.set_item(name, view(py, column, &[column.len()])?)?;
        }
        Ok(by_name)
    }

    /// Computes what each uncertain input does to the margin of the pursuit in question.
    #[pyo3(
        signature = (*, overrides = None, **how),
        text_signature = "($self, *, overrides=None, scenarios=None, replicates=None, seed=None, \
                          totals=None, threads=None)"
    )]
    fn sensitivity<'py>(
        &self,
        py: Python<'py>,
        overrides: Option<&Bound<'py, PyDict>>,
        how: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let found =
            self.ask(py, overrides, how, Operation::Sensitivity, |run| run.sensitivity())?;
        values(py, "Sensitivity", &found)
    }

    /// Looks at every number for a value that would change the answer.
    #[pyo3(
        signature = (*, overrides = None, **how),
        text_signature = "($self, *, overrides=None, threads=None)"
    )]
    fn flips<'py>(
        &self,
        py: Python<'py>,
        overrides: Option<&Bound<'py, PyDict>>,
        how: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let found = self.ask(py, overrides, how, Operation::Flips, |run| run.flips())?;
        values(py, "Flip", &found)
    }

    /// Computes what it would be worth to find something out before deciding.
    #[pyo3(
        signature = (*, overrides = None, **how),
        text_signature = "($self, *, overrides=None, scenarios=None, replicates=None, seed=None, \
                          threads=None)"
    )]
    fn information<'py>(
        &self,
        py: Python<'py>,
        overrides: Option<&Bound<'py, PyDict>>,
        how: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let found =
            self.ask(py, overrides, how, Operation::Information, |run| run.information())?;
        values(py, "Information", &found)
    }

    /// Computes what it would be worth to know some inputs together.
    #[pyo3(
        signature = (names, *, overrides = None, **how),
        text_signature = "($self, names, *, overrides=None, scenarios=None, replicates=None, \
                          seed=None, threads=None)"
    )]
    fn information_about<'py>(
        &self,
        py: Python<'py>,
        names: Vec<String>,
        overrides: Option<&Bound<'py, PyDict>>,
        how: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let found = self.ask(py, overrides, how, Operation::InformationAbout, |run| {
            run.information_about(&names)
        })?;
        values(py, "InputInformation", &found)
    }

    /// Computes the figures of every pursuit, or of the one in question, for a table of inputs.
    #[pyo3(
        signature = (rows = None, *, columns = None, question_only = false, contributions = false, **how),
        text_signature = "($self, rows=None, *, columns=None, question_only=False, \
                          contributions=False, threads=None)"
    )]
    fn evaluate<'py>(
        &self,
        py: Python<'py>,
        rows: Option<&Bound<'py, PyAny>>,
        columns: Option<&Bound<'py, PyAny>>,
        question_only: bool,
        contributions: bool,
        how: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let _told = Redacting::begin(self.redact);
        let options = options(how, Operation::Evaluate)?;
        let outputs = if question_only { Outputs::question() } else { Outputs::all() };
        let outputs = if contributions { outputs.with_contributions() } else { outputs };
        let table = Table::read(rows, columns, &self.plan)?;
        table.evaluated(py, &self.plan, outputs, &options)
    }

    /// Answers a table of people: each is the person of the case with their own answers.
    #[pyo3(
        signature = (table, columns = None, **how),
        text_signature = "($self, table, columns=None, *, id=None, keep=(), weight=None, cluster=None, \
                          missing='unknown', others='ignored', speed='with_doubt', scenarios=None, \
                          replicates=None, seed=None, threads=None, show_values=False, progress=None)"
    )]
    fn people<'py>(
        &self,
        table: &Bound<'py, PyAny>,
        columns: Option<&Bound<'py, PyAny>>,
        how: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let _told = Redacting::begin(self.redact);
        let (py, table) = (table.py(), reader(table)?);
        let (group, asked) = self.group(py, &table.schema(), columns, how)?;
        let people = answered(&group, py, table, asked.progress.as_ref())?;
        py.import("worthwhile._people")?.getattr("People")?.call1((people,))
    }

    /// What answers tables with these columns: for `worthwhile.spark`.
    #[pyo3(signature = (schema, columns = None, **how))]
    fn _group<'py>(
        &self,
        schema: PySchema,
        columns: Option<&Bound<'py, PyAny>>,
        how: Option<&Bound<'py, PyDict>>,
        py: Python<'py>,
    ) -> PyResult<Group> {
        let _told = Redacting::begin(self.redact);
        Ok(self.group(py, &schema.into_inner(), columns, how)?.0)
    }

    fn __repr__(&self) -> String {
        format!("Plan({} inputs)", self.plan.inputs().len())
    }

    fn __getnewargs_ex__(&self) -> Arguments<'_> {
        ((&self.case,), Keywords { presets: &self.presets, redact: self.redact })
    }
}

//! How a table of people is to be answered.

use pyo3::prelude::*;
use pyo3::types::PyDict;
use worthwhile::{Code, Operation, Options, Problem};
use worthwhile_groups::{Map, Speed};

use crate::document::{document, options};
use crate::value::{parsed, raised};

/// What `Plan.people` is called with, but for the table.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct Asked<'py> {
    map: Bound<'py, PyAny>,
    speed: String,
    options: Bound<'py, PyDict>,
    shows_values: bool,
    pub(crate) progress: Option<Bound<'py, PyAny>>,
}

impl<'py> Asked<'py> {
    /// The keywords are settled in Python. Columns that are not named are those whose names say what they are.
    pub(crate) fn read(
        py: Python<'py>,
        columns: Option<&Bound<'py, PyAny>>,
        how: Option<&Bound<'py, PyDict>>,
        inferred: impl FnOnce() -> Map,
    ) -> PyResult<Self> {
        let settle = py.import("worthwhile._map")?.getattr("people")?;
        let inferred = match columns {
            Some(_) => None,
            None => Some(parsed(py, &serde_json::to_string(&inferred()).unwrap_or_default())?),
        };
        settle.call((columns, inferred), how)?.extract()
    }

    pub(crate) fn map(&self) -> PyResult<Map> {
        document(&self.map)?.text().and_then(Map::read).map_err(raised)
    }

    pub(crate) fn speed(&self) -> PyResult<Speed> {
        let all = [Speed::WithDoubt, Speed::AtTheMeans];
        let found = all.into_iter().find(|own| own.as_str() == self.speed);
        found.ok_or_else(|| {
            let words = all.map(Speed::as_str);
            let message =
                format!("there is no speed `{}`", worthwhile::reading::shorten(&self.speed));
            let problem = Problem::new("/speed", Code::UnknownValue, message);
            let problem = problem.with_allowed(words.to_vec());
            raised(problem.with_near(&self.speed, &words, &format!("one of {}", words.join(", "))))
        })
    }

    pub(crate) fn options(&self) -> PyResult<Options> {
        options(Some(&self.options), Operation::Samples)
    }

    /// Whether problems say what people answered. They never do where the plan leaves out what a case says.
    pub(crate) fn shows_values(&self, redact: bool) -> bool {
        self.shows_values && !redact
    }
}

//! The answer: a document whose parts are attributes.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use indexmap::IndexMap;
use pyo3::prelude::*;
use pyo3::types::PyType;
use serde::Deserialize;

use crate::value::{Json, Reduced, Tuple, parsed, raw, read, record, reduced};

/// The answer to a case.
#[pyclass(frozen, eq, hash, module = "worthwhile")]
pub(crate) struct Assessment {
    json: String,
    text: String,
    parts: OnceLock<Box<Parts>>,
}

/// The document, read when the first of its attributes is asked for.
#[derive(Deserialize)]
struct Parts {
    schema_version: u32,
    engine: Engine,
    question: Question,
    pursuits: Tuple<PursuitAssessment>,
    best_mix: MixSummary,
    basis: Basis,
    /// More than half of the document, and seldom looked at: read when asked for.
    assumptions: Json,
    warnings: Tuple<Remark>,
}

impl Assessment {
    pub(crate) fn new(answer: &worthwhile::Assessment) -> Self {
        Self { json: answer.to_json(), text: answer.to_text(), parts: OnceLock::new() }
    }

    fn parts(&self) -> PyResult<&Parts> {
        if let Some(parts) = self.parts.get() {
            return Ok(parts);
        }
        let parts = read(&self.json)?;
        Ok(self.parts.get_or_init(|| parts))
    }
}

#[pymethods]
impl Assessment {
    #[getter]
    fn schema_version(&self) -> PyResult<u32> {
        Ok(self.parts()?.schema_version)
    }

    #[getter]
    fn engine(&self) -> PyResult<Engine> {
        Ok(self.parts()?.engine.clone())
    }

    #[getter]
    fn question(&self) -> PyResult<Question> {
        Ok(self.parts()?.question.clone())
    }

    #[getter]
    fn pursuits(&self) -> PyResult<Tuple<PursuitAssessment>> {
        Ok(self.parts()?.pursuits.clone())
    }

    #[getter]
    fn best_mix(&self) -> PyResult<MixSummary> {
        Ok(self.parts()?.best_mix.clone())
    }

    #[getter]
    fn basis(&self) -> PyResult<Basis> {
        Ok(self.parts()?.basis.clone())
    }

    #[getter]
    fn assumptions(&self) -> PyResult<Tuple<Assumption>> {
        read(self.parts()?.assumptions.0.get())
    }

    #[getter]
    fn warnings(&self) -> PyResult<Tuple<Remark>> {
        Ok(self.parts()?.warnings.clone())
    }

    /// Gives the whole answer as plain Python objects.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        parsed(py, &self.json)
    }

    /// Gives the whole answer as JSON: the same bytes as on every other surface.
    fn to_json(&self) -> &str {
        &self.json
    }

    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Assessment(question={})", self.parts()?.question.__repr__(py)?))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Reduced<'py>> {
        let Self { json, text, .. } = slf.get();
        reduced(slf.as_any(), crate::value::json(&(json, text))?)
    }

    #[classmethod]
    fn _from_json(_: &Bound<'_, PyType>, json: &str) -> PyResult<Self> {
        let (json, text) = read(json)?;
        Ok(Self { json, text, parts: OnceLock::new() })
    }
}

impl PartialEq for Assessment {
    fn eq(&self, other: &Self) -> bool {
        self.json == other.json
    }
}

impl Hash for Assessment {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.json.hash(state);
    }
}

record! {
    /// What computed an answer.
    Engine { version: String, scenarios: u32, replicates: u32, seed: u64 }
}

record! {
    /// The question and its answer in short.
    Question {
        pursuit: String,
        verdict: String,
        close_call: bool,
        summary: String,
        free_hours_per_week: f64,
    }
}

record! {
    /// The answer for one pursuit.
    PursuitAssessment {
        id: String,
        name: String,
        verdict: String,
        close_call: bool,
        worth: Summary,
        margin: Summary,
        contributions: Tuple<Contribution>,
        opportunity_cost: f64,
        plan_with: MixSummary,
        plan_without: MixSummary,
        title_premium: Option<f64>,
        if_not_renewed: Option<f64>,
        hours_per_week: Summary,
        peak_hours_per_week: Summary,
        felt_hours_per_week: Summary,
        burnout_risk: Summary,
        money_per_year: Summary,
        award: Option<AwardSummary>,
        ledger: Option<LedgerSummary>,
        reasons: Tuple<Remark>,
        warnings: Tuple<Remark>,
    }
}

record! {
    /// A figure over all scenarios, in the unit of the figure.
    Summary {
        mean: f64,
        standard_error: Option<f64>,
        sd: Option<f64>,
        p5: Option<f64>,
        p25: Option<f64>,
        p50: Option<f64>,
        p75: Option<f64>,
        p95: Option<f64>,
    }
}

record! {
    /// One part of a worth.
    Contribution { kind: String, id: String, points: f64 }
}

record! {
    /// Pursuits done together.
    MixSummary { pursuits: Tuple<String>, worth: f64, hours_per_week: f64 }
}

record! {
    /// How likely an award is held.
    AwardSummary { holding_share: f64, chance_ever: f64 }
}

record! {
    /// Money only, with a price for the hours.
    LedgerSummary {
        npv: f64,
        benefit_cost_ratio: Option<f64>,
        payback_years: Option<u32>,
        break_even_hour_value: Option<f64>,
    }
}

record! {
    /// The numbers of a case, counted by where they come from.
    Basis { given: u64, published: u64, illustrative: u64, defaults: u64, uncertain: u64 }
}

record! {
    /// A number that the case does not give.
    Assumption { input: String, value: Json, source: Provenance }
}

record! {
    /// Where a number comes from that the case does not give.
    Provenance { kind: String, preset: Option<String>, seen: Option<String>, text: String }
}

record! {
    /// A reason or a warning, by its kind, in words and with its numbers.
    #[serde(try_from = "IndexMap<String, Json>", into = "IndexMap<String, Json>")]
    Remark { kind: String, text: String, data: IndexMap<String, Json> }
}

impl TryFrom<IndexMap<String, Json>> for Remark {
    type Error = String;

    fn try_from(mut data: IndexMap<String, Json>) -> Result<Self, String> {
        let mut take = |name: &str| {
            let found = data.shift_remove(name).ok_or_else(|| format!("no `{name}`"))?;
            serde_json::from_str(found.0.get()).map_err(|error| error.to_string())
        };
        Ok(Self { kind: take("kind")?, text: take("text")?, data })
    }
}

impl From<Remark> for IndexMap<String, Json> {
    fn from(remark: Remark) -> Self {
        let named = [("kind", raw(&remark.kind)), ("text", raw(&remark.text))];
        let named =
            named.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value.ok()?)));
        named.chain(remark.data).collect()
    }
}

//! The answer: a document whose parts are attributes.

use std::hash::{Hash, Hasher};

use indexmap::IndexMap;
use pyo3::prelude::*;
use pyo3::types::PyType;
use serde::Deserialize;

use crate::value::{Json, Reduced, Tuple, parsed, read, records, reduced};

/// The answer to a case.
#[pyclass(frozen, eq, hash, module = "worthwhile")]
#[derive(Deserialize)]
pub(crate) struct Assessment {
    #[serde(skip)]
    json: String,
    #[serde(skip)]
    text: String,
    #[pyo3(get)]
    schema_version: u32,
    #[pyo3(get)]
    engine: Engine,
    #[pyo3(get)]
    question: Question,
    #[pyo3(get)]
    pursuits: Tuple<PursuitAssessment>,
    #[pyo3(get)]
    best_mix: MixSummary,
    #[pyo3(get)]
    keep_your_time: Option<KeepYourTime>,
    #[pyo3(get)]
    #[serde(default)]
    sensitivity: Tuple<Sensitivity>,
    #[pyo3(get)]
    flips: Tuple<Flip>,
    #[pyo3(get)]
    information: Option<Information>,
    #[pyo3(get)]
    basis: Basis,
    #[pyo3(get)]
    assumptions: Tuple<Assumption>,
    #[pyo3(get)]
    warnings: Tuple<Remark>,
}

impl Assessment {
    /// The attributes are read from the document, so that they cannot differ from it.
    pub(crate) fn new(json: String, text: String) -> PyResult<Self> {
        let mut own: Self = read(&json)?;
        (own.json, own.text) = (json, text);
        Ok(own)
    }
}

#[pymethods]
impl Assessment {
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
        Ok(format!("Assessment(question={})", self.question.__repr__(py)?))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Reduced<'py>> {
        let Self { json, text, .. } = slf.get();
        reduced(slf.as_any(), crate::value::json(&(json, text))?)
    }

    #[classmethod]
    fn _from_json(_: &Bound<'_, PyType>, json: &str) -> PyResult<Self> {
        let (json, text) = read(json)?;
        Self::new(json, text)
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

records! {
    /// What computed an answer.
    Engine { version: String, points: String, scenarios: u32, replicates: u32, seed: u64, flips: bool }

    /// The question and its answer in short.
    Question {
        pursuit: String, verdict: String, base_verdict: String,
        confidence: Option<f64> ["Option::is_none"], close_call: bool, summary: String,
        free_hours_per_week: f64,
    }

    /// The answer for one pursuit.
    PursuitAssessment {
        id: String, name: String, verdict: String, confidence: Option<f64> ["Option::is_none"],
        close_call: bool, worth: Summary, margin: Summary, contributions: Tuple<Contribution>,
        opportunity_cost: f64, plan_with: MixSummary, plan_without: MixSummary,
        title_premium: Option<f64> ["Option::is_none"],
        if_not_renewed: Option<f64> ["Option::is_none"], hours_per_week: Summary,
        peak_hours_per_week: Summary, felt_hours_per_week: Summary, burnout_risk: Summary,
        money_per_year: Summary, award: Option<AwardSummary> ["Option::is_none"],
        ledger: Option<LedgerSummary> ["Option::is_none"],
        probabilities: Option<Probabilities> ["Option::is_none"],
        rank_acceptability: Tuple<f64> ["Tuple::is_empty"], reasons: Tuple<Remark>,
        warnings: Tuple<Remark>,
    }

    /// A figure over all scenarios, in the unit of the figure.
    Summary {
        mean: f64, standard_error: f64, sd: f64, p5: f64, p25: f64, p50: f64, p75: f64, p95: f64,
    }

    /// One part of a worth.
    Contribution { kind: String, id: String, points: f64 }

    /// Pursuits done together.
    MixSummary { pursuits: Tuple<String>, worth: f64, hours_per_week: f64 }

    /// How likely some things are, as shares of the scenarios.
    Probabilities {
        worth_positive: f64, margin_positive: f64, does_not_fit: f64,
        standard_errors: ProbabilityErrors,
    }

    /// Standard errors of probabilities.
    ProbabilityErrors { worth_positive: f64, margin_positive: f64, does_not_fit: f64 }

    /// Keeping one's time, which is worth 0 by definition.
    KeepYourTime { rank_acceptability: Tuple<f64> }

    /// What one uncertain input does to the margin of the pursuit in question.
    Sensitivity {
        input: String, first_order: f64, standard_error: f64, below_noise: bool,
        total: Option<f64> ["Option::is_none"],
        total_standard_error: Option<f64> ["Option::is_none"], swing: Swing,
    }

    /// The margin of the base case at both ends of one input, in points.
    Swing { low: f64, high: f64 }

    /// A change of one number that changes the verdict of the base case.
    Flip {
        input: String, #[serde(rename = "from")] from_: f64, to: f64, verdict: String,
        text: String,
    }

    /// What it would be worth to find something out before deciding, in points.
    Information {
        evpi: f64, standard_error: f64, inputs: Tuple<InputInformation>,
        advice: Option<String> ["Option::is_none"],
    }

    /// What it would be worth to know one input, in points.
    InputInformation { input: String, evppi: f64, standard_error: f64, below_noise: bool }

    /// How likely an award is held.
    AwardSummary { holding_share: f64, chance_ever: f64 }

    /// Money only, with a price for the hours.
    LedgerSummary {
        npv: f64, benefit_cost_ratio: Option<f64> ["Option::is_none"],
        payback_years: Option<u32> ["Option::is_none"],
        break_even_hour_value: Option<f64> ["Option::is_none"],
    }

    /// The numbers of a case, counted by where they come from.
    Basis { given: u64, published: u64, illustrative: u64, defaults: u64, uncertain: u64 }

    /// A number that the case does not give.
    Assumption { input: String, value: Json, source: Provenance }

    /// Where a number comes from that the case does not give.
    Provenance {
        kind: String, preset: Option<String> ["Option::is_none"],
        seen: Option<String> ["Option::is_none"], text: String,
    }

    /// A reason or a warning, by its kind, in words and with its numbers.
    #[serde(try_from = "IndexMap<String, Json>", into = "IndexMap<String, Json>")]
    Remark { kind: Json, text: Json, data: IndexMap<String, Json> }
}

impl TryFrom<IndexMap<String, Json>> for Remark {
    type Error = String;

    fn try_from(mut data: IndexMap<String, Json>) -> Result<Self, String> {
        let mut take = |name| data.shift_remove(name).ok_or_else(|| format!("no `{name}`"));
        Ok(Self { kind: take("kind")?, text: take("text")?, data })
    }
}

impl From<Remark> for IndexMap<String, Json> {
    fn from(Remark { kind, text, data }: Remark) -> Self {
        let named = [("kind".to_owned(), kind), ("text".to_owned(), text)];
        named.into_iter().chain(data).collect()
    }
}

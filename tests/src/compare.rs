//! Compares two sets of figures that should be the same up to rounding.
//!
//! Where two mixes tie, or a figure stands on a threshold, rounding alone may decide. Such a choice
//! may differ between two right answers, but only there: every other difference is an error.

use crate::reference::{Answer, AwardAnswer, Ledger, Plan, PursuitAnswer};
use serde_json::Value;

/// What two figures may differ by, relative to the larger of 1 and their size.
pub const TOLERANCE: f64 = 1e-9;
/// The most that a choice between two mixes that tie can make of a difference.
const TIE: f64 = 1e-8;

/// How many discrete parts of two answers differ because of a tie.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ties {
    /// Members of plans, and verdicts that follow from them.
    pub plans: usize,
    /// Verdicts of a pursuit whose worth is 0 but for rounding.
    pub verdicts: usize,
    /// Close calls.
    pub close_calls: usize,
    /// Parts of the ledger that hang on whether anything at all is felt, spent or left over.
    pub ledgers: usize,
}

impl Ties {
    /// All of them.
    #[must_use]
    pub fn count(&self) -> usize {
        self.plans + self.verdicts + self.close_calls + self.ledgers
    }

    /// Adds those of another pair of answers.
    pub fn add(&mut self, other: &Self) {
        self.plans += other.plans;
        self.verdicts += other.verdicts;
        self.close_calls += other.close_calls;
        self.ledgers += other.ledgers;
    }
}

/// The figures of an assessment as the library writes it.
///
/// # Panics
///
/// Where the document lacks a part that every assessment has.
#[must_use]
pub fn figures(assessment: &Value) -> Answer {
    let pursuits = assessment["pursuits"].as_array().unwrap();
    Answer {
        pursuits: pursuits.iter().map(pursuit).collect(),
        best_mix: plan(&assessment["best_mix"]),
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("`{value}` is not a number"))
}

fn word(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn pursuit(found: &Value) -> PursuitAnswer {
    let mean = |name: &str| number(&found[name]["mean"]);
    let contributions = found["contributions"].as_array().unwrap();
    PursuitAnswer {
        id: word(&found["id"]),
        verdict: word(&found["verdict"]),
        close_call: found["close_call"].as_bool().unwrap(),
        worth: mean("worth"),
        margin: mean("margin"),
        contributions: contributions
            .iter()
            .map(|part| (word(&part["id"]), number(&part["points"])))
            .collect(),
        opportunity_cost: number(&found["opportunity_cost"]),
        plan_with: plan(&found["plan_with"]),
        plan_without: plan(&found["plan_without"]),
        title_premium: found.get("title_premium").map(number),
        if_not_renewed: found.get("if_not_renewed").map(number),
        hours_per_week: mean("hours_per_week"),
        peak_hours_per_week: mean("peak_hours_per_week"),
        felt_hours_per_week: mean("felt_hours_per_week"),
        burnout_risk: mean("burnout_risk"),
        money_per_year: mean("money_per_year"),
        award: found.get("award").map(|award| AwardAnswer {
            holding_share: number(&award["holding_share"]),
            chance_ever: number(&award["chance_ever"]),
        }),
        ledger: found.get("ledger").map(|ledger| Ledger {
            npv: number(&ledger["npv"]),
            benefit_cost_ratio: ledger.get("benefit_cost_ratio").map(number),
            payback_years: ledger
                .get("payback_years")
                .map(|years| u32::try_from(years.as_u64().unwrap()).unwrap()),
            break_even_hour_value: ledger.get("break_even_hour_value").map(number),
        }),
    }
}

fn plan(found: &Value) -> Plan {
    Plan {
        pursuits: found["pursuits"].as_array().unwrap().iter().map(word).collect(),
        worth: number(&found["worth"]),
        hours_per_week: number(&found["hours_per_week"]),
    }
}

/// Compares two answers to one case.
///
/// # Errors
///
/// The first difference that neither rounding nor a tie explains, in words.
pub fn compare(case: &Value, ours: &Answer, theirs: &Answer) -> Result<Ties, String> {
    if ours.pursuits.len() != theirs.pursuits.len() {
        return Err("another number of pursuits".to_owned());
    }
    let mut pair = Pair { case, ties: Ties::default(), place: "best mix".to_owned() };
    pair.plan("best mix", &ours.best_mix, &theirs.best_mix)?;
    for (ours, theirs) in ours.pursuits.iter().zip(&theirs.pursuits) {
        pair.place.clone_from(&ours.id);
        pair.pursuit(ours, theirs)?;
    }
    Ok(pair.ties)
}

/// Two answers while they are compared.
struct Pair<'c> {
    case: &'c Value,
    ties: Ties,
    /// Which pursuit is looked at, for messages.
    place: String,
}

fn is_near(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * a.abs().max(b.abs()).max(1.0)
}

impl Pair<'_> {
    fn near(&self, what: &str, ours: f64, theirs: f64, tolerance: f64) -> Result<(), String> {
        if is_near(ours, theirs, tolerance) {
            return Ok(());
        }
        Err(format!("{}: {what} is {ours:?} and {theirs:?}", self.place))
    }

    fn both(&self, what: &str, ours: Option<f64>, theirs: Option<f64>) -> Result<(), String> {
        match (ours, theirs) {
            (Some(ours), Some(theirs)) => self.near(what, ours, theirs, TOLERANCE),
            (None, None) => Ok(()),
            _ => Err(format!("{}: {what} is {ours:?} and {theirs:?}", self.place)),
        }
    }

    /// Whether the plans have the same members; if not, they have to tie.
    fn plan(&mut self, what: &str, ours: &Plan, theirs: &Plan) -> Result<bool, String> {
        if ours.pursuits == theirs.pursuits {
            self.near(&format!("worth of {what}"), ours.worth, theirs.worth, TOLERANCE)?;
            let hours = format!("hours of {what}");
            self.near(&hours, ours.hours_per_week, theirs.hours_per_week, TOLERANCE)?;
            return Ok(true);
        }
        if is_near(ours.worth, theirs.worth, TIE) {
            self.ties.plans += 1;
            return Ok(false);
        }
        Err(format!("{}: {what} is {ours:?} and {theirs:?}", self.place))
    }

    fn pursuit(&mut self, ours: &PursuitAnswer, theirs: &PursuitAnswer) -> Result<(), String> {
        if ours.id != theirs.id {
            return Err(format!("`{}` stands where `{}` should", ours.id, theirs.id));
        }
        for ((name, a), (other, b)) in ours.contributions.iter().zip(&theirs.contributions) {
            if name != other || ours.contributions.len() != theirs.contributions.len() {
                return Err(format!("{}: {name} stands where {other} should", ours.id));
            }
            self.near(name, *a, *b, TOLERANCE)?;
        }
        for (what, of) in FIGURES {
            self.near(what, of(ours), of(theirs), TOLERANCE)?;
        }
        self.both("title premium", ours.title_premium, theirs.title_premium)?;
        self.both("if not renewed", ours.if_not_renewed, theirs.if_not_renewed)?;
        let share = |of: &PursuitAnswer| of.award.as_ref().map(|award| award.holding_share);
        self.both("holding share", share(ours), share(theirs))?;
        let ever = |of: &PursuitAnswer| of.award.as_ref().map(|award| award.chance_ever);
        self.both("chance ever", ever(ours), ever(theirs))?;
        self.ledger(ours, theirs)?;
        let with = self.plan("plan with", &ours.plan_with, &theirs.plan_with)?;
        let without = self.plan("plan without", &ours.plan_without, &theirs.plan_without)?;
        let tolerance = if with && without { TOLERANCE } else { TIE };
        self.near("margin", ours.margin, theirs.margin, tolerance)?;
        let costs = (ours.opportunity_cost, theirs.opportunity_cost);
        self.near("opportunity cost", costs.0, costs.1, tolerance)?;
        self.verdict(ours, theirs)
    }

    fn verdict(&mut self, ours: &PursuitAnswer, theirs: &PursuitAnswer) -> Result<(), String> {
        if ours.verdict != theirs.verdict {
            let fits = ours.verdict != "not_feasible" && theirs.verdict != "not_feasible";
            let is_tie = fits && (ours.margin.abs() <= TIE || ours.worth.abs() <= TIE);
            if !is_tie {
                let verdicts = (&ours.verdict, &theirs.verdict);
                return Err(format!("{}: verdict is {} and {}", ours.id, verdicts.0, verdicts.1));
            }
            self.ties.verdicts += 1;
            return Ok(());
        }
        if ours.close_call != theirs.close_call {
            let points = &self.case["assumptions"]["close_call_points"];
            let points = points.as_f64().unwrap_or(5.0);
            let deciding = if ours.verdict == "not_worth_it" { ours.worth } else { ours.margin };
            if !is_near(deciding.abs(), points, TOLERANCE) {
                return Err(format!("{}: close call at {deciding:?} points", ours.id));
            }
            self.ties.close_calls += 1;
        }
        Ok(())
    }

    fn ledger(&mut self, ours: &PursuitAnswer, theirs: &PursuitAnswer) -> Result<(), String> {
        let (a, b) = match (&ours.ledger, &theirs.ledger) {
            (Some(a), Some(b)) => (a, b),
            (None, None) => return Ok(()),
            _ => return Err(format!("{}: a ledger on one side only", ours.id)),
        };
        self.near("npv", a.npv, b.npv, TOLERANCE)?;
        if a.payback_years != b.payback_years {
            if a.npv.abs() > TIE {
                let years = (a.payback_years, b.payback_years);
                return Err(format!("{}: payback is {:?} and {:?}", ours.id, years.0, years.1));
            }
            self.ties.ledgers += 1;
        }
        let costs = |ledger: &Ledger| ledger.benefit_cost_ratio.map(|r| ledger.npv / (r - 1.0));
        let is_nothing = [a, b].into_iter().filter_map(costs).all(|costs| costs.abs() <= TIE);
        self.part("ratio", [a.benefit_cost_ratio, b.benefit_cost_ratio], is_nothing)?;
        let is_nothing = ours.felt_hours_per_week <= TIE;
        self.part("break-even", [a.break_even_hour_value, b.break_even_hour_value], is_nothing)
    }

    /// A part that exists only where something is felt or spent: rounding may leave a rest of it.
    fn part(&mut self, what: &str, of: [Option<f64>; 2], is_nothing: bool) -> Result<(), String> {
        if is_nothing && of[0].is_some() != of[1].is_some() {
            self.ties.ledgers += 1;
            return Ok(());
        }
        self.both(what, of[0], of[1])
    }
}

/// A figure that every pursuit has.
type Figure = (&'static str, fn(&PursuitAnswer) -> f64);

const FIGURES: [Figure; 6] = [
    ("worth", |of| of.worth),
    ("hours", |of| of.hours_per_week),
    ("peak", |of| of.peak_hours_per_week),
    ("felt hours", |of| of.felt_hours_per_week),
    ("burnout risk", |of| of.burnout_risk),
    ("money", |of| of.money_per_year),
];

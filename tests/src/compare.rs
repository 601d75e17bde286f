//! Compares two sets of figures that should be the same up to rounding.
//!
//! Where two mixes tie, or a figure stands on a threshold, rounding alone may decide. Such a choice
//! may differ between two right answers, but only there: every other difference is an error.

mod figures;

use crate::reference::{
    Answer, AsPlanned, HowMuch, Ledger, Plan, PlanMember, PursuitAnswer, YearAnswer,
};
use serde_json::Value;

pub use figures::figures;

/// What two figures may differ by, relative to the larger of 1 and their size. Of points the size
/// is that of the largest among them: worths are compared with each other.
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

/// Compares two answers to one case.
///
/// # Errors
///
/// The first difference that neither rounding nor a tie explains, in words.
pub fn compare(case: &Value, ours: &Answer, theirs: &Answer) -> Result<Ties, String> {
    if ours.pursuits.len() != theirs.pursuits.len() {
        return Err("another number of pursuits".to_owned());
    }
    let mut pair =
        Pair { case, ties: Ties::default(), place: "best mix".to_owned(), points: points(ours) };
    pair.plan("best mix", &ours.best_mix, &theirs.best_mix)?;
    for (ours, theirs) in ours.pursuits.iter().zip(&theirs.pursuits) {
        pair.place.clone_from(&ours.id);
        pair.pursuit(ours, theirs)?;
    }
    "as planned".clone_into(&mut pair.place);
    pair.margins(ours.as_planned.as_ref(), theirs.as_planned.as_ref())?;
    "how much".clone_into(&mut pair.place);
    if ours.how_much.len() != theirs.how_much.len() {
        return Err("another number of levels of how much".to_owned());
    }
    for (ours, theirs) in ours.how_much.iter().zip(&theirs.how_much) {
        pair.how_much(ours, theirs)?;
    }
    Ok(pair.ties)
}

/// The largest number of points in an answer, or 1.
fn points(answer: &Answer) -> f64 {
    let mut largest: f64 = 1.0;
    let mut add = |points: f64| largest = largest.max(points.abs());
    for pursuit in &answer.pursuits {
        pursuit.contributions.iter().for_each(|(_, points)| add(*points));
        for plan in [&pursuit.plan_with, &pursuit.plan_without, &pursuit.plan_without_any] {
            add(plan.worth);
        }
    }
    answer.how_much.iter().for_each(|at| add(at.worth));
    largest
}

/// Two answers while they are compared.
struct Pair<'c> {
    case: &'c Value,
    ties: Ties,
    /// Which pursuit is looked at, for messages.
    place: String,
    /// The size of points.
    points: f64,
}

fn is_near(a: f64, b: f64, size: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * a.abs().max(b.abs()).max(size)
}

fn are_same(ours: &[PlanMember], theirs: &[PlanMember]) -> bool {
    let is_same = |(a, b): (&PlanMember, &PlanMember)| {
        a.id == b.id && a.award == b.award && is_near(a.level, b.level, 1.0, TOLERANCE)
    };
    ours.len() == theirs.len() && ours.iter().zip(theirs).all(is_same)
}

impl Pair<'_> {
    fn check(&self, what: &str, is_right: bool, ours: f64, theirs: f64) -> Result<(), String> {
        if is_right {
            return Ok(());
        }
        Err(format!("{}: {what} is {ours:?} and {theirs:?}", self.place))
    }

    fn near(&self, what: &str, ours: f64, theirs: f64) -> Result<(), String> {
        self.check(what, is_near(ours, theirs, 1.0, TOLERANCE), ours, theirs)
    }

    fn near_points(
        &self,
        what: &str,
        ours: f64,
        theirs: f64,
        tolerance: f64,
    ) -> Result<(), String> {
        self.check(what, is_near(ours, theirs, self.points, tolerance), ours, theirs)
    }

    fn both(&self, what: &str, ours: Option<f64>, theirs: Option<f64>) -> Result<(), String> {
        match (ours, theirs) {
            (Some(ours), Some(theirs)) => self.near(what, ours, theirs),
            (None, None) => Ok(()),
            _ => Err(format!("{}: {what} is {ours:?} and {theirs:?}", self.place)),
        }
    }

    fn both_points(
        &self,
        what: &str,
        ours: Option<f64>,
        theirs: Option<f64>,
    ) -> Result<(), String> {
        match (ours, theirs) {
            (Some(ours), Some(theirs)) => self.near_points(what, ours, theirs, TIE),
            _ => self.both(what, ours, theirs),
        }
    }

    /// Whether the plans have the same members; if not, they have to tie.
    fn plan(&mut self, what: &str, ours: &Plan, theirs: &Plan) -> Result<bool, String> {
        if are_same(&ours.pursuits, &theirs.pursuits) {
            self.near_points(&format!("worth of {what}"), ours.worth, theirs.worth, TOLERANCE)?;
            self.near(&format!("hours of {what}"), ours.hours_per_week, theirs.hours_per_week)?;
            return Ok(true);
        }
        if is_near(ours.worth, theirs.worth, self.points, TIE) {
            self.ties.plans += 1;
            return Ok(false);
        }
        Err(format!("{}: {what} is {ours:?} and {theirs:?}", self.place))
    }

    fn pursuit(&mut self, ours: &PursuitAnswer, theirs: &PursuitAnswer) -> Result<(), String> {
        if ours.id != theirs.id {
            return Err(format!("`{}` stands where `{}` should", ours.id, theirs.id));
        }
        let with = self.plan("plan with", &ours.plan_with, &theirs.plan_with)?;
        let without = self.plan("plan without", &ours.plan_without, &theirs.plan_without)?;
        let none = ("plan without any", &ours.plan_without_any, &theirs.plan_without_any);
        let without_any = self.plan(none.0, none.1, none.2)?;
        let tolerance = if with && without && without_any { TOLERANCE } else { TIE };
        self.near_points("margin", ours.margin, theirs.margin, tolerance)?;
        let over_none = (ours.margin_over_none, theirs.margin_over_none);
        self.near_points("margin over none", over_none.0, over_none.1, tolerance)?;
        self.both_points("margin of the work", ours.work_margin, theirs.work_margin)?;
        self.verdict(ours, theirs)?;
        // At another level, chosen by a tie, it has other figures.
        let is_same_level = is_near(ours.level, theirs.level, 1.0, TOLERANCE);
        if !is_same_level {
            return self.check("level", !with, ours.level, theirs.level);
        }
        let costs = (ours.opportunity_cost, theirs.opportunity_cost);
        self.near_points("opportunity cost", costs.0, costs.1, tolerance)?;
        self.own_figures(ours, theirs)
    }

    /// The figures that are of a pursuit alone.
    fn own_figures(&mut self, ours: &PursuitAnswer, theirs: &PursuitAnswer) -> Result<(), String> {
        let parts = (&ours.contributions, &theirs.contributions);
        if parts.0.len() != parts.1.len() {
            return Err(format!("{}: another number of contributions", self.place));
        }
        for ((name, a), (other, b)) in parts.0.iter().zip(parts.1) {
            if name != other {
                return Err(format!("{}: {name} stands where {other} should", ours.id));
            }
            self.near_points(name, *a, *b, TOLERANCE)?;
        }
        self.near_points("worth", ours.worth, theirs.worth, TOLERANCE)?;
        self.both_points("worth of the work", ours.work_worth, theirs.work_worth)?;
        self.both_points("title premium", ours.title_premium, theirs.title_premium)?;
        for (what, of) in FIGURES {
            self.near(what, of(ours), of(theirs))?;
        }
        self.award(ours, theirs)?;
        if ours.years.len() != theirs.years.len() {
            return Err(format!("{}: another number of years", self.place));
        }
        for (ours, theirs) in ours.years.iter().zip(&theirs.years) {
            self.year(ours, theirs)?;
        }
        self.ledger(ours, theirs)
    }

    fn award(&self, ours: &PursuitAnswer, theirs: &PursuitAnswer) -> Result<(), String> {
        let share = |of: &PursuitAnswer| of.award.as_ref().map(|award| award.holding_share);
        self.both("holding share", share(ours), share(theirs))?;
        let ever = |of: &PursuitAnswer| of.award.as_ref().map(|award| award.chance_ever);
        self.both("chance ever", ever(ours), ever(theirs))?;
        let hours =
            |of: &PursuitAnswer| of.award.as_ref().map(|award| award.hours_per_week_when_held);
        self.both("hours when held", hours(ours), hours(theirs))
    }

    fn year(&self, ours: &YearAnswer, theirs: &YearAnswer) -> Result<(), String> {
        self.near("hours of a year", ours.hours_per_week, theirs.hours_per_week)?;
        self.near("felt hours of a year", ours.felt_hours_per_week, theirs.felt_hours_per_week)?;
        self.near("risk of a year", ours.burnout_risk, theirs.burnout_risk)?;
        self.near("money of a year", ours.money, theirs.money)?;
        self.both("holding share of a year", ours.holding_share, theirs.holding_share)
    }

    fn margins(&self, ours: Option<&AsPlanned>, theirs: Option<&AsPlanned>) -> Result<(), String> {
        let margin = |of: Option<&AsPlanned>| of.map(|margins| margins.margin);
        self.both_points("margin", margin(ours), margin(theirs))?;
        let over_none = |of: Option<&AsPlanned>| of.map(|margins| margins.margin_over_none);
        self.both_points("margin over none", over_none(ours), over_none(theirs))
    }

    fn how_much(&self, ours: &HowMuch, theirs: &HowMuch) -> Result<(), String> {
        self.near("level", ours.level, theirs.level)?;
        self.near("hours", ours.hours_per_week, theirs.hours_per_week)?;
        self.near_points("worth", ours.worth, theirs.worth, TOLERANCE)?;
        self.margins(ours.margins.as_ref(), theirs.margins.as_ref())?;
        self.both_points("worth of the work", ours.work_worth, theirs.work_worth)?;
        self.both("chance ever", ours.chance_ever, theirs.chance_ever)
    }

    fn verdict(&mut self, ours: &PursuitAnswer, theirs: &PursuitAnswer) -> Result<(), String> {
        if ours.verdict != theirs.verdict {
            let fits = ours.verdict != "not_feasible" && theirs.verdict != "not_feasible";
            let deciding = [Some(ours.margin), Some(ours.worth), ours.work_margin, ours.work_worth];
            let is_zero = |points: f64| points.abs() <= TIE * self.points;
            if !fits || !deciding.into_iter().flatten().any(is_zero) {
                let verdicts = (&ours.verdict, &theirs.verdict);
                return Err(format!("{}: verdict is {} and {}", ours.id, verdicts.0, verdicts.1));
            }
            self.ties.verdicts += 1;
        }
        if ours.close_call != theirs.close_call {
            let points = &self.case["assumptions"]["close_call_points"];
            let points = points.as_f64().unwrap_or(5.0);
            if !is_near(ours.margin.abs(), points, self.points, TOLERANCE) {
                return Err(format!("{}: close call at {:?} points", ours.id, ours.margin));
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
        self.near("npv", a.npv, b.npv)?;
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
        let is_nothing = ours.felt_hours_per_week <= TIE || a.npv.abs() <= TIE;
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
    ("hours", |of| of.hours_per_week),
    ("extra hours", |of| of.extra_hours_per_week),
    ("busiest hours", |of| of.busiest_hours_per_week),
    ("felt hours", |of| of.felt_hours_per_week),
    ("burnout risk", |of| of.burnout_risk),
    ("money", |of| of.money_per_year),
];

//! A case whose numbers are still estimates, or plain numbers: those of the base case or of one
//! scenario.
//!
//! A number that follows another one where it is absent is kept as absent here, so that it follows
//! draw for draw.

mod map;

use std::collections::BTreeMap;
use std::rc::Rc;

/// The motives, in the order of every list of motives.
pub(super) const MOTIVES: [&str; 8] = [
    "enjoyment",
    "altruism",
    "belonging",
    "learning",
    "influence",
    "reputation",
    "career",
    "income",
];

/// How many motives are served by benefits. The eighth, income, is served by money.
pub(super) const SERVED: usize = 7;

/// The place of income among the motives.
pub(super) const INCOME: usize = 7;

pub(super) struct Case<N = f64> {
    pub(super) person: Person<N>,
    pub(super) pursuits: Vec<Pursuit<N>>,
    /// Indices of pursuits of which at most one is done.
    pub(super) either_or: Vec<Vec<usize>>,
    pub(super) assumptions: Assumptions<N>,
}

pub(super) struct Person<N = f64> {
    pub(super) drive: Drive<N>,
    pub(super) personal_time: N,
    pub(super) break_even_hours: Option<N>,
    pub(super) wellbeing: N,
    pub(super) savings: N,
    pub(super) free_hours: N,
    pub(super) work_hours: N,
    pub(super) limit_hours: Option<N>,
    pub(super) money: Option<Money<N>>,
    pub(super) burnout_risk: Option<N>,
    pub(super) conditions: BTreeMap<Rc<str>, N>,
    pub(super) horizon_years: u32,
    pub(super) discount_rate: N,
}

pub(super) enum Drive<N = f64> {
    /// The importance of each motive.
    Ratings([N; 8]),
    /// Motives from most to least important, with weights that sum to 1.
    Ranking { motives: Vec<usize>, weights: Vec<f64> },
}

pub(super) struct Money<N = f64> {
    pub(super) meaningful_yearly_amount: N,
    pub(super) hour_value: Option<N>,
}

pub(super) struct Pursuit<N = f64> {
    pub(super) id: Rc<str>,
    pub(super) levels: Vec<f64>,
    pub(super) anyway: N,
    pub(super) lasts_years: Option<N>,
    pub(super) activities: Vec<Activity<N>>,
    pub(super) benefits: Vec<Benefit<N>>,
    pub(super) costs: Vec<Cost<N>>,
    pub(super) drawbacks: Vec<Drawback<N>>,
    pub(super) award: Option<Award<N>>,
}

/// When something starts, and for how long it lasts: as long as its pursuit where it does not say.
pub(super) struct Span<N = f64> {
    pub(super) delay_years: N,
    pub(super) lasts_years: Option<N>,
}

pub(super) struct Activity<N = f64> {
    pub(super) is_rest: bool,
    pub(super) hours: N,
    pub(super) occurrences: Occurrences<N>,
    pub(super) enjoyability: N,
    pub(super) during: During,
    pub(super) span: Span<N>,
}

/// How often a year. One of the two at least is given, and the other one follows it.
pub(super) struct Occurrences<N = f64> {
    pub(super) per_year: Option<N>,
    pub(super) usual_per_year: Option<N>,
}

pub(super) struct Benefit<N = f64> {
    pub(super) category: Rc<str>,
    pub(super) strength: N,
    pub(super) chance: N,
    pub(super) money_per_year: N,
    pub(super) requires_award: bool,
    pub(super) depends_on: Vec<Rc<str>>,
    pub(super) span: Span<N>,
}

pub(super) struct Cost<N = f64> {
    pub(super) money_per_year: N,
    pub(super) during: During,
    pub(super) span: Span<N>,
}

pub(super) struct Drawback<N = f64> {
    pub(super) bother: N,
    pub(super) chance: N,
    pub(super) during: During,
    pub(super) span: Span<N>,
}

pub(super) struct Award<N = f64> {
    pub(super) chance_per_year: N,
    pub(super) renewal_chance: N,
    pub(super) held: bool,
    pub(super) give_up_after_years: Option<u32>,
    /// Whether those who give up stop, instead of doing the work without the award.
    pub(super) is_stopped: bool,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum During {
    Always,
    Award,
    Pursuing,
    Holding,
}

pub(super) struct Assumptions<N = f64> {
    pub(super) serves: BTreeMap<Rc<str>, [N; SERVED]>,
    pub(super) autonomy: [N; 8],
    pub(super) time_convexity: N,
    pub(super) returns_to_effort: N,
    pub(super) overwork_log_odds_per_hour: N,
    pub(super) overwork_from_hours: N,
    pub(super) rest_offsets_overwork: N,
    pub(super) drawback_points: N,
    pub(super) autonomy_effect: N,
    pub(super) close_call_points: N,
}

impl Activity {
    pub(super) fn per_year(&self) -> f64 {
        self.occurrences.per_year.or(self.occurrences.usual_per_year).unwrap()
    }

    pub(super) fn usual_per_year(&self) -> f64 {
        self.occurrences.usual_per_year.or(self.occurrences.per_year).unwrap()
    }
}

impl Pursuit {
    /// What is done of it where the given level is chosen.
    pub(super) fn done_at(&self, level: f64) -> f64 {
        level.max(self.anyway)
    }

    /// The share of year `t`, from 1, in which something is there.
    pub(super) fn share(&self, span: &Span, t: u32) -> f64 {
        let reached = |years: f64| (f64::from(t) - years).clamp(0.0, 1.0);
        let ended = match span.lasts_years.or(self.lasts_years) {
            Some(lasts) => reached(span.delay_years + lasts),
            None => 0.0,
        };
        reached(span.delay_years) - ended
    }
}

//! A case with nothing left unsaid: presets copied in, defaults filled in, and for every number
//! where it comes from.

use indexmap::IndexMap;

use crate::case::{AfterGivingUp, Analysis, During, Motive, Requires};
use crate::catalogue::Origin;
use crate::estimate::Estimate;
use crate::field::{
    ActivityNumbers, AssumptionNumbers, AwardNumbers, BenefitNumbers, CostNumbers, DrawbackNumbers,
    PersonNumbers,
};

/// A number and where it comes from.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    pub(crate) estimate: Estimate,
    pub(crate) origin: Origin,
}

/// What drives the person.
#[derive(Debug, Clone)]
pub(crate) enum Drives {
    Rated(Box<[Figure; 8]>),
    Ranked(Vec<Motive>),
}

/// A case after expansion.
#[derive(Debug, Clone)]
pub(crate) struct Complete {
    pub(crate) name: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) analysis: Analysis,
    pub(crate) person: CompletePerson,
    pub(crate) assumptions: CompleteAssumptions,
    pub(crate) pursuits: Vec<CompletePursuit>,
    /// Lists of pursuits of which at most one can be chosen.
    pub(crate) either_or: Vec<Vec<usize>>,
}

#[derive(Debug, Clone)]
pub(crate) struct CompletePerson {
    pub(crate) drives: Drives,
    pub(crate) numbers: PersonNumbers<Figure>,
    /// Absent where the break-even hours are given.
    pub(crate) personal_time: Option<Figure>,
    pub(crate) break_even_hours_per_week: Option<Figure>,
    pub(crate) limit_hours_per_week: Option<Figure>,
    /// Where absent it follows the job hours.
    pub(crate) burnout_risk: Option<Figure>,
    pub(crate) money: Option<CompleteMoney>,
    /// Those given, then those that only a benefit names.
    pub(crate) conditions: IndexMap<String, Figure>,
}

#[derive(Debug, Clone)]
pub(crate) struct CompleteMoney {
    pub(crate) currency: String,
    /// Absent where no dollars come into it and the case does not give it.
    pub(crate) usd_rate: Option<f64>,
    /// Whether a preset's dollars count one for one only because the case gives no rate.
    pub(crate) is_rate_assumed: bool,
    pub(crate) meaningful_yearly_amount: Figure,
    pub(crate) hour_value: Option<Figure>,
}

impl CompleteMoney {
    /// The currency, where a dollar counts as one of it and it is no dollar. An expanded case has
    /// the rate written out, so 1 is taken as nobody's rate there, too.
    pub(crate) fn one_for_one(&self) -> Option<&str> {
        let is_one = self.usd_rate.is_some_and(|rate| (rate - 1.0).abs() <= 0.0);
        (is_one && !DOLLARS.contains(&&*self.currency)).then_some(&*self.currency)
    }
}

/// Currencies that are a dollar: those of Bermuda, the Bahamas and Panama are tied to it at 1.
const DOLLARS: [&str; 4] = ["USD", "BMD", "BSD", "PAB"];

#[derive(Debug, Clone)]
pub(crate) struct CompleteAssumptions {
    /// The rows that are given or used, without their blanks.
    pub(crate) serves: IndexMap<String, Vec<(Motive, Figure)>>,
    pub(crate) autonomy: [Figure; 8],
    pub(crate) numbers: AssumptionNumbers<Figure>,
    pub(crate) close_call_points: f64,
}

#[derive(Debug, Clone)]
pub(crate) struct CompletePursuit {
    pub(crate) id: String,
    /// The preset that it starts from.
    pub(crate) preset: Option<String>,
    pub(crate) name: String,
    pub(crate) note: Option<String>,
    /// Rising, with 1 among them.
    pub(crate) levels: Vec<f64>,
    pub(crate) anyway: Figure,
    pub(crate) lasts_years: Option<Figure>,
    pub(crate) award: Option<CompleteAward>,
    pub(crate) activities: Vec<CompleteActivity>,
    pub(crate) benefits: Vec<CompleteBenefit>,
    pub(crate) costs: Vec<CompleteCost>,
    pub(crate) drawbacks: Vec<CompleteDrawback>,
}

#[derive(Debug, Clone)]
pub(crate) struct CompleteAward {
    pub(crate) numbers: AwardNumbers<Figure>,
    pub(crate) name: Option<String>,
    pub(crate) is_held: bool,
    pub(crate) give_up_after_years: Option<u32>,
    pub(crate) after_giving_up: AfterGivingUp,
}

/// When an item starts, and for how long it goes on.
#[derive(Debug, Clone)]
pub(crate) struct Timing {
    pub(crate) delay_years: Figure,
    /// Where absent it follows the pursuit's.
    pub(crate) lasts_years: Option<Figure>,
}

#[derive(Debug, Clone)]
pub(crate) struct CompleteActivity {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) numbers: ActivityNumbers<Figure>,
    /// At least one of these two is there; the other follows it.
    pub(crate) per_year: Option<Figure>,
    pub(crate) usual_per_year: Option<Figure>,
    pub(crate) timing: Timing,
    pub(crate) during: During,
}

#[derive(Debug, Clone)]
pub(crate) struct CompleteBenefit {
    pub(crate) id: String,
    pub(crate) category: String,
    pub(crate) numbers: BenefitNumbers<Figure>,
    /// Absent for benefits of the award.
    pub(crate) timing: Option<Timing>,
    pub(crate) requires: Requires,
    pub(crate) depends_on: Vec<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct CompleteCost {
    pub(crate) id: String,
    pub(crate) numbers: CostNumbers<Figure>,
    pub(crate) timing: Timing,
    pub(crate) during: During,
}

#[derive(Debug, Clone)]
pub(crate) struct CompleteDrawback {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) numbers: DrawbackNumbers<Figure>,
    pub(crate) timing: Timing,
    pub(crate) during: During,
}

impl CompletePursuit {
    /// How many items it has.
    pub(super) fn items(&self) -> usize {
        self.activities.len() + self.benefits.len() + self.costs.len() + self.drawbacks.len()
    }
}

impl Figure {
    /// A number that the case gives.
    pub(super) fn of_case(estimate: Estimate) -> Self {
        Self { estimate, origin: Origin::Case }
    }

    /// Whether nobody gives it.
    pub(super) fn is_default(&self) -> bool {
        matches!(self.origin, Origin::Default(_))
    }
}

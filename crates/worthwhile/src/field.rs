//! The one table of numeric fields. It drives the reader, the bounds, the defaults, the named
//! inputs of a plan and the documentation.

use crate::estimate::{Domain, Estimate};
use crate::limits::{MAX_SCENARIOS, MAX_WHOLE};

/// One numeric field of a case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Field {
    /// Where it stands: a pointer in which `{…}` is an id, a motive, a category or a condition.
    pub path: &'static str,
    /// Its own name: the last part of its path.
    pub name: &'static str,
    /// The values it takes.
    pub domain: Domain,
    /// Whether an estimate may stand there, or only a plain number.
    pub form: Form,
    /// What it is where the document does not say.
    pub default: Default,
    /// Unit, for people.
    pub unit: &'static str,
    /// Meaning in one or two sentences, including what both ends of a rating mean.
    pub meaning: &'static str,
}

/// What may stand in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A number or an uncertain estimate.
    Estimate,
    /// A plain number.
    Number,
    /// A plain whole number.
    Whole,
}

/// What a field is where the document does not say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Default {
    /// It must be given.
    Required,
    /// It stays absent, and what depends on it is left out.
    Absent,
    /// The catalogue of categories and conditions says.
    Catalogue,
    /// This value, for the reason or from the source named.
    Value(f64, &'static str),
}

impl Field {
    /// The default value, where there is one in this table.
    #[must_use]
    pub fn default_value(&self) -> Option<f64> {
        match self.default {
            Default::Value(value, _) => Some(value),
            _ => None,
        }
    }

    /// A value that no rule objects to; it stands in for a refused one while reading goes on.
    pub(crate) fn stand_in(&self) -> Estimate {
        let middle = 0.5 * (self.domain.min + self.domain.max);
        Estimate::Certain(if self.domain.contains(1.0) { 1.0 } else { middle })
    }

    const fn number(mut self) -> Self {
        self.form = Form::Number;
        self
    }

    const fn whole(mut self) -> Self {
        self.form = Form::Whole;
        self
    }

    const fn or(mut self, value: f64, source: &'static str) -> Self {
        self.default = Default::Value(value, source);
        self
    }

    const fn or_absent(mut self) -> Self {
        self.default = Default::Absent;
        self
    }

    const fn or_catalogue(mut self) -> Self {
        self.default = Default::Catalogue;
        self
    }
}

const fn field(
    path: &'static str,
    domain: Domain,
    unit: &'static str,
    meaning: &'static str,
) -> Field {
    let name = last_part(path);
    Field { path, name, domain, form: Form::Estimate, default: Default::Required, unit, meaning }
}

const fn last_part(path: &'static str) -> &'static str {
    let mut at = path.len();
    #[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
    while at > 0 && path.as_bytes()[at - 1] != b'/' {
        at -= 1;
    }
    path.split_at(at).1
}

const RATING: Domain = Domain::bounded(0.0, 10.0);
const CHANCE: Domain = Domain::bounded(0.0, 1.0);
const WEEK: Domain = Domain::bounded(0.0, 168.0);
const MONEY: Domain = Domain::amount(1e9);
const NEUTRAL: &str = "a neutral middle, illustrative";
const NOTHING: &str = "nothing is assumed";

/// How much having a motive fully served matters.
pub const MOTIVATION: Field = field(
    "/person/motivations/{motive}",
    RATING,
    "0 to 10",
    "How much it matters to you to have this motive fully served. 0: not at all, 10: nothing matters more.",
)
.or(0.0, "a motive not named does not drive the person");

/// Protection of personal time.
pub const PERSONAL_TIME: Field = field(
    "/person/protections/personal_time",
    RATING,
    "0 to 10",
    "How much you protect your personal time. 0: not at all, 10: losing three quarters of your free hours would cancel out a pursuit that served everything that drives you.",
)
.or(5.0, NEUTRAL);

/// Protection of wellbeing.
pub const WELLBEING: Field = field(
    "/person/protections/wellbeing",
    RATING,
    "0 to 10",
    "How much you protect your wellbeing. 0: not at all, 10: certain burnout would cancel out a pursuit that served everything that drives you.",
)
.or(5.0, NEUTRAL);

/// Protection of savings.
pub const SAVINGS: Field = field(
    "/person/protections/savings",
    RATING,
    "0 to 10",
    "How much you protect your savings. 0: not at all, 10: losing the meaningful yearly amount every year would cancel out a pursuit that served everything that drives you.",
)
.or(5.0, NEUTRAL);

/// Own free hours a week.
pub const FREE_HOURS: Field = field(
    "/person/time/free_hours_per_week",
    WEEK.above_min(),
    "hours a week",
    "Hours a week that are yours to spend, rest and family included. With the job hours at most 168.",
);

/// Paid hours a week.
pub const WORK_HOURS: Field = field(
    "/person/time/work_hours_per_week",
    WEEK,
    "hours a week",
    "Hours a week in your job, overtime included.",
)
.or(40.0, "the usual full week; ILO convention 47 (1935)");

/// What one US dollar is worth in the person's currency.
pub const USD_RATE: Field = field(
    "/person/money/usd_rate",
    MONEY.above_min(),
    "units of your currency",
    "What one US dollar is worth in your currency. The presets carry dollars.",
)
.number()
.or(1.0, "the presets' own currency");

/// The yearly gain that fully satisfies the income motive.
pub const MEANINGFUL_YEARLY_AMOUNT: Field = field(
    "/person/money/meaningful_yearly_amount",
    MONEY.above_min(),
    "your currency a year",
    "The extra money a year that would fully satisfy your wish for income. More than that adds nothing.",
);

/// What a free hour is worth.
pub const HOUR_VALUE: Field = field(
    "/person/money/hour_value",
    MONEY,
    "your currency an hour",
    "What a free hour is worth to you in money. Only the money view uses it.",
)
.or_absent();

/// Today's burnout risk.
pub const BURNOUT_RISK: Field = field(
    "/person/burnout_risk",
    CHANCE.above_min().below_max(),
    "chance, 0 to 1",
    "Today's chance that you burn out, before any pursuit. Strictly between 0 and 1.",
)
.or(0.25, "illustrative: published rates run from 0.08 to 0.83 with the instrument used");

/// How far the world values a thing.
pub const CONDITION: Field = field(
    "/person/conditions/{condition}",
    CHANCE,
    "share, 0 to 1",
    "How far the world around you values this. 0: not at all, 1: fully. Benefits may depend on it.",
)
.or_catalogue();

/// Years looked ahead.
pub const HORIZON_YEARS: Field = field(
    "/person/horizon_years",
    Domain::bounded(1.0, 30.0),
    "years",
    "How many years to look ahead, a whole number from 1 to 30.",
)
.whole()
.or(3.0, "illustrative: a horizon most people can picture");

/// Yearly discount of what comes later.
pub const DISCOUNT_RATE: Field = field(
    "/person/discount_rate",
    CHANCE,
    "share a year, 0 to 1",
    "By how much a year less you count what comes a year later.",
)
.or(0.035, "borrowed from public appraisal: HM Treasury Green Book, 3.5 % real");

/// Hours of one occurrence of an activity.
pub const ACTIVITY_HOURS: Field = field(
    "/pursuits/{pursuit}/activities/{activity}/hours",
    Domain::amount(1000.0),
    "hours",
    "Hours of your own time for one occurrence, preparation included.",
);

/// Occurrences of an activity in a year.
pub const ACTIVITY_PER_YEAR: Field = field(
    "/pursuits/{pursuit}/activities/{activity}/per_year",
    Domain::amount(10_000.0),
    "times a year",
    "How often a year it happens.",
);

/// How enjoyable an activity is.
pub const ACTIVITY_ENJOYABILITY: Field = field(
    "/pursuits/{pursuit}/activities/{activity}/enjoyability",
    RATING,
    "0 to 10",
    "How enjoyable the hours are. 0: pure effort, 10: you would do it for its own sake.",
)
.or(5.0, NEUTRAL);

/// How strong a benefit is.
pub const BENEFIT_STRENGTH: Field = field(
    "/pursuits/{pursuit}/benefits/{benefit}/strength",
    RATING,
    "0 to 10",
    "How strong the benefit is. 0: none, 10: as strong as this kind of benefit gets.",
)
.or(0.0, NOTHING);

/// The chance of a benefit.
pub const BENEFIT_CHANCE: Field = field(
    "/pursuits/{pursuit}/benefits/{benefit}/chance",
    CHANCE,
    "chance, 0 to 1",
    "The chance that the benefit comes at all.",
)
.or(1.0, "a benefit comes unless the case says otherwise");

/// Money that a benefit brings in a year.
pub const BENEFIT_MONEY: Field = field(
    "/pursuits/{pursuit}/benefits/{benefit}/money_per_year",
    Domain::real(1e9),
    "your currency a year",
    "Money the benefit brings a year, if it comes. Below zero: it costs.",
)
.or(0.0, NOTHING);

/// Years until a benefit starts.
pub const BENEFIT_DELAY: Field = field(
    "/pursuits/{pursuit}/benefits/{benefit}/delay_years",
    Domain::amount(30.0),
    "years",
    "Years until the benefit starts. Not for benefits of the award.",
)
.or(0.0, NOTHING);

/// Money that a pursuit costs in a year.
pub const COST_MONEY: Field = field(
    "/pursuits/{pursuit}/costs/{cost}/money_per_year",
    MONEY,
    "your currency a year",
    "Money it costs a year.",
);

/// The chance that a year's effort earns the award.
pub const AWARD_CHANCE: Field = field(
    "/pursuits/{pursuit}/award/chance_per_year",
    CHANCE,
    "chance, 0 to 1",
    "The chance that a year's effort earns the award for the next year, for someone without it.",
);

/// The chance that a year's effort keeps the award.
pub const AWARD_RENEWAL: Field = field(
    "/pursuits/{pursuit}/award/renewal_chance",
    CHANCE,
    "chance, 0 to 1",
    "The chance that a year's effort keeps the award for the next year, for someone who has it.",
);

/// How far a category serves a motive.
pub const SERVES: Field = field(
    "/assumptions/serves/{category}/{motive}",
    CHANCE,
    "share, 0 to 1",
    "How far a benefit of this category, at full strength, serves this motive.",
)
.or_catalogue();

/// How far a motive is one's own.
pub const AUTONOMY: Field = field(
    "/assumptions/autonomy/{motive}",
    CHANCE,
    "share, 0 to 1",
    "How far acting from this motive is acting from oneself: intrinsic 1, internalised 0.5, extrinsic 0.",
)
.or_catalogue();

/// How fast lost hours hurt more.
pub const TIME_CONVEXITY: Field = field(
    "/assumptions/time_convexity",
    Domain::bounded(0.0, 10.0),
    "0 to 10",
    "How much more the last free hours hurt than the first. 0: every hour the same.",
)
.or(2.0, "illustrative: the first free hours are given up more easily than the last");

/// How much an hour of overwork raises the odds of burnout.
pub const OVERWORK_LOG_ODDS: Field = field(
    "/assumptions/overwork_log_odds_per_hour",
    CHANCE,
    "log odds an hour",
    "By how much the log odds of burnout rise with each weekly hour of overwork.",
)
.or(0.033, "fitted to Lin et al. 2021, J Occup Health 63: odds doubled above 60 hours a week, tripled above 74, fourfold above 84; one cross-section of health workers");

/// The weekly hours above which work is overwork.
pub const OVERWORK_FROM: Field = field(
    "/assumptions/overwork_from_hours",
    WEEK,
    "hours a week",
    "Weekly hours of job and pursuits together from which on the risk rises.",
)
.or(40.0, "the reference group of Lin et al. 2021");

/// How much one's own drive shields from overwork.
pub const AUTONOMY_EFFECT: Field = field(
    "/assumptions/autonomy_effect",
    CHANCE.below_max(),
    "share, 0 to below 1",
    "By how much acting from oneself weakens, and acting for reward strengthens, the effect of overwork.",
)
.or(0.5, "illustrative size; the direction from Van den Broeck et al. 2021, Organ Psychol Rev 11");

/// Points within which an answer is called close.
pub const CLOSE_CALL_POINTS: Field = field(
    "/assumptions/close_call_points",
    Domain::bounded(0.0, 100.0),
    "points",
    "How near to zero the deciding figure must be for the answer to be called close.",
)
.number()
.or(5.0, "illustrative: about one step on half a dozen ratings");

/// Scenarios wanted.
pub const SCENARIOS: Field = field(
    "/analysis/scenarios",
    Domain::bounded(1.0, MAX_SCENARIOS as f64),
    "scenarios",
    "How many scenarios to compute, a whole number. They are rounded up to a power of two for each replicate.",
)
.whole()
.or(16_384.0, "the standard error of a worth is then some thousandths of a point");

/// Independent replicates.
pub const REPLICATES: Field = field(
    "/analysis/replicates",
    Domain::bounded(2.0, 64.0),
    "replicates",
    "Into how many independent replicates the scenarios are divided, a whole number. Standard errors come from how they differ.",
)
.whole()
.or(8.0, "few enough to fill the space evenly, enough to see how much they differ");

/// The seed of the scenarios.
pub const SEED: Field = field(
    "/analysis/seed",
    Domain::bounded(0.0, MAX_WHOLE),
    "none",
    "The seed of the scenarios, a whole number. The same seed gives the same answer; 0 is a seed like any other.",
)
.whole()
.or(1.0, "any number would do");

/// Threads to compute on: an option of a call, no field of a case.
pub const THREADS: Field = field(
    "/threads",
    Domain::bounded(1.0, 256.0),
    "threads",
    "On how many threads to compute, a whole number. It never changes an answer.",
)
.whole()
.or(1.0, "whoever calls knows what else the machine has to do");

/// Every field, in the order of the document.
pub const ALL: &[Field] = &[
    MOTIVATION,
    PERSONAL_TIME,
    WELLBEING,
    SAVINGS,
    FREE_HOURS,
    WORK_HOURS,
    USD_RATE,
    MEANINGFUL_YEARLY_AMOUNT,
    HOUR_VALUE,
    BURNOUT_RISK,
    CONDITION,
    HORIZON_YEARS,
    DISCOUNT_RATE,
    SERVES,
    AUTONOMY,
    TIME_CONVEXITY,
    OVERWORK_LOG_ODDS,
    OVERWORK_FROM,
    AUTONOMY_EFFECT,
    CLOSE_CALL_POINTS,
    AWARD_CHANCE,
    AWARD_RENEWAL,
    ACTIVITY_HOURS,
    ACTIVITY_PER_YEAR,
    ACTIVITY_ENJOYABILITY,
    BENEFIT_STRENGTH,
    BENEFIT_CHANCE,
    BENEFIT_MONEY,
    BENEFIT_DELAY,
    COST_MONEY,
    SCENARIOS,
    REPLICATES,
    SEED,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_and_stand_in_is_allowed() {
        for field in ALL {
            if let Some(value) = field.default_value() {
                assert!(field.domain.contains(value), "{}", field.path);
            }
            assert!(matches!(field.stand_in(), Estimate::Certain(v) if field.domain.contains(v)));
        }
    }

    #[test]
    fn no_path_stands_twice() {
        for (at, field) in ALL.iter().enumerate() {
            assert!(ALL.iter().skip(at + 1).all(|other| other.path != field.path));
            assert!(field.meaning.ends_with('.'), "{}", field.path);
        }
    }
}

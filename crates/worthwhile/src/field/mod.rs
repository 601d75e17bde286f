//! The table of numeric fields. The reader, bounds, defaults, named inputs of a plan, schema and
//! documentation all come from it.
//!
//! Every number of a case has one row here and a [`Key`]. Code that must handle every number
//! matches on the keys, so the compiler reports a missing one.
//!
//! # Example
//! ```
//! use worthwhile::field::{self, Key};
//! let hours = Key::ActivityHours.field();
//! assert_eq!(hours, &field::ACTIVITY_HOURS);
//! assert_eq!((hours.name, hours.unit), ("hours", "hours"));
//! assert!(hours.domain.contains(12.5) && !hours.domain.contains(-1.0));
//! ```

mod analysis;
mod assumptions;
mod groups;
mod person;
mod pursuit;

pub use analysis::{REPLICATES, SCENARIOS, SEED, THREADS};
pub use assumptions::{
    AUTONOMY, AUTONOMY_EFFECT, CLOSE_CALL_POINTS, DRAWBACK_POINTS, OVERWORK_FROM,
    OVERWORK_LOG_ODDS, REST_OFFSETS_OVERWORK, RETURNS_TO_EFFORT, SERVES, TIME_CONVEXITY,
};
pub(crate) use groups::{
    ActivityNumbers, AssumptionNumbers, AwardNumbers, BenefitNumbers, CostNumbers, DrawbackNumbers,
    PersonNumbers,
};
pub use person::{
    BREAK_EVEN, BURNOUT_RISK, CONDITION, DISCOUNT_RATE, FREE_HOURS, HORIZON_YEARS, HOUR_VALUE,
    LIMIT_HOURS, MEANINGFUL_YEARLY_AMOUNT, MOTIVATION, PERSONAL_TIME, SAVINGS, USD_RATE, WELLBEING,
    WORK_HOURS,
};
pub use pursuit::{
    ACTIVITY_DELAY, ACTIVITY_ENJOYABILITY, ACTIVITY_HOURS, ACTIVITY_LASTS, ACTIVITY_PER_YEAR,
    ACTIVITY_USUAL_PER_YEAR, ANYWAY, AWARD_CHANCE, AWARD_GIVE_UP, AWARD_RENEWAL, BENEFIT_CHANCE,
    BENEFIT_DELAY, BENEFIT_LASTS, BENEFIT_MONEY, BENEFIT_STRENGTH, COST_DELAY, COST_LASTS,
    COST_MONEY, DRAWBACK_BOTHER, DRAWBACK_CHANCE, DRAWBACK_DELAY, DRAWBACK_LASTS, LASTS_YEARS,
    LEVEL,
};

use crate::estimate::{Domain, Estimate};
use crate::limits::HOURS_A_WEEK;

/// One numeric field of a case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Field {
    /// Which number it is.
    pub key: Key,
    /// Where it is: a pointer in which `{…}` is an id, a motive, a category or a condition.
    pub path: &'static str,
    /// Its own name: the last part of its path.
    pub name: &'static str,
    /// The values it takes.
    pub domain: Domain,
    /// Whether it may be an estimate, or only a plain number.
    pub form: Form,
    /// Its value if the document does not give one.
    pub default: Fallback,
    /// Its unit, for people.
    pub unit: &'static str,
    /// Its meaning in one or two sentences, including what both ends of a rating mean.
    pub meaning: &'static str,
}

/// What a field may contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A number or an uncertain estimate.
    Estimate,
    /// A plain number.
    Number,
    /// A plain whole number.
    Whole,
}

/// The value of a field if the document does not give one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fallback {
    /// It is required.
    Required,
    /// It stays absent, and what depends on it is left out.
    LeftOut,
    /// The value in the catalogue of categories and conditions.
    Catalogue,
    /// The value of another number, named here, in every scenario.
    Follows(&'static str),
    /// This value, for the given reason or from the given source.
    Value(f64, &'static str),
}

/// The keys, each with its row: an enum, a list and a `match` out of one table.
macro_rules! keys {
    ($($key:ident: $row:ident,)*) => {
        /// Which number of a case, of its analysis or of a call. [`Key::field`] is its row.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #[expect(missing_docs, reason = "each is documented once, by its row")]
        pub enum Key {
            $($key,)*
        }

        impl Key {
            /// Every number, in the order of the document; those of a call come last.
            pub const ALL: &'static [Self] = &[$(Self::$key,)*];

            /// The row of the number.
            #[must_use]
            pub const fn field(self) -> &'static Field {
                match self {
                    $(Self::$key => &$row,)*
                }
            }
        }
    };
}

keys! {
    Motivation: MOTIVATION,
    PersonalTime: PERSONAL_TIME,
    BreakEven: BREAK_EVEN,
    Wellbeing: WELLBEING,
    Savings: SAVINGS,
    FreeHours: FREE_HOURS,
    WorkHours: WORK_HOURS,
    LimitHours: LIMIT_HOURS,
    UsdRate: USD_RATE,
    MeaningfulYearlyAmount: MEANINGFUL_YEARLY_AMOUNT,
    HourValue: HOUR_VALUE,
    BurnoutRisk: BURNOUT_RISK,
    Condition: CONDITION,
    HorizonYears: HORIZON_YEARS,
    DiscountRate: DISCOUNT_RATE,
    Serves: SERVES,
    Autonomy: AUTONOMY,
    TimeConvexity: TIME_CONVEXITY,
    ReturnsToEffort: RETURNS_TO_EFFORT,
    OverworkLogOdds: OVERWORK_LOG_ODDS,
    OverworkFrom: OVERWORK_FROM,
    RestOffsetsOverwork: REST_OFFSETS_OVERWORK,
    DrawbackPoints: DRAWBACK_POINTS,
    AutonomyEffect: AUTONOMY_EFFECT,
    CloseCallPoints: CLOSE_CALL_POINTS,
    Level: LEVEL,
    Anyway: ANYWAY,
    LastsYears: LASTS_YEARS,
    AwardChance: AWARD_CHANCE,
    AwardRenewal: AWARD_RENEWAL,
    AwardGiveUp: AWARD_GIVE_UP,
    ActivityHours: ACTIVITY_HOURS,
    ActivityUsualPerYear: ACTIVITY_USUAL_PER_YEAR,
    ActivityPerYear: ACTIVITY_PER_YEAR,
    ActivityEnjoyability: ACTIVITY_ENJOYABILITY,
    ActivityDelay: ACTIVITY_DELAY,
    ActivityLasts: ACTIVITY_LASTS,
    BenefitStrength: BENEFIT_STRENGTH,
    BenefitChance: BENEFIT_CHANCE,
    BenefitMoney: BENEFIT_MONEY,
    BenefitDelay: BENEFIT_DELAY,
    BenefitLasts: BENEFIT_LASTS,
    CostMoney: COST_MONEY,
    CostDelay: COST_DELAY,
    CostLasts: COST_LASTS,
    DrawbackBother: DRAWBACK_BOTHER,
    DrawbackChance: DRAWBACK_CHANCE,
    DrawbackDelay: DRAWBACK_DELAY,
    DrawbackLasts: DRAWBACK_LASTS,
    Scenarios: SCENARIOS,
    Replicates: REPLICATES,
    Seed: SEED,
    Threads: THREADS,
}

impl Key {
    /// Whether it is an option of a call rather than a field of a document.
    #[must_use]
    pub const fn is_of_call(self) -> bool {
        matches!(self, Self::Threads)
    }

    /// Whether it is money that a pursuit gives or takes. Presets carry it in US dollars.
    pub(crate) const fn is_money_of_pursuit(self) -> bool {
        matches!(self, Self::BenefitMoney | Self::CostMoney)
    }
}

impl Field {
    /// The default value, if this table has one.
    #[must_use]
    pub fn default_value(&self) -> Option<f64> {
        match self.default {
            Fallback::Value(value, _) => Some(value),
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
        self.default = Fallback::Value(value, source);
        self
    }

    const fn or_left_out(mut self) -> Self {
        self.default = Fallback::LeftOut;
        self
    }

    const fn or_follows(mut self, other: &'static str) -> Self {
        self.default = Fallback::Follows(other);
        self
    }

    const fn or_catalogue(mut self) -> Self {
        self.default = Fallback::Catalogue;
        self
    }
}

const fn field(
    key: Key,
    path: &'static str,
    domain: Domain,
    unit: &'static str,
    meaning: &'static str,
) -> Field {
    let name = last_part(path);
    Field {
        key,
        path,
        name,
        domain,
        form: Form::Estimate,
        default: Fallback::Required,
        unit,
        meaning,
    }
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
const WEEK: Domain = Domain::bounded(0.0, HOURS_A_WEEK);
const MONEY: Domain = Domain::amount(1e9);
const NEUTRAL: &str = "a neutral middle, illustrative";
const NOTHING: &str = "nothing is assumed";

/// Every field of a document, in document order.
///
/// # Example
/// ```
/// use worthwhile::field;
/// assert!(field::all().any(|field| field.path == "/person/discount_rate"));
/// ```
pub fn all() -> impl Iterator<Item = &'static Field> + Clone {
    Key::ALL.iter().filter(|key| !key.is_of_call()).map(|key| key.field())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_and_stand_in_is_allowed() {
        for field in all() {
            if let Some(value) = field.default_value() {
                assert!(field.domain.contains(value), "{}", field.path);
            }
            assert!(matches!(field.stand_in(), Estimate::Certain(v) if field.domain.contains(v)));
        }
    }

    #[test]
    fn every_key_is_listed_once_and_leads_to_its_own_row() {
        for (at, key) in Key::ALL.iter().enumerate() {
            assert_eq!((*key as usize, key.field().key), (at, *key));
        }
        assert_eq!(Key::ALL.len(), Key::Threads as usize + 1);
    }

    #[test]
    fn no_path_stands_twice() {
        for (at, field) in all().enumerate() {
            assert!(all().skip(at + 1).all(|other| other.path != field.path));
            assert!(field.meaning.ends_with('.'), "{}", field.path);
        }
    }
}

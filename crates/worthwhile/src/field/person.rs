//! Numbers of the person.

use super::{CHANCE, Field, Key, MONEY, NEUTRAL, RATING, WEEK, field};
use crate::estimate::Domain;
use crate::limits::HOURS_A_WEEK;

/// How much having a motive fully served matters.
pub const MOTIVATION: Field = field(
    Key::Motivation,
    "/person/motivations/{motive}",
    RATING,
    "0 to 10",
    "How much it matters to you to have this motive fully served. 0: not at all, 10: nothing matters more.",
)
.or(0.0, "a motive that is not named does not drive the person");

/// Protection of personal time.
pub const PERSONAL_TIME: Field = field(
    Key::PersonalTime,
    "/person/protections/personal_time",
    RATING,
    "0 to 10",
    "How much you protect your personal time. 0: not at all, 10: losing half of your free hours would cancel out a pursuit that served everything that drives you. Not together with break_even_hours_per_week.",
)
.or(5.0, NEUTRAL);

/// The hours at which even a perfect pursuit would no longer be worth it.
pub const BREAK_EVEN: Field = field(
    Key::BreakEven,
    "/person/protections/break_even_hours_per_week",
    Domain::bounded(1.0, HOURS_A_WEEK),
    "hours a week",
    "Hours a week of plain work, neither loved nor hated, at which even a pursuit that served everything that drives you would no longer be worth it. Give this instead of personal_time if you can: it is easier to judge.",
)
.or_left_out();

/// Protection of wellbeing.
pub const WELLBEING: Field = field(
    Key::Wellbeing,
    "/person/protections/wellbeing",
    RATING,
    "0 to 10",
    "How much you protect your wellbeing. 0: not at all, 10: going from no risk of burnout to certain burnout would cancel out a pursuit that served everything that drives you.",
)
.or(5.0, NEUTRAL);

/// Protection of savings.
pub const SAVINGS: Field = field(
    Key::Savings,
    "/person/protections/savings",
    RATING,
    "0 to 10",
    "How much you protect your savings. 0: not at all, 10: losing the meaningful yearly amount a year would cancel out a pursuit that served everything that drives you.",
)
.or(5.0, NEUTRAL);

/// Own free hours a week.
pub const FREE_HOURS: Field = field(
    Key::FreeHours,
    "/person/time/free_hours_per_week",
    WEEK.above_min(),
    "hours a week",
    "All hours a week left after job, sleep, chores and care, whatever they are used for today; 20 to 30 for most with a full-time job. Together with the job hours, at most 168.",
);

/// Paid hours a week.
pub const WORK_HOURS: Field = field(
    Key::WorkHours,
    "/person/time/work_hours_per_week",
    WEEK,
    "hours a week",
    "Hours a week in your job, including overtime.",
)
.or(40.0, "the usual full week; ILO convention 47 (1935)");

/// The most hours a week for all pursuits.
pub const LIMIT_HOURS: Field = field(
    Key::LimitHours,
    "/person/time/limit_hours_per_week",
    WEEK.above_min(),
    "hours a week",
    "The most hours a week that you would give to all pursuits together in any year. If left out: no limit.",
)
.or_left_out();

/// What one US dollar is worth in the person's currency.
pub const USD_RATE: Field = field(
    Key::UsdRate,
    "/person/money/usd_rate",
    MONEY.above_min(),
    "units of your currency",
    "What one US dollar is worth in your currency. Preset amounts are in US dollars.",
)
.number()
.or(1.0, "the presets' own currency");

/// The yearly gain that fully satisfies the income motive.
pub const MEANINGFUL_YEARLY_AMOUNT: Field = field(
    Key::MeaningfulYearlyAmount,
    "/person/money/meaningful_yearly_amount",
    MONEY.above_min(),
    "your currency a year",
    "The extra money a year that would fully satisfy your wish for income. More than that adds nothing.",
);

/// What a free hour is worth.
pub const HOUR_VALUE: Field = field(
    Key::HourValue,
    "/person/money/hour_value",
    MONEY.above_min(),
    "your currency an hour",
    "What a free hour is worth to you in money. Only the ledger (money alone) uses it.",
)
.or_left_out();

/// Today's burnout risk.
pub const BURNOUT_RISK: Field = field(
    Key::BurnoutRisk,
    "/person/burnout_risk",
    CHANCE.above_min().below_max(),
    "chance, 0 to 1",
    "Today's chance that you burn out, before any pursuit. Strictly between 0 and 1. If left out: 0.25, and higher if the job takes more than overwork_from_hours.",
)
.or_follows("the job hours");

/// How far the world values a thing.
pub const CONDITION: Field = field(
    Key::Condition,
    "/person/conditions/{condition}",
    CHANCE,
    "share, 0 to 1",
    "How far the world around you values this. 0: not at all, 1: fully. Benefits may depend on it.",
)
.or_catalogue();

/// Years looked ahead.
pub const HORIZON_YEARS: Field = field(
    Key::HorizonYears,
    "/person/horizon_years",
    Domain::bounded(1.0, 30.0),
    "years",
    "How many years to look ahead, a whole number from 1 to 30.",
)
.whole()
.or(3.0, "illustrative: a horizon most people can picture");

/// Yearly discount of what comes later.
pub const DISCOUNT_RATE: Field = field(
    Key::DiscountRate,
    "/person/discount_rate",
    CHANCE,
    "share a year, 0 to 1",
    "How much less something counts if it comes a year later.",
)
.or(0.035, "borrowed from public appraisal: HM Treasury Green Book, 3.5% real");

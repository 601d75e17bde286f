//! Numbers of a pursuit and its items.

use super::{CHANCE, Field, Key, MONEY, NEUTRAL, NOTHING, RATING, field};
use crate::estimate::Domain;

/// Hours of one occurrence of an activity.
pub const ACTIVITY_HOURS: Field = field(
    Key::ActivityHours,
    "/pursuits/{pursuit}/activities/{activity}/hours",
    Domain::amount(1000.0),
    "hours",
    "Hours of your own time for one occurrence, preparation included.",
);

/// Occurrences of an activity in a year.
pub const ACTIVITY_PER_YEAR: Field = field(
    Key::ActivityPerYear,
    "/pursuits/{pursuit}/activities/{activity}/per_year",
    Domain::amount(10_000.0),
    "times a year",
    "How often a year it happens.",
);

/// How enjoyable an activity is.
pub const ACTIVITY_ENJOYABILITY: Field = field(
    Key::ActivityEnjoyability,
    "/pursuits/{pursuit}/activities/{activity}/enjoyability",
    RATING,
    "0 to 10",
    "How enjoyable the hours are. 0: pure effort, 10: you would do it for its own sake.",
)
.or(5.0, NEUTRAL);

/// How strong a benefit is.
pub const BENEFIT_STRENGTH: Field = field(
    Key::BenefitStrength,
    "/pursuits/{pursuit}/benefits/{benefit}/strength",
    RATING,
    "0 to 10",
    "How strong the benefit is. 0: none, 10: as strong as this kind of benefit gets.",
)
.or(0.0, NOTHING);

/// The chance of a benefit.
pub const BENEFIT_CHANCE: Field = field(
    Key::BenefitChance,
    "/pursuits/{pursuit}/benefits/{benefit}/chance",
    CHANCE,
    "chance, 0 to 1",
    "The chance that the benefit comes at all.",
)
.or(1.0, "a benefit comes unless the case says otherwise");

/// Money that a benefit brings in a year.
pub const BENEFIT_MONEY: Field = field(
    Key::BenefitMoney,
    "/pursuits/{pursuit}/benefits/{benefit}/money_per_year",
    Domain::real(1e9),
    "your currency a year",
    "Money the benefit brings a year, if it comes. Below zero: it costs.",
)
.or(0.0, NOTHING);

/// Years until a benefit starts.
pub const BENEFIT_DELAY: Field = field(
    Key::BenefitDelay,
    "/pursuits/{pursuit}/benefits/{benefit}/delay_years",
    Domain::amount(30.0),
    "years",
    "Years until the benefit starts. Not for benefits of the award.",
)
.or(0.0, NOTHING);

/// Money that a pursuit costs in a year.
pub const COST_MONEY: Field = field(
    Key::CostMoney,
    "/pursuits/{pursuit}/costs/{cost}/money_per_year",
    MONEY,
    "your currency a year",
    "Money it costs a year.",
);

/// The chance that a year's effort earns the award.
pub const AWARD_CHANCE: Field = field(
    Key::AwardChance,
    "/pursuits/{pursuit}/award/chance_per_year",
    CHANCE,
    "chance, 0 to 1",
    "The chance that a year's effort earns the award for the next year, for someone without it.",
);

/// The chance that a year's effort keeps the award.
pub const AWARD_RENEWAL: Field = field(
    Key::AwardRenewal,
    "/pursuits/{pursuit}/award/renewal_chance",
    CHANCE,
    "chance, 0 to 1",
    "The chance that a year's effort keeps the award for the next year, for someone who has it.",
);

//! Numbers of a pursuit and its items.

use super::{CHANCE, Field, Key, MONEY, NEUTRAL, NOTHING, RATING, field};
use crate::estimate::Domain;

/// What the end of an item follows.
const OF_PURSUIT: &str = "the pursuit's lasts_years";
const YEARS: Domain = Domain::amount(30.0);

/// A level of effort.
pub const LEVEL: Field = field(
    Key::Level,
    "/pursuits/{pursuit}/levels/{level}",
    Domain::bounded(0.0, 1.5).above_min(),
    "fraction of what is planned",
    "How much of it can be done, relative to what is planned. 1: all of it.",
)
.number();

/// The part that is done anyway.
pub const ANYWAY: Field = field(
    Key::Anyway,
    "/pursuits/{pursuit}/anyway",
    CHANCE,
    "share, 0 to 1",
    "The share of this work that you would do anyway, award or not. 0: none of it, 1: all of it.",
)
.or(0.0, "none of it is done anyway unless the case says so");

/// How long a pursuit goes on.
pub const LASTS_YEARS: Field = field(
    Key::LastsYears,
    "/pursuits/{pursuit}/lasts_years",
    YEARS.above_min(),
    "years",
    "How many years everything in it goes on, except items that say otherwise. If left out: to the end of the horizon.",
)
.or_left_out();

/// Hours of one occurrence of an activity.
pub const ACTIVITY_HOURS: Field = field(
    Key::ActivityHours,
    "/pursuits/{pursuit}/activities/{activity}/hours",
    Domain::amount(1000.0),
    "hours",
    "Hours of your own time for one occurrence, including preparation.",
);

/// The usual occurrences of an activity in a year.
pub const ACTIVITY_USUAL_PER_YEAR: Field = field(
    Key::ActivityUsualPerYear,
    "/pursuits/{pursuit}/activities/{activity}/usual_per_year",
    Domain::amount(10_000.0).above_min(),
    "times a year",
    "How many times a year it usually happens. Benefits and chances are rated for this number. If left out: per_year.",
)
.or_follows("per_year");

/// Occurrences of an activity in a year.
pub const ACTIVITY_PER_YEAR: Field = field(
    Key::ActivityPerYear,
    "/pursuits/{pursuit}/activities/{activity}/per_year",
    Domain::amount(10_000.0),
    "times a year",
    "How many times a year this person would do it. If left out: usual_per_year.",
)
.or_follows("usual_per_year");

/// How enjoyable an activity is.
pub const ACTIVITY_ENJOYABILITY: Field = field(
    Key::ActivityEnjoyability,
    "/pursuits/{pursuit}/activities/{activity}/enjoyability",
    Domain::bounded(-10.0, 10.0),
    "-10 to 10",
    "How enjoyable the hours are. -10: dread, 0: pure effort, 10: you would do it for its own sake.",
)
.or(5.0, NEUTRAL);

/// Years until an activity starts.
pub const ACTIVITY_DELAY: Field = field(
    Key::ActivityDelay,
    "/pursuits/{pursuit}/activities/{activity}/delay_years",
    YEARS,
    "years",
    "Years until the activity starts.",
)
.or(0.0, NOTHING);

/// How long an activity goes on.
pub const ACTIVITY_LASTS: Field = field(
    Key::ActivityLasts,
    "/pursuits/{pursuit}/activities/{activity}/lasts_years",
    YEARS.above_min(),
    "years",
    "How many years the activity goes on, from its start.",
)
.or_follows(OF_PURSUIT);

/// How strong a benefit is.
pub const BENEFIT_STRENGTH: Field = field(
    Key::BenefitStrength,
    "/pursuits/{pursuit}/benefits/{benefit}/strength",
    RATING,
    "0 to 10",
    "How strong the benefit is at the usual amount of effort. 0: none, 10: as strong as this type of benefit gets.",
)
.or(0.0, NOTHING);

/// The chance of a benefit.
pub const BENEFIT_CHANCE: Field = field(
    Key::BenefitChance,
    "/pursuits/{pursuit}/benefits/{benefit}/chance",
    CHANCE,
    "chance, 0 to 1",
    "The chance that the benefit comes at all, at the usual amount of effort.",
)
.or(1.0, "a benefit comes unless the case says otherwise");

/// Money that a benefit brings in a year.
pub const BENEFIT_MONEY: Field = field(
    Key::BenefitMoney,
    "/pursuits/{pursuit}/benefits/{benefit}/money_per_year",
    Domain::real(1e9),
    "your currency a year",
    "Money the benefit brings in a year, if it comes. Below zero: it costs money.",
)
.or(0.0, NOTHING);

/// Years until a benefit starts.
pub const BENEFIT_DELAY: Field = field(
    Key::BenefitDelay,
    "/pursuits/{pursuit}/benefits/{benefit}/delay_years",
    YEARS,
    "years",
    "Years until the benefit starts. Not for benefits of the award.",
)
.or(0.0, NOTHING);

/// How long a benefit lasts.
pub const BENEFIT_LASTS: Field = field(
    Key::BenefitLasts,
    "/pursuits/{pursuit}/benefits/{benefit}/lasts_years",
    YEARS.above_min(),
    "years",
    "How many years the benefit lasts, from its start. It may outlast the effort. Not for benefits of the award.",
)
.or_follows(OF_PURSUIT);

/// Money that a pursuit costs in a year.
pub const COST_MONEY: Field = field(
    Key::CostMoney,
    "/pursuits/{pursuit}/costs/{cost}/money_per_year",
    MONEY,
    "your currency a year",
    "Money it costs a year.",
);

/// Years until a cost starts.
pub const COST_DELAY: Field = field(
    Key::CostDelay,
    "/pursuits/{pursuit}/costs/{cost}/delay_years",
    YEARS,
    "years",
    "Years until the cost starts.",
)
.or(0.0, NOTHING);

/// How long a cost goes on.
pub const COST_LASTS: Field = field(
    Key::CostLasts,
    "/pursuits/{pursuit}/costs/{cost}/lasts_years",
    YEARS.above_min(),
    "years",
    "How many years the cost goes on, from its start.",
)
.or_follows(OF_PURSUIT);

/// How much a drawback bothers.
pub const DRAWBACK_BOTHER: Field = field(
    Key::DrawbackBother,
    "/pursuits/{pursuit}/drawbacks/{drawback}/bother",
    RATING,
    "0 to 10",
    "How much it bothers you, apart from its hours. 0: not at all, 1: slightly, 3: somewhat, 5: clearly, 7: strongly, 10: unbearable.",
);

/// The chance of a drawback.
pub const DRAWBACK_CHANCE: Field = field(
    Key::DrawbackChance,
    "/pursuits/{pursuit}/drawbacks/{drawback}/chance",
    CHANCE,
    "chance, 0 to 1",
    "The chance that the drawback comes at all.",
)
.or(1.0, "a drawback comes unless the case says otherwise");

/// Years until a drawback starts.
pub const DRAWBACK_DELAY: Field = field(
    Key::DrawbackDelay,
    "/pursuits/{pursuit}/drawbacks/{drawback}/delay_years",
    YEARS,
    "years",
    "Years until the drawback starts.",
)
.or(0.0, NOTHING);

/// How long a drawback lasts.
pub const DRAWBACK_LASTS: Field = field(
    Key::DrawbackLasts,
    "/pursuits/{pursuit}/drawbacks/{drawback}/lasts_years",
    YEARS.above_min(),
    "years",
    "How many years the drawback lasts, from its start.",
)
.or_follows(OF_PURSUIT);

/// The chance that a year's effort earns the award.
pub const AWARD_CHANCE: Field = field(
    Key::AwardChance,
    "/pursuits/{pursuit}/award/chance_per_year",
    CHANCE,
    "chance, 0 to 1",
    "The chance that a year of the usual amount of effort earns the award for the next year, for someone without it.",
);

/// The chance that a year's effort keeps the award.
pub const AWARD_RENEWAL: Field = field(
    Key::AwardRenewal,
    "/pursuits/{pursuit}/award/renewal_chance",
    CHANCE,
    "chance, 0 to 1",
    "The chance that a year of the usual amount of effort keeps the award for the next year, for someone who has it.",
);

/// Years of effort after which one gives up on the award.
pub const AWARD_GIVE_UP: Field = field(
    Key::AwardGiveUp,
    "/pursuits/{pursuit}/award/give_up_after_years",
    Domain::bounded(1.0, 30.0),
    "years",
    "After how many years of effort in a row without the award you would give up on it; a whole number from 1 to 30. If left out: never.",
)
.whole()
.or_left_out();

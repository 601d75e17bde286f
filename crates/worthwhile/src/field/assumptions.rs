//! Numbers of the assumptions.

use super::{CHANCE, Field, Key, WEEK, field};
use crate::estimate::Domain;

/// How far a category serves a motive.
pub const SERVES: Field = field(
    Key::Serves,
    "/assumptions/serves/{category}/{motive}",
    CHANCE,
    "share, 0 to 1",
    "How far a benefit of this category, at full strength, serves this motive.",
)
.or_catalogue();

/// How far a motive comes from within.
pub const AUTONOMY: Field = field(
    Key::Autonomy,
    "/assumptions/autonomy/{motive}",
    CHANCE,
    "share, 0 to 1",
    "How far this motive comes from within. Intrinsic: 1, internalized: 0.5, extrinsic: 0.",
)
.or_catalogue();

/// How much more the last free hours hurt.
pub const TIME_CONVEXITY: Field = field(
    Key::TimeConvexity,
    "/assumptions/time_convexity",
    Domain::bounded(0.0, 10.0),
    "0 to 10",
    "How much more it hurts to lose the last free hours than the first. 0: every hour counts the same.",
)
.or(2.0, "illustrative: the first free hours are given up more easily than the last");

/// How results grow with effort.
pub const RETURNS_TO_EFFORT: Field = field(
    Key::ReturnsToEffort,
    "/assumptions/returns_to_effort",
    CHANCE.above_min(),
    "exponent",
    "Exponent by which results grow with effort. 1: half the effort gives half the results; below 1: more than half.",
)
.or(0.7, "illustrative: the first hours bring more than the last");

/// How much an hour of overwork raises the odds of burnout.
pub const OVERWORK_LOG_ODDS: Field = field(
    Key::OverworkLogOdds,
    "/assumptions/overwork_log_odds_per_hour",
    CHANCE,
    "log odds an hour",
    "How much the log odds of burnout rise with each weekly hour of overwork.",
)
.or(0.033, "fitted to Lin et al. 2021, J Occup Health 63: odds doubled above 60 hours a week, tripled above 74, fourfold above 84; one cross-section of health workers");

/// The weekly hours above which work is overwork.
pub const OVERWORK_FROM: Field = field(
    Key::OverworkFrom,
    "/assumptions/overwork_from_hours",
    WEEK,
    "hours a week",
    "Weekly hours, of job and pursuits together, above which the risk rises.",
)
.or(40.0, "the reference group of Lin et al. 2021");

/// How far an hour of rest makes up for one of overwork.
pub const REST_OFFSETS_OVERWORK: Field = field(
    Key::RestOffsetsOverwork,
    "/assumptions/rest_offsets_overwork",
    CHANCE,
    "share, 0 to 1",
    "How far an hour of deliberate rest makes up for an hour of overwork. 0: not at all, 1: fully.",
)
.or(1.0, "illustrative: an hour of rest is assumed to undo an hour of overwork");

/// What the worst drawback takes away.
pub const DRAWBACK_POINTS: Field = field(
    Key::DrawbackPoints,
    "/assumptions/drawback_points",
    Domain::bounded(0.0, 100.0),
    "points",
    "What a drawback rated 10 takes away by itself, in points.",
)
.or(
    10.0,
    "illustrative: 10 to 25 agree about equally well with 178 public accounts of such decisions",
);

/// How much drive from within protects from overwork.
pub const AUTONOMY_EFFECT: Field = field(
    Key::AutonomyEffect,
    "/assumptions/autonomy_effect",
    CHANCE.below_max(),
    "share",
    "How much drive from within weakens, and drive for reward strengthens, the effect of overwork.",
)
.or(0.5, "illustrative size; the direction from Van den Broeck et al. 2021, Organ Psychol Rev 11");

/// Points within which an answer is a close call.
pub const CLOSE_CALL_POINTS: Field = field(
    Key::CloseCallPoints,
    "/assumptions/close_call_points",
    Domain::bounded(0.0, 100.0),
    "points",
    "How close to zero the margin must be for the answer to be a close call.",
)
.number()
.or(5.0, "illustrative: about one step on half a dozen ratings");

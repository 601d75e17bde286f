//! Limits that keep a bad document from exhausting a machine. Exceeding one is a problem with its own
//! code.
//!
//! # Example: a limit and its code
//! ```
//! use worthwhile::{Code, limits};
//! let pursuits = r#"{"preset": "rest"},"#.repeat(limits::MAX_PURSUITS) + r#"{"preset": "rest"}"#;
//! let problems = worthwhile::check(&format!(r#"{{"schema_version": 1, "pursuits": [{pursuits}],
//!     "person": {{"motivations": {{"learning": 5}}, "time": {{"free_hours_per_week": 12}}}}}}"#));
//! assert!(problems.iter().any(|problem| problem.code == Code::TooManyPursuits));
//! ```

/// Most bytes of JSON in one case (code `too_large`).
pub const MAX_BYTES: usize = 4 * 1024 * 1024;
/// Most levels of nesting in one case (code `too_deep`).
pub const MAX_DEPTH: usize = 64;
/// Most pursuits in one case (code `too_many_pursuits`).
pub const MAX_PURSUITS: usize = 64;
/// Most levels of one pursuit (code `too_many_levels`).
pub const MAX_LEVELS: usize = 8;
/// Most activities, benefits, costs and drawbacks of one pursuit, taken together, and most entries of any
/// other list or map (code `too_many_items`).
pub const MAX_ITEMS: usize = 256;
/// Most uncertain inputs in one case (code `too_many_uncertain`).
pub const MAX_UNCERTAIN: usize = 1024;
/// Most scenarios of one analysis (code `out_of_range` at `/analysis/scenarios`).
pub const MAX_SCENARIOS: u32 = 1 << 20;
/// Most characters of a text such as a note (code `text_too_long`).
pub const MAX_TEXT: usize = 4000;
/// Most characters of an id, a kind, a category or a condition (code `invalid_name`).
pub const MAX_NAME: usize = 64;
/// Most characters of the id of a question (code `invalid_name`).
pub const MAX_QUESTION: usize = 256;
/// The largest whole number that every JSON reader represents exactly, 2^53 - 1.
pub const MAX_WHOLE: f64 = 9_007_199_254_740_991.0;
/// Hours in a week.
pub const HOURS_A_WEEK: f64 = 168.0;
/// Most problems listed for one document. If there are more, a last one says how many
/// (code `more_problems`).
pub const MAX_PROBLEMS: usize = 100;
/// Most problems of the rows of a table that are kept. Further rows are refused too, and counted.
pub const MAX_ROW_PROBLEMS: usize = 10_000;
/// Most mixes examined in one search (code `too_many_mixes`). Bounds rule out most mixes, so only a case
/// with many pursuits can reach it. From about 25 pursuits on, or with many levels over many years, a mix
/// takes longer than usual and counts for several, so that every search ends within seconds.
pub const MAX_MIXES: u64 = 2_000_000;
/// Most bytes of memory that one call takes, whatever the case and the options are: 512 MiB. It counts what
/// the library allocates. What the caller passes in, such as rows, is the caller's.
pub const MAX_MEMORY: usize = 512 * 1024 * 1024;
/// Most bytes of the figures that [`Run::samples`](crate::Run::samples) gives, 8 for each number: 384 MiB (code
/// `over_budget`).
pub const MAX_SAMPLES: usize = 384 * 1024 * 1024;
/// Most scenarios for each person of a [`Survey`](crate::Survey) (code `over_budget`). Where the case is so
/// large that they would take more than half of [`MAX_MEMORY`], it is fewer.
pub const MAX_SURVEY_SCENARIOS: u32 = 1 << 14;
/// Most work of one call, in steps (code `over_budget`): about one for each item of each pursuit, at each
/// level that is looked at, in each year of each scenario. Told before anything is computed. An ordinary case
/// takes a few thousandths of it at 65,536 scenarios.
pub const MAX_WORK: u64 = 1 << 40;

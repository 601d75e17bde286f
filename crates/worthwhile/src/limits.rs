//! The limits that keep a bad document from costing a machine. Each has a problem code of its own.
//!
//! # Example: a limit and its code
//! ```
//! use worthwhile::{Code, limits};
//! let pursuits = r#"{"preset": "rest"},"#.repeat(limits::MAX_PURSUITS) + r#"{"preset": "rest"}"#;
//! let problems = worthwhile::check(&format!(r#"{{"schema_version": 1, "pursuits": [{pursuits}],
//!     "person": {{"motivations": {{"learning": 5}}, "time": {{"free_hours_per_week": 12}}}}}}"#));
//! assert!(problems.iter().any(|problem| problem.code == Code::TooManyPursuits));
//! ```

/// Bytes of JSON in one case (code `too_large`).
pub const MAX_BYTES: usize = 4 * 1024 * 1024;
/// Levels of nesting in one case (code `too_deep`).
pub const MAX_DEPTH: usize = 64;
/// Pursuits in one case (code `too_many_pursuits`).
pub const MAX_PURSUITS: usize = 64;
/// Levels of effort of one pursuit (code `too_many_levels`).
pub const MAX_LEVELS: usize = 8;
/// Activities, benefits, costs and drawbacks of one pursuit taken together, and entries of any other list or
/// map (code `too_many_items`).
pub const MAX_ITEMS: usize = 256;
/// Uncertain inputs in one case (code `too_many_uncertain`).
pub const MAX_UNCERTAIN: usize = 1024;
/// Scenarios of one analysis (code `out_of_range` at `/analysis/scenarios`).
pub const MAX_SCENARIOS: u32 = 1 << 20;
/// Characters of a free text such as a note (code `text_too_long`).
pub const MAX_TEXT: usize = 4000;
/// Characters of an id, a kind, a category or a condition (code `invalid_name`).
pub const MAX_NAME: usize = 64;
/// The largest whole number that every JSON reader keeps exactly, 2^53 - 1.
pub const MAX_WHOLE: f64 = 9_007_199_254_740_991.0;
/// Hours of a week.
pub const HOURS_A_WEEK: f64 = 168.0;
/// Problems reported for one document; a last one says how many were left out
/// (code `more_problems`).
pub const MAX_PROBLEMS: usize = 100;
/// Mixes looked at in one search (code `too_many_mixes`). Most mixes are ruled out by a bound, so only
/// a case with many pursuits can meet it.
pub const MAX_MIXES: u64 = 2_000_000;

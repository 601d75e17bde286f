//! Figures over scenarios: the library against plain Monte Carlo by the second implementation, and
//! its standard errors against how far off it is.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "test code: a panic is a failed test, and the counts are worth reading"
)]

mod coverage;
mod plain;
mod tally;

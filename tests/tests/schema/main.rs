//! The schemas: their own rules, and that they say what the reader says.
//!
//! An independent validator judges the schema side. It reads the committed files, so that a bound
//! which changes in the code alone shows up as a disagreement.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "test code: a panic is a failed test, and the counts are worth reading"
)]

mod documents;
mod evolution;
mod form;
mod groups;
mod lint;
mod models;
mod mutants;
mod mutate;
mod profiles;
mod support;
mod tools;
mod written;

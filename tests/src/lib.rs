//! What every surface of `worthwhile` must agree on.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "test code: a panic is a failed test"
)]

pub mod claims;
pub mod compare;
pub mod people;
pub mod random;
pub mod reference;
pub mod runs;
pub mod statistics;
pub mod surfaces;
pub mod vectors;

//! Laws: what holds for every valid case, whoever asks and whatever for.
//!
//! Each test states one law and tries it on random cases (`src/random.rs`). A law that fails shows
//! the smallest case found that breaks it. `PROPTEST_CASES=2560` tries ten times as many.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "test code: a panic is a failed test"
)]

mod bounds;
mod broken;
mod choosing;
mod continuity;
mod documents;
mod doubt;
mod hours;
mod invariance;
mod levels;
mod monotone;
mod people;
#[path = "../quick/mod.rs"]
mod quick;
mod support;
mod turning;

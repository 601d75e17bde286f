//! Every word that a person reads: reasons, warnings, the page, and the labels of a form. English
//! is edited here, and nowhere else in the library.

mod advice;
mod brief;
pub(crate) mod choices;
pub(crate) mod comparison;
mod conditions;
mod facts;
mod flips;
mod grammar;
#[cfg(feature = "schema")]
pub(crate) mod labels;
mod layout;
mod levers;
mod names;
pub(crate) mod numbers;
pub mod outline;
mod page;
mod phrase;
mod preset;
pub(crate) mod questions;
mod reasons;
#[cfg(test)]
mod sample;
mod sheet;
mod summary;
mod tell;
mod warnings;

pub(crate) use advice::advice;
pub use comparison::ComparisonPage;
pub(crate) use facts::{Deciding, Facts, PursuitFacts};
pub(crate) use grammar::{capital, clean, fixed, in_sentence, join, trimmed};
pub(crate) use names::{AWARD, contributions, of_item};
pub use page::Page;
pub(crate) use phrase::Phrase;
pub(crate) use tell::tell;

/// What the pages of text of all crates are written with.
pub mod writing {
    pub use super::grammar::{capital, clean, fixed, grouped, join, percent, share};
    pub use super::layout::{cells, cut, left, right};
    pub use super::page::{NARROWEST, WIDEST, WIDTH};
    pub use super::sheet::{Sheet, Style};
}

//! Every word that a person reads: reasons, warnings, the page, and the labels of a form. English is
//! edited here, and nowhere else in the library.

mod grammar;
#[cfg(feature = "schema")]
pub(crate) mod labels;
mod layout;
pub(crate) mod numbers;
mod page;
mod phrase;
mod preset;
pub(crate) mod reasons;
pub(crate) mod warnings;

pub(crate) use phrase::Phrase;

//! A table of people, answered.

mod ask;
mod columns;
mod found;
mod group;
mod options;
mod table;
mod words;

pub(crate) use ask::{answered, answered_by};
pub(crate) use found::{People, merged, summary};
pub(crate) use group::Group;
pub(crate) use options::Asked;
pub(crate) use table::reader;

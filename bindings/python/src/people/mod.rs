//! A table of people, answered.

mod columns;
mod group;
mod options;
mod people;
mod table;
mod words;

pub(crate) use group::Group;
pub(crate) use options::Asked;
pub(crate) use people::{People, merged, summary};
pub(crate) use table::reader;

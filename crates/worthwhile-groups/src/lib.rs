#![doc = include_str!("../README.md")]

mod answers;
mod files;
mod map;
mod people;
mod summary;

pub use files::{TableFormat, TableReader, TableWriter};
pub use map::{Column, Map, Missing};
pub use people::{Group, Lever, LeverChange, People, Speed};
pub use summary::{LeverEffect, Margins, Range, SegmentSummary, Share, Summary, Tally, Teller};

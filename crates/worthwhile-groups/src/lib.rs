#![doc = include_str!("../README.md")]

mod answers;
#[cfg(feature = "files")]
mod files;
mod map;
mod page;
mod people;
#[cfg(feature = "schema")]
pub mod schema;
mod summary;
mod threads;
mod utc;
mod words;

#[cfg(feature = "files")]
pub use files::{PendingFile, TableFormat, TableReader, TableWriter};
pub use map::{Column, Map, Missing};
pub use people::{Group, Lever, LeverChange, People, Speed};
pub use summary::{
    Complete, Difference, LeverEffect, Margins, Range, Refusal, SegmentSummary, Share, Summary,
    Tally, Teller,
};
pub use words::SummaryPage;

#[cfg(doc)]
#[doc = include_str!("../docs/people.md")]
pub mod model {}

#![doc = include_str!("../README.md")]

#[cfg_attr(not(test), expect(dead_code, reason = "`figures` reads them"))]
mod answers;
mod files;
mod map;
mod utc;

pub use files::{TableFormat, TableReader, TableWriter};
pub use map::{Column, Map, Missing};

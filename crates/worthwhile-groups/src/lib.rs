#![doc = include_str!("../README.md")]

#[cfg_attr(not(test), expect(dead_code, reason = "`figures` reads them"))]
mod answers;
mod map;

pub use map::{Column, Map, Missing};

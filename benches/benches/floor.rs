//! The cost of an answer against the cost of parsing and writing alone.
fn main() {}

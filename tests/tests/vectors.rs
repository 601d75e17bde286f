//! Runs every vector through the Rust API.
fn main() {}

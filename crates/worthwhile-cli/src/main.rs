//! The command line of worthwhile.
fn main() {}

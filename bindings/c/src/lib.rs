//! The C library: it takes pointers, calls `worthwhile` and turns errors into statuses. The comments
//! here become those of `include/worthwhile.h`, so they address people who write C.
// Modules name each other by `super`, so that the fuzz target can take this file in as a module.
#![allow(non_camel_case_types, reason = "the types have their names in C")]
#![allow(clippy::too_many_arguments, reason = "a string of C is two parameters, a watch too")]
#![allow(clippy::missing_safety_doc, reason = "each comment has its rules of ownership and NULL")]

#[cfg(not(panic = "unwind"))]
compile_error!(
    "a panic has to become a status, and without unwinding it ends the caller's process"
);

pub mod asked;
pub mod assessment;
mod convert;
pub mod error;
mod failure;
mod guard;
pub mod parts;
pub mod plan;
pub mod replace;
pub mod rows;
pub mod samples;
pub mod status;
pub mod text;
pub mod told;
pub mod version;
pub mod watch;

#[cfg(test)]
mod tests;

#![doc = include_str!("../../../README.md")]

mod case;
mod catalogue;
mod error;
mod estimate;
pub mod field;
pub mod limits;
mod problem;
mod read;

pub use case::{
    Activity, Analysis, Assumptions, Award, Benefit, Case, Cost, Drive, During, Money, Motive,
    Person, Protections, Pursuit, Requires, SCHEMA_VERSION, Time,
};
pub use catalogue::{Catalogue, Category, Condition, Origin, Preset, Seen, Source};
pub use error::{Error, ErrorKind};
pub use estimate::{Domain, Estimate, Scale};
pub use field::Field;
pub use problem::{Code, Problem, ProblemData, Severity};

#![doc = include_str!("../README.md")]

mod analysis;
mod assessment;
mod case;
mod catalogue;
mod error;
mod estimate;
mod exp;
pub mod field;
pub mod limits;
mod plan;
mod problem;
mod read;
mod sampling;
#[cfg(feature = "schema")]
pub mod schema;
mod wide;
mod wire;
mod worth;

pub use analysis::{Options, Progress, Samples, Stage, Summary, Verdict, Watch};
pub use assessment::{
    Assessment, Assumption, AwardSummary, Basis, Contribution, ContributionKind, Engine, Flip,
    Information, InputInformation, KeepYourTime, LedgerSummary, MixSummary, Probabilities,
    ProbabilityErrors, Provenance, PursuitAssessment, Question, Reason, Sensitivity, Swing,
    Warning,
};
pub use case::{
    Activity, Analysis, Assumptions, Award, Benefit, Case, Cost, Drive, During, Money, Motive,
    Person, Protections, Pursuit, Requires, SCHEMA_VERSION, Time,
};
pub use catalogue::{Catalogue, Category, Condition, Origin, Preset, Seen, Source};
pub use error::{Error, ErrorKind};
pub use estimate::{Domain, Estimate, Scale};
pub use field::Field;
pub use plan::{Input, Plan};
pub use problem::{Code, Problem, ProblemData, Problems, Severity};
#[cfg(feature = "schema")]
pub use wire::schema_text;
pub use wire::{
    assess, assess_with, check, check_with, expand, expand_with, presets, presets_with,
    problems_document,
};

#[cfg(doc)]
#[doc = include_str!("../DESIGN.md")]
pub mod design {}

//! From a plan to its answer: what is asked of the analysis, and how an assessment is filled.

mod assess;
mod basis;
mod facts;
mod finite;
mod inputs;
mod parts;
mod pursuits;
mod run;
mod writing;

pub use inputs::LabeledInput;
pub use run::Run;

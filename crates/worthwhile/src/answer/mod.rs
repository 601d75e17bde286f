//! From a plan to its answer: what is asked of the analysis, and how an assessment is filled.

mod assess;
mod basis;
mod facts;
mod finite;
mod parts;
mod pursuits;
mod run;
mod writing;

pub use run::Run;

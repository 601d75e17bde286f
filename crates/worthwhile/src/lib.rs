#![doc = include_str!("../README.md")]

mod analysis;
mod answer;
mod assessment;
mod case;
mod catalogue;
mod compare;
mod complete;
mod error;
mod estimate;
mod exp;
pub mod field;
mod interview;
mod lanes;
pub mod limits;
mod operation;
mod order;
mod plan;
mod problem;
mod read;
mod redact;
mod sampling;
#[cfg(feature = "schema")]
pub mod schema;
mod suggest;
mod wide;
mod wire;
mod words;
mod worth;

pub use analysis::{
    Answer, ChangeKind, CloseBecause, InputChange, LeverKind, OptionKey, Options, Outputs,
    Progress, Refused, RespondentColumn, Respondents, RowProblem, Rows, Samples, Stage, Summary,
    Survey, SurveyFigure, SurveyFigures, Verdict, Watch,
};
pub use answer::{LabeledInput, Run};
pub use assessment::{
    AnswerChange, AsPlanned, Assessment, Assumption, AwardSummary, Basis, ComparedAnswer,
    Comparison, Contribution, ContributionKind, DecidingFigure, Difference, DifferenceContribution,
    DifferenceValue, Engine, Flip, HowMuch, Information, InputInformation, LedgerSummary, Lever,
    PersonSummary, PlanSummary, PlannedPursuit, Probabilities, ProbabilityErrors, Provenance,
    PursuitAssessment, Question, Reason, Sensitivity, Swing, Warning, WithoutAny, YearSummary,
};
pub use case::{
    Activity, AfterGivingUp, Analysis, Assumptions, Award, Benefit, Case, Cost, Drawback, Drive,
    During, Money, Motive, Person, Protections, Pursuit, Requires, SCHEMA_VERSION, Time,
};
pub use catalogue::{Catalogue, Category, Condition, Origin, Preset, Seen, Source};
pub use error::{Error, ErrorKind};
pub use estimate::{Domain, Estimate, Scale};
pub use field::Field;
pub use interview::{
    HangsOn, Interview, InterviewProgress, InterviewQuestion, QuestionKind, QuestionOption,
    Questions, SoFar, Week,
};
pub use operation::{Answers, Argument, Operation};
pub use plan::{Input, Plan};
pub use problem::{Code, Problem, ProblemData, Problems, Severity};
pub use read::is_hidden;
#[cfg(feature = "schema")]
pub use wire::schema_text;
pub use wire::{Call, Document, assess, check, expand, presets, problems_document};
pub use words::{ComparisonPage, Page, outline};

/// How the documents of the other crates of this workspace are read: as a case is. It is no part of the
/// public interface.
#[doc(hidden)]
pub mod reading {
    pub use crate::problem::{number, shorten};
    pub use crate::read::{Cursor, Fields, document, member, taken, version};
}

/// How the pages of the other crates of this workspace are written: as the page of an answer is. It is no part
/// of the public interface.
#[doc(hidden)]
pub use words::writing;

#[cfg(doc)]
#[doc = include_str!("../DESIGN.md")]
pub mod design {}

#[cfg(doc)]
#[doc = include_str!("../docs/model.md")]
pub mod model {}

#[cfg(doc)]
#[doc = include_str!("../docs/case.md")]
pub mod case_fields {}

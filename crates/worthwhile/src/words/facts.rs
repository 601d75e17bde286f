//! What the words of an answer are made of besides the answer's own figures.

use std::sync::Arc;

use crate::analysis::Answer;
use crate::assessment::{Assessment, PursuitAssessment};

/// What the document does not say of the case itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    /// How far the person's drive is their own, 0 to 1: the mean over the scenarios.
    pub(crate) autonomy: f64,
    /// The most hours a week that fit, the mean over the scenarios: hours awake less the job, and
    /// the limit.
    pub(crate) most_hours_per_week: f64,
    /// Whether the case gives a limit.
    pub(crate) has_limit: bool,
    /// Whether money figures other than 0 count for nothing, since the case says nothing of money.
    pub(crate) leaves_money_out: bool,
    /// How much of the pursuit in question the base case's plan with it has.
    pub(crate) base_level: f64,
    /// Names of the inputs that are uncertain.
    pub(crate) uncertain: Vec<Arc<str>>,
    /// The currency that the presets' dollars count as one for one, though it is another.
    pub(crate) one_for_one: Option<String>,
    /// The share of the scenarios that half of the margin's variance comes from, where they are few.
    pub(crate) few_scenarios: Option<f64>,
    /// The base case's answer at twice the horizon. Only of a question that outlasts it.
    pub(crate) answer_at_twice: Option<Answer>,
    /// What turns a yes into a no within what it could well be, the nearest first.
    pub(crate) deciding: Vec<Deciding>,
    /// Of every pursuit, in case order.
    pub(crate) pursuits: Vec<PursuitFacts>,
}

/// What the document does not say of a pursuit. Figures are means over the scenarios, at its level.
#[derive(Debug, Clone, Default)]
pub(crate) struct PursuitFacts {
    /// Whether its award is held today.
    pub(crate) is_held: bool,
    /// The part of its work that is done in any case, 0 to 1.
    pub(crate) anyway: f64,
    /// Hours a week without rest, over the years ahead.
    pub(crate) loaded_hours_per_week: f64,
    /// Hours a week without rest in the year that has most of them.
    pub(crate) busiest_loaded_hours_per_week: f64,
    /// Chance of burnout in the life without it.
    pub(crate) risk_without: f64,
    /// Whether what it gives still lasts after the last year that counts.
    pub(crate) outlasts_horizon: bool,
    /// Ids of the pursuits that the case does not allow beside it.
    pub(crate) rules_out: Vec<String>,
    /// The id of the drawback that bothers most. None where nothing does.
    pub(crate) worst_drawback: Option<String>,
}

/// A number that turns a yes into a no.
#[derive(Debug, Clone)]
pub(crate) struct Deciding {
    pub(crate) input: Arc<str>,
    /// What it is, within a sentence: [`Phrase::noun`](super::Phrase::noun).
    pub(crate) noun: String,
    /// The change, after an `if`: [`Phrase::change`](super::Phrase::change).
    pub(crate) change: String,
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// The answer at `to`.
    pub(crate) answer: Answer,
    /// Whether it is a condition: there someone can be asked.
    pub(crate) is_condition: bool,
}

/// One pursuit of an answer, with what the document does not say of it.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) answer: &'a Assessment,
    pub(super) facts: &'a Facts,
    pub(super) own: &'a PursuitAssessment,
    pub(super) more: &'a PursuitFacts,
}

impl View<'_> {
    /// Whether it is the pursuit in question.
    pub(super) fn is_asked(&self) -> bool {
        self.own.id == self.answer.question.pursuit
    }
}

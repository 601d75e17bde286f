//! What to ask next: at first what everything rests on, then whatever could change the answer most.

use std::ops::ControlFlow;

use super::Interview;
use super::question::{InterviewProgress, InterviewQuestion, Questions, SoFar};
use super::rated;
use super::script::{Open, Script};
use crate::analysis::{Options, Watch};
use crate::assessment::Information;
use crate::case::SCHEMA_VERSION;
use crate::catalogue::Origin;
use crate::error::Error;
use crate::order;
use crate::plan::{Input, Plan};
use crate::words::{fixed, trimmed};

/// Points that a question has to be worth to be asked. Illustrative: a tenth of the points within which an
/// answer is called close.
const WORTH_ASKING: f64 = 0.5;
/// The rule in words.
const LITTLE_TO_GAIN: &str = "No open question is worth half a point any more.";
const NOTHING_OPEN: &str = "There is nothing left to ask.";
const DOES_NOT_FIT: &str = "It does not fit in your week, so nothing else would change the answer.";

/// Scenarios where the options do not say: enough to put questions in their order.
const SCENARIOS: u32 = 4096;
/// The most questions that are listed.
const MOST: usize = 24;

impl Interview<'_> {
    /// What to ask next, and how far the interview is. Until the first answer, that is the rest of what
    /// everything rests on. From then on, the questions stand in the order of what not knowing them loses, and
    /// it is good enough once none of them is worth half a point.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the case that it started from,
    /// or of an option.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Catalogue, Interview, Options};
    /// let interview = Interview::new(Catalogue::builtin());
    /// let next = interview.questions(&Options::default())?;
    /// assert_eq!((next.questions[0].id.as_str(), next.so_far), ("about", None));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn questions(&self, options: &Options) -> Result<Questions, Error> {
        self.watched(options, &mut |_| ControlFlow::Continue(()))
    }

    /// The same with progress reports.
    pub(crate) fn watched(
        &self,
        options: &Options,
        watch: &mut Watch<'_>,
    ) -> Result<Questions, Error> {
        let script = self.play(Open::Silent);
        let case = serde_json::to_value(self.case()?).unwrap_or_default();
        let progress = InterviewProgress {
            answered: script.answered.len(),
            before_first_answer: script.first.len(),
        };
        let mut questions = Questions {
            schema_version: SCHEMA_VERSION,
            case,
            questions: Vec::new(),
            answered: script.answered.clone(),
            progress,
            good_enough: false,
            good_enough_because: None,
            so_far: None,
            week: script.week.clone(),
        };
        if script.first.is_empty() {
            self.look(&script, &mut questions, options, watch)?;
        } else {
            questions.questions = script.first;
        }
        questions.questions.truncate(MOST);
        Ok(questions)
    }

    /// Computes the answer so far, and what each open question is worth.
    fn look(
        &self,
        script: &Script<'_>,
        questions: &mut Questions,
        options: &Options,
        watch: &mut Watch<'_>,
    ) -> Result<(), Error> {
        let mut options = options.clone().with_levers(false).with_flips(false);
        if options.analysis.scenarios.is_none() {
            options = options.with_scenarios(SCENARIOS);
        }
        let (_, plan) = self.decoded(Open::Silent)?;
        let answer = plan.run().options(&options).watch(&mut |at| watch(at)).assess()?;
        questions.so_far = Some(SoFar {
            answer: answer.question.answer,
            confidence: answer.question.confidence,
            summary: answer.question.summary,
        });
        let unsure = self.play(Open::Unknown);
        let (_, plan) = self.decoded(Open::Unknown)?;
        let known = plan.run().options(&options).watch(&mut |at| watch(at)).information()?;
        questions.questions = self.open(script, &unsure, &plan, known.as_ref());
        let most = questions.questions.first().and_then(|question| question.loses_points);
        let because = match (known, most) {
            (None, _) if plan.inputs().iter().any(|input| !input.estimate.is_certain()) => {
                DOES_NOT_FIT
            }
            (_, None) => NOTHING_OPEN,
            (_, Some(points)) if points < WORTH_ASKING => LITTLE_TO_GAIN,
            _ => return Ok(()),
        };
        questions.good_enough = true;
        questions.good_enough_because = Some(because.to_owned());
        Ok(())
    }

    /// The open questions, those that lose most first. A question that no number of the case depends on yet
    /// comes last.
    fn open(
        &self,
        script: &Script<'_>,
        unsure: &Script<'_>,
        plan: &Plan,
        known: Option<&Information>,
    ) -> Vec<InterviewQuestion> {
        let worth = |pointer: &str| known.and_then(|known| worth(known, pointer));
        let mut open: Vec<InterviewQuestion> = script.later.clone();
        let is_taken = |pointer: &str| {
            let is_it = |own: &InterviewQuestion| own.pointer.as_deref() == Some(pointer);
            // What has an answer is never asked again.
            self.answers.contains_key(pointer)
                || script.later.iter().chain(&script.answered).any(is_it)
        };
        let is_candidate = |input: &&Input| {
            let is_given = input.origin == Origin::Case && self.base.has(&input.name);
            !input.estimate.is_certain() && !is_given && !is_taken(&input.name)
        };
        for input in plan.inputs().iter().filter(is_candidate) {
            if let Some(mut question) = rated::question(unsure, &input.name, input.field) {
                question.unknown = unknown(input);
                open.push(question);
            }
        }
        for question in &mut open {
            question.loses_points = question.pointer.as_deref().and_then(worth);
        }
        open.retain(|question| question.loses_points.is_some());
        order::sort_by(&mut open, |one, other| {
            let points = |own: &InterviewQuestion| own.loses_points.unwrap_or(0.0);
            points(other).total_cmp(&points(one))
        });
        open
    }
}

/// What knowing a number is worth. The ratings of a ranking are one thing to know.
fn worth(known: &Information, pointer: &str) -> Option<f64> {
    let of = |name: &str| known.inputs.iter().find(|own| &*own.input == name);
    let ranking =
        || rated::is_ranked_motive(pointer).then(|| of("/person/motivation_ranking")).flatten();
    let found = of(pointer).or_else(ranking)?;
    Some(if found.below_noise { 0.0 } else { found.evppi })
}

/// What not knowing a number leaves, and where that comes from.
fn unknown(input: &Input) -> String {
    let domain = &input.field.domain;
    let of = |text: f64| {
        let factor = if domain.max <= 1.0 { 100.0 } else { 1.0 };
        let unit = if domain.max <= 1.0 { "%" } else { "" };
        let digits = fixed(text * factor, usize::from(text.abs() * factor < 100.0));
        format!("{}{unit}", trimmed(&digits))
    };
    let range = match ends(input) {
        Some([low, high]) => format!(", {} to {}", of(low), of(high)),
        None => String::new(),
    };
    match &input.origin {
        Origin::Preset { source, .. } => {
            let word = match source.seen {
                crate::catalogue::Seen::Illustrative => "illustrative",
                _ => "sourced",
            };
            format!("It stays at the range of the preset{range} ({word}).")
        }
        Origin::Catalogue(_) => {
            format!("It stays at the range of the catalog{range} (illustrative).")
        }
        _ => format!("It stays at an illustrative range{range}."),
    }
}

fn ends(input: &Input) -> Option<[f64; 2]> {
    use crate::estimate::Estimate::{Interval, Pert, Uniform};
    match input.estimate {
        Interval { low, high } => Some([low, high]),
        Pert { min, max, .. } | Uniform { min, max } => Some([min, max]),
        _ => None,
    }
}

//! What to ask next: at first what everything rests on, then what else has to be known, and then whatever
//! could change the answer most.

use std::cmp::Ordering;
use std::ops::ControlFlow;

use super::Interview;
use super::leaves_out::{has_no_job, is_of_a_job};
use super::question::{HangsOn, InterviewProgress, InterviewQuestion, Questions, SoFar};
use super::rated;
use super::script::{Open, Script};
use crate::analysis::{Answer, Options, Watch};
use crate::assessment::{Flip, Information};
use crate::case::SCHEMA_VERSION;
use crate::catalogue::Origin;
use crate::error::Error;
use crate::field::PERSONAL_TIME;
use crate::order;
use crate::plan::{Input, Plan};
use crate::words::questions::{ABOUT, BREAK_EVEN, HOURS};
use crate::words::{Phrase, fixed, trimmed};

/// Points that a question has to be worth to be asked. Illustrative: a tenth of the points within which an
/// answer is called close.
const WORTH_ASKING: f64 = 0.5;
/// The rule in words.
const LITTLE_TO_GAIN: &str = "No open question is worth half a point any more, and nothing that you were unsure of turns the answer.";
const NOTHING_OPEN: &str = "There is nothing left to ask.";
const DOES_NOT_FIT: &str = "It does not fit in your week, so nothing else would change the answer.";

const RANKING: &str = "/person/motivation_ranking";

/// Scenarios where the options do not say: enough to put questions in their order.
const SCENARIOS: u32 = 4096;
/// The most questions that are listed.
const MOST: usize = 24;

impl Interview<'_> {
    /// What to ask next, and how far the interview is. Until the first answer, that is the rest of what
    /// everything rests on. From then on, it is what else decides, such as money and what bothers, and after
    /// that the numbers, in the order of what not knowing them loses. It is good enough once none of them is
    /// worth half a point and the answer hangs on nothing that the person was unsure of.
    ///
    /// Without [levers](Options::with_levers) it computes no answer, so the questions come as quickly as the
    /// case is read: in an order of their own, without `loses_points`, and without `so_far` and `hangs_on`. It
    /// is never good enough then. For a page that asks after every key.
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
        let (case, plan) = self.planned(&script)?;
        let case = serde_json::to_value(case).unwrap_or_default();
        let progress = InterviewProgress {
            answered: script.answered.len(),
            before_first_answer: before_first_answer(&script),
            worth_asking: script.first.len() + script.soon.len(),
        };
        let mut questions = Questions {
            schema_version: SCHEMA_VERSION,
            case,
            questions: Vec::new(),
            answered: script.answered.clone(),
            progress,
            good_enough: false,
            good_enough_because: None,
            hangs_on: Vec::new(),
            so_far: None,
            week: script.week.clone(),
        };
        if script.first.is_empty() {
            self.look(&script, &plan, &mut questions, options, watch)?;
        } else {
            questions.questions = script.first.into_iter().chain(script.soon).collect();
        }
        questions.questions.truncate(MOST);
        Ok(questions)
    }

    /// Computes the answer so far, and what each open question is worth.
    fn look(
        &self,
        script: &Script<'_>,
        silent: &Plan,
        questions: &mut Questions,
        options: &Options,
        watch: &mut Watch<'_>,
    ) -> Result<(), Error> {
        let unsure = self.play(Open::Unknown);
        let plan = Plan::read_with(&self.written(&unsure), self.catalogue)?;
        if !options.levers.unwrap_or(true) {
            return self.list(script, &unsure, &plan, questions, watch);
        }
        let mut options = options.clone().with_levers(false).with_flips(false);
        if options.analysis.scenarios.is_none() {
            options = options.with_scenarios(SCENARIOS);
        }
        let answer = silent.run().options(&options).watch(&mut |at| watch(at)).assess()?;
        questions.so_far = Some(SoFar {
            answer: answer.question.answer,
            confidence: answer.question.confidence,
            summary: answer.question.summary,
        });
        let known = plan.run().options(&options).watch(&mut |at| watch(at)).information()?;
        let open = self.open(script, &unsure, &plan, |pointer| worth(known.as_ref()?, pointer));
        let is_uncertain = plan.inputs().iter().any(|input| !input.estimate.is_certain());
        // Whatever else there is to say, it does not fit.
        let soon = if known.is_none() && is_uncertain { 0 } else { script.soon.len() };
        let most = open.first().and_then(|question| question.loses_points);
        let points = open.iter().filter_map(|question| question.loses_points);
        let count = points.filter(|points| *points >= WORTH_ASKING).count();
        questions.progress.worth_asking = soon + count;
        questions.questions = script.soon.iter().cloned().chain(open).collect();
        let unsettled = self.unsettled(script, silent, &questions.questions);
        let names: Vec<&str> = unsettled.iter().map(|(_, input)| &*input.name).collect();
        let turns = match names[..] {
            [] => Vec::new(),
            _ => silent.run().options(&options).watch(&mut |at| watch(at)).turns(&names)?,
        };
        let base = answer.question.base_answer;
        questions.hangs_on = hangs_on(silent, &unsettled, &turns, base, known.as_ref());
        if !questions.hangs_on.is_empty() || soon > 0 {
            return Ok(());
        }
        let because = match (known, most) {
            (None, _) if is_uncertain => DOES_NOT_FIT,
            (_, None) => NOTHING_OPEN,
            (_, Some(points)) if points < WORTH_ASKING => LITTLE_TO_GAIN,
            _ => return Ok(()),
        };
        questions.good_enough = true;
        questions.good_enough_because = Some(because.to_owned());
        Ok(())
    }

    /// The open questions as they come, without what each is worth.
    fn list(
        &self,
        script: &Script<'_>,
        unsure: &Script<'_>,
        plan: &Plan,
        questions: &mut Questions,
        watch: &mut Watch<'_>,
    ) -> Result<(), Error> {
        let is_uncertain = |pointer: &str| {
            let known = plan.input(pointer).is_some_and(|input| !input.estimate.is_certain());
            known || rated::is_ranked_motive(pointer) && unsure.case.has(RANKING)
        };
        // Whatever else there is to say, it may not fit.
        let fits = plan.run().watch(&mut |at| watch(at)).fits()?;
        let depends = |pointer: &str| (fits && is_uncertain(pointer)).then_some(0.0);
        let mut open = self.open(script, unsure, plan, depends);
        open.iter_mut().for_each(|question| question.loses_points = None);
        questions.progress.worth_asking = if fits { script.soon.len() } else { 0 };
        questions.questions = script.soon.iter().cloned().chain(open).collect();
        Ok(())
    }

    /// What the person was asked and is unsure of: the id of the question, and the number.
    fn unsettled<'p>(
        &self,
        script: &Script<'_>,
        plan: &'p Plan,
        open: &[InterviewQuestion],
    ) -> Vec<(String, &'p Input)> {
        let of = |input: &Input| -> Option<String> {
            let name = &*input.name;
            let is_it = |own: &&InterviewQuestion| own.pointer.as_deref() == Some(name);
            if input.estimate.is_certain() || open.iter().any(|own| is_it(&own)) {
                return None;
            }
            // Not to know the hours of a trade leaves a rating in their place.
            let trade = (name == PERSONAL_TIME.path).then_some(BREAK_EVEN.id);
            let answered = script.answered.iter().find(|own| is_it(own) || Some(&*own.id) == trade);
            let is_given = || self.base.has(name) && !script.unsaid.contains(name);
            answered.map(|own| own.id.clone()).or_else(|| is_given().then(|| name.to_owned()))
        };
        plan.inputs().iter().filter_map(|input| Some((of(input)?, input))).collect()
    }

    /// The open questions, those that lose most first. A question that no number of the case depends on yet
    /// comes last.
    fn open(
        &self,
        script: &Script<'_>,
        unsure: &Script<'_>,
        plan: &Plan,
        worth: impl Fn(&str) -> Option<f64>,
    ) -> Vec<InterviewQuestion> {
        let mut open: Vec<InterviewQuestion> = script.later.clone();
        let is_taken = |pointer: &str| {
            let is_it = |own: &InterviewQuestion| own.pointer.as_deref() == Some(pointer);
            // What has an answer is never asked again.
            let asked = script.soon.iter().chain(&script.later).chain(&script.answered);
            self.answers.contains_key(pointer) || asked.into_iter().any(is_it)
        };
        let has_no_job = has_no_job(unsure);
        let is_candidate = |input: &&Input| {
            let is_given = input.origin == Origin::Case && self.base.has(&input.name);
            let is_left_out = has_no_job && is_of_a_job(unsure, &input.name);
            !input.estimate.is_certain() && !is_given && !is_taken(&input.name) && !is_left_out
        };
        for input in plan.inputs().iter().filter(is_candidate) {
            if let Some(mut question) = rated::question(unsure, &input.name, input.field) {
                question.unknown = unknown(input);
                open.push(question);
            }
        }
        for question in &mut open {
            question.loses_points = question.pointer.as_deref().and_then(&worth);
        }
        open.retain(|question| question.loses_points.is_some());
        order::sort_by(&mut open, |one, other| by_loss(other.loses_points, one.loses_points));
        open
    }
}

/// How many questions there are before a first answer. What it is about leads to at least two more.
fn before_first_answer(script: &Script<'_>) -> usize {
    const AFTER_ABOUT: usize = 2;
    let is_new = script.first.iter().any(|own| own.id == ABOUT.id);
    script.first.len() + if is_new { AFTER_ABOUT } else { 0 }
}

/// What the answer hangs on, of what the person is unsure of: what turns it first, the nearest at the
/// front, and then what knowing it is worth.
fn hangs_on(
    plan: &Plan,
    unsettled: &[(String, &Input)],
    turns: &[Flip],
    base: Option<Answer>,
    known: Option<&Information>,
) -> Vec<HangsOn> {
    let points = |input: &str| known.and_then(|known| worth(known, input));
    let question = |name: &str| unsettled.iter().find(|(_, input)| &*input.name == name);
    let turning = turns.iter().filter_map(|turn| {
        let (question, _) = question(&turn.input)?;
        let in_words = |answer: Answer| if answer.is_yes() { "yes" } else { "no" };
        let (answer, change) = (in_words(turn.answer), as_asked(question, &turn.text));
        let text = match base.map(in_words) {
            // The scenarios say otherwise, on average.
            Some(base) => format!(
                "With every uncertain number at its average the answer would be {base}; it would be {answer} {change}."
            ),
            None => format!("The answer would be {answer} {change}."),
        };
        Some(HangsOn {
            question: question.clone(),
            input: turn.input.to_string(),
            text,
            to: Some(turn.to),
            loses_points: points(&turn.input),
        })
    });
    let others = unsettled.iter().filter(|(_, input)| {
        !turns.iter().any(|turn| turn.input == input.name)
            && points(&input.name).is_some_and(|points| points >= WORTH_ASKING)
    });
    let mut others: Vec<HangsOn> = others
        .map(|(question, input)| {
            let points = points(&input.name).unwrap_or_default();
            let noun = Phrase::new(plan.compiled(), input).noun();
            HangsOn {
                question: question.clone(),
                input: input.name.to_string(),
                text: format!("To know {noun} better is worth {} points.", fixed(points, 1)),
                to: None,
                loses_points: Some(points),
            }
        })
        .collect();
    order::sort_by(&mut others, |one, other| by_loss(other.loses_points, one.loses_points));
    turning.chain(others).collect()
}

fn by_loss(one: Option<f64>, other: Option<f64>) -> Ordering {
    one.unwrap_or(0.0).total_cmp(&other.unwrap_or(0.0))
}

/// A change in the words of its question: something of one's own takes hours a week.
fn as_asked(question: &str, change: &str) -> String {
    let is_week = ["own", "other"].iter().any(|own| question == format!("{own}-{}", HOURS.id));
    match change.strip_prefix("if the work itself took ").filter(|_| is_week) {
        Some(rest) => format!("if it took {}", rest.replace(" each time", " a week")),
        None => change.to_owned(),
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

//! Two cases side by side: what differs in them and in their answers, and which difference does what.

mod blend;
mod coalitions;
mod differences;
mod differing;
mod facts;
mod groups;
mod parts;
mod shapley;
#[cfg(test)]
mod tests;

use std::ops::ControlFlow;

use coalitions::{Between, Share};
use differences::differences;
use differing::{Differing, Value};
use parts::{Pair, Part};

use crate::analysis::{AskedAtMeans, Options, Watch, asked_at_means};
use crate::answer::Run;
use crate::assessment::{
    AnswerChange, Assessment, ComparedAnswer, Comparison, Difference, DifferenceContribution,
    DifferenceValue,
};
use crate::case::SCHEMA_VERSION;
use crate::error::Error;
use crate::limits::{MAX_MIXES, MAX_PROBLEMS};
use crate::order;
use crate::plan::Plan;
use crate::problem::{Code, Problem};
use crate::read::judge_options;
use crate::words::comparison::{self, values};

impl Run<'_> {
    /// Puts another case beside the one of this run: what differs in the two, in their answers, and which
    /// difference does what.
    ///
    /// Both are computed under the same options: those of the run and, where these leave something to the
    /// case, the larger of what both cases have. So both answers are those that
    /// [`assess`](Run::assess) gives under these options, without levers, flips and total indices.
    /// Pursuits of the same id are the same; of those left, so are the only ones of the same preset.
    ///
    /// What a difference does is its Shapley value in the base case, every number at its mean: what it
    /// changes on average, over all orders in which the differences could come about one by one.
    /// Differences are taken together by their sense: all motives, the week, the hours of a pursuit and
    /// so on. Ten groups are told apart at most; of more, those that matter least are one.
    ///
    /// # Errors
    /// See [`Run`]. Also `not_finite_figure` if a case between the two has a figure that is not a finite
    /// number.
    ///
    /// # Example
    /// ```
    /// use worthwhile::Plan;
    /// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let busy = plan.with_values([("/person/time/free_hours_per_week", 6.0)])?;
    /// let comparison = plan.run().compare(&busy)?;
    /// let [only] = &comparison.contributions[..] else { panic!("one thing differs") };
    /// assert_eq!(only.name, "the week");
    /// assert!((only.margin - comparison.change.base_margin).abs() < 1e-9);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn compare(self, other: &Plan) -> Result<Comparison, Error> {
        let (plan, options, watch) = self.into_parts();
        let usual = Options::default();
        let options = options.unwrap_or(&usual);
        match watch {
            Some(watch) => compare([plan, other], options, &mut |now| watch(now)),
            None => compare([plan, other], options, &mut |_| ControlFlow::Continue(())),
        }
    }
}

fn compare(
    plans: [&Plan; 2],
    options: &Options,
    watch: &mut Watch<'_>,
) -> Result<Comparison, Error> {
    let [first, second] = plans;
    judge_options(&options.analysis, options.threads)?;
    let both = options.for_both(plans.map(|plan| &plan.compiled().case.analysis));
    let mut answer = |plan: &Plan, case: &str| {
        let mut watch = |now| watch(now);
        let answer = plan.run().options(&both).watch(&mut watch).assess();
        answer.map_err(|error| error.within(case))
    };
    let answers = [answer(first, "/first")?, answer(second, "/second")?];
    let pair = Pair::new(&first.compiled().case, &second.compiled().case);
    let ends = [at_means(first)?, at_means(second)?];
    let differing = differences(&pair, plans);
    let mut parts: Vec<Part> = differing.iter().map(|own| own.part).collect();
    order::sort_by(&mut parts, Ord::cmp);
    parts.dedup();
    let threads = both.threads.unwrap_or(1) as usize;
    let between = Between { pair: &pair, ends, threads };
    let mut shares = between.shares(parts, watch)?;
    order::sort_by(&mut shares, |a, b| b.figures.margin.abs().total_cmp(&a.figures.margin.abs()));
    check(&shares)?;
    let name = |plan: &Plan| plan.compiled().case.name.clone();
    let [one, other] = &answers;
    let mut comparison = Comparison {
        schema_version: SCHEMA_VERSION,
        first: told(name(first), one, ends[0]),
        second: told(name(second), other, ends[1]),
        change: change(&answers, ends),
        differences: differing.into_iter().map(|own| difference(&pair, own)).collect(),
        contributions: shares.iter().map(|own| contribution(&pair, own)).collect(),
        summary: String::new(),
    };
    comparison.summary = comparison::summary(&comparison, comparison::CASES);
    Ok(comparison)
}

/// The base case's figures. The plan has an answer, so its search ends.
fn at_means(plan: &Plan) -> Result<AskedAtMeans, Error> {
    let found = asked_at_means(plan.compiled(), MAX_MIXES, &mut |_| ControlFlow::Continue(()));
    found.map_err(|_| Error::stopped())
}

fn check(shares: &[Share]) -> Result<(), Error> {
    let is_finite = |own: &&Share| own.figures.margin.is_finite() && own.figures.worth.is_finite();
    let bad = shares.iter().enumerate().filter(|(_, own)| !is_finite(own)).map(|(at, _)| {
        let message = "a figure of a case between the two is not a finite number";
        let help = "the cases combine numbers that are too large or too small to compute with";
        let path = format!("/contributions/{at}");
        Problem::new(path, Code::NotFiniteFigure, message).with_help(help)
    });
    let bad: Vec<Problem> = bad.take(MAX_PROBLEMS).collect();
    if bad.is_empty() { Ok(()) } else { Err(Error::invalid(bad)) }
}

// INVARIANT: an answer has the pursuit in question.
#[expect(clippy::expect_used, reason = "see the invariant above")]
fn told(name: Option<String>, answer: &Assessment, base: AskedAtMeans) -> ComparedAnswer {
    let (question, own) = (&answer.question, answer.asked().expect("an answer is about a pursuit"));
    ComparedAnswer {
        name,
        engine: answer.engine.clone(),
        pursuit: own.id.clone(),
        pursuit_name: own.name.clone(),
        question: question.text.clone(),
        answer: question.answer,
        verdict: question.verdict,
        level: question.level,
        chance_of_yes: question.chance_of_yes,
        confidence: question.confidence,
        close_call: question.close_call,
        worth: own.worth,
        margin: own.margin,
        hours_per_week: own.hours_per_week,
        burnout_risk: own.burnout_risk,
        base_worth: base.worth,
        base_margin: base.margin,
        summary: question.in_brief.first().cloned().unwrap_or_default(),
    }
}

fn change([first, second]: &[Assessment; 2], ends: [AskedAtMeans; 2]) -> AnswerChange {
    let figure = |of: fn(&crate::assessment::PursuitAssessment) -> f64| {
        let of = |answer: &Assessment| answer.asked().map(of).unwrap_or_default();
        of(second) - of(first)
    };
    let chances = [first, second].map(|own| own.question.chance_of_yes);
    let chance = match chances {
        [Some(first), Some(second)] => Some(second - first),
        _ => None,
    };
    let [one, other] = ends;
    AnswerChange {
        turns: first.question.answer != second.question.answer,
        level: second.question.level - first.question.level,
        chance_of_yes: chance,
        worth: figure(|own| own.worth.mean),
        margin: figure(|own| own.margin.mean),
        hours_per_week: figure(|own| own.hours_per_week.mean),
        burnout_risk: figure(|own| own.burnout_risk.mean),
        base_worth: other.worth - one.worth,
        base_margin: other.margin - one.margin,
    }
}

fn difference(pair: &Pair<'_>, own: Differing) -> Difference {
    let value = |value: Option<Value>| {
        value.map(|own| DifferenceValue { estimate: own.estimate, text: own.text })
    };
    let [first, second] = own.values;
    Difference {
        group: pair.id_of(own.part),
        input: own.input,
        noun: own.noun,
        first: value(first),
        second: value(second),
    }
}

fn contribution(pair: &Pair<'_>, own: &Share) -> DifferenceContribution {
    let name = match own.parts.as_slice() {
        [part] => values::group(&pair.id_of(*part), pair.name_of(*part)),
        parts => values::the_rest(parts.len()),
    };
    DifferenceContribution {
        groups: own.parts.iter().map(|part| pair.id_of(*part)).collect(),
        name,
        margin: own.figures.margin,
        worth: own.figures.worth,
    }
}

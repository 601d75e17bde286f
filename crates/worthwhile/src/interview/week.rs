//! The week as a budget: what job, sleep, everyday life and care leave.

use std::fmt::Write as _;

use super::leaves_out::has_no_job;
use super::numbers::Span;
use super::question::{InterviewQuestion, QuestionKind, Week};
use super::refusal::path;
use super::script::{Reply, Script, Turn, middle};
use crate::estimate::Domain;
use crate::field::{FREE_HOURS, WORK_HOURS};
use crate::limits::HOURS_A_WEEK;
use crate::problem::{Code, Problem};
use crate::words::questions::{
    CARE, EVERYDAY, EVERYDAY_WITHOUT_A_JOB, FREE as FREE_WORDS, JOB, SLEEP, Wording,
};
use crate::words::{fixed, trimmed};

const FREE: &str = "/person/time/free_hours_per_week";
const WORK: &str = "/person/time/work_hours_per_week";
const NIGHTS: f64 = 7.0;
const HOURS_A_DAY: f64 = 24.0;

/// Ranges where nobody said. All are illustrative but the job, which has a source in the table of fields.
const JOB_UNKNOWN: Span = Span::new(40.0, 40.0);
const SLEEP_UNKNOWN: Span = Span::new(7.0, 9.0);
const EVERYDAY_UNKNOWN: Span = Span::new(20.0, 45.0);
const CARE_UNKNOWN: Span = Span::new(0.0, 20.0);

/// The fewest free hours that a case is made with: none at all are a problem.
const FEWEST: f64 = 0.5;

/// Asks for the week.
pub(super) fn ask(script: &mut Script<'_>) {
    let question = script.question(QuestionKind::Hours, JOB).of_field(&WORK_HOURS, WORK.to_owned());
    let is_in_case = script.in_base(WORK);
    let job = script.ask(question, Turn::First, is_in_case);
    if let Some(hours) = job.number() {
        script.say(WORK, hours.estimate(&WORK_HOURS.domain));
    }
    let is_in_case = script.in_base(FREE);
    let day = Domain::bounded(0.0, HOURS_A_DAY).above_min();
    let week = Domain::bounded(0.0, HOURS_A_WEEK);
    let has_no_job = has_no_job(script);
    let mut part = |words: Wording, domain: Domain, unit: &str| {
        let question = script.question(QuestionKind::Hours, words).with_bounds(domain, unit);
        script.ask(question, Turn::First, is_in_case)
    };
    let everyday_words =
        if has_no_job { Wording { help: EVERYDAY_WITHOUT_A_JOB, ..EVERYDAY } } else { EVERYDAY };
    let sleep = part(SLEEP, day, "hours a night");
    let everyday = part(everyday_words, week, "hours a week");
    let care = part(CARE, week, "hours a week");
    // Not to know the parts does not take the hours away that a case gives.
    if is_in_case && [&sleep, &everyday, &care].iter().all(|reply| reply.number().is_none()) {
        free(script, None, true);
        return;
    }
    let parts = [
        job.number().or_else(|| given_job(script)).unwrap_or(JOB_UNKNOWN),
        sleep.number().unwrap_or(SLEEP_UNKNOWN).scaled(NIGHTS),
        everyday.number().unwrap_or(EVERYDAY_UNKNOWN),
        care.number().unwrap_or(CARE_UNKNOWN),
    ];
    let is_open = [&job, &sleep, &everyday, &care].iter().any(|reply| **reply == Reply::Open);
    budget(script, parts, is_open);
    let is_unsaid = [&sleep, &everyday, &care].iter().any(|reply| reply.number().is_none());
    if is_unsaid || job.is_unknown() {
        script.unsaid.insert(FREE.to_owned());
    }
    let left = script.week.as_ref().map(|week| week.free);
    free(script, left, false);
}

/// Asks how many of the hours that are left are free for it.
fn free(script: &mut Script<'_>, left: Option<f64>, is_in_case: bool) {
    let question =
        script.question(QuestionKind::Hours, FREE_WORDS).of_field(&FREE_HOURS, FREE.to_owned());
    let text = left.map_or(question.text.clone(), |left| {
        format!("That leaves {} hours. How many of them could really go to this?", told(left))
    });
    let help = FREE_WORDS.help.to_owned();
    let question = InterviewQuestion { text, help, ..question };
    if let Some(hours) = script.ask(question, Turn::First, is_in_case).number() {
        let job = script.case.get(WORK).and_then(middle).unwrap_or(0.0);
        let most = (HOURS_A_WEEK - job).max(1.0);
        let hours = hours.within(FEWEST, most.max(FEWEST));
        script.say(FREE, hours.estimate(&FREE_HOURS.domain));
    } else if script.unsaid.contains(FREE) && !is_in_case {
        script.stands_in("your free hours");
    }
}

/// The job of the case that it started from, where that is one number.
fn given_job(script: &Script<'_>) -> Option<Span> {
    let hours = script.case.get(WORK)?.as_f64()?;
    Some(Span::new(hours, hours))
}

/// What the parts leave. They are taken as independent of each other, so the spread of what is left is the
/// root of their squared spreads.
fn budget(script: &mut Script<'_>, parts: [Span; 4], is_open: bool) {
    let taken: f64 = parts.iter().map(|part| part.middle()).sum();
    let left = HOURS_A_WEEK - taken;
    let spread = libm::sqrt(parts.iter().map(|part| part.half_width() * part.half_width()).sum());
    if left < FEWEST && !is_open {
        let message = format!(
            "job, sleep, everyday life and care take {} of the 168 hours of a week, which leaves nothing",
            told(taken)
        );
        let problem = Problem::new(path(CARE.id), Code::WeekTooLong, message);
        script
            .problems
            .push(problem.with_help("type fewer hours, or go back to those of another part"));
    }
    let most = (HOURS_A_WEEK - parts.first().map_or(0.0, |job| job.middle())).max(1.0);
    let free = Span::new(left - spread, left + spread).within(FEWEST, most.max(FEWEST));
    let rounded = Span::new(to_tenths(free.low), to_tenths(free.high));
    script.say(FREE, rounded.estimate(&FREE_HOURS.domain));
    if !is_open {
        let [job, sleep, everyday, care] = parts.map(Span::middle);
        let free = left.max(0.0);
        let lines = [
            ("job", job),
            ("sleep", sleep),
            ("everyday life", everyday),
            ("care", care),
            ("left for you", free),
        ];
        script.week = Some(Week { job, sleep, everyday, care, free, picture: picture(&lines) });
    }
}

fn to_tenths(hours: f64) -> f64 {
    libm::round(10.0 * hours) / 10.0
}

fn told(hours: f64) -> String {
    trimmed(&fixed(hours, 1)).to_owned()
}

/// A line with a bar for each part: a block for every four hours.
fn picture(lines: &[(&str, f64)]) -> String {
    const HOURS_A_BLOCK: f64 = 4.0;
    let mut text = String::new();
    for (name, hours) in lines {
        let blocks = libm::round(hours / HOURS_A_BLOCK).clamp(0.0, HOURS_A_WEEK) as usize;
        let line = format!("{name:<14}{:>6}  {}", told(*hours), "\u{2588}".repeat(blocks));
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

//! How a question is shown, as plain lines.

use std::fmt::Write as _;

use worthwhile::{InterviewQuestion, QuestionKind, QuestionOption, SoFar};

use crate::lines::wrapped;
use crate::text::printable;

/// What can be typed at every question.
pub(super) const COMMANDS: &str = "\
Type your answer and press Enter. At every question you can also type:
why: says why it is asked, and what each option means
don't know: is always an answer
back: returns to the question before
answers: lists what you have said
done: goes straight to the answer
quit: stops, to go on another day";

/// A question with its options.
pub(super) fn question(question: &InterviewQuestion, place: &str) -> String {
    let mut page = String::from("\n");
    page += &wrapped(&format!("Question {place}: {}", question.text), 0);
    if !question.help.is_empty() {
        page += &wrapped(&question.help, 2);
    }
    if question.kind.is_number() {
        page += &wrapped(&number_help(question), 2);
    } else {
        let width = question.options.len().to_string().len();
        for (at, option) in (1_usize..).zip(&question.options) {
            let _ = writeln!(page, "  {at:>width$}  {}", listed(question, option));
        }
    }
    if let Some(points) = question.loses_points.filter(|points| *points >= 0.05) {
        let _ = writeln!(page, "  Knowing this is worth about {} to your answer.", told(points));
    }
    if let Some(answer) = &question.answer {
        page += &wrapped(&format!("You said: {answer}. Press Enter to leave it so."), 2);
    }
    printable(&page)
}

/// An option in a list. Of several things to tick, each says what it is.
fn listed(question: &InterviewQuestion, option: &QuestionOption) -> String {
    match question.kind {
        QuestionKind::Several if !option.about.is_empty() => {
            format!("{}: {}", option.label, option.about)
        }
        _ => option.label.clone(),
    }
}

fn told(points: f64) -> String {
    let rounded = format!("{points:.1}");
    if rounded == "1.0" { "1 point".to_owned() } else { format!("{rounded} points") }
}

/// Which numbers there are, and the words that stand for some.
fn number_help(question: &InterviewQuestion) -> String {
    let unit = match question.kind {
        QuestionKind::Share => "A percentage or a range, such as 20 to 50.".to_owned(),
        QuestionKind::Rating => match (question.minimum, question.maximum) {
            (Some(low), Some(high)) => format!("A number from {low} to {high}, or a range."),
            _ => "A number or a range.".to_owned(),
        },
        _ if question.unit.is_empty() => "A number or a range.".to_owned(),
        _ => format!("A number or a range, in {}.", question.unit),
    };
    if question.options.is_empty() {
        return unit;
    }
    let is_share = question.kind == QuestionKind::Share;
    let word = |option: &QuestionOption| {
        let value = option.value.unwrap_or_default();
        let value =
            if is_share { format!("{}%", (100.0 * value).round()) } else { value.to_string() };
        format!("{} ({value})", option.label.to_lowercase())
    };
    let words: Vec<String> = question.options.iter().map(word).collect();
    format!("{unit} Or a word: {}.", words.join(", "))
}

/// Why it is asked, what not knowing means, and what the options are.
pub(super) fn why(question: &InterviewQuestion) -> String {
    let mut page = wrapped(&question.why, 2);
    page += &wrapped(&format!("If you don't know: {}", question.unknown), 2);
    for option in question.options.iter().filter(|option| !option.about.is_empty()) {
        page += &wrapped(&format!("{}: {}", option.label, option.about), 4);
    }
    printable(&page)
}

/// What was said so far.
pub(super) fn answers(answered: &[InterviewQuestion]) -> String {
    if answered.is_empty() {
        return wrapped("Nothing yet.", 2);
    }
    let mut page = String::new();
    for (at, question) in (1_usize..).zip(answered) {
        let answer = question.answer.as_deref().unwrap_or_default();
        page += &wrapped(&format!("{at}. {} {answer}", question.text), 2);
    }
    page += &wrapped("To change one, type change and its number, such as: change 2", 2);
    printable(&page)
}

/// The answer so far.
pub(super) fn so_far(so_far: &SoFar) -> String {
    printable(&format!("\n{}", wrapped(&format!("So far: {}", so_far.summary), 0)))
}

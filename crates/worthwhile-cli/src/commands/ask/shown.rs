//! How a question is shown, as plain lines.

use std::fmt::Write as _;

use worthwhile::{InterviewQuestion, QuestionKind, QuestionOption, Questions, SoFar};

use crate::lines::wrapped;
use crate::text::printable;

/// What can be typed at every question.
pub(super) const COMMANDS: &str = "\
Type your answer and press Enter. At every question you can also type:
why: says why it is asked, and what each option means
don't know: is always an answer
back: returns to the question before
change 3: returns to question 3
answers: lists what you have said, with the numbers of the questions
done: goes straight to the answer
quit: stops, to go on another day";

/// What to do once there is a first answer.
pub(super) const FIRST_ANSWER: &str = "\
This is a first answer. It does not know yet what you have not been asked, such as what bothers you. Each \
question from here on makes it surer. To stop here, type: done";

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
            let text = wrapped(&listed(question, option), width + 4);
            let _ = write!(page, "  {at:>width$}  {}", text.trim_start());
        }
    }
    if let Some(points) = question.loses_points.filter(|points| *points >= 0.05) {
        let _ = writeln!(page, "  Knowing this is worth about {} to your answer.", told(points));
    }
    if let Some(answer) = said(question) {
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
        let value = if is_share { format!("{}%", (100.0 * value).round()) } else { tenths(value) };
        format!("{} ({value})", option.label.to_lowercase())
    };
    let words: Vec<String> = question.options.iter().map(word).collect();
    format!("{unit} Or a word: {}.", words.join(", "))
}

fn tenths(value: f64) -> String {
    ((10.0 * value).round() / 10.0).to_string()
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

/// The answer that a question has, in words.
pub(super) fn said(question: &InterviewQuestion) -> Option<String> {
    let answer = question.answer.as_deref()?;
    Some(question.in_words(answer).unwrap_or_else(|| answer.to_owned()))
}

/// What was said so far, each under the number of its question.
pub(super) fn answers(answered: &[(usize, &InterviewQuestion)]) -> String {
    if answered.is_empty() {
        return wrapped("Nothing yet.", 2);
    }
    let mut page = String::new();
    for (number, question) in answered {
        let answer = said(question).unwrap_or_default();
        page += &wrapped(&format!("{number}. {} {answer}", question.text), 2);
    }
    page += &wrapped("To change one, type change and its number, such as: change 2", 2);
    printable(&page)
}

/// How an answer was understood, or what has changed by it; nothing where that is plain from the line.
pub(super) fn understood(question: &InterviewQuestion, number: usize, typed: &str) -> String {
    let Some(words) = question.in_words(typed) else { return String::new() };
    let is_plain = words.to_lowercase() == typed.trim().to_lowercase();
    let text = match said(question) {
        Some(before) if before == words => return String::new(),
        Some(before) => {
            format!("Changed: question {number} is now answered: {words}. Before: {before}.")
        }
        None if is_plain || is_bare_number(typed, question) => return String::new(),
        None if words.contains(": `") => {
            format!(
                "Understood: {words}. If that is wrong, type back, and then the number of an option."
            )
        }
        None => format!("Understood: {words}."),
    };
    printable(&wrapped(&text, 2))
}

/// Whether a line is a single number for a question that takes one.
fn is_bare_number(typed: &str, question: &InterviewQuestion) -> bool {
    question.kind.is_number() && typed.trim().parse::<f64>().is_ok()
}

/// What can be typed once there is nothing more to ask.
pub(super) fn not_understood_at_the_end() -> String {
    let text = "That was not understood. Press Enter for the answer, or type one of these: back (to the \
                last question), change 3 (to question 3), answers (what you have said), quit (to go on \
                another day).";
    wrapped(text, 2)
}

/// The end of the questions: that it is good enough, or what the answer still hangs on.
pub(super) fn end(next: &Questions, number: impl Fn(&str) -> Option<usize>) -> String {
    const MOST: usize = 4;
    let because = next.good_enough_because.as_deref().unwrap_or_default();
    if next.hangs_on.is_empty() {
        let text = format!(
            "That is good enough. {because} Press Enter for the answer, or type back to change something. Also: change 3, answers, quit."
        );
        return printable(&wrapped(&text, 0));
    }
    let mut page = wrapped(
        "No question is left that would change much. But the answer still hangs on something that you were unsure of:",
        0,
    );
    for own in next.hangs_on.iter().take(MOST) {
        let asked = next.answered.iter().find(|question| question.id == own.question);
        let place = match (asked.and_then(said), number(&own.question)) {
            (Some(answer), Some(number)) => format!("Question {number} ({answer}): "),
            _ => String::new(),
        };
        page += &wrapped(&format!("{place}{}", own.text), 2);
    }
    page += &wrapped(
        "If you can find out more, type change and the number of the question. Press Enter for the answer as it is. Also: back, answers, quit.",
        0,
    );
    printable(&page)
}

/// The answer so far.
pub(super) fn so_far(so_far: &SoFar) -> String {
    printable(&format!("\n{}", wrapped(&format!("So far: {}", so_far.summary), 0)))
}

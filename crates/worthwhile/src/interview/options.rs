//! Options as people name them: by number, by name, by part of it, or several of them in a row.

use super::names::{
    AROUND, HOW_TO_NAME, after_something_else, has_stem, is_as_now, is_name, is_sentence, takes_own,
};
use super::question::{InterviewQuestion, QuestionKind, QuestionOption};
use super::refusal::problem;
use crate::limits::MAX_NAME;
use crate::problem::{Code, Problem, shorten};
use crate::suggest::nearest;
use crate::words::join;
use crate::words::questions::{ABOUT, BOTHERS, EXCLUDES, INSTEAD, SOMETHING_ELSE};

/// What was chosen of a list.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Chosen {
    /// The ids, in the order given.
    pub(crate) ids: Vec<String>,
    /// What the person typed that is none of the options; then something of their own is among the ids.
    pub(crate) own: Option<String>,
}

/// What an answer names.
enum Meant<'q> {
    One(&'q QuestionOption),
    /// A number that no option has.
    NoNumber,
    /// More than one fits.
    Many(Vec<&'q str>),
    None,
}

/// The one option that is meant.
pub(super) fn choice(text: &str, question: &InterviewQuestion) -> Result<Chosen, Box<Problem>> {
    let mut text = text;
    while let Some(name) = after_something_else(text, question) {
        text = name;
    }
    if let Some(id) = of_elsewhere(text, question) {
        return Ok(Chosen { ids: vec![id], own: None });
    }
    if question.kind == QuestionKind::Choice && question.id == EXCLUDES.id && text.contains(',') {
        // Several were chosen before while there were several.
        let ids: Option<Vec<String>> = text
            .split(',')
            .map(|part| of_elsewhere(part, question).or_else(|| one_of(part, question).ok()))
            .collect();
        if let Some(ids) = ids {
            return Ok(Chosen { ids, own: None });
        }
    }
    match (meant(text, question), takes_own(question)) {
        (Meant::None, true) if is_name(text, question) => {
            if is_sentence(text, question) {
                let message = format!("`{}` is a sentence, not a name", shorten(text.trim()));
                let refused = problem(question, Code::UnknownValue, message);
                return Err(Box::new(refused.with_help(HOW_TO_NAME)));
            }
            let own = Some(text.trim().to_owned());
            Ok(Chosen { ids: vec![SOMETHING_ELSE.0.to_owned()], own })
        }
        (meant, _) => single(text, meant, question).map(|id| Chosen { ids: vec![id], own: None }),
    }
}

/// The id of an option that the question has in another course of the interview.
fn of_elsewhere(text: &str, question: &InterviewQuestion) -> Option<String> {
    let wanted = text.trim();
    let is_here = |own: &QuestionOption| own.id == wanted || own.label == wanted;
    let found = question.elsewhere.iter().find(|id| *id == wanted);
    found.filter(|_| !question.options.iter().any(is_here)).cloned()
}

/// The id of the option that is meant.
pub(super) fn one_of(text: &str, question: &InterviewQuestion) -> Result<String, Box<Problem>> {
    single(text, meant(text, question), question)
}

fn single(
    text: &str,
    meant: Meant<'_>,
    question: &InterviewQuestion,
) -> Result<String, Box<Problem>> {
    let refused = |message: String| {
        let ids: Vec<&str> = question.options.iter().map(|own| own.id.as_str()).collect();
        let found = shorten(text.trim());
        problem(question, Code::UnknownValue, message)
            .with_found(Some(found.into()))
            .with_allowed(ids)
    };
    match meant {
        Meant::One(option) => Ok(option.id.clone()),
        Meant::NoNumber => {
            let message = format!("there is no option `{}`", shorten(text.trim()));
            Err(Box::new(refused(message).with_help(how_to_choose(question))))
        }
        Meant::Many(labels) => {
            let message =
                format!("`{}` fits more than one: {}", shorten(text.trim()), join(&labels));
            Err(Box::new(refused(message).with_help(how_to_choose(question))))
        }
        Meant::None => {
            let message = format!("`{}` is none of the options", shorten(text.trim()));
            let refused = refused(message);
            Err(Box::new(match near(text, question) {
                Some(option) => refused
                    .with_suggestion(option.id.as_str())
                    .with_help(format!("did you mean `{}`?", option.label)),
                None => refused.with_help(how_to_choose(question)),
            }))
        }
    }
}

/// How to name an option of a question.
pub(super) fn how_to_choose(question: &InterviewQuestion) -> String {
    let most = question.options.len();
    match question.kind {
        QuestionKind::Several | QuestionKind::Rank => {
            let such = match most {
                0 | 1 => "1".to_owned(),
                2..=6 => "1, 2".to_owned(),
                _ => "5, 7".to_owned(),
            };
            format!(
                "type numbers from 1 to {most} with commas between them, such as {such}, or parts of names"
            )
        }
        _ => format!("type a number from 1 to {most}, or part of a name"),
    }
}

fn meant<'q>(text: &str, question: &'q InterviewQuestion) -> Meant<'q> {
    const LONGEST: usize = 200;
    let options = &question.options;
    let trimmed = text.trim();
    if trimmed.len() > LONGEST {
        return Meant::None;
    }
    let wanted = trimmed.trim_end_matches(['.', ')']).to_lowercase();
    let is_it = |name: &str| name.to_lowercase() == wanted;
    if let Some(found) = options.iter().find(|own| is_it(&own.id) || is_it(&own.label)) {
        return Meant::One(found);
    }
    if let Ok(number) = wanted.trim_start_matches(['#', '(']).parse::<usize>() {
        let found = number.checked_sub(1).and_then(|at| options.get(at));
        return found.map_or(Meant::NoNumber, Meant::One);
    }
    if let Some(found) = yes_or_no(&wanted, options) {
        return Meant::One(found);
    }
    let begins = |name: &str| !wanted.is_empty() && name.to_lowercase().starts_with(&wanted);
    let begun: Vec<_> =
        options.iter().filter(|own| begins(&own.id) || begins(&own.label)).collect();
    let words = words(&wanted);
    let by_words = || options.iter().filter(|own| has_all(&own.label, &words)).collect();
    let fit: Vec<&QuestionOption> = if begun.len() == 1 { begun } else { by_words() };
    match fit.as_slice() {
        [] => held_in(&words, question),
        [one] => Meant::One(one),
        many => Meant::Many(many.iter().map(|own| own.label.as_str()).collect()),
    }
}

/// The option whose name is among the words of an answer: `a bit of recognition`, `becoming a Microsoft MVP`.
fn held_in<'q>(wanted: &[&str], question: &'q InterviewQuestion) -> Meant<'q> {
    if wanted.iter().any(|word| ["no", "not", "never", "without"].contains(word)) {
        return Meant::None;
    }
    let holds = |own: &&QuestionOption| {
        let label = own.label.to_lowercase();
        let all = words(&label);
        let is_rest_empty = wanted.iter().all(|word| all.contains(word) || AROUND.contains(word));
        // What may be something of one's own is only recognized if nothing else is said.
        let is_list = matches!(question.kind, QuestionKind::Several | QuestionKind::Rank);
        let is_free = is_list && question.id != INSTEAD.id;
        let is_said = |name: &str| {
            let name = words(name);
            name.iter().any(|word| word.chars().count() > 3)
                && name.iter().all(|word| wanted.contains(word))
        };
        // `Being respected (titles, recognition)` has three names.
        let is_said = label.split(['(', ')', ',']).any(is_said);
        own.id != SOMETHING_ELSE.0 && is_said && (is_rest_empty || is_free)
    };
    let found: Vec<&QuestionOption> = question.options.iter().filter(holds).collect();
    if let [one] = found.as_slice() {
        return Meant::One(one);
    }
    if question.kind.is_number() {
        return Meant::None;
    }
    // Words around a name may have kept it from being known by its parts.
    let plain: Vec<&str> = wanted.iter().copied().filter(|word| !AROUND.contains(word)).collect();
    let is_shorter = !plain.is_empty() && plain.len() < wanted.len();
    let is_shorter = is_shorter && question.id == ABOUT.id;
    let by_parts = question.options.iter().filter(|own| is_shorter && has_all(&own.label, &plain));
    let by_stem =
        question.options.iter().filter(|own| question.id == BOTHERS.id && has_stem(own, wanted));
    let found: Vec<&QuestionOption> = by_parts.chain(by_stem).collect();
    match found.as_slice() {
        [] => Meant::None,
        [one] => Meant::One(one),
        many => Meant::Many(many.iter().map(|own| own.label.as_str()).collect()),
    }
}

const YES: [&str; 4] = ["yes", "y", "yeah", "yep"];

/// Yes or no with words behind it, where these are the options.
fn yes_or_no<'q>(wanted: &str, options: &'q [QuestionOption]) -> Option<&'q QuestionOption> {
    let is_plain =
        options.len() == 2 && options.iter().all(|own| ["Yes", "No"].contains(&&*own.label));
    let label = match wanted.split(|c: char| !c.is_alphabetic()).next()? {
        word if YES.contains(&word) => "Yes",
        "no" | "n" | "nope" => "No",
        _ => return None,
    };
    options.iter().find(|own| is_plain && own.label == label)
}

/// Words that say nothing about what is chosen.
const SMALL: [&str; 9] = ["a", "an", "the", "i", "i'm", "am", "my", "of", "it"];

fn words(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'');
    words.filter(|word| !word.is_empty() && !SMALL.contains(word)).collect()
}

/// Whether each word begins a word of a name, and one of them says enough to tell it by.
fn has_all(name: &str, wanted: &[&str]) -> bool {
    const SHORTEST: usize = 3;
    let lower = name.to_lowercase();
    let own = words(&lower);
    wanted.iter().any(|word| word.chars().count() >= SHORTEST)
        && wanted.iter().all(|word| own.iter().any(|own| own.starts_with(word)))
}

/// What was probably meant, by its name or its id.
fn near<'q>(text: &str, question: &'q InterviewQuestion) -> Option<&'q QuestionOption> {
    let options = &question.options;
    let of = |name: fn(&QuestionOption) -> &str| {
        let names: Vec<&str> = options.iter().map(name).collect();
        let found = nearest(text.trim(), &names)?;
        options.iter().find(|own| name(own) == found)
    };
    of(|own| &own.id).or_else(|| of(|own| &own.label))
}

/// How someone says that nothing of a list applies.
pub(super) const NONE: [&str; 4] = ["none", "no", "nothing", "none of these"];

/// Whether an answer says that nothing of a list applies, and perhaps why.
fn is_none(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let (first, rest) = lower.split_at(lower.find([',', '.', ';', '!']).unwrap_or(lower.len()));
    NONE.contains(&first.trim()) && !rest.chars().any(|c| c.is_ascii_digit())
}

/// The options that are meant, in the order given.
pub(super) fn several(text: &str, question: &InterviewQuestion) -> Result<Chosen, Box<Problem>> {
    if question.kind == QuestionKind::Several && is_none(text) {
        return Ok(Chosen::default());
    }
    let mut chosen = Chosen::default();
    let mut named: Vec<&str> = Vec::new();
    let parts = parts(text, question);
    let (now, parts): (Vec<&str>, Vec<&str>) =
        parts.into_iter().partition(|part| is_as_now(part, question));
    if parts.is_empty() && !now.is_empty() {
        return Ok(chosen);
    }
    for part in parts {
        let one = choice(part, question)?;
        let Some(id) = one.ids.into_iter().next() else { continue };
        if one.own.is_some() {
            named.push(part);
            if chosen.ids.contains(&id) {
                continue;
            }
        } else if chosen.ids.contains(&id) {
            let label =
                question.options.iter().find(|own| own.id == id).map_or(&*id, |own| &*own.label);
            let message = format!("`{}` is listed twice", shorten(label));
            return Err(problem(question, Code::RepeatedEntry, message));
        }
        chosen.ids.push(id);
    }
    if chosen.ids.is_empty() {
        let empty = problem(question, Code::EmptyList, "nothing was chosen");
        return Err(Box::new(empty.with_help(how_to_choose(question))));
    }
    let named = named.join(", ");
    if named.chars().count() > 2 * MAX_NAME {
        let message =
            format!("{} characters; at most {} are allowed", named.chars().count(), 2 * MAX_NAME);
        return Err(problem(question, Code::TextTooLong, message));
    }
    chosen.own = (!named.is_empty()).then_some(named);
    Ok(chosen)
}

/// The parts of a list: between commas, or between blanks where all of them are numbers. `and` parts what
/// are options on both of its sides.
fn parts<'t>(text: &'t str, question: &InterviewQuestion) -> Vec<&'t str> {
    let most = 4 * question.options.len() + 4;
    let spaced = text.split([',', ';', ' ', '\t', '&']).map(str::trim);
    let spaced: Vec<&str> =
        spaced.filter(|part| !part.is_empty() && *part != "and").take(most).collect();
    let is_number = |part: &&str| part.trim_end_matches('.').parse::<usize>().is_ok();
    if spaced.iter().all(is_number) {
        return spaced;
    }
    let bare = |part: &'t str| {
        let is_link = |word: &&str| ["and", "or"].contains(&word.to_lowercase().as_str());
        let first = part.split_whitespace().next().filter(is_link);
        first.and_then(|link| part.get(link.len()..)).map_or(part, str::trim)
    };
    let listed = text.split([',', ';']).map(str::trim).map(bare);
    let listed = listed.filter(|part| !part.is_empty()).take(most);
    listed.flat_map(|part| between_and(part, question)).take(most).collect()
}

fn between_and<'t>(part: &'t str, question: &InterviewQuestion) -> Vec<&'t str> {
    let is_option = |text: &&str| matches!(meant(text, question), Meant::One(_));
    let lower = part.to_lowercase();
    if question.options.iter().any(|own| own.label.to_lowercase() == lower) {
        return vec![part];
    }
    let pieces: Vec<&str> = part.split(" and ").map(str::trim).collect();
    let pieces: Vec<&str> =
        pieces.into_iter().map(|own| own.strip_prefix("and ").unwrap_or(own).trim()).collect();
    if pieces.iter().all(is_option) { pieces } else { vec![part] }
}

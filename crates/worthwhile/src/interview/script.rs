//! What an interview has asked so far, and the case that it has made.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde_json::{Value, json};

use super::document::Draft;
use super::given::Given;
use super::numbers::Span;
use super::question::{InterviewQuestion, QuestionKind, QuestionOption, Week};
use crate::catalogue::{Catalogue, Preset};
use crate::estimate::Domain;
use crate::field::Field;
use crate::problem::Problem;
use crate::words::numbers::words;
use crate::words::questions::{SOMETHING_ELSE, Wording};
use crate::words::{AWARD, clean, in_sentence};

/// How the unit of an amount of money begins.
const YOUR_CURRENCY: &str = "your currency";

/// What is made of questions that are still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    /// The case says nothing about them.
    Silent,
    /// They are as uncertain as if the person had said that they do not know.
    Unknown,
}

/// When a question comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// Before there is a first answer.
    First,
    /// Right after it.
    Soon,
    /// When it is what could change the answer most.
    Later,
}

/// What came of a question.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reply {
    Said(Given),
    /// Nobody has answered it yet.
    Open,
    /// The case that the interview started from says it already.
    InCase,
}

/// One reading of all answers: the case they make, and what is still open.
#[derive(Debug)]
pub(super) struct Script<'s> {
    pub(super) catalogue: &'s Catalogue,
    base: &'s Draft,
    given: &'s IndexMap<String, String>,
    open: Open,
    pub(super) case: Draft,
    pub(super) first: Vec<InterviewQuestion>,
    pub(super) soon: Vec<InterviewQuestion>,
    pub(super) later: Vec<InterviewQuestion>,
    pub(super) answered: Vec<InterviewQuestion>,
    /// The answers in the words that a file keeps.
    pub(super) kept: Vec<(String, String)>,
    pub(super) problems: Vec<Problem>,
    /// What has a range that nobody gave, in words.
    pub(super) stand_ins: Vec<&'static str>,
    /// The names of the numbers of the case that nobody said.
    pub(super) unsaid: BTreeSet<String>,
    pub(super) week: Option<Week>,
    /// The id of the pursuit in question, its name within a sentence, and what its award is called.
    pub(super) asked: String,
    pub(super) it: String,
    pub(super) award: Option<String>,
    /// What the person named at a list of options, until it is taken up.
    pub(super) named: Option<String>,
}

impl<'s> Script<'s> {
    /// Nothing is asked yet.
    pub(super) fn new(
        catalogue: &'s Catalogue,
        base: &'s Draft,
        given: &'s IndexMap<String, String>,
        open: Open,
    ) -> Self {
        Self {
            catalogue,
            base,
            given,
            open,
            case: base.clone(),
            first: Vec::new(),
            soon: Vec::new(),
            later: Vec::new(),
            answered: Vec::new(),
            kept: Vec::new(),
            problems: Vec::new(),
            stand_ins: Vec::new(),
            unsaid: base.stand_ins().into_iter().collect(),
            week: None,
            asked: String::new(),
            it: String::new(),
            award: None,
            named: None,
        }
    }

    /// A question in the currency that the person named.
    fn in_currency(&self, question: InterviewQuestion) -> InterviewQuestion {
        match self.case.text("/person/money/currency").filter(|_| question.is_money) {
            Some(code) => {
                let unit = question.unit.replace(YOUR_CURRENCY, code);
                InterviewQuestion { unit, ..question }
            }
            None => question,
        }
    }

    /// Asks a question. `is_in_case` says whether the case that it started from has the answer.
    pub(super) fn ask(
        &mut self,
        question: InterviewQuestion,
        turn: Turn,
        is_in_case: bool,
    ) -> Reply {
        let question = self.in_currency(question);
        let read = self.given.get(&question.id).map(|text| (text, Given::read(text, &question)));
        match read {
            Some((text, Ok(given))) => {
                let kept = given.text(text);
                self.kept.push((question.id.clone(), kept.clone()));
                let Some(given) = given.offered_by(&question) else {
                    return self.leave_open(question, turn);
                };
                if let Given::Own(_, name) = &given {
                    self.named = Some(name.clone());
                }
                let stays = is_in_case && given.is_unknown();
                self.answered.push(InterviewQuestion { answer: Some(kept), ..question });
                if stays { Reply::InCase } else { Reply::Said(given) }
            }
            Some((_, Err(problem))) => {
                self.problems.push(*problem);
                self.answered.push(question);
                Reply::Open
            }
            None if is_in_case => Reply::InCase,
            None => self.leave_open(question, turn),
        }
    }

    fn leave_open(&mut self, question: InterviewQuestion, turn: Turn) -> Reply {
        match turn {
            Turn::First => self.first.push(question),
            Turn::Soon => self.soon.push(question),
            Turn::Later => self.later.push(question),
        }
        Reply::Open
    }

    /// The same, where an open question may be taken as not known.
    pub(super) fn ask_later(&mut self, question: InterviewQuestion, is_in_case: bool) -> Reply {
        match self.ask(question, Turn::Later, is_in_case) {
            Reply::Open if self.open == Open::Unknown => Reply::Said(Given::Unknown),
            other => other,
        }
    }

    /// Whether the case that it started from has a value.
    pub(super) fn in_base(&self, pointer: &str) -> bool {
        self.base.has(pointer)
    }

    /// Whether it started from a case with pursuits.
    pub(super) fn has_base(&self) -> bool {
        !self.base.pursuits().is_empty()
    }

    pub(super) fn is_answered(&self, question: &str) -> bool {
        self.given.contains_key(question)
    }

    pub(super) fn answers(&self) -> &'s IndexMap<String, String> {
        self.given
    }

    /// The preset of the pursuit in question.
    pub(super) fn preset(&self) -> Option<&'s Preset> {
        self.preset_of(&self.asked)
    }

    /// The preset of a pursuit of the case.
    pub(super) fn preset_of(&self, id: &str) -> Option<&'s Preset> {
        let name = self.case.text(&format!("/pursuits/{id}/preset"))?;
        self.catalogue.presets.get(name).map(|preset| &**preset)
    }

    /// A pointer into the pursuit in question.
    pub(super) fn at(&self, rest: &str) -> String {
        format!("/pursuits/{}/{rest}", self.asked)
    }

    /// A text with the names of the pursuit and of its award.
    pub(super) fn filled(&self, text: &str) -> String {
        let award = self.award.as_deref().unwrap_or(AWARD);
        text.replace("{it}", &self.it).replace("{award}", award)
    }

    /// A question in these words, of the given kind.
    pub(super) fn question(&self, kind: QuestionKind, words: Wording) -> InterviewQuestion {
        InterviewQuestion {
            id: words.id.to_owned(),
            kind,
            text: self.filled(words.text),
            help: self.filled(words.help),
            why: self.filled(words.why),
            unknown: self.filled(words.unknown),
            unit: String::new(),
            minimum: None,
            maximum: None,
            options: Vec::new(),
            pointer: None,
            loses_points: None,
            answer: None,
            bounds: None,
            is_money: false,
            elsewhere: Vec::new(),
        }
    }

    /// A question with options.
    pub(super) fn choose<'o>(
        &self,
        kind: QuestionKind,
        words: Wording,
        options: impl IntoIterator<Item = (&'o str, &'o str)>,
    ) -> InterviewQuestion {
        let options = options.into_iter();
        let options = options.map(|(id, label)| QuestionOption::new(id, self.filled(label)));
        InterviewQuestion { options: options.collect(), ..self.question(kind, words) }
    }

    /// The ids of all presets, and of something of one's own.
    pub(super) fn everything(&self) -> Vec<String> {
        let presets = self.catalogue.presets.keys().cloned();
        presets.chain([SOMETHING_ELSE.0.to_owned()]).collect()
    }

    /// Puts a number into the case that the person said.
    pub(super) fn say(&mut self, pointer: &str, number: Value) {
        self.case.set(pointer, number);
        self.unsaid.remove(pointer);
    }

    /// Puts a number into the case that stands in for what nobody said.
    pub(super) fn guess(&mut self, pointer: &str, number: Value) {
        self.case.set(pointer, number);
        self.unsaid.insert(pointer.to_owned());
    }

    /// Says that a range stands for what nobody said.
    pub(super) fn stands_in(&mut self, what: &'static str) {
        if !self.stand_ins.contains(&what) {
            self.stand_ins.push(what);
        }
    }
}

impl InterviewQuestion {
    /// Says which numbers it takes, and in which unit.
    pub(super) fn with_bounds(mut self, domain: Domain, unit: &str) -> Self {
        let factor = if self.kind == QuestionKind::Share { 100.0 } else { 1.0 };
        self.minimum = Some(domain.min * factor);
        self.maximum = Some(domain.max * factor);
        self.unit = if self.kind == QuestionKind::Share { "%".to_owned() } else { unit.to_owned() };
        self.bounds = Some(domain);
        self.is_money = unit.starts_with(YOUR_CURRENCY);
        self
    }

    /// Says that the answer is the number of this field, at this pointer.
    pub(super) fn of_field(self, field: &Field, pointer: String) -> Self {
        let mut question = self.with_bounds(field.domain, field.unit);
        question.pointer = Some(pointer);
        if question.help.is_empty() {
            words(field.key).help.clone_into(&mut question.help);
        }
        question
    }

    /// Words for some of its numbers.
    pub(super) fn with_words<'w>(
        mut self,
        words: impl IntoIterator<Item = (&'w str, f64)>,
    ) -> Self {
        let option = |(label, value): (&str, f64)| {
            let id = label.to_lowercase().replace(' ', "-");
            QuestionOption::new(id, label).at(value)
        };
        self.options = words.into_iter().map(option).collect();
        self
    }
}

impl Reply {
    /// The number that was said.
    pub(super) fn number(&self) -> Option<Span> {
        match self {
            Self::Said(Given::Number(span)) => Some(*span),
            _ => None,
        }
    }

    /// What was chosen.
    pub(super) fn chosen(&self) -> Option<&[String]> {
        match self {
            Self::Said(Given::Chosen(ids) | Given::Own(ids, _)) => Some(ids),
            _ => None,
        }
    }

    /// The one thing that was chosen.
    pub(super) fn choice(&self) -> Option<&str> {
        self.chosen().and_then(|ids| ids.first()).map(String::as_str)
    }

    pub(super) fn is_unknown(&self) -> bool {
        matches!(self, Self::Said(given) if given.is_unknown())
    }

    pub(super) fn is_in_case(&self) -> bool {
        *self == Self::InCase
    }
}

/// The middle of an estimate of a case.
pub(super) fn middle(value: &Value) -> Option<f64> {
    let of = |key: &str| value.get(key).and_then(Value::as_f64);
    let ends = of("low").zip(of("high")).or_else(|| of("min").zip(of("max")));
    value.as_f64().or_else(|| ends.map(|(low, high)| f64::midpoint(low, high)))
}

/// A name as it may stand within a sentence.
pub(super) fn spoken(name: &str) -> String {
    in_sentence(&clean(name))
}

/// An interval of a case.
pub(super) fn between(low: f64, high: f64) -> Value {
    json!({"low": crate::problem::number(low), "high": crate::problem::number(high)})
}

//! The interview: from a case as far as it is known to the next questions, and from answers back to the
//! case.

mod about;
mod course;
mod currency;
mod document;
mod effort;
mod facts;
mod figures;
mod given;
mod leaves_out;
mod money;
mod names;
mod next;
mod numbers;
mod options;
mod others;
mod protections;
mod question;
mod rated;
mod refusal;
mod script;
#[cfg(test)]
mod tests;
mod week;

use indexmap::IndexMap;
use serde_json::{Map, Value};

pub use question::{
    HangsOn, InterviewProgress, InterviewQuestion, QuestionKind, QuestionOption, Questions, SoFar,
    Week,
};

use crate::case::{Case, SCHEMA_VERSION};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::order::sort_by;
use crate::plan::Plan;
use crate::problem::{Code, Problem, Problems};
use crate::read::{self, Cursor, Path};
use crate::words::questions;
use document::Draft;
use refusal::path;
use script::{Open, Script};

/// An interview: answers so far, and the case that it started from, if any.
///
/// The same answers make the same case, in whatever order they were given. Each can be changed or taken
/// back. An answer is text, as a person would type it; [`InterviewQuestion`] says what it takes.
///
/// # Example
/// ```
/// use worthwhile::{Catalogue, Interview, Options, Plan};
/// let mut interview = Interview::new(Catalogue::builtin());
/// interview.answer("about", "microsoft-mvp")?;
/// interview.answer("week-job", "40")?;
/// interview.answer("drives", "altruism, learning")?;
/// let next = interview.questions(&Options::default())?;
/// assert_eq!(next.questions[0].id, "situation");
/// assert!(!next.good_enough);
/// let plan = Plan::new(&interview.case()?)?;
/// assert_eq!(plan.assess()?.question.pursuit, "microsoft-mvp");
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Interview<'c> {
    catalogue: &'c Catalogue,
    base: Draft,
    answers: IndexMap<String, String>,
}

impl<'c> Interview<'c> {
    /// An interview without answers, which starts from nothing.
    #[must_use]
    pub fn new(catalogue: &'c Catalogue) -> Self {
        Self { catalogue, base: Draft(Value::Object(Map::new())), answers: IndexMap::new() }
    }

    /// Reads the document of an interview: `schema_version`, and optionally `case` and `answers`. Answers
    /// in the case come first, and those beside it take their place.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the document, of the
    /// answers included. The case may lack what has not been asked yet.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Catalogue, Interview};
    /// let text = r#"{"schema_version": 1, "answers": {"about": "rest", "week-job": "36,5"}}"#;
    /// let interview = Interview::read(text, Catalogue::builtin())?;
    /// assert_eq!(interview.answers()["week-job"], "36,5");
    /// let error = Interview::read(r#"{"schema_version": 1, "answers": {"abuot": "rest"}}"#,
    ///     Catalogue::builtin()).unwrap_err();
    /// assert_eq!(error.problems()[0].path, "/answers/abuot");
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn read(text: &str, catalogue: &'c Catalogue) -> Result<Self, Error> {
        let (case, answers) = parsed(text, |at| {
            let Some(fields) = at.object(&["schema_version", "case", "answers"]) else {
                return (None, IndexMap::new());
            };
            read::version(&fields);
            let answers = fields.get("answers").and_then(|at| read::answers(&at));
            (fields.get("case").and_then(|at| case_and_answers(&at)), answers.unwrap_or_default())
        })?;
        let mut interview = Self::new(catalogue);
        if let Some((case, kept)) = case {
            interview.start_from(case, kept);
        }
        interview.answers.extend(answers);
        interview.judged("/case")
    }

    /// Goes on from a case. If its answers make just this case, they can all be changed. Otherwise someone
    /// has changed it by hand: then the case counts as given, and of its answers only those count that say
    /// `don't know`.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the case, apart from what
    /// has not been asked yet.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Catalogue, Interview, Options};
    /// let case = include_str!("../../examples/mvp.json");
    /// let interview = Interview::resume(case, Catalogue::builtin())?;
    /// let asked = interview.questions(&Options::default())?;
    /// assert!(asked.questions.iter().all(|question| question.id != "week-sleep"));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn resume(case: &str, catalogue: &'c Catalogue) -> Result<Self, Error> {
        let mut interview = Self::new(catalogue);
        if let Some((case, kept)) = parsed(case, |at| case_and_answers(&at))? {
            interview.start_from(case, kept);
        }
        interview.judged("")
    }

    fn start_from(&mut self, case: Value, kept: IndexMap<String, String>) {
        let made = Self { answers: kept.clone(), ..Self::new(self.catalogue) };
        let made = made.judged("").and_then(|made| made.case()).ok().filter(|_| !kept.is_empty());
        let made = made.map(|made| Case { answers: IndexMap::new(), ..made });
        let made = made.and_then(|made| serde_json::to_value(made).ok());
        if made.as_ref().is_some_and(|made| same(made, &case)) {
            self.answers = kept;
            return;
        }
        self.answers = kept.into_iter().filter(|(_, answer)| answer == given::UNKNOWN).collect();
        self.base = Draft(case);
        if let Some(made) = made.map(Draft) {
            self.base
                .keep_stand_ins(|name, own| made.get(name).is_some_and(|made| same(made, own)));
        }
    }

    /// The interview, unless its answers are refused, or the case that it started from is, whose problems
    /// begin at a place of the document.
    fn judged(mut self, case: &str) -> Result<Self, Error> {
        let script = self.play(Open::Silent);
        let text = self.written(&script);
        let (mut problems, kept) = (script.problems, script.kept);
        // The number of an option in a list would mean another one when the list changes.
        self.answers.extend(kept);
        for id in self.answers.keys().filter(|id| !is_question(id)) {
            let names = ids();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let message = format!("there is no question `{}`", crate::problem::shorten(id));
            problems
                .push(Problem::new(path(id), Code::UnknownItem, message).with_choice(id, &names));
        }
        if !problems.is_empty() {
            return Err(Error::invalid(problems));
        }
        match Plan::read_with(&text, self.catalogue) {
            Ok(_) => Ok(self),
            Err(error) => {
                let mut problems = error.problems().to_vec();
                problems.iter_mut().for_each(|problem| problem.path.insert_str(0, case));
                Err(Error::invalid(problems))
            }
        }
    }

    fn play(&self, open: Open) -> Script<'_> {
        course::play(Script::new(self.catalogue, &self.base, &self.answers, open))
    }

    /// Answers a question, or changes the answer.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with the problem of the answer; the interview is
    /// then as it was.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Catalogue, Interview};
    /// let mut interview = Interview::new(Catalogue::builtin());
    /// interview.answer("week-job", "38 to 45 hours")?;
    /// let error = interview.answer("week-job", "200").unwrap_err();
    /// assert_eq!(error.problems()[0].message, "200 is out of range");
    /// assert_eq!(interview.answers()["week-job"], "38 to 45 hours");
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn answer(&mut self, question: &str, answer: &str) -> Result<(), Error> {
        self.answer_all([(question, answer)])
    }

    /// Answers several questions at once, in whatever order.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with the problems of all answers; the interview is
    /// then as it was.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Catalogue, Interview};
    /// let mut interview = Interview::new(Catalogue::builtin());
    /// interview.answer_all([("planned", "half"), ("about", "microsoft-mvp")])?;
    /// assert!(interview.answer_all([("week-job", "many")]).is_err());
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn answer_all<'a>(
        &mut self,
        answers: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<(), Error> {
        let mut changed = self.clone();
        let answers = answers.into_iter();
        changed.answers.extend(answers.map(|(id, answer)| (id.to_owned(), answer.to_owned())));
        *self = changed.judged("")?;
        Ok(())
    }

    /// Takes an answer back, and returns it.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Catalogue, Interview};
    /// let mut interview = Interview::new(Catalogue::builtin());
    /// interview.answer("about", "book")?;
    /// assert_eq!(interview.take_back("about").as_deref(), Some("book"));
    /// assert_eq!(interview.take_back("about"), None);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn take_back(&mut self, question: &str) -> Option<String> {
        self.answers.shift_remove(question)
    }

    /// The answers so far, by the id of the question.
    #[must_use]
    pub fn answers(&self) -> &IndexMap<String, String> {
        &self.answers
    }

    /// The case that the answers make, with them beside it. It is complete: illustrative ranges stand for
    /// what a case needs and nobody has said yet, and its note names them.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the case that it started
    /// from.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Catalogue, Interview};
    /// let case = Interview::new(Catalogue::builtin()).case()?;
    /// assert!(case.note.is_some_and(|note| note.contains("Illustrative ranges stand for")));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn case(&self) -> Result<Case, Error> {
        let script = self.play(Open::Silent);
        Ok(self.planned(&script)?.0)
    }

    /// The case of a reading of the answers, with them beside it, and its plan.
    fn planned(&self, script: &Script<'_>) -> Result<(Case, Plan), Error> {
        let text = self.written(script);
        let plan = Plan::read_with(&text, self.catalogue)?;
        let root = read::parse(&text).map_err(|problem| Error::invalid(vec![*problem]))?;
        let sink = Problems::default();
        let case = read::decode(Cursor { node: &root, path: Path::ROOT, sink: &sink });
        let mut case = case.unwrap_or_else(|| Case::new(crate::case::Person::new(1.0)));
        let mut kept: Vec<(String, String)> = script.kept.clone();
        // What belongs to another course of the interview is kept for when that is taken again.
        let others =
            self.answers.iter().filter(|(id, _)| !script.answered.iter().any(|own| own.id == **id));
        kept.extend(others.map(|(id, answer)| (id.clone(), answer.clone())));
        sort_by(&mut kept, |(one, _), (other, _)| {
            order(one).cmp(&order(other)).then_with(|| one.cmp(other))
        });
        case.answers = kept.into_iter().collect();
        Ok((case, plan))
    }

    /// The text of the case that a reading of the answers makes.
    fn written(&self, script: &Script<'_>) -> String {
        finished(script, &self.base).to_string()
    }
}

/// Takes what is wanted from a document, or all of its problems.
fn parsed<T>(text: &str, take: impl FnOnce(Cursor<'_>) -> T) -> Result<T, Error> {
    let root = read::parse(text).map_err(|problem| Error::invalid(vec![*problem]))?;
    let sink = Problems::default();
    let taken = take(Cursor { node: &root, path: Path::ROOT, sink: &sink });
    let problems = read::in_document_order(sink, &root);
    if problems.is_empty() { Ok(taken) } else { Err(Error::invalid(problems)) }
}

/// A case as far as it is known, and the answers that stand in it.
fn case_and_answers(at: &Cursor<'_>) -> Option<(Value, IndexMap<String, String>)> {
    at.unrepeated();
    let fields = at.look()?;
    let kept = fields.get("answers").and_then(|at| read::answers(&at)).unwrap_or_default();
    let mut case = read::to_json(at.node);
    if let Some(case) = case.as_object_mut() {
        case.remove("answers");
    }
    Some((case, kept))
}

/// The document of a case, with its version and a note of what stands in.
fn finished(script: &Script<'_>, base: &Draft) -> Value {
    let mut case = script.case.clone();
    if !case.has("/schema_version") {
        case.set("/schema_version", SCHEMA_VERSION.into());
    }
    if !base.has("/note") && base.pursuits().is_empty() {
        let mut note = questions::NOTE.to_owned();
        if !script.stand_ins.is_empty() {
            note += questions::NOTE_STAND_INS;
            note += &crate::words::join(&script.stand_ins);
            note.push('.');
        }
        case.set("/note", note.trim_end().into());
    }
    let mut names: Vec<String> = script.unsaid.iter().cloned().collect();
    names.retain(|name| case.has(name));
    if !names.is_empty() || base.has("/stand_ins") {
        case.set("/stand_ins", names.into());
    }
    case.0
}

/// The place of a question in the interview: what something of one's own is asked stands after what it is.
fn order(id: &str) -> usize {
    const APART: usize = 100;
    let place =
        |own: &str| questions::ALL.iter().position(|known| known.id == own).map(|at| at * APART);
    let of_own = |own: &str| questions::OF_ONES_OWN.iter().position(|known| known.id == own);
    let after = |question: &str, own: &str| Some(place(question)? + of_own(own)? + 1);
    let found = place(id)
        .or_else(|| after(questions::ABOUT.id, id.strip_prefix("own-")?))
        .or_else(|| after(questions::INSTEAD.id, id.strip_prefix("other-")?));
    found.unwrap_or(usize::MAX)
}

/// The ids of all questions that are not about one number each.
fn ids() -> Vec<String> {
    let own = ["own", "other"].into_iter();
    let own = own.flat_map(|who| questions::OF_ONES_OWN.map(|words| format!("{who}-{}", words.id)));
    questions::ALL.map(|words| words.id.to_owned()).into_iter().chain(own).collect()
}

/// Whether there is such a question, in this course of the interview or another.
fn is_question(id: &str) -> bool {
    order(id) < usize::MAX || rated::field_at(id).is_some() || others::is_when(id)
}

/// Whether two documents say the same: numbers by value, null as absent.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let keys = one.keys().chain(other.keys());
            let null = Value::Null;
            let mut all =
                keys.map(|key| (one.get(key).unwrap_or(&null), other.get(key).unwrap_or(&null)));
            all.all(|(one, other)| same(one, other))
        }
        _ => one == other,
    }
}

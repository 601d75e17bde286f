//! What it is about: a preset, or something of one's own.

use serde_json::{Value, json};

use super::given::Given;
use super::numbers::Span;
use super::question::{InterviewQuestion, QuestionKind, QuestionOption};
use super::script::{Reply, Script, Turn, between, spoken};
use crate::estimate::Domain;
use crate::field::{ACTIVITY_ENJOYABILITY, ACTIVITY_HOURS};
use crate::words::questions::{
    ABOUT, ENJOY, ENJOYMENT, GIVES, HOURS, NAME, NAMELESS, PLAINER_GAINS, SOMETHING_ELSE, WON,
    WON_GIVES, Wording, YES_NO,
};
use crate::words::{capital, clean};

use super::leaves_out::{GAINS_OF_A_JOB, has_no_job};

/// The id of a pursuit of one's own, in question or besides.
pub(super) const OWN: &str = "own";
pub(super) const OTHER: &str = "other";

/// Categories that are asked for as money.
const MONEY: [&str; 2] = ["perks", "pay"];
/// What a thing gives of which the person does not know what it gives.
const USUAL_GAINS: [&str; 4] = ["skills", "networking", "helping", "fulfillment"];

/// What is asked about something of one's own, once the week is known.
#[derive(Debug)]
pub(super) struct Own {
    name: Reply,
    /// Whether anyone asked about it. Otherwise it only stands in.
    is_due: bool,
}

/// Asks what it is about. Something of one's own has a name so far, and still has to be described.
pub(super) fn ask(script: &mut Script<'_>) -> Option<Own> {
    let presets = script.catalogue.presets.values();
    let options = presets
        .map(|preset| QuestionOption::new(&*preset.id, &*preset.name).with_about(&*preset.about));
    let own = QuestionOption::new(SOMETHING_ELSE.0, SOMETHING_ELSE.1);
    let options: Vec<QuestionOption> = options.chain([own]).collect();
    let question = script.question(QuestionKind::Choice, ABOUT);
    let question = InterviewQuestion { options, ..question };
    let is_in_case = script.has_base();
    let reply = if is_in_case { Reply::InCase } else { script.ask(question, Turn::First, false) };
    match reply.choice().filter(|id| *id != SOMETHING_ELSE.0) {
        Some(preset) => {
            let preset = preset.to_owned();
            script.case.push("pursuits", json!({"preset": preset}));
        }
        None if is_in_case => {}
        None => {
            let is_due = matches!(reply, Reply::Said(_));
            return Some(Own { name: name(script, OWN, is_due), is_due });
        }
    }
    settle(script);
    None
}

/// Asks for what something of one's own takes and gives.
pub(super) fn describe(script: &mut Script<'_>, own: &Own) {
    described(script, OWN, &own.name, own.is_due);
    settle(script);
}

/// Asks for an alternative of one's own.
pub(super) fn other_pursuit(script: &mut Script<'_>) {
    let name = name(script, OTHER, true);
    described(script, OTHER, &name, true);
}

/// When someone is asked about what is in question, or about an alternative.
fn turn(id: &str) -> Turn {
    if id == OTHER { Turn::Soon } else { Turn::First }
}

/// Asks for the name of something of one's own.
fn name(script: &mut Script<'_>, id: &str, is_due: bool) -> Reply {
    // Whoever typed a name instead of choosing has said what it is called.
    let named = script.named.take().filter(|_| !script.is_answered(&format!("{id}-{}", NAME.id)));
    let mut asker = Asker { script, id, is_due, name: String::new() };
    match named {
        Some(name) => Reply::Said(Given::Text(name)),
        None => asker.ask(QuestionKind::Text, NAME, turn(id), |question| question),
    }
}

/// Notes which pursuit is in question, what it is called, and its award.
fn settle(script: &mut Script<'_>) {
    let pursuits = script.case.pursuits();
    script.asked = pursuits.first().map(|id| (*id).to_owned()).unwrap_or_default();
    let preset = script.preset();
    let named = script.case.text(&script.at("name")).map(clean);
    let name = named.or_else(|| preset.map(|preset| preset.name.clone()));
    script.it = spoken(&name.clone().unwrap_or_else(|| script.asked.clone()));
    let award = preset.and_then(|preset| preset.pursuit.award.as_ref());
    if award.is_some() || script.case.has(&script.at("award")) {
        let own = script.case.text(&script.at("award/name")).map(clean);
        let known = award.and_then(|award| award.name.clone());
        script.award = own.or(known).or_else(|| Some(crate::words::AWARD.to_owned()));
    }
    if !script.case.has("/name") {
        let title = capital(&name.unwrap_or_else(|| NAMELESS.to_owned()));
        script.case.set("/name", format!("{title}: is it worth my time?").into());
    }
}

/// Asks what a pursuit of one's own takes and gives. Unless its questions are due, it only stands in.
fn described(script: &mut Script<'_>, id: &str, name: &Reply, is_due: bool) {
    let name = match name {
        Reply::Said(Given::Text(name)) => capital(name),
        _ => NAMELESS.to_owned(),
    };
    let called = if id == OTHER { name.clone() } else { String::new() };
    let mut asker = Asker { script, id, is_due, name: called };
    let turn = turn(id);
    let week = Domain::bounded(0.0, 112.0).above_min();
    let hours = asker.ask(QuestionKind::Hours, HOURS, turn, |question| {
        let pointer = Some(format!("/pursuits/{id}/activities/work/hours"));
        InterviewQuestion { pointer, ..question.with_bounds(week, "hours a week") }
    });
    let pointer = format!("/pursuits/{id}/activities/work/enjoyability");
    let enjoy = asker.ask(QuestionKind::Rating, ENJOY, Turn::Later, |question| {
        question.of_field(&ACTIVITY_ENJOYABILITY, pointer).with_words(ENJOYMENT)
    });
    let has_no_job = has_no_job(asker.script);
    let categories = &asker.script.catalogue.categories;
    let is_offered =
        |id: &str| !(MONEY.contains(&id) || has_no_job && GAINS_OF_A_JOB.contains(&id));
    let options: Vec<QuestionOption> = categories
        .iter()
        .filter(|(id, _)| is_offered(id.as_str()))
        .map(|(id, own)| {
            let plainer = PLAINER_GAINS.iter().find(|(gain, ..)| *gain == id.as_str());
            let (name, about) =
                plainer.map_or((&*own.name, &*own.about), |(_, name, about)| (*name, *about));
            QuestionOption::new(id.as_str(), name).with_about(about)
        })
        .collect();
    let elsewhere = categories.keys().cloned().collect();
    let gives = asker.ask(QuestionKind::Several, GIVES, turn, |question| InterviewQuestion {
        options,
        elsewhere,
        ..question
    });
    let gains = gains(&gives);
    let at = format!("/pursuits/{id}");
    script.case.push(
        "pursuits",
        json!({"id": id, "name": name, "activities": [work(&hours, &enjoy)], "benefits": gains.1}),
    );
    let of_work = [(&hours, "hours"), (&hours, "per_year"), (&enjoy, "enjoyability")];
    let unsaid = of_work.into_iter().filter(|(reply, _)| !said(reply));
    let unsaid = unsaid.map(|(_, field)| format!("{at}/activities/work/{field}"));
    // Which gains there are, is said. How strong and how likely each is, is asked later.
    let of_gain = gains.0.iter().flat_map(|gain| {
        let gain = gain.replace('_', "-");
        ["strength", "chance"].map(|field| format!("{at}/benefits/{gain}/{field}"))
    });
    let unsaid: Vec<String> = unsaid.chain(of_gain).collect();
    script.unsaid.extend(unsaid);
    if [&hours, &enjoy, &gives].iter().any(|reply| !said(reply)) {
        script.stands_in("what it takes and gives");
    }
    if id == OWN && is_due {
        won(script, id, &gains.0);
    }
}

fn said(reply: &Reply) -> bool {
    matches!(reply, Reply::Said(given) if !given.is_unknown())
}

struct Asker<'a, 's> {
    script: &'a mut Script<'s>,
    id: &'a str,
    is_due: bool,
    /// What the questions call it. Empty if they need no name.
    name: String,
}

impl Asker<'_, '_> {
    fn ask(
        &mut self,
        kind: QuestionKind,
        words: Wording,
        turn: Turn,
        more: impl FnOnce(InterviewQuestion) -> InterviewQuestion,
    ) -> Reply {
        if !self.is_due {
            return Reply::Open;
        }
        let question = self.script.question(kind, words);
        let question =
            InterviewQuestion { id: format!("{}-{}", self.id, words.id), ..more(question) };
        let text = match self.name.as_str() {
            "" => question.text,
            name => format!("{name}: {}", spoken_first(&question.text)),
        };
        let question = InterviewQuestion { text, ..question };
        self.script.ask(question, turn, false)
    }
}

/// A question as it goes on after a colon.
fn spoken_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

/// Illustrative ranges, as the words of the questions say them.
const HOURS_UNKNOWN: Span = Span::new(1.0, 12.0);
const ENJOY_UNKNOWN: Span = Span::new(-3.0, 8.0);

fn work(hours: &Reply, enjoy: &Reply) -> Value {
    let hours = hours.number().unwrap_or(HOURS_UNKNOWN).estimate(&ACTIVITY_HOURS.domain);
    let enjoy = enjoy.number().unwrap_or(ENJOY_UNKNOWN).estimate(&ACTIVITY_ENJOYABILITY.domain);
    json!({"id": "work", "kind": "work", "hours": hours, "per_year": 52, "enjoyability": enjoy})
}

/// The categories, and the benefits that they make. How strong each is, is asked later.
fn gains(reply: &Reply) -> (Vec<String>, Vec<Value>) {
    let chosen = match reply.chosen() {
        Some(ids) => ids.to_vec(),
        None => USUAL_GAINS.map(str::to_owned).to_vec(),
    };
    // What was named gives something; what was not may give next to nothing.
    let strength = if reply.chosen().is_some() { between(3.0, 9.0) } else { between(1.0, 8.0) };
    let benefit = |category: &String| {
        let id = category.replace('_', "-");
        json!({"id": id, "category": category, "strength": strength, "chance": between(0.5, 0.95),
            "note": "Illustrative ranges until you say more."})
    };
    (chosen.clone(), chosen.iter().map(benefit).collect())
}

/// Asks whether there is something to be won.
fn won(script: &mut Script<'_>, id: &str, gains: &[String]) {
    let question = script.choose(QuestionKind::Choice, WON, YES_NO);
    let question = InterviewQuestion { id: format!("{id}-{}", WON.id), ..question };
    let is_won = script.ask(question, Turn::Soon, false).choice() == Some("yes");
    if !is_won {
        return;
    }
    let award = format!("/pursuits/{id}/award");
    script.guess(&format!("{award}/chance_per_year"), between(0.1, 0.6));
    script.guess(&format!("{award}/renewal_chance"), between(0.6, 0.95));
    script.stands_in("how likely you are to win it");
    let categories = &script.catalogue.categories;
    let label = |gain: &str| {
        let plainer = PLAINER_GAINS.iter().find(|(own, ..)| *own == gain);
        Some(plainer.map_or(&*categories.get(gain)?.name, |(_, name, _)| *name))
    };
    let named: Vec<_> =
        gains.iter().filter_map(|gain| Some((gain.as_str(), label(gain)?))).collect();
    if named.is_empty() {
        return;
    }
    let question = script.choose(QuestionKind::Several, WON_GIVES, named);
    let elsewhere = categories.keys().cloned().collect();
    let id_of_it = format!("{id}-{}", WON_GIVES.id);
    let question = InterviewQuestion { id: id_of_it, elsewhere, ..question };
    let reply = script.ask(question, Turn::Soon, false);
    for gain in reply.chosen().unwrap_or_default() {
        let gain = gain.replace('_', "-");
        script.case.set(&format!("/pursuits/{id}/benefits/{gain}/requires"), "award".into());
    }
}

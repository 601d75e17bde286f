//! What bothers the person about it, and what else the hours could go to.

use serde_json::json;

use super::about::{OTHER, OWN, other_pursuit};
use super::facts;
use super::given::Given;
use super::leaves_out::{PRESETS_OF_A_JOB, has_no_job};
use super::question::{InterviewQuestion, QuestionKind};
use super::script::{Reply, Script, Turn, between, spoken};
use crate::limits::MAX_NAME;
use crate::words::questions::{
    BOTHERS, BOTHERS_OWN, BOTHERS_WHEN, DURING, EXCLUDES, EXCLUDES_MANY, INSTEAD, NOT_EXCLUDED,
    RENEWING, RENEWING_PARTS, SOMETHING_ELSE,
};
use crate::words::{capital, of_item};

/// The preset of more rest.
const REST: &str = "rest";

/// What else of a list of one's own makes sense.
const MOST_OF_ONES_OWN: usize = 8;

/// Asks what bothers.
pub(super) fn bothers(script: &mut Script<'_>) {
    if script.preset().is_none() && !script.has_base() && !script.is_answered("about") {
        return;
    }
    let is_in_case = script.in_base(&script.at("drawbacks"));
    let known: Vec<String> = match script.preset() {
        Some(preset) => preset.pursuit.drawbacks.iter().filter_map(|own| own.id.clone()).collect(),
        None => Vec::new(),
    };
    let mut has_own = known.is_empty();
    if !known.is_empty() {
        let known = with_renewing(&known);
        let label = |id: &String| match id.as_str() {
            own if own == RENEWING.0 => RENEWING.1.to_owned(),
            own => capital(&of_item(own)),
        };
        let labels: Vec<String> = known.iter().map(label).collect();
        let options = known.iter().map(String::as_str).zip(labels.iter().map(String::as_str));
        let question =
            script.choose(QuestionKind::Several, BOTHERS, options.chain([SOMETHING_ELSE]));
        let all = script.catalogue.presets.values().flat_map(|preset| &preset.pursuit.drawbacks);
        let elsewhere = all.filter_map(|own| own.id.clone()).collect();
        let question = InterviewQuestion { elsewhere, ..question };
        let reply = script.ask(question, Turn::Soon, is_in_case);
        let chosen = reply.chosen().unwrap_or_default();
        has_own = chosen.iter().any(|id| id == SOMETHING_ELSE.0);
        for id in chosen.iter().filter(|id| *id != SOMETHING_ELSE.0) {
            if id == RENEWING.0 {
                let at = script.at(&format!("drawbacks/{id}"));
                script.case.set(&format!("{at}/kind"), RENEWING.0.into());
                script.case.set(&format!("{at}/during"), "award".into());
            }
            bother(script, id);
        }
        if reply.is_unknown() {
            for id in script.preset().into_iter().flat_map(|preset| &preset.pursuit.drawbacks) {
                let Some(id) = &id.id else { continue };
                let pointer = script.at(&format!("drawbacks/{id}/bother"));
                script.guess(&pointer, between(0.1, 3.0));
            }
            script.stands_in("what bothers you about it");
        }
    }
    if has_own {
        of_ones_own(script, is_in_case);
    }
}

/// What bothers, with one item for what renewing an award takes.
fn with_renewing(known: &[String]) -> Vec<String> {
    let is_part = |id: &&String| RENEWING_PARTS.contains(&id.as_str());
    if known.iter().filter(is_part).count() < 2 {
        return known.to_vec();
    }
    let others = known.iter().filter(|id| !is_part(id)).cloned();
    std::iter::once(RENEWING.0.to_owned()).chain(others).collect()
}

/// Gives a drawback the range that it has until it is graded.
fn bother(script: &mut Script<'_>, id: &str) {
    let pointer = script.at(&format!("drawbacks/{id}/bother"));
    script.guess(&pointer, between(1.0, 7.0));
}

/// Whether it is the id of a question on when something of one's own bothers.
pub(super) fn is_when(id: &str) -> bool {
    let parts: Vec<&str> = id.split('/').collect();
    matches!(parts.as_slice(), ["", "pursuits", _, "drawbacks", item, own]
        if !item.is_empty() && *own == BOTHERS_WHEN.id)
}

/// Asks when something of one's own bothers.
fn when(script: &mut Script<'_>, item: &str) -> String {
    let pointer = script.at(&format!("drawbacks/{item}/{}", BOTHERS_WHEN.id));
    let question = script.choose(QuestionKind::Choice, BOTHERS_WHEN, DURING);
    let text = question.text.replace("{item}", &of_item(item));
    let pointer = Some(pointer);
    let id = pointer.clone().unwrap_or_default();
    let question = InterviewQuestion { id, text, pointer, ..question };
    let reply = script.ask(question, Turn::Soon, false);
    match reply.choice() {
        None | Some("both") => "always".to_owned(),
        Some(own) => own.to_owned(),
    }
}

/// Asks for what bothers and is in no list.
fn of_ones_own(script: &mut Script<'_>, is_in_case: bool) {
    let named = script.named.take().filter(|_| !script.is_answered(BOTHERS_OWN.id));
    let reply = match named {
        Some(named) => Reply::Said(Given::Text(named)),
        None => {
            let question = script.question(QuestionKind::Text, BOTHERS_OWN);
            script.ask(question, Turn::Soon, is_in_case)
        }
    };
    let Reply::Said(Given::Text(named)) = reply else { return };
    let is_none = ["none", "no", "nothing"].contains(&named.to_lowercase().as_str());
    let named: Vec<String> =
        named.split([',', ';']).map(slug).filter(|id| !id.is_empty()).collect();
    if is_none || named.is_empty() {
        return;
    }
    let mut seen: Vec<String> = Vec::new();
    for id in named.into_iter().take(MOST_OF_ONES_OWN) {
        if seen.contains(&id) {
            continue;
        }
        seen.push(id.clone());
        bother(script, &id);
        let during = script.award.is_some().then(|| when(script, &id));
        let at = script.at(&format!("drawbacks/{id}"));
        script.case.set(&format!("{at}/kind"), id.replace('-', "_").into());
        if let Some(during) = &during {
            script.case.set(&format!("{at}/during"), during.as_str().into());
        }
    }
}

/// A few words as an id: `The long commute!` as `the-long-commute`.
fn slug(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    let plain: String =
        lower.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let id: String = words.join("-").chars().take(MAX_NAME - 4).collect();
    let id = id.trim_end_matches('-').to_owned();
    match id.chars().next() {
        None if lower.is_empty() => String::new(),
        // Words of another script have no letters for an id.
        None => "bother".to_owned(),
        Some(first) if first.is_ascii_alphabetic() => id,
        Some(_) => format!("it-{id}"),
    }
}

/// Asks for the alternatives, and returns what was chosen of them.
pub(super) fn instead(script: &mut Script<'_>) -> Vec<String> {
    let presets = script.catalogue.presets.values();
    let own_preset = script.preset().map(|preset| preset.id.clone());
    let has_no_job = has_no_job(script);
    let options = presets.filter(|preset| {
        Some(&preset.id) != own_preset.as_ref()
            && !(has_no_job && PRESETS_OF_A_JOB.contains(&&*preset.id))
    });
    let options = options.map(|preset| (&*preset.id, preset.name.as_str()));
    let question = script.choose(QuestionKind::Several, INSTEAD, options.chain([SOMETHING_ELSE]));
    let question = InterviewQuestion { elsewhere: script.everything(), ..question };
    let is_in_case = script.has_base() && script.case.pursuits().len() > 1;
    let reply = script.ask(question, Turn::First, is_in_case);
    if reply.is_unknown() {
        add(script, REST);
        return Vec::new();
    }
    let chosen = reply.chosen().unwrap_or_default();
    for id in chosen {
        if id == SOMETHING_ELSE.0 {
            other_pursuit(script);
        } else {
            add(script, id);
        }
    }
    chosen.to_vec()
}

fn add(script: &mut Script<'_>, preset: &str) {
    if !script.case.pursuits().contains(&preset) {
        script.case.push("pursuits", json!({"preset": preset}));
    }
}

/// Asks which of the alternatives rule it out.
pub(super) fn excludes(script: &mut Script<'_>, chosen: &[String]) {
    let own = script.case.text(&format!("/pursuits/{OTHER}/name"));
    let name = |id: &str| match (script.catalogue.presets.get(id), own) {
        (Some(preset), _) => preset.name.clone(),
        (None, own) => own.unwrap_or(SOMETHING_ELSE.1).to_owned(),
    };
    // Rest goes with anything.
    let others = chosen.iter().filter(|id| *id != REST);
    let named: Vec<(&str, String)> = others.map(|id| (id.as_str(), name(id))).collect();
    if named.is_empty() {
        return;
    }
    let options = named.iter().map(|(id, name)| (*id, name.as_str()));
    let question = match named.as_slice() {
        [(only, _)] => {
            script.choose(QuestionKind::Choice, EXCLUDES, [(*only, "Yes"), NOT_EXCLUDED])
        }
        _ => script.choose(QuestionKind::Several, EXCLUDES_MANY, options),
    };
    let other = named.first().map_or_else(String::new, |(_, name)| spoken(name));
    let text = question.text.replace("{other}", &other);
    let question = InterviewQuestion { text, elsewhere: script.everything(), ..question };
    let reply = script.ask(question, Turn::Soon, false);
    for id in reply.chosen().unwrap_or_default().iter().filter(|id| *id != NOT_EXCLUDED.0) {
        let other = if id == OWN { OTHER } else { id };
        let pair = json!([script.asked, other]);
        script.case.push("either_or", pair);
        if !script.has_base() {
            facts::alternative(script, other);
        }
    }
}

//! Inputs in words: what they are, what another value of them would mean, and whom to ask.

use super::conditions::Condition;
use super::grammar::{capital, clean, grouped, in_sentence, trimmed};
use super::names;
use super::numbers::{Ask, Words, words};
use crate::analysis::rounded_away;
use crate::estimate::Scale;
use crate::field::{Field, Key};
use crate::plan::{Compiled, Input};

/// An input, as sentences speak of it.
pub(crate) struct Phrase<'p> {
    /// Its name: a pointer in which items are named by id.
    name: &'p str,
    field: &'static Field,
    is_certain: bool,
    /// Of which pursuit it is, where that is not the one in question.
    pursuit: String,
    /// The item that it is of.
    item: String,
    /// Whether the pursuit in question has an award.
    has_award: bool,
    /// What the award of its pursuit is called.
    award: String,
}

impl<'p> Phrase<'p> {
    pub(crate) fn new(compiled: &'p Compiled, input: &'p Input) -> Self {
        let pursuits = &compiled.case.pursuits;
        let other = |id: &str| {
            let own = pursuits.iter().skip(1).find(|own| own.id == id);
            own.map(|own| own.name.as_str())
        };
        let has_award = pursuits.first().is_some_and(|own| own.award.is_some());
        let is_certain = input.estimate.is_certain();
        let phrase = Self::named(&input.name, input.field, other);
        let own = pursuits.iter().find(|own| phrase.part(2) == own.id);
        let named = own.and_then(|own| names::award(own.award.as_ref()?.name.as_deref()));
        let award = named.unwrap_or_else(|| phrase.award.clone());
        Self { is_certain, has_award, award, ..phrase }
    }

    /// An input by its name alone; `other` says what a pursuit is called that is not the one in
    /// question.
    pub(crate) fn named<'n>(
        name: &'p str,
        field: &'static Field,
        other: impl Fn(&str) -> Option<&'n str>,
    ) -> Self {
        let parts: Vec<&str> = name.split('/').skip(1).collect();
        let (pursuit, item) = match parts.as_slice() {
            ["pursuits", id, _, item, ..] => (Some(*id), *item),
            ["pursuits", id, ..] => (Some(*id), ""),
            _ => (None, ""),
        };
        let other = pursuit.and_then(other);
        Self {
            name,
            field,
            is_certain: true,
            pursuit: other.map_or(String::new(), |own| format!(" ({})", in_sentence(own))),
            item: names::of_item(item),
            has_award: false,
            award: names::AWARD.to_owned(),
        }
    }

    fn words(&self) -> Words {
        words(self.field.key)
    }

    /// What it is: `the hours that speaking takes (Microsoft MVP)`.
    pub(crate) fn noun(&self) -> String {
        self.fill(self.words().noun, ["", ""])
    }

    /// The same by itself, as on an axis: `Hours that speaking takes (Microsoft MVP)`.
    pub(crate) fn label(&self) -> String {
        let noun = self.noun();
        capital(noun.strip_prefix("the ").unwrap_or(&noun))
    }

    /// How to ask for it; none where no one is asked.
    pub(crate) fn question(&self) -> Option<String> {
        super::questions::question(self.field.key).map(|text| self.fill(text, ["", ""]))
    }

    /// A sentence with something in the place of each name in braces. What is put in is not looked
    /// through for further names.
    fn fill(&self, sentence: &str, [new, old]: [&str; 2]) -> String {
        let mut text = String::new();
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, behind)) = after.split_once('}') else { break };
            text.push_str(before);
            text.push_str(&match name {
                "item" => self.item.clone(),
                "award" => self.award.clone(),
                "pursuit" => self.pursuit.clone(),
                "condition" => self.condition().noun(),
                "category" => clean(&self.part(3).replace('_', " ")),
                "noun" => self.noun(),
                "new" => new.to_owned(),
                "old" => old.to_owned(),
                _ => names::of_contribution(self.last()),
            });
            rest = behind;
        }
        text + rest
    }

    fn part(&self, at: usize) -> &str {
        self.name.split('/').nth(at).unwrap_or_default()
    }

    fn last(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or_default()
    }

    fn condition(&self) -> Condition<'_> {
        Condition { id: self.last(), has_award: self.has_award }
    }

    /// What another value would mean: `if speaking took 9 hours each time instead of about 15`.
    pub(crate) fn change(&self, from: f64, to: f64) -> String {
        let key = self.field.key;
        if key == Key::Condition && (to <= 0.0 || to >= 1.0) {
            return format!("if {}", self.condition().at(to, "", ""));
        }
        if key == Key::Motivation && from <= 0.0 && self.is_next_to(from, to) {
            return format!("as soon as {} matters to you at all", self.fill("{motive}", ["", ""]));
        }
        let is_protection = matches!(key, Key::PersonalTime | Key::Wellbeing | Key::Savings);
        if is_protection && from <= 0.0 && self.is_next_to(from, to) {
            let protection = self.fill("{protection}", ["", ""]);
            return format!("as soon as {protection} matters to you at all");
        }
        let today = self.told(from, short(from));
        let about = if self.is_certain { "" } else { "about " };
        let words = self.words().change;
        let sentence = if self.is_next_to(from, to) {
            let side = if to > from { "more" } else { "less" };
            let new = format!("slightly {side} than {today}");
            self.fill(words.strip_suffix(INSTEAD).unwrap_or(words), [&new, &today])
        } else {
            let new = self.told(to, rounded(to, from));
            self.fill(words, [&new, &format!("{about}{today}")])
        };
        format!("if {sentence}")
    }

    /// Whether another value is so near that no digits worth reading tell them apart.
    fn is_next_to(&self, from: f64, to: f64) -> bool {
        let domain = &self.field.domain;
        let size = match domain.scale {
            Scale::Logit => domain.max - domain.min,
            _ if from.abs() > 0.0 => from.abs(),
            _ => 1.0,
        };
        (to - from).abs() < NEXT_TO * size
    }

    /// A value as it is written: shares in percent, large numbers in groups of three digits.
    fn told(&self, value: f64, digits: String) -> String {
        let is_share = self.field.domain.max <= 1.0
            && !matches!(self.field.key, Key::ReturnsToEffort | Key::OverworkLogOdds);
        if is_share { share(value, &digits) } else { grouped(&digits) }
    }

    /// Whom to ask or what to do to find out; none where nobody can say.
    pub(crate) fn find_out(&self) -> Option<String> {
        let noun = self.noun();
        Some(match self.words().ask {
            Ask::WhoKnows => self.condition().find_out(),
            Ask::WhoHasDoneIt => format!("ask someone who has done it about {noun}"),
            Ask::WhoKnowsYou => format!("talk to someone who knows you well about {noun}"),
            Ask::Yourself(way) => format!("find out {noun}: {way}"),
            Ask::Nobody => return None,
        })
    }
}

/// How every change ends.
const INSTEAD: &str = " instead of {old}";
/// A change of less than this part of the range, or of today's amount, is next to nothing.
const NEXT_TO: f64 = 1e-4;

/// Two digits of a change, rounded away from the old value: what is shown still makes the change.
fn rounded(to: f64, from: f64) -> String {
    let to = rounded_away(from, to);
    trimmed(&format!("{to:.9}")).to_owned()
}

/// A share in percent, of the digits that it has.
fn share(value: f64, digits: &str) -> String {
    let value: f64 = digits.parse().unwrap_or(value);
    format!("{}%", trimmed(&format!("{:.7}", 100.0 * value)))
}

/// Three digits of a number.
fn short(value: f64) -> String {
    if value.abs() <= 0.0 {
        return "0".to_owned();
    }
    let digits = 2.0 - libm::floor(libm::log10(value.abs()));
    let decimals = digits.clamp(0.0, 9.0) as usize;
    trimmed(&format!("{value:.decimals$}")).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;

    #[test]
    fn what_is_said_still_makes_the_change() {
        assert_eq!(rounded(9.387_261, 15.0), "9.3");
        assert_eq!(rounded(24.01, 15.0), "24.1");
        assert_eq!(rounded(0.612_3, 0.55), "0.613");
        assert_eq!(rounded(0.0, 8.0), "0");
        assert_eq!(rounded(0.034, 8.0), "0.03");
        assert_eq!(rounded(31_234.0, 1000.0), "32000");
        assert_eq!(share(0.05, &rounded(0.05, 0.35)), "5%");
        assert_eq!(share(0.9, &short(0.9)), "90%");
    }

    #[test]
    fn a_change_is_a_clause() {
        let plan = Plan::read(include_str!("../../examples/mvp.json")).unwrap();
        let change = |name: &str, from: f64, to: f64| {
            let input = plan.input(name).unwrap();
            Phrase::new(plan.compiled(), input).change(from, to)
        };
        let hours = "/pursuits/mvp/activities/speaking/hours";
        assert_eq!(
            change(hours, 15.02, 9.04),
            "if speaking took 9 hours each time instead of about 15"
        );
        assert_eq!(
            change("/person/motivations/income", 0.0, 2e-9),
            "as soon as money matters to you at all"
        );
        assert_eq!(
            change("/person/protections/wellbeing", 0.0, 2e-9),
            "as soon as your health matters to you at all"
        );
        assert_eq!(
            change("/person/conditions/employer_regard", 0.5, 0.4),
            "if your manager's regard for the title were 40% instead of 50%"
        );
        assert_eq!(
            change("/pursuits/mvp/anyway", 0.0, 2e-9),
            "if you did slightly more than 0% of this work anyway"
        );
        assert_eq!(
            change("/person/conditions/employer_regard", 0.5, 0.0),
            "if your manager did not value the title at all"
        );
    }

    #[test]
    fn every_name_in_braces_is_known() {
        let known = [
            "item",
            "pursuit",
            "award",
            "condition",
            "category",
            "motive",
            "protection",
            "noun",
            "new",
            "old",
        ];
        for key in Key::ALL {
            let Words { noun, change, .. } = words(*key);
            assert!(change.ends_with(INSTEAD), "{key:?}: {change}");
            for part in [noun, change].iter().flat_map(|text| text.split('{').skip(1)) {
                let name = part.split('}').next().unwrap();
                assert!(known.contains(&name), "{key:?}: {name}");
            }
        }
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!(short(15.333_3), "15.3");
        assert_eq!(short(0.035), "0.035");
        assert_eq!(short(8000.0), "8000");
        assert_eq!(short(0.0), "0");
    }
}

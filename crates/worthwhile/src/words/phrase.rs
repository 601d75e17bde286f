//! Inputs in words: what they are, what another value of them would mean, and whom to ask.

use super::grammar::in_sentence;
use super::numbers::{Ask, Words, words};
use crate::analysis::rounded_away;
use crate::catalogue::Catalogue;
use crate::field::Field;
use crate::plan::{Compiled, Input};

/// An input, as sentences speak of it.
pub(crate) struct Phrase<'p> {
    /// Its name: a pointer in which items are named by id.
    name: &'p str,
    field: &'static Field,
    is_certain: bool,
    /// Of which pursuit it is, where that is not the one in question.
    pursuit: String,
    /// The item, motive, condition or category that it is of.
    item: String,
    /// The last part of its name.
    last: String,
}

impl<'p> Phrase<'p> {
    pub(crate) fn new(compiled: &'p Compiled, input: &'p Input) -> Self {
        let pursuits = &compiled.case.pursuits;
        let asked = pursuits.first().map(|own| own.id.as_str());
        let pursuit = |id: &str| {
            let own = pursuits.iter().find(|own| own.id == id)?;
            Some((own.name.as_str(), Some(id) == asked))
        };
        let is_certain = input.estimate.is_certain();
        Self { is_certain, ..Self::named(&input.name, input.field, pursuit) }
    }

    /// An input by its name alone; `pursuit` says what a pursuit is called, and whether it is the
    /// one in question.
    pub(crate) fn named<'n>(
        name: &'p str,
        field: &'static Field,
        pursuit: impl Fn(&str) -> Option<(&'n str, bool)>,
    ) -> Self {
        let parts: Vec<&str> = name.split('/').skip(1).collect();
        let plain =
            |part: Option<&&str>| part.map_or(String::new(), |p| p.replace(['-', '_'], " "));
        let pursuit = match parts.as_slice() {
            ["pursuits", id, ..] => pursuit(id),
            _ => None,
        };
        let at = if pursuit.is_some() { 3 } else { 2 };
        let other = pursuit.filter(|(_, is_asked)| !is_asked);
        Self {
            name,
            field,
            is_certain: true,
            pursuit: other.map_or(String::new(), |(own, _)| format!(" ({})", in_sentence(own))),
            item: plain(parts.get(at)),
            last: plain(parts.last()),
        }
    }

    fn words(&self) -> Words {
        words(self.field.key)
    }

    /// What it is: `the hours of speaking (Microsoft MVP)`.
    pub(crate) fn noun(&self) -> String {
        self.fill(self.words().noun, ["", ""])
    }

    /// A sentence with something in the place of each name in braces. What is put in is not looked
    /// through for further names.
    fn fill(&self, sentence: &str, [new, old]: [&str; 2]) -> String {
        let category = || self.name.split('/').nth(3).unwrap_or_default().replace('_', " ");
        let mut text = String::new();
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, behind)) = after.split_once('}') else { break };
            text.push_str(before);
            text.push_str(&match name {
                "item" => self.item.clone(),
                "pursuit" => self.pursuit.clone(),
                "condition" => self.condition(),
                "category" => category(),
                "noun" => self.noun(),
                "new" => new.to_owned(),
                "old" => old.to_owned(),
                _ => self.last.clone(),
            });
            rest = behind;
        }
        text + rest
    }

    /// A condition by the catalogue's name for it, or by its own.
    fn condition(&self) -> String {
        let own = self.name.rsplit('/').next().unwrap_or_default();
        match Catalogue::builtin().conditions.get(own) {
            Some(condition) => format!("the {}", in_sentence(&condition.name)),
            None => format!("the condition {}", self.last),
        }
    }

    /// What another value would mean: `speaking taking 9 hours each instead of about 15`.
    pub(crate) fn change(&self, from: f64, to: f64) -> String {
        let about = if self.is_certain { "" } else { "about " };
        let is_share = self.field.domain.max <= 1.0;
        let (new, old) = if is_share {
            (percent(to, from), format!("{about}{}%", short(100.0 * from)))
        } else {
            (rounded(to, from), format!("{about}{}", short(from)))
        };
        self.fill(self.words().change, [&new, &old])
    }

    /// Whom to ask or what to do to find out; none where nobody can say.
    pub(crate) fn ask(&self) -> Option<String> {
        let text = match self.words().ask {
            Ask::WhoKnows => {
                let own = self.name.rsplit('/').next()?;
                let known = Catalogue::builtin().conditions.get(own);
                let whom = known.map_or("someone who knows", |condition| &condition.ask);
                return Some(format!("ask {whom}"));
            }
            Ask::WhoHasDoneIt => "ask someone who has done it",
            Ask::WhoKnowsYou => "think it over with someone who knows you",
            Ask::Yourself(way) => way,
            Ask::Nobody => return None,
        };
        Some(text.to_owned())
    }
}

/// Two digits of a change, rounded away from the old value: what is shown still makes the change.
fn rounded(to: f64, from: f64) -> String {
    let to = rounded_away(from, to);
    trimmed(format!("{to:.9}"))
}

fn percent(to: f64, from: f64) -> String {
    format!("{}%", rounded(100.0 * to, 100.0 * from))
}

/// Three digits of a number.
fn short(value: f64) -> String {
    if value.abs() <= 0.0 {
        return "0".to_owned();
    }
    let digits = 2.0 - libm::floor(libm::log10(value.abs()));
    let decimals = digits.clamp(0.0, 9.0) as usize;
    trimmed(format!("{value:.decimals$}"))
}

fn trimmed(text: String) -> String {
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::Key;

    #[test]
    fn what_is_said_still_makes_the_change() {
        assert_eq!(rounded(9.387_261, 15.0), "9.3");
        assert_eq!(rounded(24.01, 15.0), "24.1");
        assert_eq!(rounded(0.612_3, 0.55), "0.613");
        assert_eq!(rounded(0.0, 8.0), "0");
        assert_eq!(rounded(0.034, 8.0), "0.03");
        assert_eq!(rounded(31_234.0, 1000.0), "32000");
        assert_eq!(percent(0.05, 0.35), "5%");
    }

    #[test]
    fn every_name_in_braces_is_known() {
        let known = ["item", "pursuit", "condition", "category", "noun", "new", "old", "last"];
        for key in Key::ALL {
            let Words { noun, change, .. } = words(*key);
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

//! The conditions of the world in sentences: what it would be like if they did not hold, held fully,
//! or held in part.

use super::grammar::clean;
use crate::catalogue::Catalogue;

/// A condition as sentences speak of it. `{it}` stands for what the world values.
struct Sentences {
    id: &'static str,
    /// At 0, after an `if`.
    none: &'static str,
    /// At 1, after an `if`.
    full: &'static str,
    /// What it is, within a sentence.
    noun: &'static str,
    /// What to do to find out; `{whom}` is whom the catalog says to ask.
    find_out: &'static str,
}

const BUILTIN: [Sentences; 4] = [
    Sentences {
        id: "market_regard",
        none: "recruiters in your market did not value {it} at all",
        full: "recruiters in your market looked for {it} by name",
        noun: "your job market's regard for {it}",
        find_out: "ask {whom} how much {it} counts with them",
    },
    Sentences {
        id: "employer_regard",
        none: "your manager did not value {it} at all",
        full: "your manager counted {it} in every review",
        noun: "your manager's regard for {it}",
        find_out: "ask {whom}, how much {it} counts there",
    },
    Sentences {
        id: "client_regard",
        none: "your clients did not value {it} at all",
        full: "your clients chose you because of {it}",
        noun: "your clients' regard for {it}",
        find_out: "ask {whom}, how much {it} counts with them",
    },
    Sentences {
        id: "local_rarity",
        none: "there were plenty of people with {it} near you",
        full: "you were one of a handful of people with {it}",
        noun: "the rarity of {it} near you",
        find_out: "check {whom}, to see how rare {it} is near you",
    },
];

/// One condition, of a pursuit with an award or without.
#[derive(Clone, Copy)]
pub(super) struct Condition<'i> {
    pub(super) id: &'i str,
    pub(super) has_award: bool,
}

impl Condition<'_> {
    fn builtin(self) -> Option<&'static Sentences> {
        BUILTIN.iter().find(|own| own.id == self.id)
    }

    fn fill(self, sentence: &str) -> String {
        sentence.replace("{it}", if self.has_award { "the title" } else { "it" })
    }

    fn own(self) -> String {
        format!("the condition {}", clean(&self.id.replace('_', " ")))
    }

    /// What it is, within a sentence.
    pub(super) fn noun(self) -> String {
        self.builtin().map_or_else(|| self.own(), |own| self.fill(own.noun))
    }

    /// What it would be like at a value, after an `if`. `direction` says which way it may go on, and
    /// may be empty.
    pub(super) fn at(self, value: f64, told: &str, direction: &str) -> String {
        let own = self.builtin();
        match own {
            Some(own) if value <= 0.0 => self.fill(own.none),
            Some(own) if value >= 1.0 => self.fill(own.full),
            Some(own) => format!("{} were {told}{direction}", self.fill(own.noun)),
            None if value <= 0.0 => format!("{} did not hold at all", self.own()),
            None if value >= 1.0 => format!("{} held fully", self.own()),
            None => format!("{} held to {told}{direction}", self.own()),
        }
    }

    /// What to do to find it out.
    pub(super) fn find_out(self) -> String {
        let whom = Catalogue::builtin().conditions.get(self.id).map(|known| known.ask.as_str());
        match self.builtin().zip(whom) {
            Some((own, whom)) => self.fill(own.find_out).replace("{whom}", whom),
            None => format!("ask someone who knows about {}", self.own()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn condition(id: &str) -> Condition<'_> {
        Condition { id, has_award: true }
    }

    #[test]
    fn every_condition_of_the_catalog_has_its_sentences() {
        let known: Vec<&str> = Catalogue::builtin().conditions.keys().map(String::as_str).collect();
        assert_eq!(known, BUILTIN.map(|own| own.id));
    }

    #[test]
    fn a_condition_is_told_by_its_value() {
        let employer = condition("employer_regard");
        assert_eq!(employer.at(0.0, "0%", ""), "your manager did not value the title at all");
        assert_eq!(
            employer.at(0.2, "20%", " or less"),
            "your manager's regard for the title were 20% or less"
        );
        assert_eq!(
            employer.find_out(),
            "ask your manager, or a colleague who decides on promotions, how much the title counts \
             there"
        );
        let own = condition("my_boss");
        assert_eq!(own.at(0.4, "40%", " or less"), "the condition my boss held to 40% or less");
    }
}

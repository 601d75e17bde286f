//! What differs in two cases and is no number: what is there, what it is, when it counts.

use super::differing::{Differing, Value};
use super::parts::{Aspect, Pair, Part};
use crate::case::{AfterGivingUp, Requires};
use crate::complete::{CompletePursuit, Drives};
use crate::words::comparison::values::{self, Fact};

/// All facts that differ.
pub(super) fn facts(pair: &Pair<'_>) -> Vec<Differing> {
    let mut found = Facts { pair, all: Vec::new() };
    found.of_question();
    found.of_person();
    found.of_either_or();
    for index in 0..pair.pursuits.len() {
        match [0, 1].map(|side| pair.pursuit(index, side)) {
            [Some(first), Some(second)] => found.of_pursuit(index, [first, second]),
            sides => found.of_presence(index, sides.map(|own| own.is_some())),
        }
    }
    found.all
}

/// Whether a case could have a number that only the other one has: it has what the number is of.
pub(super) fn could_have(pair: &Pair<'_>, name: &str, side: usize) -> bool {
    let Some(case) = pair.cases.get(side) else { return false };
    let parts: Vec<&str> = name.split('/').skip(1).collect();
    match parts.as_slice() {
        ["person", "motivations", ..] => matches!(case.person.drives, Drives::Rated(_)),
        // One that is only in one case is named by a pursuit that is only there.
        ["person", "conditions", ..] => false,
        ["assumptions", "serves", category, ..] => case.assumptions.serves.contains_key(*category),
        ["pursuits", id, rest @ ..] => {
            let of_id = |index: &usize| pair.either(*index).is_some_and(|own| own.id == *id);
            let index = (0..pair.pursuits.len()).find(of_id);
            let own = index.and_then(|index| pair.pursuit(index, side));
            own.is_some_and(|own| match rest {
                ["award", ..] => own.award.is_some(),
                ["activities", item, ..] => own.activities.iter().any(|own| own.id == *item),
                ["benefits", item, ..] => own.benefits.iter().any(|own| own.id == *item),
                ["costs", item, ..] => own.costs.iter().any(|own| own.id == *item),
                ["drawbacks", item, ..] => own.drawbacks.iter().any(|own| own.id == *item),
                _ => true,
            })
        }
        _ => true,
    }
}

struct Facts<'f> {
    pair: &'f Pair<'f>,
    all: Vec<Differing>,
}

impl Facts<'_> {
    fn add(&mut self, part: Part, input: String, noun: String, texts: [Option<String>; 2]) {
        let values = texts.map(|text| text.map(|text| Value { estimate: None, text }));
        self.all.push(Differing { part: self.pair.group_of(part), input, noun, values });
    }

    /// Adds a fact that both have, where it differs.
    fn compare<T: PartialEq>(
        &mut self,
        part: Part,
        input: String,
        noun: String,
        [first, second]: [T; 2],
        tell: impl Fn(T) -> String,
    ) {
        if first != second {
            self.add(part, input, noun, [Some(tell(first)), Some(tell(second))]);
        }
    }

    fn of_question(&mut self) {
        let [first, second] = [0, 1].map(|side| self.pair.asked(side));
        let name = |index: usize| self.pair.either(index).map(|own| own.name.clone());
        let names = [name(first), name(second)];
        if first != second {
            self.add(Part::Question, "/pursuits".to_owned(), Fact::Question.noun(""), names);
        }
    }

    fn of_person(&mut self) {
        let [first, second] = self.pair.cases.map(|case| &case.person);
        let ranking = |drives: &Drives| match drives {
            Drives::Ranked(ranking) => Some(ranking.clone()),
            Drives::Rated(_) => None,
        };
        self.compare(
            Part::Motives,
            "/person/motivation_ranking".to_owned(),
            Fact::Ranking.noun(""),
            [ranking(&first.drives), ranking(&second.drives)],
            |own| values::ranking(own.as_deref()),
        );
        if let (Some(first), Some(second)) = (&first.money, &second.money) {
            let (currency, rate) = ("/person/money/currency", "/person/money/usd_rate");
            let currencies = [first.currency.clone(), second.currency.clone()];
            self.compare(
                Part::Money,
                currency.into(),
                Fact::Currency.noun(""),
                currencies,
                |own| own,
            );
            let rates = [first.usd_rate, second.usd_rate].map(|own| own.unwrap_or(1.0).to_bits());
            self.compare(Part::Money, rate.into(), Fact::Rate.noun(""), rates, |own| {
                values::plain(f64::from_bits(own))
            });
        }
        let points = self.pair.cases.map(|case| case.assumptions.close_call_points.to_bits());
        let input = "/assumptions/close_call_points".to_owned();
        self.compare(Part::Assumptions, input, Fact::CloseCall.noun(""), points, |own| {
            values::plain(f64::from_bits(own))
        });
    }

    /// What only one of the cases excludes, among the pursuits that both have.
    fn of_either_or(&mut self) {
        let pair = self.pair;
        let count = pair.pursuits.len();
        let shared = |index: &usize| pair.is_shared(*index);
        let lists = [0, 1].map(|side| lists(pair, side));
        for one in (0..count).filter(shared) {
            for other in (one + 1..count).filter(shared) {
                let both = 1 << one | 1 << other;
                let excludes =
                    lists.each_ref().map(|own| own.iter().any(|list| list & both == both));
                let named = [one, other].map(|index| pair.either(index).map(|own| &own.name));
                let [Some(first), Some(second)] = named else { continue };
                let noun = Fact::EitherOr.noun(&format!("{first} and {second}"));
                self.compare(
                    Part::EitherOr,
                    "/either_or".to_owned(),
                    noun,
                    excludes,
                    values::yes_no,
                );
            }
        }
    }

    fn of_presence(&mut self, index: usize, is_there: [bool; 2]) {
        let Some(own) = self.pair.either(index) else { return };
        let texts = is_there.map(|is_there| is_there.then(values::there));
        let (input, noun) = (format!("/pursuits/{}", own.id), Fact::Pursuit.noun(&own.name));
        self.add(Part::Pursuit(index, Aspect::Whole), input, noun, texts);
    }

    fn of_pursuit(&mut self, index: usize, both: [&CompletePursuit; 2]) {
        let [first, second] = both;
        let at = |rest: &str| format!("/pursuits/{}/{rest}", first.id);
        let part = |aspect| Part::Pursuit(index, aspect);
        let levels = both.map(|own| own.levels.clone());
        let name = first.name.as_str();
        self.compare(part(Aspect::Amount), at("levels"), Fact::Levels.noun(name), levels, |own| {
            values::levels(&own)
        });
        let has_award = both.map(|own| own.award.is_some());
        let noun = Fact::Award.noun(name);
        self.compare(part(Aspect::Award), at("award"), noun, has_award, values::yes_no);
        if let (Some(one), Some(other)) = (&first.award, &second.award) {
            let (award, held) = (part(Aspect::Award), [one.is_held, other.is_held]);
            self.compare(award, at("award/held"), Fact::Held.noun(name), held, values::yes_no);
            let years = [one.give_up_after_years, other.give_up_after_years];
            let (input, noun) = (at("award/give_up_after_years"), Fact::GiveUp.noun(name));
            self.compare(award, input, noun, years, values::years_to_give_up);
            let stops = [one, other].map(|own| own.after_giving_up == AfterGivingUp::Stop);
            if years.iter().all(Option::is_some) {
                let (input, noun) = (at("award/after_giving_up"), Fact::Stops.noun(name));
                self.compare(award, input, noun, stops, values::after_giving_up);
            }
        }
        self.of_items(index, both);
    }

    fn of_items(&mut self, index: usize, [first, second]: [&CompletePursuit; 2]) {
        let (name, id) = (first.name.as_str(), first.id.as_str());
        let at = |list: &str, item: &str, rest: &str| format!("/pursuits/{id}/{list}/{item}{rest}");
        let hours = Part::Pursuit(index, Aspect::Hours);
        let lists = [&first.activities, &second.activities];
        for (item, both) in paired(lists, |own| &own.id) {
            let (input, of) = (at("activities", item, ""), values::item(item, name));
            if let [Some(one), Some(other)] = both {
                let rest = [one, other].map(|own| own.kind == REST);
                let kind = at("activities", item, "/kind");
                self.compare(hours, kind, Fact::Kind.noun(&of), rest, values::yes_no);
                let (during, when) =
                    ([one.during, other.during], at("activities", item, "/during"));
                self.compare(hours, when, Fact::During.noun(&of), during, values::during);
            } else {
                self.item(hours, input, &of, both.map(|own| own.is_some()));
            }
        }
        let gains = Part::Pursuit(index, Aspect::Gains);
        for (item, both) in paired([&first.benefits, &second.benefits], |own| &own.id) {
            let (input, of) = (at("benefits", item, ""), values::item(item, name));
            if let [Some(one), Some(other)] = both {
                let categories = [one.category.clone(), other.category.clone()];
                let what = at("benefits", item, "/category");
                self.compare(gains, what, Fact::Category.noun(&of), categories, |own| {
                    values::words_of(&[own])
                });
                let requires = [one, other].map(|own| own.requires == Requires::Award);
                let award = at("benefits", item, "/requires");
                self.compare(gains, award, Fact::Requires.noun(&of), requires, values::yes_no);
                let depends = [one.depends_on.clone(), other.depends_on.clone()];
                let on = at("benefits", item, "/depends_on");
                self.compare(gains, on, Fact::DependsOn.noun(&of), depends, |own| {
                    values::words_of(&own)
                });
            } else {
                self.item(gains, input, &of, both.map(|own| own.is_some()));
            }
        }
        self.of_costs_and_drawbacks(index, [first, second]);
    }

    fn of_costs_and_drawbacks(&mut self, index: usize, [first, second]: [&CompletePursuit; 2]) {
        let (name, id) = (first.name.as_str(), first.id.as_str());
        let costs = paired([&first.costs, &second.costs], |own| &own.id);
        let costs = costs.into_iter().map(|(item, both)| {
            (Aspect::Costs, "costs", item, both.map(|own| own.map(|own| own.during)))
        });
        let drawbacks = paired([&first.drawbacks, &second.drawbacks], |own| &own.id);
        let drawbacks = drawbacks.into_iter().map(|(item, both)| {
            (Aspect::Drawbacks, "drawbacks", item, both.map(|own| own.map(|own| own.during)))
        });
        for (aspect, list, item, both) in costs.chain(drawbacks) {
            let part = Part::Pursuit(index, aspect);
            let (input, of) = (format!("/pursuits/{id}/{list}/{item}"), values::item(item, name));
            if let [Some(one), Some(other)] = both {
                let (input, noun) = (format!("{input}/during"), Fact::During.noun(&of));
                self.compare(part, input, noun, [one, other], values::during);
            } else {
                self.item(part, input, &of, both.map(|own| own.is_some()));
            }
        }
    }

    fn item(&mut self, part: Part, input: String, of: &str, is_there: [bool; 2]) {
        let texts = is_there.map(|is_there| is_there.then(values::there));
        self.add(part, input, Fact::Item.noun(of), texts);
    }
}

/// The kind of an activity that is rest.
const REST: &str = "rest";

/// What excludes each other in a case, bit i for pursuit i of both: each case has at most 64.
fn lists(pair: &Pair<'_>, side: usize) -> Vec<u128> {
    let bit = |at: &usize| pair.index_of(side, *at).map_or(0, |index| 1_u128 << index);
    let lists = pair.cases.get(side).map(|case| case.either_or.iter());
    lists
        .into_iter()
        .flatten()
        .map(|list| list.iter().map(bit).fold(0, |all, own| all | own))
        .collect()
}

/// The items of two lists by their ids: those of the first, then those that only the second has.
fn paired<'i, T>(
    [first, second]: [&'i Vec<T>; 2],
    id: impl Fn(&'i T) -> &'i String,
) -> Vec<(&'i str, [Option<&'i T>; 2])> {
    let find = |list: &'i [T], wanted: &str| list.iter().find(|own| id(own) == wanted);
    let own = first.iter().map(|own| (id(own).as_str(), [Some(own), find(second, id(own))]));
    let others = second.iter().filter(|own| find(first, id(own)).is_none());
    own.chain(others.map(|own| (id(own).as_str(), [None, Some(own)]))).collect()
}

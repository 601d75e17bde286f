//! A case with some parts of one case and the others of another.

use crate::catalogue::Origin;
use crate::complete::{Complete, CompleteAssumptions, CompletePerson, CompletePursuit, Figure};
use crate::field::PersonNumbers;
use crate::order;

use super::parts::{Aspect, Pair, Part};

/// Which parts are those of the second case.
pub(super) type OfSecond<'s> = dyn Fn(Part) -> bool + 's;

impl Pair<'_> {
    /// The case in which those parts are the second's and all others the first's. What belongs to parts
    /// of both, such as a condition that only one of them names, is there as far as it is needed. Money
    /// counts in the currency of the money's own part.
    pub(super) fn blend(&self, of_second: &OfSecond<'_>) -> Complete {
        let side = |part: Part| usize::from(of_second(self.group_of(part)));
        let mut present: Vec<usize> =
            (0..self.pursuits.len()).filter(|index| self.is_present(*index, &side)).collect();
        // The pursuit in question comes first.
        let asked = self.asked(side(Part::Question));
        order::sort_by_key(&mut present, |index| *index != asked);
        let [first, _] = self.cases;
        Complete {
            name: None,
            note: None,
            analysis: first.analysis.clone(),
            person: self.person(&side),
            assumptions: self.assumptions(side(Part::Assumptions)),
            pursuits: present.iter().filter_map(|index| self.blended(*index, &side)).collect(),
            either_or: self.either_or(&present, side(Part::EitherOr)),
        }
    }

    fn is_present(&self, index: usize, side: &impl Fn(Part) -> usize) -> bool {
        let side = side(Part::Pursuit(index, Aspect::Whole));
        self.is_shared(index) || self.pursuit(index, side).is_some()
    }

    fn case(&self, side: usize) -> &Complete {
        let [first, second] = self.cases;
        if side == 0 { first } else { second }
    }

    fn person(&self, side: &impl Fn(Part) -> usize) -> CompletePerson {
        let of = |part: Part| &self.case(side(part)).person;
        let (guards, week, years) = (of(Part::Protections), of(Part::Week), of(Part::Years));
        let numbers = PersonNumbers {
            wellbeing: guards.numbers.wellbeing.clone(),
            savings: guards.numbers.savings.clone(),
            free_hours: week.numbers.free_hours.clone(),
            work_hours: week.numbers.work_hours.clone(),
            horizon_years: years.numbers.horizon_years.clone(),
            discount_rate: years.numbers.discount_rate.clone(),
        };
        let mut conditions = of(Part::Conditions).conditions.clone();
        for (name, figure) in self.cases.iter().flat_map(|case| &case.person.conditions) {
            conditions.entry(name.clone()).or_insert_with(|| figure.clone());
        }
        CompletePerson {
            drives: of(Part::Motives).drives.clone(),
            numbers,
            personal_time: guards.personal_time.clone(),
            break_even_hours_per_week: guards.break_even_hours_per_week.clone(),
            limit_hours_per_week: week.limit_hours_per_week.clone(),
            burnout_risk: of(Part::Burnout).burnout_risk.clone(),
            money: of(Part::Money).money.clone(),
            conditions,
        }
    }

    fn assumptions(&self, side: usize) -> CompleteAssumptions {
        let mut own = self.case(side).assumptions.clone();
        for (name, row) in self.cases.iter().flat_map(|case| &case.assumptions.serves) {
            own.serves.entry(name.clone()).or_insert_with(|| row.clone());
        }
        own
    }

    /// A pursuit that is there.
    fn blended(&self, index: usize, side: &impl Fn(Part) -> usize) -> Option<CompletePursuit> {
        let whole = self.either(index)?;
        let pick = |aspect| {
            let own = self.pursuit(index, side(Part::Pursuit(index, aspect)));
            own.unwrap_or(whole)
        };
        let mut activities = pick(Aspect::Hours).activities.clone();
        for own in &mut activities {
            let mut others = pick(Aspect::Enjoyment).activities.iter();
            if let Some(other) = others.find(|other| other.id == own.id) {
                own.numbers.enjoyability = other.numbers.enjoyability.clone();
            }
        }
        let money = side(Part::Money);
        let from = |aspect| {
            let own = side(Part::Pursuit(index, aspect));
            if self.pursuit(index, own).is_some() { own } else { 1 - own }
        };
        let mut benefits = pick(Aspect::Gains).benefits.clone();
        for own in &mut benefits {
            self.convert(&mut own.numbers.money_per_year, from(Aspect::Gains), money);
        }
        let mut costs = pick(Aspect::Costs).costs.clone();
        for own in &mut costs {
            self.convert(&mut own.numbers.money_per_year, from(Aspect::Costs), money);
        }
        let amount = pick(Aspect::Amount);
        Some(CompletePursuit {
            id: whole.id.clone(),
            preset: None,
            name: whole.name.clone(),
            note: None,
            levels: amount.levels.clone(),
            anyway: pick(Aspect::Anyway).anyway.clone(),
            lasts_years: amount.lasts_years.clone(),
            award: pick(Aspect::Award).award.clone(),
            activities,
            benefits,
            costs,
            drawbacks: pick(Aspect::Drawbacks).drawbacks.clone(),
        })
    }

    fn convert(&self, figure: &mut Figure, from: usize, to: usize) {
        let factor = self.factor(&figure.origin, from, to);
        if (factor - 1.0).abs() > 0.0 {
            figure.estimate = figure.estimate.scaled(factor);
        }
    }

    /// What an amount of a pursuit is multiplied by to count with the money of the other case: what a
    /// preset gives is in dollars, and what the case gives is in its currency.
    pub(super) fn factor(&self, origin: &Origin, from: usize, to: usize) -> f64 {
        let [from, to] = [from, to].map(|side| self.case(side).person.money.as_ref());
        let rate = [from, to].map(|own| own.and_then(|own| own.usd_rate).unwrap_or(1.0));
        let currency = [from, to].map(|own| own.map(|own| own.currency.as_str()));
        let is_of_preset = matches!(origin, Origin::Preset { .. });
        match (currency, rate) {
            ([from, to], _) if from == to && !is_of_preset => 1.0,
            (_, [from, to]) => to / from,
        }
    }

    /// What excludes each other among the pursuits that are there. Where a pursuit is only in one case,
    /// that case says what it excludes.
    fn either_or(&self, present: &[usize], side: usize) -> Vec<Vec<usize>> {
        let mut lists = Vec::new();
        for (own, case) in self.cases.iter().enumerate() {
            for list in &case.either_or {
                let all = list.iter().filter_map(|at| self.index_of(own, *at));
                let all: Vec<usize> = all.filter(|index| present.contains(index)).collect();
                let places = |some: &[usize]| -> Vec<usize> {
                    some.iter().filter_map(|own| present.iter().position(|at| at == own)).collect()
                };
                if own == side {
                    lists.push(places(&all));
                    continue;
                }
                for (at, one) in all.iter().enumerate() {
                    for other in all.iter().skip(at + 1) {
                        if !self.is_shared(*one) || !self.is_shared(*other) {
                            lists.push(places(&[*one, *other]));
                        }
                    }
                }
            }
        }
        lists.retain(|list| list.len() > 1);
        lists
    }
}

//! A complete case written out as a document that says everything itself.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::figures::{
    Complete, CompleteActivity, CompleteAssumptions, CompleteAward, CompleteBenefit, CompleteCost,
    CompleteDrawback, CompleteMoney, CompletePerson, CompletePursuit, Drives, Figure, Timing,
};
use crate::case::{
    Activity, Assumptions, Award, Benefit, Case, Cost, Drawback, Money, Motive, Person, Pursuit,
    SCHEMA_VERSION,
};
use crate::estimate::Estimate;

fn given(figure: &Figure) -> Option<Estimate> {
    Some(figure.estimate.clone())
}

/// What follows another number is left out.
fn where_given(figure: Option<&Figure>) -> Option<Estimate> {
    figure.and_then(given)
}

impl Complete {
    /// The same as a document that says everything itself.
    pub(crate) fn to_case(&self) -> Case {
        let id = |at: &usize| self.pursuits.get(*at).map(|pursuit| pursuit.id.clone());
        let either_or = self.either_or.iter();
        Case {
            schema: None,
            schema_version: SCHEMA_VERSION,
            name: self.name.clone(),
            note: self.note.clone(),
            answers: IndexMap::new(),
            stand_ins: Vec::new(),
            person: self.person.to_person(),
            pursuits: self.pursuits.iter().map(CompletePursuit::to_pursuit).collect(),
            either_or: either_or.map(|list| list.iter().filter_map(id).collect()).collect(),
            assumptions: self.assumptions.to_assumptions(),
            analysis: self.analysis.clone(),
        }
    }
}

impl CompletePerson {
    fn to_person(&self) -> Person {
        let (motivations, motivation_ranking) = match &self.drives {
            Drives::Rated(figures) => (by_motive(figures), None),
            Drives::Ranked(motives) => (BTreeMap::new(), Some(motives.clone())),
        };
        let mut person = Person {
            motivations,
            motivation_ranking,
            money: self.money.as_ref().map(CompleteMoney::to_money),
            burnout_risk: where_given(self.burnout_risk.as_ref()),
            conditions: self
                .conditions
                .iter()
                .map(|(name, figure)| (name.clone(), figure.estimate.clone()))
                .collect(),
            ..Person::of_numbers(self.numbers.map(|_, figure| figure.estimate.clone()))
        };
        person.time.limit_hours_per_week = where_given(self.limit_hours_per_week.as_ref());
        person.protections.personal_time = where_given(self.personal_time.as_ref());
        person.protections.break_even_hours_per_week =
            where_given(self.break_even_hours_per_week.as_ref());
        person
    }
}

impl CompleteMoney {
    fn to_money(&self) -> Money {
        Money {
            currency: Some(self.currency.clone()),
            usd_rate: self.usd_rate,
            meaningful_yearly_amount: self.meaningful_yearly_amount.estimate.clone(),
            hour_value: where_given(self.hour_value.as_ref()),
        }
    }
}

fn by_motive(figures: &[Figure; 8]) -> BTreeMap<Motive, Estimate> {
    Motive::ALL.into_iter().zip(figures.iter().map(|figure| figure.estimate.clone())).collect()
}

impl CompleteAssumptions {
    fn to_assumptions(&self) -> Assumptions {
        let row = |row: &Vec<(Motive, Figure)>| {
            row.iter().map(|(motive, figure)| (*motive, figure.estimate.clone())).collect()
        };
        Assumptions {
            serves: self.serves.iter().map(|(name, cells)| (name.clone(), row(cells))).collect(),
            autonomy: by_motive(&self.autonomy),
            close_call_points: Some(self.close_call_points),
            ..Assumptions::of_numbers(self.numbers.map(|_, figure| given(figure)))
        }
    }
}

impl CompletePursuit {
    fn to_pursuit(&self) -> Pursuit {
        Pursuit {
            id: Some(self.id.clone()),
            preset: None,
            name: Some(self.name.clone()),
            note: self.note.clone(),
            levels: Some(self.levels.clone()),
            anyway: given(&self.anyway),
            lasts_years: where_given(self.lasts_years.as_ref()),
            award: self.award.as_ref().map(CompleteAward::to_award),
            activities: self.activities.iter().map(CompleteActivity::to_activity).collect(),
            benefits: self.benefits.iter().map(CompleteBenefit::to_benefit).collect(),
            costs: self.costs.iter().map(CompleteCost::to_cost).collect(),
            drawbacks: self.drawbacks.iter().map(CompleteDrawback::to_drawback).collect(),
            omit: Vec::new(),
        }
    }
}

impl CompleteAward {
    fn to_award(&self) -> Award {
        Award {
            name: self.name.clone(),
            held: Some(self.is_held),
            give_up_after_years: self.give_up_after_years,
            after_giving_up: self.give_up_after_years.map(|_| self.after_giving_up),
            ..Award::of_numbers(self.numbers.map(|_, figure| given(figure)))
        }
    }
}

impl Timing {
    /// Delay and end.
    fn to_years(&self) -> (Option<Estimate>, Option<Estimate>) {
        (given(&self.delay_years), where_given(self.lasts_years.as_ref()))
    }
}

impl CompleteActivity {
    fn to_activity(&self) -> Activity {
        let (delay_years, lasts_years) = self.timing.to_years();
        Activity {
            id: Some(self.id.clone()),
            kind: Some(self.kind.clone()),
            usual_per_year: where_given(self.usual_per_year.as_ref()),
            per_year: where_given(self.per_year.as_ref()),
            during: Some(self.during),
            delay_years,
            lasts_years,
            ..Activity::of_numbers(self.numbers.map(|_, figure| given(figure)))
        }
    }
}

impl CompleteBenefit {
    fn to_benefit(&self) -> Benefit {
        let (delay_years, lasts_years) =
            self.timing.as_ref().map(Timing::to_years).unwrap_or_default();
        Benefit {
            id: Some(self.id.clone()),
            category: Some(self.category.clone()),
            requires: Some(self.requires),
            depends_on: (!self.depends_on.is_empty()).then(|| self.depends_on.clone()),
            delay_years,
            lasts_years,
            ..Benefit::of_numbers(self.numbers.map(|_, figure| given(figure)))
        }
    }
}

impl CompleteCost {
    fn to_cost(&self) -> Cost {
        let (delay_years, lasts_years) = self.timing.to_years();
        Cost {
            id: Some(self.id.clone()),
            during: Some(self.during),
            delay_years,
            lasts_years,
            ..Cost::of_numbers(self.numbers.map(|_, figure| given(figure)))
        }
    }
}

impl CompleteDrawback {
    fn to_drawback(&self) -> Drawback {
        let (delay_years, lasts_years) = self.timing.to_years();
        Drawback {
            id: Some(self.id.clone()),
            kind: Some(self.kind.clone()),
            during: Some(self.during),
            delay_years,
            lasts_years,
            ..Drawback::of_numbers(self.numbers.map(|_, figure| given(figure)))
        }
    }
}

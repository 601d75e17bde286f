//! What the words of an answer are made of besides its figures.

use std::sync::Arc;

use super::writing::Writing;
use crate::analysis::{Answer, Hinge};
use crate::field::Key;
use crate::plan::InputId;
use crate::words::{Deciding, Facts, Phrase, PursuitFacts};

impl Writing<'_> {
    /// What the document does not say of the case itself.
    pub(super) fn facts(&self) -> Facts {
        let (scenarios, compiled) = (self.scenarios, self.study.compiled);
        let tally = &scenarios.tally;
        Facts {
            autonomy: scenarios.mean(tally.autonomy),
            most_hours_per_week: scenarios.mean(tally.most_hours),
            has_limit: compiled.program.person.limit_hours.is_some(),
            leaves_money_out: self.leaves_money_out(),
            base_level: self.base_level(),
            uncertain: self.uncertain(),
            one_for_one: self.one_for_one(),
            few_scenarios: self.few_scenarios(),
            answer_at_twice: self.answer_at_twice(),
            deciding: self.changes.deciding.iter().filter_map(|own| self.deciding(own)).collect(),
            pursuits: (0..scenarios.chosen.places.len()).map(|at| self.pursuit_facts(at)).collect(),
        }
    }

    /// Whether some money counts for nothing, since the case says nothing of money.
    fn leaves_money_out(&self) -> bool {
        let compiled = self.study.compiled;
        let is_money = |key: Key| key.is_money_of_pursuit();
        let inputs = compiled.inputs.iter().zip(&compiled.means);
        let mut money = inputs.filter(|(input, _)| is_money(input.field.key));
        compiled.case.person.money.is_none() && money.any(|(_, mean)| mean.abs() > 0.0)
    }

    /// How much of the pursuit in question the base case's plan with it has.
    fn base_level(&self) -> f64 {
        let place = self.study.base.places.first();
        place.map_or(1.0, |place| self.level(0, place.pick(0)))
    }

    fn uncertain(&self) -> Vec<Arc<str>> {
        let all = self.study.compiled.inputs.iter();
        all.filter(|own| !own.estimate.is_certain()).map(|own| Arc::clone(&own.name)).collect()
    }

    fn one_for_one(&self) -> Option<String> {
        let money = self.study.compiled.case.person.money.as_ref()?;
        money.one_for_one().map(str::to_owned)
    }

    fn few_scenarios(&self) -> Option<f64> {
        self.scenarios.spreads.first()?.few_scenarios
    }

    fn deciding(&self, hinge: &Hinge) -> Option<Deciding> {
        let compiled = self.study.compiled;
        let (input, from) = (compiled.inputs.get(hinge.input)?, *compiled.means.get(hinge.input)?);
        let phrase = Phrase::new(compiled, input);
        Some(Deciding {
            input: Arc::clone(&input.name),
            noun: phrase.noun(),
            change: phrase.change(from, hinge.to),
            from,
            to: hinge.to,
            answer: Answer::No,
            is_condition: input.field.key == Key::Condition,
        })
    }

    fn pursuit_facts(&self, index: usize) -> PursuitFacts {
        let (scenarios, tally, case) = (self.scenarios, self.tally(index), self.case(index));
        PursuitFacts {
            is_held: case.award.as_ref().is_some_and(|award| award.is_held),
            anyway: self.anyway(index),
            loaded_hours_per_week: scenarios.mean(tally.loaded_hours),
            busiest_loaded_hours_per_week: scenarios.mean(tally.busiest_loaded_hours),
            risk_without: scenarios.mean(scenarios.tally.burnout_risk),
            outlasts_horizon: index == 0 && self.answer_at_twice().is_some(),
            rules_out: self.rules_out(index),
            worst_drawback: self.worst_drawback(index),
        }
    }

    /// The others of every list of what excludes each other that it is on.
    fn rules_out(&self, index: usize) -> Vec<String> {
        let lists = self.study.compiled.case.either_or.iter().filter(|list| list.contains(&index));
        let others = lists.flatten().filter(|other| **other != index);
        others.map(|other| self.case(*other).id.clone()).collect()
    }

    /// The drawback with the highest rating of bother, times its chance; the first of equal ones.
    fn worst_drawback(&self, index: usize) -> Option<String> {
        let compiled = self.study.compiled;
        let program = compiled.program.pursuits.get(index)?;
        let mean = |input: InputId| compiled.means.get(input.0 as usize).copied().unwrap_or(0.0);
        let mut worst = None;
        let mut most = 0.0;
        for (own, case) in program.drawbacks.iter().zip(&self.case(index).drawbacks) {
            let bother = mean(own.numbers.bother) * mean(own.numbers.chance);
            if bother > most {
                (worst, most) = (Some(case.id.clone()), bother);
            }
        }
        worst
    }
}

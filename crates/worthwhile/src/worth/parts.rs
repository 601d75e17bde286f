//! What of a plan may differ between scenarios. The rest is computed once.

use super::mix::{Mix, Pick, Ways};
use crate::plan::{
    AssumptionsProgram, BenefitProgram, DrivesProgram, InputId, PersonProgram, PersonalTimeProgram,
    Program, PursuitProgram, TimingProgram,
};

/// Parts of what a pursuit or a life takes and gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Parts {
    /// Hours of all kinds, and all that effort rests on: where it differs, so may the others.
    pub(crate) hours: bool,
    pub(crate) unmet: bool,
    pub(crate) ease: bool,
    pub(crate) money: bool,
}

impl Parts {
    pub(crate) const ALL: Self = Self { hours: true, unmet: true, ease: true, money: true };
    pub(crate) const NONE: Self = Self { hours: false, unmet: false, ease: false, money: false };

    pub(crate) fn any(self) -> bool {
        self.hours || self.unmet || self.ease || self.money
    }

    fn and(self, other: Self) -> Self {
        Self {
            hours: self.hours || other.hours,
            unmet: self.unmet || other.unmet,
            ease: self.ease || other.ease,
            money: self.money || other.money,
        }
    }
}

/// What of one benefit may differ.
#[derive(Debug, Clone, Copy)]
pub(super) struct GiftParts {
    pub(super) strength: bool,
    pub(super) chance: bool,
    pub(super) money: bool,
}

/// What of one pursuit may differ.
#[derive(Debug)]
pub(super) struct PursuitParts {
    pub(super) parts: Parts,
    /// When what is there, of which the hours are a part, and what it costs, of which the money is one.
    pub(super) timing: bool,
    pub(super) costs: bool,
    /// By benefit, in the order of the categories.
    pub(super) gifts: Vec<GiftParts>,
    /// Whether something of it is done anyway, or may be.
    is_done_anyway: bool,
}

/// What may differ of a person and their pursuits.
#[derive(Debug)]
pub(crate) struct Varying {
    pub(super) person: bool,
    pub(super) pursuits: Vec<PursuitParts>,
}

impl Varying {
    /// Of a plan at these means, where some values are drawn.
    pub(crate) fn of(program: &Program, means: &[f64], drawn: impl Iterator<Item = usize>) -> Self {
        let mut is_drawn = vec![false; means.len()];
        for place in drawn {
            if let Some(own) = is_drawn.get_mut(place) {
                *own = true;
            }
        }
        let drawn = |id: InputId| is_drawn.get(id.0 as usize).copied().unwrap_or(true);
        let is_nothing = |id: InputId| {
            !drawn(id) && means.get(id.0 as usize).is_some_and(|mean| mean.abs() <= 0.0)
        };
        let (person, assumptions) = (&program.person, &program.assumptions);
        let of_person = OfPerson::of(person, assumptions, &drawn);
        let pursuits = program.pursuits.iter();
        let pursuits = pursuits.map(|own| PursuitParts::of(own, &of_person, &drawn, &is_nothing));
        Self { person: is_person_drawn(person, assumptions, &drawn), pursuits: pursuits.collect() }
    }

    /// What of the life of a mix may differ.
    pub(crate) fn of_mix(&self, mix: &Mix) -> Parts {
        self.ways(mix).fold(Parts::NONE, |all, (_, _, own)| all.and(own.parts))
    }

    /// What the life of a mix is merged of.
    pub(crate) fn ways_of(&self, mix: &Mix) -> Ways {
        let all = self.ways(mix).map(|(index, pick, _)| (index, pick)).collect();
        Ways { all, are_chosen: *mix != Mix::NONE }
    }

    fn ways(&self, mix: &Mix) -> impl Iterator<Item = (usize, Option<Pick>, &PursuitParts)> {
        let all = self.pursuits.iter().enumerate();
        let all = all.map(|(index, own)| (index, mix.get(index), own));
        all.filter(|(_, pick, own)| pick.is_some() || own.is_done_anyway)
    }

    /// What of what a mix is worth may differ.
    pub(crate) fn of_worth(&self, mix: &Mix) -> Parts {
        if self.person && *mix != Mix::NONE { Parts::ALL } else { self.of_mix(mix) }
    }

    /// What of the figures of a pursuit alone may differ.
    pub(crate) fn of_pursuit(&self, index: usize) -> Parts {
        match self.pursuits.get(index) {
            Some(own) if !self.person => own.parts,
            _ => Parts::ALL,
        }
    }

    /// Whether the life without any may differ, or what is valued in it.
    pub(super) fn is_baseline_drawn(&self) -> bool {
        self.person || self.of_mix(&Mix::NONE).any()
    }
}

/// What pursuits take from the person.
struct OfPerson {
    /// Autonomy, the returns to effort or the weights of the years.
    effort: bool,
    /// How many years there are.
    years: bool,
    drawback_points: bool,
}

impl OfPerson {
    fn of(
        person: &PersonProgram,
        assumptions: &AssumptionsProgram,
        drawn: &impl Fn(InputId) -> bool,
    ) -> Self {
        let numbers = &assumptions.numbers;
        let of_drives = drives(&person.drives).into_iter().chain(assumptions.autonomy);
        let of_years = [person.numbers.horizon_years, person.numbers.discount_rate];
        let mut effort = of_drives.chain(of_years).chain([numbers.returns_to_effort]);
        Self {
            effort: effort.any(drawn),
            years: drawn(person.numbers.horizon_years),
            drawback_points: drawn(numbers.drawback_points),
        }
    }
}

fn drives(drives: &DrivesProgram) -> [InputId; 8] {
    match drives {
        DrivesProgram::Rated(ids) | DrivesProgram::Ranked(ids) => *ids,
    }
}

fn is_person_drawn(
    person: &PersonProgram,
    assumptions: &AssumptionsProgram,
    drawn: &impl Fn(InputId) -> bool,
) -> bool {
    let PersonProgram {
        drives: own_drives,
        numbers,
        personal_time,
        limit_hours,
        burnout_risk,
        meaningful_yearly_amount,
        hour_value,
    } = person;
    let (PersonalTimeProgram::Rated(time) | PersonalTimeProgram::BreakEven(time)) = *personal_time;
    let some = [*limit_hours, *burnout_risk, *meaningful_yearly_amount, *hour_value];
    let AssumptionsProgram { autonomy, numbers: assumed } = assumptions;
    let numbers = numbers.each().map(|(_, id)| *id).chain(assumed.each().map(|(_, id)| *id));
    let all = drives(own_drives).into_iter().chain(*autonomy).chain(numbers);
    all.chain([time]).chain(some.into_iter().flatten()).any(drawn)
}

impl PursuitParts {
    fn of(
        program: &PursuitProgram,
        person: &OfPerson,
        drawn: &impl Fn(InputId) -> bool,
        is_nothing: &impl Fn(InputId) -> bool,
    ) -> Self {
        let PursuitProgram { anyway, award, activities, categories, costs, drawbacks, .. } =
            program;
        let timing = |own: &TimingProgram| own.inputs().any(drawn);
        let benefits = || categories.iter().flat_map(|own| &own.benefits);
        let of_timing = activities.iter().any(|own| timing(&own.timing))
            || costs.iter().any(|own| timing(&own.timing))
            || drawbacks.iter().any(|own| timing(&own.timing))
            || benefits().filter_map(|own| own.timing.as_ref()).any(timing);
        let of_activities = activities.iter().any(|own| {
            let numbers = own.numbers.each().map(|(_, id)| *id);
            numbers.chain([own.per_year, own.usual_per_year]).any(drawn)
        });
        let of_award =
            award.as_ref().is_some_and(|own| own.numbers.each().any(|(_, id)| drawn(*id)));
        let of_costs = costs.iter().any(|own| own.numbers.each().any(|(_, id)| drawn(*id)));
        let gifts: Vec<GiftParts> = benefits().map(|own| gift(own, drawn, is_nothing)).collect();
        let mut serves = categories.iter().flat_map(|own| &own.serves).map(|(_, id)| *id);
        let mut parts = Parts {
            hours: person.effort || drawn(*anyway) || of_timing || of_activities || of_award,
            unmet: serves.any(drawn) || gifts.iter().any(|own| own.strength || own.chance),
            ease: drawbacks
                .iter()
                .any(|own| person.drawback_points || own.numbers.each().any(|(_, id)| drawn(*id))),
            money: gifts.iter().any(|own| own.money) || of_costs,
        };
        // An award mixes what it brings into all years.
        if parts.hours || (award.is_some() && parts.any()) {
            parts = Parts::ALL;
        }
        Self {
            parts,
            timing: of_timing || person.years,
            costs: of_costs,
            gifts,
            is_done_anyway: !is_nothing(*anyway),
        }
    }
}

fn gift(
    benefit: &BenefitProgram,
    drawn: &impl Fn(InputId) -> bool,
    is_nothing: &impl Fn(InputId) -> bool,
) -> GiftParts {
    let numbers = &benefit.numbers;
    let chance = drawn(numbers.chance) || benefit.conditions.iter().copied().any(drawn);
    GiftParts {
        strength: drawn(numbers.strength),
        chance,
        money: drawn(numbers.money_per_year) || (chance && !is_nothing(numbers.money_per_year)),
    }
}

//! What a mix comes to in some scenarios. What nothing uncertain is in is computed once.

use super::figures::{OWN_FIGURES, OwnFigures};
use crate::lanes::Lanes;
use crate::worth::{Lives, Parts, Pick, Row, Valued, Ways, busiest};

/// What is wanted besides what a mix is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Wanted {
    Nothing,
    Hours,
    /// Its years too: their risks, and the hours of the busiest one.
    Years,
}

/// What a mix comes to in some scenarios.
#[derive(Debug, Clone)]
pub(super) struct Outlook<const W: usize> {
    /// What of it may differ from one scenario to the next.
    varies: Parts,
    wanted: Wanted,
    is_known: bool,
    /// Room for its life.
    life: Vec<Row<W>>,
    pub(super) valued: Valued<W>,
    /// p1 of every year, where it is wanted; a single one stands for all years.
    pub(super) risks: Vec<Lanes<W>>,
    pub(super) busiest_hours: Lanes<W>,
    pub(super) hours: Lanes<W>,
}

impl<const W: usize> Outlook<W> {
    pub(super) fn new(varies: Parts, wanted: Wanted, lives: &Lives<W>) -> Self {
        Self {
            varies,
            wanted,
            is_known: false,
            life: Vec::new(),
            valued: Valued::nothing(&lives.person),
            risks: Vec::new(),
            busiest_hours: Lanes::ZERO,
            hours: Lanes::ZERO,
        }
    }

    /// Takes a look at the next scenarios.
    #[inline(always)]
    pub(super) fn change(&mut self, lives: &Lives<W>, ways: &Ways) {
        let which = if self.is_known { self.varies } else { Parts::ALL };
        // The same twice: where it is all, the compiler knows it.
        if which == Parts::ALL {
            self.change_parts(lives, ways, Parts::ALL);
        } else if which.any() {
            self.change_parts(lives, ways, which);
        }
    }

    #[inline(always)]
    fn change_parts(&mut self, lives: &Lives<W>, ways: &Ways, which: Parts) {
        self.is_known = true;
        let life = lives.merge_in(ways, &mut self.life, which);
        let are_years_wanted = self.wanted == Wanted::Years;
        if which.hours && self.wanted >= Wanted::Hours {
            self.hours = lives.person.years.mean(life, |row| row.hours);
        }
        if which.hours && are_years_wanted {
            self.risks.clear();
            self.busiest_hours = busiest(life, |row| row.hours);
        }
        if ways.are_chosen {
            let risks = &mut self.risks;
            let (person, baseline) = (&lives.person, &lives.baseline);
            self.valued.change(person, baseline, life, which, |risk| {
                if are_years_wanted {
                    risks.push(risk);
                }
            });
        } else {
            self.valued = Valued::nothing(&lives.person);
        }
    }
}

/// The figures of a pursuit at a level.
#[inline(always)]
pub(super) fn own_figures<const W: usize>(
    lives: &Lives<W>,
    index: usize,
    pick: Pick,
    alone: &Valued<W>,
) -> OwnFigures<Lanes<W>> {
    let worth = alone.worth();
    let Some(outcome) = lives.pursuits.get(index) else {
        return OwnFigures::from_order([Lanes::ZERO; OWN_FIGURES]);
    };
    let (own, years) = (outcome.profile(pick), &lives.person.years);
    OwnFigures {
        worth,
        hours_per_week: years.mean(&own.rows, |row| row.hours),
        busiest_hours_per_week: busiest(&own.rows, |row| row.hours),
        felt_hours_per_week: years.mean(&own.rows, |row| row.felt_hours),
        burnout_risk: alone.burnout_risk,
        money_per_year: years.mean(&own.rows, |row| row.money),
    }
}

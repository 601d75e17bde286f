//! The first pursuit as planned, and how much of it, over scenarios.
//!
//! What fits and which plans are chosen is of the base case; the plans are valued by their means.

use super::super::answering::levels_shown;
use super::super::case::Case;
use super::super::chain;
use super::super::choosing::{Chosen, Mix, Mixes, whole};
use super::super::estimates::Estimate;
use super::super::lives::{Lives, Member};
use super::super::{AsPlanned, HowMuch, person};
use super::Draws;
use super::columns::Column;

/// The first pursuit over random scenarios, as the question has it.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledQuestion {
    /// Done as planned, by means. Absent where that does not fit.
    pub as_planned: Option<AsPlanned>,
    /// Means at one level after another. Empty where it is all or nothing.
    pub how_much: Vec<HowMuch>,
}

/// The first pursuit at one level.
struct At {
    level: f64,
    member: Member,
    /// The best mix with it on the base case, where there is one that fits.
    with: Option<Mix>,
    hours: Column,
    worth: Column,
    margin: Column,
    margin_over_none: Column,
    work_worth: Column,
    chance_ever: Column,
}

pub(crate) fn question(case: &Case<Estimate>, scenarios: usize, seed: u64) -> SampledQuestion {
    let base = case.map(Estimate::mean);
    let mixes = Mixes::new(&base);
    let chosen = mixes.choose();
    let mut levels = vec![1.0];
    levels.extend(levels_shown(&base.pursuits[0]));
    let found = at_levels(&Draws { case, scenarios, seed }, &mixes, &chosen, &levels);
    SampledQuestion {
        as_planned: found[0].margins(),
        how_much: found[1..].iter().map(At::told).collect(),
    }
}

fn at_levels(draws: &Draws, mixes: &Mixes, chosen: &Chosen, levels: &[f64]) -> Vec<At> {
    let mut all: Vec<At> = levels.iter().map(|level| At::new(mixes, *level)).collect();
    let choice = &chosen.pursuits[0];
    draws.each(|scenario| {
        let lives = Lives::new(scenario);
        let without = lives.worth(&choice.without.members);
        let without_any = lives.worth(&choice.without_any.members);
        all.iter_mut().for_each(|at| at.record(&lives, without, without_any));
    });
    all
}

impl At {
    fn new(mixes: &Mixes, level: f64) -> Self {
        Self {
            level,
            member: whole(mixes.lives.case, 0, level),
            with: mixes.held_at(0, level),
            hours: Column::default(),
            worth: Column::default(),
            margin: Column::default(),
            margin_over_none: Column::default(),
            work_worth: Column::default(),
            chance_ever: Column::default(),
        }
    }

    fn record(&mut self, lives: &Lives, without: f64, without_any: f64) {
        let case = lives.case;
        let pursuit = &case.pursuits[0];
        self.hours.add(person::mean(case, &lives.profile(self.member), |year| year.hours));
        self.worth.add(lives.worth(&[self.member]));
        if let Some(with) = &self.with {
            let with = lives.worth(&with.members);
            self.margin.add(with - without);
            self.margin_over_none.add(with - without_any);
        }
        if let Some(award) = &pursuit.award {
            let level = pursuit.done_at(self.level);
            self.work_worth.add(lives.worth(&[Member { award: false, ..self.member }]));
            self.chance_ever.add(chain::chance_ever(case, pursuit, award, level));
        }
    }

    fn margins(&self) -> Option<AsPlanned> {
        self.with.as_ref().map(|_| AsPlanned {
            margin: self.margin.mean(),
            margin_over_none: self.margin_over_none.mean(),
        })
    }

    fn told(&self) -> HowMuch {
        let has_award = self.member.award;
        HowMuch {
            level: self.level,
            hours_per_week: self.hours.mean(),
            worth: self.worth.mean(),
            margins: self.margins(),
            work_worth: has_award.then(|| self.work_worth.mean()),
            chance_ever: has_award.then(|| self.chance_ever.mean()),
        }
    }
}

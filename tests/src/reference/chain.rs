//! How an award comes and goes over the years.

use super::case::{Award, Case, Pursuit};
use super::year::{self, Regime};

/// One year of the chain.
pub(super) struct Standing {
    /// The chances of pursuing, of holding and of having given up in this year.
    pub(super) pursuing: f64,
    pub(super) holding: f64,
    pub(super) stopped: f64,
    /// The chance that a pursuer of this year holds the award in the next one.
    pub(super) wins: f64,
    /// The chance that a holder of this year does.
    pub(super) renews: f64,
    /// The chance to hold it in the next year.
    pub(super) holding_next: f64,
}

/// Those who pursue, by how often in a row they have tried.
struct Pursuers {
    by_tries: Vec<f64>,
    give_up_after: Option<usize>,
}

/// What becomes of the pursuers of a year.
struct Leavers {
    winners: f64,
    stopped: f64,
}

impl Pursuers {
    fn new(award: &Award, share: f64) -> Self {
        let give_up_after = award.give_up_after_years.map(|years| years as usize);
        let mut by_tries = vec![0.0; give_up_after.unwrap_or(1)];
        by_tries[0] = share;
        Self { by_tries, give_up_after }
    }

    fn share(&self) -> f64 {
        self.by_tries.iter().sum::<f64>() + 0.0
    }

    /// Goes on to the next year.
    fn try_once(&mut self, effort: f64, wins: f64) -> Leavers {
        let winners = self.share() * wins;
        let mut stopped = 0.0;
        let mut next = vec![0.0; self.by_tries.len()];
        for (tries, share) in self.by_tries.iter().enumerate() {
            let tried_in_vain = share * (effort - wins);
            next[tries] += share * (1.0 - effort);
            match self.give_up_after {
                None => next[tries] += tried_in_vain,
                Some(most) if tries + 1 < most => next[tries + 1] += tried_in_vain,
                Some(_) => stopped += tried_in_vain,
            }
        }
        self.by_tries = next;
        Leavers { winners, stopped }
    }
}

/// The years of an award of whose work `level` is done.
pub(super) fn standings(
    case: &Case,
    pursuit: &Pursuit,
    award: &Award,
    level: f64,
) -> Vec<Standing> {
    let mut pursuers = Pursuers::new(award, if award.held { 0.0 } else { 1.0 });
    let mut holding = if award.held { 1.0 } else { 0.0 };
    let mut stopped = 0.0;
    let mut standings = vec![];
    for t in 1..=case.person.horizon_years {
        let (effort, wins) = chance(pursuit, Regime::Pursuing, award.chance_per_year, level, t);
        let (_, renews) = chance(pursuit, Regime::Holding, award.renewal_chance, level, t);
        let pursuing = pursuers.share();
        let leavers = pursuers.try_once(effort, wins);
        let holding_next = holding * renews + leavers.winners;
        standings.push(Standing { pursuing, holding, stopped, wins, renews, holding_next });
        pursuers.by_tries[0] += holding * (1.0 - renews);
        holding = holding_next;
        stopped += leavers.stopped;
    }
    standings
}

/// The chance to hold the award in some year that the horizon's effort buys, or now.
pub(super) fn chance_ever(case: &Case, pursuit: &Pursuit, award: &Award, level: f64) -> f64 {
    if award.held {
        return 1.0;
    }
    let mut never_held = Pursuers::new(award, 1.0);
    let mut ever = 0.0;
    for t in 1..=case.person.horizon_years {
        let (effort, wins) = chance(pursuit, Regime::Pursuing, award.chance_per_year, level, t);
        ever += never_held.try_once(effort, wins).winners;
    }
    ever
}

/// The effort of a year in a regime, and the chance that it earns the next year's award.
fn chance(pursuit: &Pursuit, regime: Regime, usual: f64, level: f64, t: u32) -> (f64, f64) {
    let effort = year::effort(pursuit, regime, t);
    let done = year::done(pursuit, regime, level);
    let won = if done <= 1.0 { usual * done } else { 1.0 - (1.0 - usual).powf(done) };
    (effort, effort * won)
}

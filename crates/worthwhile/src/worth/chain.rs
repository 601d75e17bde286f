//! How an award comes and goes over the years.

use super::load::Regime;
use super::pursuit::Pursuit;
use crate::exp::pow;
use crate::lanes::Lanes;
use crate::plan::AwardProgram;

/// One year of the chain: shares of being in each state, and what the year's effort earns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Year<const W: usize> {
    /// P[t], H[t], S[t]: pursuing, holding, having given up.
    pub(super) pursuing: Lanes<W>,
    pub(super) holding: Lanes<W>,
    pub(super) given_up: Lanes<W>,
    /// p' and r': the chance that the effort of the year earns the next year's award.
    pub(super) wins: Lanes<W>,
    pub(super) renews: Lanes<W>,
}

/// The chain at one level. It is filled again and again.
#[derive(Debug, Clone)]
pub(super) struct Chain<const W: usize> {
    pub(super) years: Vec<Year<W>>,
    /// H[t+1] for each year t.
    pub(super) held_next: Vec<Lanes<W>>,
    /// The chance to hold it at some time.
    pub(super) chance_ever: Lanes<W>,
    /// Whether somebody may give up.
    pub(super) may_give_up: bool,
    pursuers: Pursuers<W>,
    /// Those who never held it, for the chance to hold it at some time.
    without_ever: Pursuers<W>,
}

impl<const W: usize> Chain<W> {
    pub(super) const EMPTY: Self = Self {
        years: Vec::new(),
        held_next: Vec::new(),
        chance_ever: Lanes::ZERO,
        may_give_up: false,
        pursuers: Pursuers::NONE,
        without_ever: Pursuers::NONE,
    };

    /// The chain over so many years.
    #[inline(always)]
    pub(super) fn fill(
        &mut self,
        award: &AwardProgram,
        pursuit: &Pursuit<'_, W>,
        level: Lanes<W>,
        years: usize,
    ) {
        let [p, r] = pursuit.chances(award);
        let won_pursuing = won(p, pursuit.part_of_usual(Regime::Pursuing, level));
        let won_holding = won(r, pursuit.part_of_usual(Regime::Holding, level));
        let tries = award.give_up_after_years.filter(|tries| *tries < years);
        let mut holding = if award.is_held { Lanes::ONE } else { Lanes::ZERO };
        self.pursuers.start(Lanes::ONE - holding, tries);
        self.without_ever.start(Lanes::ONE - holding, tries);
        self.may_give_up = tries.is_some();
        self.years.clear();
        self.held_next.clear();
        let mut given_up = Lanes::ZERO;
        let mut chance_ever = holding;
        for year in 0..years {
            let row = year.min(pursuit.rows() - 1);
            let effort = pursuit.effort(Regime::Pursuing, row);
            let wins = effort * won_pursuing;
            let renews = pursuit.effort(Regime::Holding, row) * won_holding;
            let pursuing = self.pursuers.all();
            self.years.push(Year { pursuing, holding, given_up, wins, renews });
            let lost = holding * (Lanes::ONE - renews);
            chance_ever += self.without_ever.all() * wins;
            holding = holding * renews + pursuing * wins;
            self.without_ever.pass_year(effort, wins);
            given_up += self.pursuers.pass_year(effort, wins);
            self.pursuers.begin(lost);
            self.held_next.push(holding);
        }
        self.chance_ever = chance_ever.min(Lanes::ONE);
    }
}

/// won(p, z) = p * z up to z = 1, 1 - (1-p)^z beyond: no contribution, no award.
#[inline(always)]
fn won<const W: usize>(p: Lanes<W>, z: Lanes<W>) -> Lanes<W> {
    if z.all_are(|z| z <= 1.0) {
        return p * z;
    }
    if z.all_are(|z| z > 1.0) {
        return Lanes::ONE - (Lanes::ONE - p).with(z, pow);
    }
    p.with(z, |p, z| if z <= 1.0 { p * z } else { 1.0 - pow(1.0 - p, z) })
}

/// Those who pursue, by how many tries they have made.
#[derive(Debug, Clone)]
struct Pursuers<const W: usize> {
    by_tries: Vec<Lanes<W>>,
    /// Whether their tries are limited.
    count_tries: bool,
}

impl<const W: usize> Pursuers<W> {
    const NONE: Self = Self { by_tries: Vec::new(), count_tries: false };

    /// These begin, with no try made.
    #[inline(always)]
    fn start(&mut self, first: Lanes<W>, tries: Option<usize>) {
        self.by_tries.clear();
        self.by_tries.push(first);
        self.by_tries.resize(tries.unwrap_or(1).max(1), Lanes::ZERO);
        self.count_tries = tries.is_some();
    }

    /// P[t]
    #[inline(always)]
    fn all(&self) -> Lanes<W> {
        let mut sum = Lanes::ZERO;
        for share in &self.by_tries {
            sum += *share;
        }
        sum
    }

    /// A year in which `wins` of them win and the rest of `effort` has made another try. Gives those
    /// who had no try left.
    #[inline(always)]
    fn pass_year(&mut self, effort: Lanes<W>, wins: Lanes<W>) -> Lanes<W> {
        if !self.count_tries {
            for share in &mut self.by_tries {
                *share *= Lanes::ONE - wins;
            }
            return Lanes::ZERO;
        }
        let (tried, waited) = (effort - wins, Lanes::ONE - effort);
        let mut from_before = Lanes::ZERO;
        for share in &mut self.by_tries {
            let fails = *share * tried;
            *share = *share * waited + from_before;
            from_before = fails;
        }
        from_before
    }

    /// What was lost pursues again, with no try made.
    #[inline(always)]
    fn begin(&mut self, lost: Lanes<W>) {
        if let Some(none) = self.by_tries.first_mut() {
            *none += lost;
        }
    }
}

//! A pursuit at a level, year by year.

use super::load::Regime;
use super::parts::Parts;
use super::power::Power;
use super::preferences::Preferences;
use super::pursuit::Pursuit;
use super::row::{Row, change_work_row, row};
use super::states::AwardRoom;
use crate::lanes::Lanes;
use crate::plan::AwardProgram;

/// What is known of an award at a level.
#[derive(Debug, Clone)]
pub(crate) struct Held<const W: usize> {
    /// H[t+1] for each year t: the share held by the effort of the year.
    pub(crate) in_years: Vec<Lanes<W>>,
    /// Their mean over the years.
    pub(crate) share: Lanes<W>,
    /// The chance to hold it at some time.
    pub(crate) chance_ever: Lanes<W>,
    /// The largest hours a week of a year in which it is held.
    pub(crate) hours: Lanes<W>,
}

impl<const W: usize> Held<W> {
    const NONE: Self = Self {
        in_years: Vec::new(),
        share: Lanes::ZERO,
        chance_ever: Lanes::ZERO,
        hours: Lanes::ZERO,
    };
}

/// A list of rows over the years; a single row stands for all years.
#[derive(Debug, Clone, Default)]
pub(crate) struct Profile<const W: usize> {
    pub(crate) rows: Vec<Row<W>>,
    /// Only of a pursuit that goes for its award.
    pub(crate) held: Option<Held<W>>,
    /// By regime: q^rho of the last time.
    returns: [Option<Power<W>>; 3],
}

impl<const W: usize> Profile<W> {
    /// Its row of a year.
    #[inline(always)]
    pub(crate) fn row(&self, year: usize) -> &Row<W> {
        row(&self.rows, year)
    }

    #[inline(always)]
    pub(super) fn fill_with_nothing(&mut self) {
        self.rows.clear();
        self.rows.push(Row::NOTHING);
    }

    /// The work alone at a level: no award, and what effort of amount q\[work\] gives.
    #[inline(always)]
    pub(super) fn fill_with_work(&mut self, pursuit: &Pursuit<'_, W>, level: Lanes<W>) {
        self.rows.resize(pursuit.rows(), Row::NOTHING);
        self.change_work(pursuit, level, Parts::ALL);
    }

    /// Those parts of it.
    #[inline(always)]
    pub(super) fn change_work(&mut self, pursuit: &Pursuit<'_, W>, level: Lanes<W>, which: Parts) {
        let [known, ..] = &mut self.returns;
        let returns = pursuit.returns(Regime::Work, level, known);
        for (at, row) in self.rows.iter_mut().enumerate() {
            change_work_row(row, pursuit, level, returns, at, which);
        }
    }

    /// The same work without the award, as who gives up at some time does it: with `stop` and a
    /// title not held, for the years of the tries, then the life without it.
    #[inline(always)]
    pub(super) fn fill_with_work_instead(
        &mut self,
        pursuit: &Pursuit<'_, W>,
        level: Lanes<W>,
        life_without: &Self,
        years: usize,
    ) {
        self.fill_with_work(pursuit, level);
        let award = pursuit.program.award.as_ref().filter(|award| award.stops && !award.is_held);
        let tries = award.and_then(|award| award.give_up_after_years);
        if let Some(tries) = tries.filter(|tries| *tries < years) {
            if let [only] = self.rows.as_slice() {
                let only = *only;
                self.rows.resize(tries, only);
            }
            self.rows.truncate(tries);
            for year in tries..years {
                self.rows.push(*life_without.row(year));
            }
        }
    }

    /// Going for the award, or holding it, at a level.
    #[inline(always)]
    pub(super) fn fill_with_award(
        &mut self,
        pursuit: &Pursuit<'_, W>,
        award: &AwardProgram,
        person: &Preferences<W>,
        level: Lanes<W>,
        life_without: &Self,
        room: &mut AwardRoom<W>,
    ) {
        let AwardRoom { chain, states } = room;
        let years = person.years.count();
        chain.fill(award, pursuit, level, years);
        let mut returns = [Lanes::ONE; 3];
        let regimes = returns.iter_mut().zip(Regime::ALL).zip(&mut self.returns);
        // Who never gives up never does the work alone.
        let regimes = regimes.filter(|((_, own), _)| chain.may_give_up || *own != Regime::Work);
        for ((returns, regime), known) in regimes {
            *returns = pursuit.returns(regime, level, known);
        }
        let is_even = pursuit.rows() == 1;
        self.rows.resize(years, Row::NOTHING);
        let mut hours = Lanes::ZERO;
        for (year, (now, row)) in chain.years.iter().zip(&mut self.rows).enumerate() {
            if year == 0 || !is_even {
                states.fill(pursuit, level, returns, year, chain.may_give_up);
            }
            hours = hours.max(states.holding.taken.hours);
            states.put_mean(now, row);
            if chain.may_give_up {
                let given_up = if award.stops { life_without.row(year) } else { &states.work };
                row.add_share(now.given_up, given_up);
            }
        }
        let held = self.held.get_or_insert(Held::NONE);
        held.in_years.clone_from(&chain.held_next);
        held.share = person.years.mean_of(&chain.held_next);
        (held.chance_ever, held.hours) = (chain.chance_ever, hours);
    }
}

//! A pursuit at a level, year by year, and how profiles merge.

use super::gifts::Served;
use super::load::{Load, Regime};
use super::parts::Parts;
use super::power::Power;
use super::preferences::Preferences;
use super::pursuit::Pursuit;
use super::states::AwardRoom;
use crate::lanes::Lanes;
use crate::plan::AwardProgram;

/// What a pursuit or a life takes and gives in one year.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<const W: usize> {
    /// u[m] for all motives but income.
    pub(crate) unmet: Served<Lanes<W>>,
    /// v: what drawbacks leave.
    pub(crate) ease: Lanes<W>,
    /// h, l, f and rest: hours a week, those without rest, those as felt, those of rest.
    pub(crate) hours: Lanes<W>,
    pub(crate) loaded_hours: Lanes<W>,
    pub(crate) felt_hours: Lanes<W>,
    pub(crate) rest: Lanes<W>,
    /// Money a year: earnings less spending, and spending alone.
    pub(crate) money: Lanes<W>,
    pub(crate) spending: Lanes<W>,
}

impl<const W: usize> Row<W> {
    /// Nothing at all: the identity of [`merge`](Self::merge).
    pub(crate) const NOTHING: Self = Self {
        unmet: [Lanes::ONE; 7],
        ease: Lanes::ONE,
        hours: Lanes::ZERO,
        loaded_hours: Lanes::ZERO,
        felt_hours: Lanes::ZERO,
        rest: Lanes::ZERO,
        money: Lanes::ZERO,
        spending: Lanes::ZERO,
    };

    /// Doing both: unmet shares and ease multiply, the rest adds up.
    #[inline(always)]
    pub(crate) fn merge(&mut self, other: &Self) {
        self.merge_parts(other, Parts::ALL);
    }

    /// Those parts of it.
    #[inline(always)]
    pub(super) fn merge_parts(&mut self, other: &Self, which: Parts) {
        if which.unmet {
            for (unmet, other) in self.unmet.iter_mut().zip(&other.unmet) {
                *unmet *= *other;
            }
        }
        if which.ease {
            self.ease *= other.ease;
        }
        if which.hours {
            self.hours += other.hours;
            self.loaded_hours += other.loaded_hours;
            self.felt_hours += other.felt_hours;
            self.rest += other.rest;
        }
        if which.money {
            self.money += other.money;
            self.spending += other.spending;
        }
    }

    /// Of two rows, those parts of it.
    #[inline(always)]
    pub(super) fn change_to_merged(&mut self, [one, other]: [&Self; 2], which: Parts) {
        if which.unmet {
            let parts = self.unmet.iter_mut().zip(&one.unmet).zip(&other.unmet);
            for ((unmet, one), other) in parts {
                *unmet = *one * *other;
            }
        }
        if which.ease {
            self.ease = one.ease * other.ease;
        }
        if which.hours {
            self.hours = one.hours + other.hours;
            self.loaded_hours = one.loaded_hours + other.loaded_hours;
            self.felt_hours = one.felt_hours + other.felt_hours;
            self.rest = one.rest + other.rest;
        }
        if which.money {
            self.money = one.money + other.money;
            self.spending = one.spending + other.spending;
        }
    }

    /// Adds a share of another row: every figure is a mean over states.
    #[inline(always)]
    pub(super) fn add_share(&mut self, share: Lanes<W>, other: &Self) {
        for (unmet, other) in self.unmet.iter_mut().zip(&other.unmet) {
            *unmet += share * *other;
        }
        self.ease += share * other.ease;
        self.hours += share * other.hours;
        self.loaded_hours += share * other.loaded_hours;
        self.felt_hours += share * other.felt_hours;
        self.rest += share * other.rest;
        self.money += share * other.money;
        self.spending += share * other.spending;
    }
}

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

/// The row of a year; a single row stands for all years.
#[inline(always)]
pub(crate) fn row<const W: usize>(rows: &[Row<W>], year: usize) -> &Row<W> {
    const { assert!(W > 0) };
    match rows {
        [row] => row,
        _ => rows.get(year).unwrap_or(const { &Row::NOTHING }),
    }
}

/// The largest of a figure over the years.
#[inline(always)]
pub(crate) fn busiest<const W: usize>(
    rows: &[Row<W>],
    of: impl Fn(&Row<W>) -> Lanes<W>,
) -> Lanes<W> {
    let mut largest = Lanes::ZERO;
    for row in rows {
        largest = largest.max(of(row));
    }
    largest
}

/// Puts there those parts of a year of the work at a level.
#[inline(always)]
pub(super) fn change_work_row<const W: usize>(
    own: &mut Row<W>,
    pursuit: &Pursuit<'_, W>,
    level: Lanes<W>,
    returns: Lanes<W>,
    row: usize,
    which: Parts,
) {
    let load = pursuit.load_of(Regime::Work, row);
    if which.unmet {
        pursuit.put_unmet_by_work(returns, row, &mut own.unmet);
    }
    if which.ease {
        own.ease = pursuit.ease_of_work(level, row) * load.ease_of_award;
    }
    if which.hours {
        put_hours(own, level, load);
    }
    if which.money {
        own.spending = level * load.spending;
        own.money = pursuit.earnings_of_work(returns, row) - own.spending;
    }
}

/// Puts there the hours that a regime takes at a level.
#[inline(always)]
pub(super) fn put_hours<const W: usize>(own: &mut Row<W>, level: Lanes<W>, load: &Load<W>) {
    own.hours = level * load.hours;
    own.loaded_hours = level * load.loaded_hours;
    own.felt_hours = level * load.felt_hours;
    own.rest = own.hours - own.loaded_hours;
}

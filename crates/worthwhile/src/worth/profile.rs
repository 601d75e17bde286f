//! A pursuit at a level, year by year, and how profiles merge.

use super::chain::{Chain, Year};
use super::load::Regime;
use super::parts::Parts;
use super::power::Power;
use super::preferences::Preferences;
use super::pursuit::{Given, Pursuit, Served};
use crate::lanes::Lanes;
use crate::limits::MAX_PURSUITS;
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
        for (unmet, other) in self.unmet.iter_mut().zip(&other.unmet) {
            *unmet *= *other;
        }
        self.ease *= other.ease;
        self.hours += other.hours;
        self.loaded_hours += other.loaded_hours;
        self.felt_hours += other.felt_hours;
        self.rest += other.rest;
        self.money += other.money;
        self.spending += other.spending;
    }

    /// One year of several profiles, all of them merged in their order: those parts of it.
    #[inline(always)]
    pub(super) fn change_to_merged(&mut self, parts: &[&[Self]], year: usize, which: Parts) {
        const { assert!(W > 0) };
        let mut rows = [const { &Self::NOTHING }; MAX_PURSUITS];
        rows.iter_mut().zip(parts).for_each(|(own, part)| *own = row(part, year));
        let rows = rows.get(..parts.len()).unwrap_or_default();
        if which.unmet {
            for (at, unmet) in self.unmet.iter_mut().enumerate() {
                *unmet = product(rows, |row| row.unmet.get(at).copied().unwrap_or(Lanes::ONE));
            }
        }
        if which.ease {
            self.ease = product(rows, |row| row.ease);
        }
        if which.hours {
            self.hours = sum(rows, |row| row.hours);
            self.loaded_hours = sum(rows, |row| row.loaded_hours);
            self.felt_hours = sum(rows, |row| row.felt_hours);
            self.rest = sum(rows, |row| row.rest);
        }
        if which.money {
            self.money = sum(rows, |row| row.money);
            self.spending = sum(rows, |row| row.spending);
        }
    }

    /// Adds a share of another row: every figure is a mean over states.
    #[inline(always)]
    fn add_share(&mut self, share: Lanes<W>, other: &Self) {
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

    /// No share of anything yet.
    const NO_SHARE: Self = Self { unmet: [Lanes::ZERO; 7], ease: Lanes::ZERO, ..Self::NOTHING };
}

#[inline(always)]
fn product<const W: usize>(rows: &[&Row<W>], of: impl Fn(&Row<W>) -> Lanes<W>) -> Lanes<W> {
    let mut all = Lanes::ONE;
    for row in rows {
        all *= of(row);
    }
    all
}

#[inline(always)]
fn sum<const W: usize>(rows: &[&Row<W>], of: impl Fn(&Row<W>) -> Lanes<W>) -> Lanes<W> {
    let mut all = Lanes::ZERO;
    for row in rows {
        all += of(row);
    }
    all
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
        let [known, ..] = &mut self.returns;
        let returns = pursuit.returns(Regime::Work, level, known);
        self.rows.clear();
        for row in 0..pursuit.rows() {
            self.rows.push(work_row(pursuit, level, returns, row));
        }
    }

    /// The same where only some parts differ from before, and hours do not.
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
        chances: [Lanes<W>; 2],
        level: Lanes<W>,
        life_without: &Self,
    ) {
        let years = person.years.count();
        let chain = Chain::new(award, chances, pursuit, level, years);
        let mut returns = [Lanes::ONE; 3];
        let regimes = returns.iter_mut().zip(Regime::ALL).zip(&mut self.returns);
        // Who never gives up never does the work alone.
        let regimes = regimes.filter(|((_, own), _)| chain.may_give_up || *own != Regime::Work);
        for ((returns, regime), known) in regimes {
            *returns = pursuit.returns(regime, level, known);
        }
        let is_even = pursuit.rows() == 1;
        let mut states = States::new(pursuit, level, returns, 0, chain.may_give_up);
        self.rows.clear();
        let mut hours = Lanes::ZERO;
        for (year, now) in chain.years.iter().enumerate() {
            if year > 0 && !is_even {
                states = States::new(pursuit, level, returns, year, chain.may_give_up);
            }
            hours = hours.max(states.holding.hours);
            let given_up = if award.stops { life_without.row(year) } else { &states.work };
            self.rows.push(states.row(now, chain.may_give_up.then_some(given_up)));
        }
        let share = person.years.mean_of(&chain.held_next);
        let (in_years, chance_ever) = (chain.held_next, chain.chance_ever);
        self.held = Some(Held { in_years, share, chance_ever, hours });
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

/// A year of the work at a level.
#[inline(always)]
fn work_row<const W: usize>(
    pursuit: &Pursuit<'_, W>,
    level: Lanes<W>,
    returns: Lanes<W>,
    row: usize,
) -> Row<W> {
    let [given, _] = pursuit.given(returns, row, Parts::ALL);
    let ease = pursuit.ease_of_work(level, row);
    regime_row(pursuit, Regime::Work, level, ease, row, &given)
}

/// The same where its hours stay as they were.
#[inline(always)]
fn change_work_row<const W: usize>(
    own: &mut Row<W>,
    pursuit: &Pursuit<'_, W>,
    level: Lanes<W>,
    returns: Lanes<W>,
    row: usize,
    which: Parts,
) {
    let load = pursuit.load_of(Regime::Work, row);
    let [given, _] = pursuit.given(returns, row, which);
    if which.unmet {
        own.unmet = given.unmet;
    }
    if which.ease {
        own.ease = pursuit.ease_of_work(level, row) * load.ease_of_award;
    }
    if which.money {
        own.spending = level * load.spending;
        own.money = given.earnings - own.spending;
    }
}

/// A year of a regime at a level, with what effort gives in it.
#[inline(always)]
fn regime_row<const W: usize>(
    pursuit: &Pursuit<'_, W>,
    regime: Regime,
    level: Lanes<W>,
    ease_of_work: Lanes<W>,
    row: usize,
    given: &Given<W>,
) -> Row<W> {
    let load = pursuit.load_of(regime, row);
    let (hours, loaded_hours) = (level * load.hours, level * load.loaded_hours);
    let spending = level * load.spending;
    Row {
        unmet: given.unmet,
        ease: ease_of_work * load.ease_of_award,
        hours,
        loaded_hours,
        felt_hours: level * load.felt_hours,
        rest: hours - loaded_hours,
        money: given.earnings - spending,
        spending,
    }
}

/// A year in each state of the chain.
struct States<const W: usize> {
    pursuing: Row<W>,
    pursuing_given: [Given<W>; 2],
    holding: Row<W>,
    holding_given: [Given<W>; 2],
    work: Row<W>,
}

impl<const W: usize> States<W> {
    #[inline(always)]
    fn new(
        pursuit: &Pursuit<'_, W>,
        level: Lanes<W>,
        returns: [Lanes<W>; 3],
        row: usize,
        may_give_up: bool,
    ) -> Self {
        let [work, pursuing, holding] = returns;
        let ease = pursuit.ease_of_work(level, row);
        let taken = |regime| regime_row(pursuit, regime, level, ease, row, &Given::NOTHING);
        Self {
            pursuing: taken(Regime::Pursuing),
            pursuing_given: pursuit.given(pursuing, row, Parts::ALL),
            holding: taken(Regime::Holding),
            holding_given: pursuit.given(holding, row, Parts::ALL),
            work: if may_give_up { work_row(pursuit, level, work, row) } else { Row::NOTHING },
        }
    }

    /// The mean of a year over the states.
    #[inline(always)]
    fn row(&self, now: &Year<W>, given_up: Option<&Row<W>>) -> Row<W> {
        let mut mean = Row::NO_SHARE;
        let mut pursuing = self.pursuing;
        give(&mut pursuing, &self.pursuing_given, now.wins);
        mean.add_share(now.pursuing, &pursuing);
        let mut holding = self.holding;
        give(&mut holding, &self.holding_given, now.renews);
        mean.add_share(now.holding, &holding);
        if let Some(given_up) = given_up {
            mean.add_share(now.given_up, given_up);
        }
        mean
    }
}

/// Puts into a row what effort gives: (1-p') * without + p' * with the award. The effort of a year
/// buys the next year's award, and a title already won is no reason to go on.
#[inline(always)]
fn give<const W: usize>(row: &mut Row<W>, given: &[Given<W>; 2], wins: Lanes<W>) {
    let [without, with] = given;
    let loses = Lanes::ONE - wins;
    let parts = row.unmet.iter_mut().zip(&without.unmet).zip(&with.unmet);
    for ((unmet, without), with) in parts {
        *unmet = loses * *without + wins * *with;
    }
    row.money += loses * without.earnings + wins * with.earnings;
}

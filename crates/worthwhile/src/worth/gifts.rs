//! What the benefits of a pursuit give for effort of some amount.

use super::load::share_of;
use super::parts::GiftParts;
use super::values::Values;
use crate::case::Motive;
use crate::lanes::Lanes;
use crate::plan::{BenefitProgram, CategoryProgram, PursuitProgram};

/// One for each motive that benefits serve by their category: all but income.
pub(crate) type Served<T> = [T; Motive::SERVED.len()];

/// What one benefit could give in one year.
#[derive(Debug, Clone, Copy)]
struct Gift<const W: usize> {
    /// strength/10, and e = chance * product of its conditions * share[t]
    strength: Lanes<W>,
    chance: Lanes<W>,
    /// money_per_year * e
    money: Lanes<W>,
    needs_award: bool,
}

impl<const W: usize> Gift<W> {
    /// `year` is none where all years are alike.
    #[inline(always)]
    fn new(benefit: &BenefitProgram, values: Values<'_, W>, year: Option<usize>) -> Self {
        let chance = effective_chance(benefit, values, year);
        Self {
            strength: strength(benefit, values),
            chance,
            money: money(benefit, values, chance),
            needs_award: benefit.needs_award(),
        }
    }

    /// Works out anew what may differ.
    #[inline(always)]
    fn change(
        &mut self,
        benefit: &BenefitProgram,
        values: Values<'_, W>,
        year: Option<usize>,
        which: GiftParts,
    ) {
        if which.strength {
            self.strength = strength(benefit, values);
        }
        if which.chance {
            self.chance = effective_chance(benefit, values, year);
        }
        if which.money {
            self.money = money(benefit, values, self.chance);
        }
    }
}

/// What effort of some amount gives in one year.
#[derive(Debug, Clone, Copy)]
pub(super) struct Given<const W: usize> {
    /// u[m] for all motives but income.
    pub(super) unmet: Served<Lanes<W>>,
    /// Money a year.
    pub(super) earnings: Lanes<W>,
}

impl<const W: usize> Given<W> {
    pub(super) const NOTHING: Self = Self { unmet: [Lanes::ONE; 7], earnings: Lanes::ZERO };
}

/// What all benefits of a pursuit could give, year after year.
#[derive(Debug, Clone)]
pub(super) struct Gifts<const W: usize> {
    all: Vec<Gift<W>>,
    /// Those of a year.
    count: usize,
}

impl<const W: usize> Gifts<W> {
    pub(super) const NONE: Self = Self { all: Vec::new(), count: 0 };

    /// Those of these years, of which each is none where all years are alike.
    #[inline(always)]
    pub(super) fn fill(
        &mut self,
        program: &PursuitProgram,
        values: Values<'_, W>,
        years: impl ExactSizeIterator<Item = Option<usize>>,
    ) {
        let rows = years.len();
        self.all.clear();
        for year in years {
            for category in &program.categories {
                for benefit in &category.benefits {
                    self.all.push(Gift::new(benefit, values, year));
                }
            }
        }
        self.count = self.all.len() / rows.max(1);
    }

    /// Works out anew what may differ.
    #[inline(always)]
    pub(super) fn change(
        &mut self,
        program: &PursuitProgram,
        values: Values<'_, W>,
        which: &[GiftParts],
        years: impl Iterator<Item = Option<usize>>,
    ) {
        for (year, own) in years.zip(self.all.chunks_mut(self.count.max(1))) {
            let mut all = own.iter_mut().zip(which);
            for category in &program.categories {
                for (benefit, (own, which)) in category.benefits.iter().zip(&mut all) {
                    own.change(benefit, values, year, *which);
                }
            }
        }
    }

    /// Those of a year.
    #[inline(always)]
    fn of_row(&self, row: usize) -> std::slice::Iter<'_, Gift<W>> {
        self.all.get(row * self.count..).unwrap_or_default().iter()
    }

    /// Puts there u[m] of the work in a year, where `returns` is q^rho.
    #[inline(always)]
    pub(super) fn put_unmet_by_work(
        &self,
        program: &PursuitProgram,
        values: Values<'_, W>,
        returns: Lanes<W>,
        row: usize,
        unmet: &mut Served<Lanes<W>>,
    ) {
        *unmet = [Lanes::ONE; 7];
        let mut gifts = self.of_row(row);
        for category in &program.categories {
            let [Some(largest), _] = largest(category, &mut gifts, returns) else { continue };
            for (motive, serves) in serves(category, values) {
                scale(unmet, motive, unmet_share(serves, largest));
            }
        }
    }

    /// What the work earns in a year.
    #[inline(always)]
    pub(super) fn earnings_of_work(&self, returns: Lanes<W>, row: usize) -> Lanes<W> {
        let [earnings, _] = self.earnings(returns, row);
        earnings
    }

    /// Puts there what effort gives in a year, without and with the award.
    #[inline(always)]
    pub(super) fn put_given(
        &self,
        program: &PursuitProgram,
        values: Values<'_, W>,
        returns: Lanes<W>,
        row: usize,
        [without, with]: &mut [Given<W>; 2],
    ) {
        without.unmet = [Lanes::ONE; 7];
        with.unmet = [Lanes::ONE; 7];
        let mut gifts = self.of_row(row);
        for category in &program.categories {
            match largest(category, &mut gifts, returns) {
                [Some(of_work), Some(of_award)] => {
                    let largest = of_work.max(of_award);
                    for (motive, serves) in serves(category, values) {
                        scale(&mut without.unmet, motive, unmet_share(serves, of_work));
                        scale(&mut with.unmet, motive, unmet_share(serves, largest));
                    }
                }
                [Some(of_work), None] => {
                    for (motive, serves) in serves(category, values) {
                        let share = unmet_share(serves, of_work);
                        scale(&mut without.unmet, motive, share);
                        scale(&mut with.unmet, motive, share);
                    }
                }
                [None, of_award] => {
                    let largest = of_award.unwrap_or(Lanes::ZERO);
                    for (motive, serves) in serves(category, values) {
                        scale(&mut with.unmet, motive, unmet_share(serves, largest));
                    }
                }
            }
        }
        let [of_work, of_award] = self.earnings(returns, row);
        without.earnings = of_work;
        with.earnings = of_award + of_work;
    }

    /// What the work earns in a year, and what its award adds.
    #[inline(always)]
    fn earnings(&self, returns: Lanes<W>, row: usize) -> [Lanes<W>; 2] {
        let [mut of_work, mut of_award] = [Lanes::ZERO; 2];
        for gift in self.of_row(row).take(self.count) {
            if gift.needs_award {
                of_award += gift.money;
            } else {
                of_work += gift.money * returns;
            }
        }
        [of_work, of_award]
    }
}

/// The largest min(1, strength/10 * q^rho) * e of a category, and the largest of its award, where it has
/// such benefits.
#[inline(always)]
fn largest<'g, const W: usize>(
    category: &CategoryProgram,
    gifts: &mut impl Iterator<Item = &'g Gift<W>>,
    returns: Lanes<W>,
) -> [Option<Lanes<W>>; 2] {
    let [mut of_work, mut of_award] = [None; 2];
    let add = |largest: &mut Option<Lanes<W>>, own: Lanes<W>| {
        *largest = Some(largest.unwrap_or(Lanes::ZERO).max(own));
    };
    for (_, gift) in category.benefits.iter().zip(gifts) {
        if gift.needs_award {
            add(&mut of_award, gift.strength * gift.chance);
        } else {
            add(&mut of_work, (gift.strength * returns).min(Lanes::ONE) * gift.chance);
        }
    }
    [of_work, of_award]
}

/// The motives that a category serves, and how far.
#[inline(always)]
fn serves<const W: usize>(
    category: &CategoryProgram,
    values: Values<'_, W>,
) -> impl Iterator<Item = (usize, Lanes<W>)> {
    category.serves.iter().map(move |(motive, serves)| (*motive, values.get(*serves)))
}

/// What one category leaves unmet of a motive that it serves: 1 - serves * largest. Over categories
/// these shares multiply.
#[inline(always)]
fn unmet_share<const W: usize>(serves: Lanes<W>, largest: Lanes<W>) -> Lanes<W> {
    Lanes::ONE - serves * largest
}

#[inline(always)]
fn scale<const W: usize>(unmet: &mut Served<Lanes<W>>, motive: usize, by: Lanes<W>) {
    if let Some(own) = unmet.get_mut(motive) {
        *own *= by;
    }
}

/// strength/10
#[inline(always)]
fn strength<const W: usize>(benefit: &BenefitProgram, values: Values<'_, W>) -> Lanes<W> {
    values.get(benefit.numbers.strength) * 0.1
}

/// money_per_year * e
#[inline(always)]
fn money<const W: usize>(
    benefit: &BenefitProgram,
    values: Values<'_, W>,
    chance: Lanes<W>,
) -> Lanes<W> {
    values.get(benefit.numbers.money_per_year) * chance
}

/// e = chance * product of its conditions * share[t]
#[inline(always)]
fn effective_chance<const W: usize>(
    benefit: &BenefitProgram,
    values: Values<'_, W>,
    year: Option<usize>,
) -> Lanes<W> {
    let mut chance = values.get(benefit.numbers.chance);
    for condition in &benefit.conditions {
        chance *= values.get(*condition);
    }
    match benefit.timing {
        Some(timing) => share_of(chance, timing, values, year),
        None => chance,
    }
}

//! A year of a pursuit or of a life, and how they merge.

use super::gifts::Served;
use super::load::{Load, Regime};
use super::parts::Parts;
use super::pursuit::Pursuit;
use crate::lanes::Lanes;

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

/// Merges these profiles in their order: those parts of them. The others stay as they are in the room,
/// and all of them where there is but one profile.
#[inline(always)]
pub(super) fn merged<'l, const W: usize>(
    mut profiles: impl Iterator<Item = &'l [Row<W>]> + Clone,
    room: &'l mut Vec<Row<W>>,
    which: Parts,
) -> &'l [Row<W>] {
    const { assert!(W > 0) };
    let mut years = 0;
    for profile in profiles.clone() {
        years = years.max(profile.len());
    }
    let Some(first) = profiles.next() else { return const { &[Row::NOTHING] } };
    let Some(second) = profiles.next() else { return first };
    if room.len() < years {
        room.resize(years, Row::NOTHING);
    }
    let life = room.get_mut(..years).unwrap_or_default();
    for (year, own) in life.iter_mut().enumerate() {
        own.change_to_merged([row(first, year), row(second, year)], which);
    }
    for profile in profiles {
        for (year, own) in life.iter_mut().enumerate() {
            own.merge_parts(row(profile, year), which);
        }
    }
    life
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

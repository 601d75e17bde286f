//! What is left to decide could add so much at most. Gains diminish: what several pursuits add to a
//! life is no more than what each adds to it alone (they are submodular), and lost time costs the
//! more the more of it is lost already.

use super::Search;
use crate::lanes::Lanes;
use crate::worth::contributions::{burnout_risk_at, income, overwork, savings};
use crate::worth::lives::FIT_TOLERANCE;
use crate::worth::mix::Pick;
use crate::worth::preferences::Preferences;
use crate::worth::profile::{Profile, Row};

/// What one way to do a pursuit could add to a life at most, in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marginal {
    pub(super) index: usize,
    pub(super) pick: Pick,
    pub(super) most: f64,
}

/// What one way to do a pursuit changes in a life, year by year.
struct Change {
    pick: Pick,
    years: Vec<YearOfChange>,
}

struct YearOfChange {
    /// 100 * omega[t] * w[m] * (1 - u[m] / that without it), for all motives but income
    served: [f64; 7],
    /// Hours a week that it adds.
    hours: f64,
    /// What it adds to x by its felt hours, and phi of that.
    time: f64,
    time_alone: f64,
}

/// What is known before the search begins.
pub(super) struct Bounds {
    /// The pursuits in the order in which they are decided: those worth most alone come first.
    pub(super) order: Vec<usize>,
    /// How many rows a life has.
    pub(super) rows: usize,
    /// For each pursuit, by index.
    changes: Vec<Vec<Change>>,
    /// By depth, the life without all pursuits that are decided there or later.
    undecided: Vec<Vec<Row<1>>>,
    /// By depth, what all that is decided there or later could add of money (a mean over the years)
    /// and of rest (in each year).
    money: Vec<f64>,
    rest: Vec<Vec<f64>>,
    /// Hours a week that a life may take in any year.
    most_hours: f64,
}

impl Bounds {
    pub(super) fn new(search: &Search<'_>) -> Self {
        let lives = search.lives;
        let all = lives.pursuits.iter().zip(&search.picks);
        let profiles = all.clone().flat_map(|(outcome, picks)| {
            let own = picks.iter().map(|pick| outcome.profile(*pick));
            own.chain(std::iter::once(&outcome.without))
        });
        let rows = profiles.map(|profile| profile.rows.len()).max().unwrap_or(1);
        let changes: Vec<Vec<Change>> = all
            .map(|(outcome, picks)| {
                let change = |pick: &Pick| {
                    let profile = outcome.profile(*pick);
                    Change::new(&lives.person, *pick, &outcome.without, profile, rows)
                };
                picks.iter().map(change).collect()
            })
            .collect();
        let order = by_worth_alone(search, &changes);
        let most_hours = lives.person.most_hours.max(lives.baseline.busiest_hours).first();
        let mut bounds = Self {
            rows,
            changes,
            undecided: vec![vec![Row::NOTHING; rows]; order.len() + 1],
            money: vec![0.0; order.len() + 1],
            rest: vec![vec![0.0; rows]; order.len() + 1],
            most_hours: most_hours + FIT_TOLERANCE,
            order,
        };
        bounds.look_back(search);
        bounds
    }

    /// Fills what depends on the depth, from the last one on.
    // INVARIANT: lists by depth have an entry more than there are pursuits.
    #[expect(clippy::indexing_slicing, reason = "see the invariant above")]
    fn look_back(&mut self, search: &Search<'_>) {
        let years = &search.lives.person.years;
        for depth in (0..self.order.len()).rev() {
            let index = self.order[depth];
            let outcome = &search.lives.pursuits[index];
            let picks = || search.picks[index].iter().map(|pick| outcome.profile(*pick));
            for year in 0..self.rows {
                let without = outcome.without.row(year);
                let mut rest = self.undecided[depth + 1][year];
                rest.merge(without);
                self.undecided[depth][year] = rest;
                let more = picks().map(|own| (own.row(year).rest - without.rest).first());
                self.rest[depth][year] = self.rest[depth + 1][year] + more.fold(0.0, f64::max);
            }
            let mean = |profile: &Profile<1>| years.mean(&profile.rows, |row| row.money).first();
            let more = picks().map(|own| mean(own) - mean(&outcome.without));
            self.money[depth] = self.money[depth + 1] + more.fold(0.0, f64::max);
        }
    }

    /// The life without all pursuits that are decided at this depth or later.
    pub(super) fn undecided(&self, depth: usize) -> &[Row<1>] {
        self.undecided.get(depth).map_or(&[], Vec::as_slice)
    }

    /// The most that a life could be worth if all that may come cost no hours and served nothing:
    /// to this the marginals come.
    // INVARIANT: no depth is larger than the number of pursuits, and lives have so many rows.
    #[expect(clippy::indexing_slicing, reason = "see the invariant above")]
    pub(super) fn most(&self, search: &Search<'_>, life: &[Row<1>], depth: usize) -> f64 {
        let lives = search.lives;
        let (person, baseline) = (&lives.person, &lives.baseline);
        let mut points = 0.0;
        for (year, row) in life.iter().enumerate() {
            let omega = weight(person, self.rows, year);
            let before = baseline.of_year(year);
            let mut gains = 0.0;
            for ((own, before), weight) in
                row.unmet.iter().zip(&before.row.unmet).zip(&person.weights)
            {
                gains += (*weight * (*before - *own)).first();
            }
            let taken = person.time_curve.at(row.felt_hours / person.free_hours);
            let time = (person.personal_time * (taken - before.time)).first();
            let over = overwork(person, row) - before.overwork;
            let rest = row.rest - before.row.rest + Lanes([self.rest[depth][year]]);
            let hours = person.strain * over - person.rest_offsets_overwork * rest;
            let risk = burnout_risk_at(person, hours) - person.burnout_risk;
            let wellbeing = (person.wellbeing * risk).first();
            points += omega * (gains - time - wellbeing - (before.row.ease - row.ease).first());
        }
        let money = person.years.mean(life, |row| row.money) + Lanes([self.money[depth]]);
        if let Some(amount) = person.meaningful_yearly_amount {
            let [.., for_income] = person.weights;
            let share = money / amount;
            points += (for_income * (income(share) - baseline.income)).first();
            points -= (person.savings * (savings(share) - baseline.savings)).first();
        }
        100.0 * points
    }

    /// What each way to do the pursuits that are decided at this depth or later could add to a life,
    /// where it still fits.
    pub(super) fn marginals(
        &self,
        search: &Search<'_>,
        life: &[Row<1>],
        depth: usize,
        may_join: impl Fn(usize) -> bool,
        out: &mut Vec<Marginal>,
    ) {
        let person = &search.lives.person;
        let slopes: Vec<Slope> = life.iter().map(|row| Slope::new(person, row)).collect();
        for index in self.order.iter().skip(depth).copied().filter(|index| may_join(*index)) {
            for change in self.changes.get(index).into_iter().flatten() {
                let fits = |(row, own): (&Row<1>, &YearOfChange)| {
                    row.hours.first() + own.hours <= self.most_hours
                };
                if life.iter().zip(&change.years).all(fits) {
                    let most = self.marginal(person, life, &slopes, change);
                    out.push(Marginal { index, pick: change.pick, most });
                }
            }
        }
    }

    fn marginal(
        &self,
        person: &Preferences<1>,
        life: &[Row<1>],
        slopes: &[Slope],
        change: &Change,
    ) -> f64 {
        let mut points = 0.0;
        for (year, ((row, slope), own)) in life.iter().zip(slopes).zip(&change.years).enumerate() {
            for (unmet, served) in row.unmet.iter().zip(own.served) {
                points += unmet.first() * served;
            }
            let time = slope.least(own);
            let cost = person.personal_time.first() * time;
            points -= 100.0 * weight(person, self.rows, year) * cost;
        }
        points
    }
}

/// omega[t], or 1 where one row stands for all years.
fn weight(person: &Preferences<1>, rows: usize, year: usize) -> f64 {
    if rows == 1 { 1.0 } else { person.years.weights.get(year).map_or(0.0, Lanes::first) }
}

/// How much more time costs in a year of a life.
struct Slope {
    x: f64,
    /// phi'(x), and e^(c*x): by so much a curve beyond x is steeper than from 0.
    slope: f64,
    steeper: f64,
}

impl Slope {
    fn new(person: &Preferences<1>, row: &Row<1>) -> Self {
        let x = (row.felt_hours / person.free_hours).first();
        let [slope, steeper] = person.time_curve.slope(x);
        Self { x, slope, steeper }
    }

    /// The least that a change costs more of phi: phi is convex, so it is at least along its slope
    /// here, and at least what it costs by itself.
    fn least(&self, change: &YearOfChange) -> f64 {
        if self.x + change.time <= 1.0 {
            self.steeper * change.time_alone
        } else {
            (self.slope * change.time).max(change.time_alone)
        }
    }
}

impl Change {
    fn new(
        person: &Preferences<1>,
        pick: Pick,
        without: &Profile<1>,
        with: &Profile<1>,
        rows: usize,
    ) -> Self {
        let year = |year: usize| {
            let (without, with) = (without.row(year), with.row(year));
            let omega = weight(person, rows, year);
            let mut served = [0.0; 7];
            for (at, served) in served.iter_mut().enumerate() {
                let of = |all: &[Lanes<1>]| all.get(at).map_or(0.0, Lanes::first);
                let (before, after) = (of(&without.unmet), of(&with.unmet));
                let share = if before > 0.0 { 1.0 - after / before } else { 0.0 };
                *served = 100.0 * omega * of(&person.weights) * share.max(0.0);
            }
            let felt = (with.felt_hours - without.felt_hours).max(Lanes::ZERO);
            let time = felt / person.free_hours;
            YearOfChange {
                served,
                hours: (with.hours - without.hours).first(),
                time: time.first(),
                time_alone: person.time_curve.at(time).first(),
            }
        };
        Self { pick, years: (0..rows).map(year).collect() }
    }
}

/// The pursuits, those whose best way is worth most alone first.
fn by_worth_alone(search: &Search<'_>, changes: &[Vec<Change>]) -> Vec<usize> {
    let alone = |index: usize| {
        let own = changes.get(index).into_iter().flatten();
        let worth = own
            .map(|own| search.lives.worth(&crate::worth::mix::Mix::only(index, own.pick)).first());
        worth.fold(f64::NEG_INFINITY, f64::max)
    };
    let mut order: Vec<(f64, usize)> =
        (0..changes.len()).map(|index| (alone(index), index)).collect();
    order.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    order.into_iter().map(|(_, index)| index).collect()
}

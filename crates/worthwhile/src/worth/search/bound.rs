//! What is left to decide could add so much at most. Gains diminish: what several pursuits add to a
//! life is no more than what each adds to it alone (they are submodular), and lost time costs the
//! more the more of it is lost already. Drawbacks multiply: each takes at least its share of what all
//! others leave.

use std::ops::Range;

use super::node::{Node, Reach};
use super::slope::{Change, Slope, Slopes};
use super::{Search, largest_first};
use crate::lanes::Lanes;
use crate::worth::contributions::{burnout_risk_at, income, overwork, savings};
use crate::worth::lives::FIT_TOLERANCE;
use crate::worth::mix::Pick;
use crate::worth::preferences::Preferences;
use crate::worth::profile::Profile;
use crate::worth::row::Row;

/// What is known before the search begins.
#[derive(Debug, Default)]
pub(super) struct Bounds {
    /// The pursuits in the order in which they are decided, and the other way round.
    pub(super) order: Vec<usize>,
    depths: Vec<usize>,
    /// How many rows a life has.
    pub(super) rows: usize,
    /// All ways to do a pursuit, one pursuit after the other, and those of each.
    ways: Vec<Pick>,
    ways_of: Vec<Range<usize>>,
    /// For each way, year after year.
    changes: Vec<Change>,
    /// For each way: what it adds of money, a mean over the years.
    more_money: Vec<f64>,
    /// 100 * omega[t]
    weights: Vec<f64>,
    /// By depth: the life without all pursuits that are decided there or later, year after year, and
    /// whether that is nothing at all.
    undecided: Vec<Row<1>>,
    is_nothing: Vec<bool>,
    /// By depth, what all that is decided there or later could add of money (a mean over the years)
    /// and of rest (in each year).
    money: Vec<f64>,
    rest: Vec<f64>,
    /// By depth: the share of v that all that is decided there or later leaves at least, in each year.
    least_ease: Vec<f64>,
    /// Hours a week that a life may take in any year.
    most_hours: f64,
}

// INVARIANT: lists by depth have an entry more than there are pursuits and no depth is larger; lists
// by way have an entry for each; lists of years have `rows` entries for each of these.
#[expect(clippy::indexing_slicing, reason = "see the invariant above")]
impl Bounds {
    /// `asked` is decided first; then come those that could add most to the life without any.
    pub(super) fn fill(&mut self, search: &Search<'_>, asked: Option<usize>) {
        let person = &search.lives.person;
        let count = search.picks.len();
        self.fill_ways(search);
        self.weights.clear();
        if self.rows == 1 {
            // One row stands for all years.
            self.weights.push(100.0);
        } else {
            let years = person.years.weights.iter().take(self.rows);
            self.weights.extend(years.map(|weight| 100.0 * weight.first()));
        }
        let most = person.most_hours.max(search.lives.baseline.busiest_hours).first();
        self.most_hours = most + FIT_TOLERANCE;
        self.changes.clear();
        self.more_money.clear();
        for (index, own) in self.ways_of.iter().enumerate() {
            let outcome = &search.lives.pursuits[index];
            let money = mean_money(person, &outcome.without);
            for way in own.clone() {
                let with = outcome.profile(self.ways[way]);
                self.more_money.push(mean_money(person, with) - money);
                add_changes(&mut self.changes, person, &outcome.without, with, self.rows);
            }
        }
        self.put_in_order(search, asked);
        self.undecided.clear();
        self.undecided.resize((count + 1) * self.rows, Row::NOTHING);
        self.is_nothing.clear();
        self.is_nothing.resize(count + 1, true);
        self.money.clear();
        self.money.resize(count + 1, 0.0);
        self.rest.clear();
        self.rest.resize((count + 1) * self.rows, 0.0);
        self.least_ease.clear();
        self.least_ease.resize((count + 1) * self.rows, 1.0);
        (0..count).rev().for_each(|depth| self.look_back(search, depth));
    }

    /// How much there is to look at for a mix: all ways, each in all years.
    pub(super) fn size(&self) -> u64 {
        self.changes.len() as u64
    }

    fn fill_ways(&mut self, search: &Search<'_>) {
        self.ways.clear();
        self.ways_of.clear();
        self.rows = 1;
        for (outcome, picks) in search.lives.pursuits.iter().zip(&search.picks) {
            let begin = self.ways.len();
            self.ways.extend_from_slice(picks);
            self.ways_of.push(begin..self.ways.len());
            let profiles = picks.iter().map(|pick| outcome.profile(*pick));
            for profile in profiles.chain([&outcome.without]) {
                self.rows = self.rows.max(profile.rows.len());
            }
        }
    }

    fn put_in_order(&mut self, search: &Search<'_>, asked: Option<usize>) {
        let most = |index: usize| {
            if asked == Some(index) {
                return f64::INFINITY;
            }
            let own = self.ways_of[index].clone().map(|way| self.alone(search, way));
            own.fold(f64::NEG_INFINITY, f64::max)
        };
        let mut order: Vec<(f64, Option<usize>)> =
            (0..search.picks.len()).map(|index| (most(index), Some(index))).collect();
        largest_first(&mut order);
        self.order.clear();
        self.order.extend(order.iter().filter_map(|(_, index)| *index));
        self.depths.clear();
        self.depths.resize(order.len(), 0);
        for (depth, index) in self.order.iter().enumerate() {
            self.depths[*index] = depth;
        }
    }

    /// About what a way is worth alone: only the order hangs on it.
    fn alone(&self, search: &Search<'_>, way: usize) -> f64 {
        let person = &search.lives.person;
        let [.., for_income] = person.weights;
        let mut points = person.meaningful_yearly_amount.map_or(0.0, |amount| {
            100.0 * for_income.first() * self.more_money[way] / amount.first()
        });
        for (year, weight) in self.weights.iter().enumerate() {
            let change = &self.changes[way * self.rows + year];
            let served = change.served.iter().sum::<f64>();
            let time = person.personal_time.first() * change.time_alone;
            points += weight * (served - time - change.dulled);
        }
        points
    }

    /// Fills what depends on a depth, where the next one is known.
    fn look_back(&mut self, search: &Search<'_>, depth: usize) {
        let index = self.order[depth];
        let outcome = &search.lives.pursuits[index];
        let picks = || search.picks[index].iter().map(|pick| outcome.profile(*pick));
        self.is_nothing[depth] = self.is_nothing[depth + 1] && outcome.is_nothing();
        let (own, next) = (depth * self.rows, (depth + 1) * self.rows);
        let ways = self.ways_of(index);
        for year in 0..self.rows {
            let without = outcome.without.row(year);
            self.undecided[own + year] = self.undecided[next + year];
            if !self.is_nothing[depth] {
                self.undecided[own + year].merge(without);
            }
            let more = picks().map(|own| (own.row(year).rest - without.rest).first());
            self.rest[own + year] = self.rest[next + year] + more.fold(0.0, f64::max);
            let dulled = ways.clone().map(|way| self.changes[way * self.rows + year].dulled);
            let least = 1.0 - dulled.fold(0.0, f64::max);
            self.least_ease[own + year] = self.least_ease[next + year] * least;
        }
        let more = self.more_money[ways].iter();
        self.money[depth] = self.money[depth + 1] + more.copied().fold(0.0, f64::max);
    }

    /// The life without all pursuits that are decided at this depth or later, and whether that is
    /// nothing at all.
    pub(super) fn undecided(&self, depth: usize) -> &[Row<1>] {
        &self.undecided[depth * self.rows..(depth + 1) * self.rows]
    }

    pub(super) fn is_nothing(&self, depth: usize) -> bool {
        self.is_nothing[depth]
    }

    /// At which depth a pursuit is decided.
    pub(super) fn depth_of(&self, index: usize) -> usize {
        self.depths[index]
    }

    pub(super) fn pick(&self, way: usize) -> Pick {
        self.ways[way]
    }

    pub(super) fn ways_of(&self, index: usize) -> Range<usize> {
        self.ways_of[index].clone()
    }

    /// Finds out what those that are decided at this depth or later could add to the life of a node.
    pub(super) fn look(
        &self,
        search: &Search<'_>,
        node: &mut Node,
        depth: usize,
        may_join: impl Fn(usize) -> bool,
    ) {
        let slopes = self.begin(search, node, depth);
        let person = &search.lives.person;
        let count = self.order.len();
        node.most.resize(self.ways.len(), 0.0);
        node.reaches.resize(count, Reach::NOTHING);
        node.free.resize(count + 1, 0.0);
        node.free[count] = 0.0;
        for at in (depth..count).rev() {
            let index = self.order[at];
            let mut reach = Reach::NOTHING;
            let may_join = may_join(index);
            for way in self.ways_of[index].clone() {
                node.most[way] = f64::NEG_INFINITY;
                let changes = &self.changes[way * self.rows..(way + 1) * self.rows];
                if may_join && self.fits(&node.life, changes) {
                    let most = self.marginal(person, &node.life, slopes.of(self.rows), changes);
                    node.most[way] = most;
                    reach.add(self.ways[way], most);
                }
            }
            node.reaches[at] = reach;
            node.free[at] = node.free[at + 1] + reach.free;
        }
    }

    /// What a life takes and gives, and how much more time costs in its years.
    fn begin(&self, search: &Search<'_>, node: &mut Node, depth: usize) -> Slopes {
        let (person, baseline) = (&search.lives.person, &search.lives.baseline);
        let mut slopes = Slopes::new(self.rows);
        node.points = 0.0;
        node.strain.clear();
        node.risks.clear();
        node.risks.resize(self.rows, [f64::NAN; 2]);
        let mut slope: Option<Slope> = None;
        let least_ease = &self.least_ease[depth * self.rows..(depth + 1) * self.rows];
        let years = node.life.iter().zip(&self.weights).zip(least_ease);
        for (year, ((row, weight), least_ease)) in years.enumerate() {
            let before = baseline.of_year(year);
            let mut gains = 0.0;
            for ((own, before), weight) in
                row.unmet.iter().zip(&before.row.unmet).zip(&person.weights)
            {
                gains += weight.first() * (before.first() - own.first());
            }
            let own = Slope::new(person, row, *least_ease, slope.as_ref());
            let time = person.personal_time.first() * (own.taken - before.time.first());
            node.points += weight * (gains - time - (before.row.ease - row.ease).first());
            let over = overwork(person, row) - before.overwork;
            let rest = person.rest_offsets_overwork * (row.rest - before.row.rest);
            node.strain.push((person.strain * over - rest).first());
            slopes.set(year, own);
            slope = Some(own);
        }
        node.money = person.years.mean(&node.life, |row| row.money).first();
        slopes
    }

    /// The most that the life of a node could be worth if all that may come cost no hours and served
    /// nothing: to this the marginals come.
    pub(super) fn most(&self, search: &Search<'_>, node: &mut Node, depth: usize) -> f64 {
        let (person, baseline) = (&search.lives.person, &search.lives.baseline);
        let mut points = node.points;
        let rest = &self.rest[depth * self.rows..(depth + 1) * self.rows];
        // Most years are like the one before, and most nodes like at the depth before.
        let mut last = [f64::NAN; 2];
        let years = node.strain.iter().zip(&mut node.risks).zip(rest).zip(&self.weights);
        for (((strain, known), rest), weight) in years {
            let hours = Lanes([*strain]) - person.rest_offsets_overwork * Lanes([*rest]);
            let is_of = |[known, _]: &[f64; 2]| (known - hours.first()).abs() <= 0.0;
            if is_of(&last) {
                *known = last;
            } else if !is_of(known) {
                let risk = burnout_risk_at(person, hours) - person.burnout_risk;
                *known = [hours.first(), risk.first()];
            }
            last = *known;
            let [_, risk] = last;
            points -= weight * (person.wellbeing.first() * risk);
        }
        if let Some(amount) = person.meaningful_yearly_amount {
            let [.., for_income] = person.weights;
            let share = Lanes([node.money + self.money[depth]]) / amount;
            points += 100.0 * (for_income * (income(share) - baseline.income)).first();
            points -= 100.0 * (person.savings * (savings(share) - baseline.savings)).first();
        }
        points
    }

    fn fits(&self, life: &[Row<1>], changes: &[Change]) -> bool {
        let parts = life.iter().zip(changes);
        parts.fold(true, |all, (row, own)| all & (row.hours.first() + own.hours <= self.most_hours))
    }

    fn marginal(
        &self,
        person: &Preferences<1>,
        life: &[Row<1>],
        slopes: &[Slope],
        changes: &[Change],
    ) -> f64 {
        let mut points = 0.0;
        for (((row, slope), own), weight) in life.iter().zip(slopes).zip(changes).zip(&self.weights)
        {
            let mut served = 0.0;
            for (unmet, own) in row.unmet.iter().zip(&own.served) {
                served += unmet.first() * own;
            }
            let time = person.personal_time.first() * slope.least(own);
            points += weight * (served - time - slope.least_ease * own.dulled);
        }
        points
    }
}

fn mean_money(person: &Preferences<1>, profile: &Profile<1>) -> f64 {
    person.years.mean(&profile.rows, |row| row.money).first()
}

/// What a way changes, year by year. Where the years of both profiles are alike, so are these.
fn add_changes(
    to: &mut Vec<Change>,
    person: &Preferences<1>,
    without: &Profile<1>,
    with: &Profile<1>,
    years: usize,
) {
    let first = change(person, without.row(0), with.row(0));
    to.push(first);
    let is_even = without.rows.len() <= 1 && with.rows.len() <= 1;
    for year in 1..years {
        let own = if is_even { first } else { change(person, without.row(year), with.row(year)) };
        to.push(own);
    }
}

fn change(person: &Preferences<1>, without: &Row<1>, with: &Row<1>) -> Change {
    let mut served = [0.0; 7];
    let parts = served.iter_mut().zip(&person.weights).zip(without.unmet.iter().zip(&with.unmet));
    for ((served, weight), (before, after)) in parts {
        let (before, after) = (before.first(), after.first());
        let share = if before > 0.0 { 1.0 - after / before } else { 0.0 };
        *served = weight.first() * share.max(0.0);
    }
    let (before, after) = (without.ease.first(), with.ease.first());
    let dulled = if before > 0.0 { (1.0 - after / before).clamp(0.0, 1.0) } else { 0.0 };
    let felt = (with.felt_hours - without.felt_hours).max(Lanes::ZERO);
    let time = felt / person.free_hours;
    Change {
        served,
        dulled,
        hours: (with.hours - without.hours).first(),
        time: time.first(),
        time_alone: person.time_curve.at(time).first(),
    }
}

//! From a life to its worth, in points, against the life without any.

use super::parts::Parts;
use super::preferences::{Motives, Preferences, logistic};
use super::row::{Row, busiest, row};
use crate::case::Motive;
use crate::lanes::Lanes;

/// What a life gives and takes, in points: what is served by motive, less what is lost. They add
/// up to the worth in the order of [`in_order`](Self::in_order).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Contributions<T> {
    pub(crate) motives: Motives<T>,
    pub(crate) personal_time: T,
    /// Above zero where rest mends.
    pub(crate) wellbeing: T,
    pub(crate) savings: T,
    pub(crate) drawbacks: T,
}

/// How many contributions there are.
pub(crate) const CONTRIBUTIONS: usize = 12;

/// What is lost, by name, after the motives.
const LOSSES: [&str; 4] = ["personal_time", "wellbeing", "savings", "drawbacks"];

/// The names of all contributions, in the order of the documents.
pub(crate) fn contribution_names() -> impl Iterator<Item = &'static str> {
    Motive::ALL.iter().map(|motive| motive.as_str()).chain(LOSSES)
}

impl<T: Copy> Contributions<T> {
    pub(crate) fn all(value: T) -> Self {
        Self {
            motives: [value; 8],
            personal_time: value,
            wellbeing: value,
            savings: value,
            drawbacks: value,
        }
    }

    /// All of them, in the order of the documents.
    #[inline(always)]
    pub(crate) fn in_order(&self) -> [T; CONTRIBUTIONS] {
        let [a, b, c, d, e, f, g, h] = self.motives;
        let Self { personal_time, wellbeing, savings, drawbacks, .. } = *self;
        [a, b, c, d, e, f, g, h, personal_time, wellbeing, savings, drawbacks]
    }

    /// The same, to be changed.
    #[inline(always)]
    pub(crate) fn in_order_mut(&mut self) -> [&mut T; CONTRIBUTIONS] {
        let Self { motives, personal_time, wellbeing, savings, drawbacks } = self;
        let [a, b, c, d, e, f, g, h] = motives;
        [a, b, c, d, e, f, g, h, personal_time, wellbeing, savings, drawbacks]
    }

    pub(crate) fn map<U: Copy>(&self, mut other: impl FnMut(T) -> U) -> Contributions<U> {
        Contributions {
            motives: self.motives.map(&mut other),
            personal_time: other(self.personal_time),
            wellbeing: other(self.wellbeing),
            savings: other(self.savings),
            drawbacks: other(self.drawbacks),
        }
    }
}

/// The life without any: b.
#[derive(Debug, Clone)]
pub(crate) struct Baseline<const W: usize> {
    rows: Vec<Row<W>>,
    pub(crate) busiest_hours: Lanes<W>,
    /// phi(x_b) and over_b, row by row.
    time: Vec<Lanes<W>>,
    overwork: Vec<Lanes<W>>,
    /// inc(money_b) and sav(money_b)
    pub(super) income: Lanes<W>,
    pub(super) savings: Lanes<W>,
}

/// A year of the life without any.
pub(super) struct BaselineYear<'b, const W: usize> {
    pub(super) row: &'b Row<W>,
    /// phi(x_b) and over_b
    pub(super) time: Lanes<W>,
    pub(super) overwork: Lanes<W>,
}

impl<const W: usize> Baseline<W> {
    /// Nothing known yet.
    pub(super) const EMPTY: Self = Self {
        rows: Vec::new(),
        busiest_hours: Lanes::ZERO,
        time: Vec::new(),
        overwork: Vec::new(),
        income: Lanes::ZERO,
        savings: Lanes::ZERO,
    };

    /// A life of these rows.
    #[inline(always)]
    pub(super) fn fill(&mut self, person: &Preferences<W>, life: &[Row<W>]) {
        self.rows.clear();
        self.rows.extend_from_slice(life);
        self.time.clear();
        self.overwork.clear();
        for row in life {
            self.time.push(time_taken(person, row));
            self.overwork.push(overwork(person, row));
        }
        let money = money_share(person, life);
        (self.income, self.savings) = (income(money), savings(money));
        self.busiest_hours = busiest(life, |row| row.hours);
    }

    /// How many rows it has.
    pub(super) fn years(&self) -> usize {
        self.rows.len()
    }

    #[inline(always)]
    pub(super) fn of_year(&self, year: usize) -> BaselineYear<'_, W> {
        BaselineYear {
            row: row(&self.rows, year),
            time: at(&self.time, year),
            overwork: at(&self.overwork, year),
        }
    }
}

/// Contributions, and the risk from which one of them comes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Valued<const W: usize> {
    pub(crate) contributions: Contributions<Lanes<W>>,
    /// The mean of p1 over the years.
    pub(crate) burnout_risk: Lanes<W>,
}

impl<const W: usize> Valued<W> {
    /// The life without any.
    #[inline(always)]
    pub(crate) fn nothing(person: &Preferences<W>) -> Self {
        let contributions = Contributions::all(Lanes::ZERO);
        Self { contributions, burnout_risk: person.burnout_risk }
    }

    /// A life of these rows. `risk_of_year` takes p1 of every year, or once where all years are alike.
    #[inline(always)]
    pub(crate) fn new(
        person: &Preferences<W>,
        baseline: &Baseline<W>,
        life: &[Row<W>],
        risk_of_year: impl FnMut(Lanes<W>),
    ) -> Self {
        let mut own = Self::nothing(person);
        own.change(person, baseline, life, Parts::ALL, risk_of_year);
        own
    }

    /// The same where it is of that life already, and only some parts of that differ.
    #[inline(always)]
    pub(crate) fn change(
        &mut self,
        person: &Preferences<W>,
        baseline: &Baseline<W>,
        life: &[Row<W>],
        which: Parts,
        mut risk_of_year: impl FnMut(Lanes<W>),
    ) {
        // Money is a mean over the years already.
        let by_year = Parts { money: false, ..which }.any();
        let years = if by_year { life.len().max(baseline.rows.len()) } else { 0 };
        let mut motives = [Lanes::ZERO; 7];
        let [mut time, mut rise, mut drawbacks] = [Lanes::ZERO; 3];
        for year in 0..years {
            // One row of both lives stands for all years.
            let weight = match person.years.weights.get(year) {
                Some(weight) if years > 1 => *weight,
                _ => Lanes::ONE,
            };
            let (own, before) = (row(life, year), baseline.of_year(year));
            if which.unmet {
                let parts = motives.iter_mut().zip(before.row.unmet.iter().zip(&own.unmet));
                for (sum, (before, own)) in parts {
                    *sum += weight * (*before - *own);
                }
            }
            if which.hours {
                time += weight * (time_taken(person, own) - before.time);
                let risk = burnout_risk_of(person, own, &before);
                risk_of_year(risk);
                rise += weight * (risk - person.burnout_risk);
            }
            if which.ease {
                drawbacks += weight * (before.row.ease - own.ease);
            }
        }
        let loss = |cost: Lanes<W>| Lanes::ZERO - cost * 100.0;
        let points = &mut self.contributions;
        if which.unmet {
            let motives = points.motives.iter_mut().zip(person.weights).zip(motives);
            motives.for_each(|((points, weight), sum)| *points = weight * sum * 100.0);
        }
        if which.hours {
            points.personal_time = loss(person.personal_time * time);
            points.wellbeing = loss(person.wellbeing * rise);
            self.burnout_risk = (person.burnout_risk + rise).clip(0.0, 1.0);
        }
        if which.ease {
            points.drawbacks = loss(drawbacks);
        }
        if which.money {
            let money = money_share(person, life);
            let [.., for_income] = person.weights;
            let [.., income_points] = &mut points.motives;
            *income_points = for_income * (income(money) - baseline.income) * 100.0;
            points.savings = loss(person.savings * (savings(money) - baseline.savings));
        }
    }

    /// The worth: 100 * (gains - costs).
    #[inline(always)]
    pub(crate) fn worth(&self) -> Lanes<W> {
        let mut sum = Lanes::ZERO;
        for points in self.contributions.in_order() {
            sum += points;
        }
        sum
    }
}

/// A figure of a year; a single one stands for all years.
#[inline(always)]
fn at<const W: usize>(figures: &[Lanes<W>], year: usize) -> Lanes<W> {
    match figures {
        [figure] => *figure,
        _ => figures.get(year).copied().unwrap_or(Lanes::ZERO),
    }
}

/// phi(x), x = (f * min(1, F/h) + max(0, h - F) * max(1, f/h)) / F: hours above the free ones come
/// out of sleep, care or the job and are felt in full.
#[inline(always)]
pub(super) fn time_taken<const W: usize>(person: &Preferences<W>, row: &Row<W>) -> Lanes<W> {
    let (free, hours, felt) = (person.free_hours, row.hours, row.felt_hours);
    let over = (hours - free).max(Lanes::ZERO);
    let taken = if over.all_are(|over| over <= 0.0) {
        felt
    } else {
        // Without hours both quotients are no numbers, which neither minimum nor maximum takes.
        let within = Lanes::ONE.min(free / hours);
        felt * within + over * Lanes::ONE.max(felt / hours)
    };
    person.time_curve.at(taken / free)
}

/// over = max(0, J + l - from)
#[inline(always)]
pub(super) fn overwork<const W: usize>(person: &Preferences<W>, row: &Row<W>) -> Lanes<W> {
    (person.work_hours + row.loaded_hours - person.overwork_from_hours).max(Lanes::ZERO)
}

/// p1 = logistic(logit(p0) + k * ((1 + g*(1 - 2a)) * (over - over_b) - rest_offsets_overwork *
/// (rest - rest_b)))
#[inline(always)]
fn burnout_risk_of<const W: usize>(
    person: &Preferences<W>,
    own: &Row<W>,
    before: &BaselineYear<'_, W>,
) -> Lanes<W> {
    let more = overwork(person, own) - before.overwork;
    let rest = own.rest - before.row.rest;
    burnout_risk_at(person, person.strain * more - person.rest_offsets_overwork * rest)
}

/// p1 where the hours that count for the risk have risen by so many.
#[inline(always)]
pub(super) fn burnout_risk_at<const W: usize>(
    person: &Preferences<W>,
    hours: Lanes<W>,
) -> Lanes<W> {
    (person.burnout_log_odds + person.overwork_log_odds_per_hour * hours).map(logistic)
}

/// The mean of money over the years, over Y; nothing without `person.money`.
#[inline(always)]
fn money_share<const W: usize>(person: &Preferences<W>, life: &[Row<W>]) -> Lanes<W> {
    match person.meaningful_yearly_amount {
        Some(amount) => person.years.mean(life, |row| row.money) / amount,
        None => Lanes::ZERO,
    }
}

/// inc = clip(money / Y, 0, 1)
#[inline(always)]
pub(super) fn income<const W: usize>(money_share: Lanes<W>) -> Lanes<W> {
    money_share.clip(0.0, 1.0)
}

/// sav = max(0, -money / Y)
#[inline(always)]
pub(super) fn savings<const W: usize>(money_share: Lanes<W>) -> Lanes<W> {
    (money_share * -1.0).max(Lanes::ZERO)
}

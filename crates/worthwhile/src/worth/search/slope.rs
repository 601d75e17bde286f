//! What time costs in the years of a life, and what a way to do a pursuit changes in them.

use crate::lanes::Lanes;
use crate::worth::preferences::Preferences;
use crate::worth::row::Row;

/// What one way to do a pursuit changes in a year of a life.
#[derive(Debug, Clone, Copy)]
pub(super) struct Change {
    /// w[m] * (1 - u[m] / that without it), for all motives but income
    pub(super) served: [f64; 7],
    /// The share that its drawbacks take of v.
    pub(super) dulled: f64,
    /// Hours a week that it adds.
    pub(super) hours: f64,
    /// What it adds to x by its felt hours, and phi of that.
    pub(super) time: f64,
    pub(super) time_alone: f64,
}

/// How much more time costs in a year of a life.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Slope {
    /// x and phi(x), by felt hours alone.
    x: f64,
    pub(super) taken: f64,
    /// phi'(x), and e^(c*x): by so much a curve beyond x is steeper than from 0.
    slope: f64,
    steeper: f64,
    /// What v is at least, whatever else comes.
    pub(super) least_ease: f64,
}

impl Slope {
    /// `before` is that of the year before, which most are like.
    pub(super) fn new(
        person: &Preferences<1>,
        row: &Row<1>,
        least_ease: f64,
        before: Option<&Self>,
    ) -> Self {
        let x = (row.felt_hours / person.free_hours).first();
        let least_ease = least_ease * row.ease.first();
        if let Some(before) = before.filter(|before| (before.x - x).abs() <= 0.0) {
            return Self { least_ease, ..*before };
        }
        let taken = person.time_curve.at(Lanes([x])).first();
        let [slope, steeper] = person.time_curve.slope(x, taken);
        Self { x, taken, slope, steeper, least_ease }
    }

    /// The least that a change costs more of phi: phi is convex, so it is at least along its slope
    /// here, and at least what it costs by itself.
    pub(super) fn least(&self, change: &Change) -> f64 {
        if self.x + change.time <= 1.0 {
            self.steeper * change.time_alone
        } else {
            (self.slope * change.time).max(change.time_alone)
        }
    }
}

/// Those of all years of a life.
pub(super) struct Slopes {
    /// The usual number of years needs no other memory.
    few: [Slope; FEW],
    many: Vec<Slope>,
}

const FEW: usize = 6;

impl Slopes {
    pub(super) fn new(years: usize) -> Self {
        let many = if years > FEW { vec![Slope::default(); years] } else { Vec::new() };
        Self { few: [Slope::default(); FEW], many }
    }

    pub(super) fn set(&mut self, year: usize, slope: Slope) {
        let all = if self.many.is_empty() { &mut self.few[..] } else { &mut self.many };
        if let Some(own) = all.get_mut(year) {
            *own = slope;
        }
    }

    pub(super) fn of(&self, years: usize) -> &[Slope] {
        if self.many.is_empty() { self.few.get(..years).unwrap_or_default() } else { &self.many }
    }
}

//! What would change the answer: brute force on the document, value by value over a grid, then by
//! halving. Cases in which every number is certain and everything has an id.

mod document;
mod kinds;

use super::choosing::{self, Mixes};
use super::estimates::Estimate;
use super::reading;
use document::{set, without_pursuit};
use serde_json::Value;

pub use kinds::{flip, levers};

/// Steps on either side of today's value.
const STEPS: u32 = 24;
/// Halvings of the step in which the answer turns.
const HALVINGS: u32 = 40;

/// Something that turns the answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// The kind of lever, or `flip`.
    pub kind: String,
    /// What is changed.
    pub inputs: Vec<String>,
    /// Today's value.
    pub from: f64,
    /// The nearest value met that turns the answer. Absent where none does.
    pub to: Option<f64>,
    /// The document with any other value, to look at it there.
    pub change: Change,
}

/// What a value changes in a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// One number; with others that are held where they were.
    One(String, Vec<(String, f64)>),
    /// Numbers, each with today's value and its most, so many times what they are.
    Times(Vec<(String, f64, f64)>, f64),
    /// A pursuit is left out.
    Without(String),
}

impl Change {
    /// The document with a value.
    #[must_use]
    pub fn at(&self, document: &Value, value: f64) -> Value {
        let mut changed = document.clone();
        match self {
            Self::One(pointer, held) => {
                held.iter().for_each(|(pointer, own)| set(&mut changed, pointer, *own));
                set(&mut changed, pointer, value);
            }
            Self::Times(all, unit) => {
                for (pointer, today, most) in all {
                    set(&mut changed, pointer, (today * (value / unit)).min(*most));
                }
            }
            Self::Without(id) => without_pursuit(&mut changed, id),
        }
        changed
    }
}

/// Whether the first pursuit of a case, with its award if it has one, is in the best mix.
///
/// # Panics
///
/// Where the document is not a valid expanded case.
#[must_use]
pub fn is_yes(document: &Value) -> bool {
    let case = reading::case(document).map(Estimate::mean);
    let mixes = Mixes::new(&case);
    choosing::best_of(&mixes.fitting, |_| true).unwrap().has_whole(&case, 0)
}

/// Where a value is looked for, and how far away each is.
#[derive(Clone, Copy)]
enum Reach {
    /// Between two values; the distance is a share of what is between them.
    Range(f64, f64),
    /// Between two amounts above 0; the distance is the ratio.
    Ratio(f64, f64),
    /// Years, one by one.
    Years(u32, u32),
    /// This value alone.
    Only(f64),
}

impl Reach {
    fn distance(self, today: f64, value: f64) -> f64 {
        match self {
            Self::Range(low, high) => (value - today).abs() / (high - low),
            Self::Ratio(..) | Self::Years(..) => (value / today).ln().abs(),
            Self::Only(_) => 1.0,
        }
    }

    /// Values from today's to either end.
    fn sides(self, today: f64) -> [Vec<f64>; 2] {
        let part = |step: u32| f64::from(step) / f64::from(STEPS);
        let steps = |end: f64, between: &dyn Fn(f64) -> f64| -> Vec<f64> {
            (1..=STEPS).map(|step| if step < STEPS { between(part(step)) } else { end }).collect()
        };
        match self {
            Self::Range(low, high) => {
                [low, high].map(|end| steps(end, &|part| today + (end - today) * part))
            }
            Self::Ratio(low, high) => {
                [low, high].map(|end| steps(end, &|part| today * (end / today).powf(part)))
            }
            Self::Years(low, high) => {
                let all = || (low..=high).map(f64::from);
                [
                    all().rev().filter(|y| *y < today).collect(),
                    all().filter(|y| *y > today).collect(),
                ]
            }
            Self::Only(value) => [vec![value], vec![]],
        }
    }

    fn is_continuous(self) -> bool {
        matches!(self, Self::Range(..) | Self::Ratio(..))
    }
}

/// The nearest value met at which the answer is the other one.
fn nearest(document: &Value, change: &Change, today: f64, reach: Reach) -> Option<f64> {
    let now = is_yes(document);
    let turns = |value: f64| is_yes(&change.at(document, value)) != now;
    let mut nearest: Option<f64> = None;
    for side in reach.sides(today) {
        let mut same = today;
        for value in side.into_iter().filter(|value| (value - today).abs() > 0.0) {
            if !turns(value) {
                same = value;
                continue;
            }
            let to = if reach.is_continuous() { halved(same, value, &turns) } else { value };
            let is_nearer = |other: f64| reach.distance(today, to) < reach.distance(today, other);
            if nearest.is_none_or(is_nearer) {
                nearest = Some(to);
            }
            break;
        }
    }
    nearest
}

fn halved(mut same: f64, mut other: f64, turns: &impl Fn(f64) -> bool) -> f64 {
    for _ in 0..HALVINGS {
        let between = f64::midpoint(same, other);
        if turns(between) {
            other = between;
        } else {
            same = between;
        }
    }
    other
}

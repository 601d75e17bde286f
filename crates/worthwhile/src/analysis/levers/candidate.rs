//! One thing that could be different: what it changes, and where to look.

use std::sync::Arc;

use super::kind::LeverKind;
use crate::analysis::look::{Ground, Looks};
use crate::analysis::scan::Scan;
use crate::lanes::Lanes;
use crate::plan::InputId;

#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) kind: LeverKind,
    pub(super) inputs: Vec<Arc<str>>,
    pub(super) change: Change,
    pub(super) scan: Scan,
}

/// What is changed.
#[derive(Debug)]
pub(super) enum Change {
    /// One value.
    Input(usize),
    /// Some values, each so many times what it is today; `unit` stands for once.
    Times { scaled: Vec<Scaled>, unit: f64 },
    /// The limit that the person has not set.
    Limit,
    /// Another pursuit is left out.
    Without(usize),
}

/// A value that is scaled with others.
#[derive(Debug)]
pub(super) struct Scaled {
    pub(super) at: usize,
    pub(super) today: f64,
    /// The bounds of its domain.
    pub(super) min: f64,
    pub(super) max: f64,
}

impl Candidate {
    /// Sets what it changes to a value.
    pub(super) fn set(&self, looks: &mut Looks<'_>, value: f64) {
        match &self.change {
            Change::Input(at) => looks.set(*at, value),
            Change::Times { scaled, unit } => {
                for own in scaled {
                    looks.set(own.at, (own.today * (value / unit)).clamp(own.min, own.max));
                }
            }
            Change::Limit => looks.set_last(value),
            Change::Without(pursuit) => looks.leave_out(*pursuit),
        }
    }

    /// Whether a value is within what is looked at.
    pub(super) fn takes(&self, value: f64) -> bool {
        let ends = self.scan.values.first().zip(self.scan.values.last());
        ends.is_some_and(|(low, high)| (*low..=*high).contains(&value))
    }
}

/// Gives a person without a limit one that no week reaches, as the last value, so that it can be
/// changed like any other.
pub(super) fn open_limit(ground: &mut Ground) {
    if ground.program.person.limit_hours.is_none() {
        let last = u32::try_from(ground.values.len()).unwrap_or(u32::MAX);
        ground.program.person.limit_hours = Some(InputId(last));
        ground.values.push(Lanes([f64::INFINITY]));
    }
}

//! What is known of a life on the way: what those that are not decided yet could add to it.

use crate::worth::mix::Pick;
use crate::worth::row::Row;

#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) life: Vec<Row<1>>,
    /// By way: what it could add at most; less than anything where it may not join.
    pub(super) most: Vec<f64>,
    /// By depth: what the pursuit that is decided there could add at most.
    pub(super) reaches: Vec<Reach>,
    /// By depth: what all that are decided there or later could add at most.
    pub(super) free: Vec<f64>,
    /// Points of the life against the life without any, but for money and wellbeing.
    pub(super) points: f64,
    /// Its money, a mean over the years.
    pub(super) money: f64,
    /// By year: by how much the hours that count for burnout have risen.
    pub(super) strain: Vec<f64>,
    /// By year: what the bound last looked at, such hours less the rest that may come, and how much
    /// higher the risk of burnout is then.
    pub(super) risks: Vec<[f64; 2]>,
}

impl Node {
    /// What a way could add at most.
    pub(super) fn most_of(&self, way: usize) -> f64 {
        self.most.get(way).copied().unwrap_or(f64::NEG_INFINITY)
    }

    /// What the pursuit decided at a depth could add at most.
    pub(super) fn reach(&self, depth: usize) -> Reach {
        self.reaches.get(depth).copied().unwrap_or(Reach::NOTHING)
    }

    /// What all that are decided at a depth or later could add at most.
    pub(super) fn free(&self, depth: usize) -> f64 {
        self.free.get(depth).copied().unwrap_or(0.0)
    }
}

/// What an undecided pursuit could add at most: done in some way or not at all, with its award, and
/// by its work alone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reach {
    /// The most that any way could add, or none.
    pub(super) free: f64,
    pub(super) whole: f64,
    pub(super) work: f64,
}

impl Reach {
    pub(super) const NOTHING: Self =
        Self { free: 0.0, whole: f64::NEG_INFINITY, work: f64::NEG_INFINITY };

    /// A way that could add so much at most.
    pub(super) fn add(&mut self, pick: Pick, most: f64) {
        let own = if pick.is_whole { &mut self.whole } else { &mut self.work };
        *own = own.max(most);
        self.free = self.free.max(most);
    }
}

//! The years ahead: how much each weighs, and in how much of each something is there.

use crate::lanes::Lanes;

/// The years t = 1..H of some scenarios.
#[derive(Debug, Clone)]
pub(crate) struct Years<const W: usize> {
    /// (1+d)^-(t-1)
    pub(crate) discounts: Vec<Lanes<W>>,
    /// omega[t]: the same over their sum.
    pub(crate) weights: Vec<Lanes<W>>,
    /// 1+d
    rate: Lanes<W>,
}

impl<const W: usize> Years<W> {
    pub(super) const NONE: Self =
        Self { discounts: Vec::new(), weights: Vec::new(), rate: Lanes::ZERO };

    /// So many years; mostly they are known already.
    #[inline(always)]
    pub(super) fn fill(&mut self, count: usize, discount_rate: Lanes<W>) {
        let rate = Lanes::ONE + discount_rate;
        if self.count() == count && self.rate.is(&rate) {
            return;
        }
        self.rate = rate;
        self.discounts.clear();
        let mut discount = Lanes::ONE;
        let mut total = Lanes::ZERO;
        for _ in 0..count {
            self.discounts.push(discount);
            total += discount;
            discount = discount / rate;
        }
        self.weights.clear();
        self.weights.extend(self.discounts.iter().map(|discount| *discount / total));
    }

    /// H
    #[inline(always)]
    pub(crate) fn count(&self) -> usize {
        self.weights.len()
    }

    /// The mean of a figure of every year, by their weights.
    #[inline(always)]
    pub(crate) fn mean_of(&self, figures: &[Lanes<W>]) -> Lanes<W> {
        let mut sum = Lanes::ZERO;
        for (weight, figure) in self.weights.iter().zip(figures) {
            sum += *weight * *figure;
        }
        sum
    }

    /// The mean over the years, by their weights. A single row stands for all years.
    #[inline(always)]
    pub(crate) fn mean<R>(&self, rows: &[R], of: impl Fn(&R) -> Lanes<W>) -> Lanes<W> {
        if let [row] = rows {
            return of(row);
        }
        let mut sum = Lanes::ZERO;
        for (weight, row) in self.weights.iter().zip(rows) {
            sum += *weight * of(row);
        }
        sum
    }
}

/// When something is there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span<const W: usize> {
    pub(super) delay: Lanes<W>,
    /// None: to the end.
    pub(super) lasts: Option<Lanes<W>>,
}

impl<const W: usize> Span<W> {
    /// share[t] = clip(t - delay, 0, 1) - clip(t - delay - lasts, 0, 1), the year counted from 0.
    #[inline(always)]
    pub(super) fn share(&self, year: usize) -> Lanes<W> {
        let begun = Lanes::all((year + 1) as f64) - self.delay;
        match self.lasts {
            Some(lasts) => {
                let share = begun.clip(0.0, 1.0) - (begun - lasts).clip(0.0, 1.0);
                // Rounding may leave less than nothing.
                share.max(Lanes::ZERO)
            }
            None => begun.clip(0.0, 1.0),
        }
    }

    /// Whether it is there in the whole of every year.
    #[inline(always)]
    pub(super) fn is_whole(&self, years: usize) -> bool {
        let stays = |lasts: Lanes<W>| lasts.all_are(|lasts| lasts >= years as f64);
        self.delay.all_are(|delay| delay <= 0.0) && self.lasts.is_none_or(stays)
    }
}

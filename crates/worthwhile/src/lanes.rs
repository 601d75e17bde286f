//! Numbers for several scenarios at once, so that the formulas read like the page and the compiler
//! can compute lanes together. One lane is one scenario; `Lanes<1>` is the base case.

use std::ops::{Add, AddAssign, Div, Mul, MulAssign, Sub};

/// One number per scenario.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Lanes<const W: usize>(pub(crate) [f64; W]);

impl<const W: usize> Lanes<W> {
    pub(crate) const ZERO: Self = Self([0.0; W]);
    pub(crate) const ONE: Self = Self([1.0; W]);

    /// The same number in every lane.
    #[inline(always)]
    pub(crate) fn all(value: f64) -> Self {
        Self([value; W])
    }

    /// A formula, lane by lane.
    #[inline(always)]
    pub(crate) fn map(self, formula: impl Fn(f64) -> f64) -> Self {
        Self(self.0.map(formula))
    }

    /// A formula of two numbers, lane by lane.
    #[inline(always)]
    pub(crate) fn with(mut self, other: Self, formula: impl Fn(f64, f64) -> f64) -> Self {
        for (value, other) in self.0.iter_mut().zip(other.0) {
            *value = formula(*value, other);
        }
        self
    }

    #[inline(always)]
    pub(crate) fn max(self, other: Self) -> Self {
        self.with(other, |a, b| if b > a { b } else { a })
    }

    #[inline(always)]
    pub(crate) fn min(self, other: Self) -> Self {
        self.with(other, |a, b| if b < a { b } else { a })
    }

    #[inline(always)]
    pub(crate) fn clip(self, low: f64, high: f64) -> Self {
        self.map(|value| {
            let value = if value < low { low } else { value };
            if value > high { high } else { value }
        })
    }

    /// Whether it is so in every lane.
    #[inline(always)]
    pub(crate) fn all_are(&self, is_so: impl Fn(f64) -> bool) -> bool {
        self.0.iter().fold(true, |all, value| all & is_so(*value))
    }

    /// Whether all lanes are the same numbers.
    #[inline(always)]
    pub(crate) fn is(&self, other: &Self) -> bool {
        let pairs = self.0.iter().zip(&other.0);
        pairs.fold(true, |all, (own, other)| all & ((own - other).abs() <= 0.0))
    }

    /// Their sum, pair by pair.
    #[inline(always)]
    pub(crate) fn sum(&self) -> f64 {
        let mut values = self.0;
        let mut count = W;
        while count > 1 {
            let half = count.div_ceil(2);
            let (low, high) = values.split_at_mut(half);
            low.iter_mut().zip(high.iter().take(count - half)).for_each(|(low, high)| *low += high);
            count = half;
        }
        values.first().copied().unwrap_or_default()
    }

    /// The first lane: the value where all lanes agree, as in the base case.
    #[inline(always)]
    pub(crate) fn first(&self) -> f64 {
        self.0.first().copied().unwrap_or_default()
    }
}

impl<const W: usize> Add for Lanes<W> {
    type Output = Self;

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        self.with(other, |a, b| a + b)
    }
}

impl<const W: usize> Sub for Lanes<W> {
    type Output = Self;

    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        self.with(other, |a, b| a - b)
    }
}

impl<const W: usize> Mul for Lanes<W> {
    type Output = Self;

    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        self.with(other, |a, b| a * b)
    }
}

impl<const W: usize> Mul<f64> for Lanes<W> {
    type Output = Self;

    #[inline(always)]
    fn mul(self, factor: f64) -> Self {
        self.map(|value| value * factor)
    }
}

impl<const W: usize> Div for Lanes<W> {
    type Output = Self;

    #[inline(always)]
    fn div(self, other: Self) -> Self {
        self.with(other, |a, b| a / b)
    }
}

impl<const W: usize> AddAssign for Lanes<W> {
    #[inline(always)]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl<const W: usize> MulAssign for Lanes<W> {
    #[inline(always)]
    fn mul_assign(&mut self, other: Self) {
        *self = *self * other;
    }
}

//! How likely each pursuit has each rank by worth, after the life without any.

use super::model::LANES;
use crate::lanes::Lanes;
use crate::wide::in_lanes;
use crate::worth::TIE;

/// How often each has each rank. Worths that are equal but for rounding share their ranks.
pub(super) struct Ranks {
    /// By pursuit, the life without any before them.
    counts: Vec<Vec<f64>>,
    scenarios: f64,
}

impl Ranks {
    pub(super) fn new(pursuits: usize) -> Self {
        let count = pursuits + 1;
        Self { counts: vec![vec![0.0; count]; count], scenarios: 0.0 }
    }

    /// Adds scenarios: what each pursuit is worth in them.
    pub(super) fn add(&mut self, worths: &[&[f64]]) {
        let scenarios = worths.first().map_or(0, |own| own.len());
        let together = scenarios - scenarios % LANES;
        let mut all = vec![Lanes::ZERO; self.counts.len()];
        for first in (0..together).step_by(LANES) {
            self.add_lanes::<LANES>(worths, first, &mut all);
        }
        let mut all = vec![Lanes::ZERO; self.counts.len()];
        for first in together..scenarios {
            self.add_lanes::<1>(worths, first, &mut all);
        }
        self.scenarios += scenarios as f64;
    }

    /// Adds some scenarios, from one on. `all` is room for what everything is worth in them.
    fn add_lanes<const W: usize>(&mut self, worths: &[&[f64]], first: usize, all: &mut [Lanes<W>]) {
        in_lanes::<W, _>(
            #[inline(always)]
            || {
                for (own, worths) in all.iter_mut().skip(1).zip(worths) {
                    let part = worths.get(first..).and_then(<[f64]>::first_chunk);
                    *own = part.map_or(Lanes::ZERO, |part| Lanes(*part));
                }
                for (own, counts) in all.iter().zip(&mut self.counts) {
                    let [mut above, mut alike] = [Lanes::<W>::ZERO; 2];
                    for other in &*all {
                        above +=
                            other.with(*own, |other, own| f64::from(u8::from(other > own + TIE)));
                        alike += other.with(*own, |other, own| {
                            f64::from(u8::from((other - own).abs() <= TIE))
                        });
                    }
                    for (above, alike) in above.0.into_iter().zip(alike.0) {
                        let ranks = counts.iter_mut().skip(above as usize).take(alike as usize);
                        ranks.for_each(|count| *count += 1.0 / alike);
                    }
                }
            },
        );
    }

    /// The shares of the scenarios: of the life without any, then of each pursuit.
    pub(super) fn shares(mut self) -> Vec<Vec<f64>> {
        self.counts.iter_mut().flatten().for_each(|count| *count /= self.scenarios);
        self.counts
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every pair compared.
    fn compared(worths: &[f64]) -> Vec<Vec<f64>> {
        let all: Vec<f64> = std::iter::once(0.0).chain(worths.iter().copied()).collect();
        let of = |own: &f64| {
            let above = all.iter().filter(|other| **other > own + TIE).count();
            let alike = all.iter().filter(|other| (*other - own).abs() <= TIE).count();
            let share = |rank: usize| (above..above + alike).contains(&rank);
            (0..all.len()).map(|rank| if share(rank) { 1.0 / alike as f64 } else { 0.0 }).collect()
        };
        all.iter().map(of).collect()
    }

    proptest! {
        #[test]
        fn ranks_are_those_of_every_pair_compared(
            worths in proptest::collection::vec(
                prop_oneof![-1.0..1.0_f64, Just(0.0), Just(0.5), Just(0.5 + 0.9 * TIE)], 1..9),
        ) {
            let mut ranks = Ranks::new(worths.len());
            let columns: Vec<&[f64]> = worths.iter().map(std::slice::from_ref).collect();
            ranks.add(&columns);
            prop_assert_eq!(ranks.shares(), compared(&worths));
        }
    }
}

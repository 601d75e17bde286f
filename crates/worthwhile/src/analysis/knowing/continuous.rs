//! The scenarios by one continuous input. A parabola is fitted in each of its cells, so a sample has
//! a number and its square.

use super::cut::{Cut, NUMBERS};
use super::moments::{Curves, Moments, Sample};
use super::samples::{Samples, Scenes};
use super::whole::{Whole, Worths};
use crate::lanes::Lanes;
use crate::sampling::{BLOCK, Dimension, Replicate};
use crate::wide::wide;

/// Equally likely parts, each taken together; those at the ends by every scenario, since they may
/// reach far. The number is the place within the cell, at the ends the value itself.
#[derive(Debug)]
pub(super) struct Continuous<'s> {
    cut: &'s Cut,
    replicates: Vec<Parts>,
}

/// What one replicate has.
#[derive(Debug)]
struct Parts {
    /// Of each part; of those at the ends, nothing.
    sums: Vec<Worths>,
    /// Scenarios at the ends.
    far: Vec<Far>,
}

#[derive(Debug, Clone, Copy)]
struct Far {
    cell: usize,
    number: f64,
    worths: [f64; 3],
}

impl<'s> Continuous<'s> {
    pub(super) fn new(scenes: &'s Scenes<'_>, at: usize, drawn: &Dimension) -> Self {
        let Cut { layers, count, .. } = &scenes.cut;
        let shift = u32::BITS - layers.parts.ilog2();
        let ends = [0.0, 1.0].map(|end| End::new(drawn, end, layers.parts));
        let last_cell = layers.cells.len() - 1;
        let replicate = |(index, points): (usize, &Replicate)| {
            let mut sums = vec![[0.0; 4]; layers.parts];
            let mut far = Vec::with_capacity(ends.len() * count);
            let mut coordinates = [0; BLOCK];
            scenes.blocks(index, |from, start, width| {
                let worths = scenes.worths.get(from..from + width).unwrap_or_default();
                wide(
                    #[inline(always)]
                    || {
                        points.block(start).fill(at, &mut coordinates);
                        let scenarios = coordinates.iter().copied().zip(worths);
                        add_to_parts(scenarios, shift, &mut sums, |part, x, worths| {
                            let [low, high] = &ends;
                            let (end, cell) = if part == 0 { (low, 0) } else { (high, last_cell) };
                            let [with, without, without_any, _] = *worths;
                            far.push(Far {
                                cell,
                                number: end.place(drawn.value_at(x)),
                                worths: [with, without, without_any],
                            });
                        });
                    },
                );
            });
            Parts { sums, far }
        };
        let replicates = scenes.replicates.iter().enumerate().map(replicate).collect();
        Self { cut: &scenes.cut, replicates }
    }
}

/// Adds the worths of some scenarios to those of their parts. Those at the ends are given to `far`, with
/// their part.
#[inline(always)]
fn add_to_parts<'w>(
    scenarios: impl Iterator<Item = (u32, &'w Worths)>,
    shift: u32,
    sums: &mut [Worths],
    mut far: impl FnMut(usize, u32, &Worths),
) {
    let last = sums.len().saturating_sub(1);
    let between = sums.get_mut(1..last).unwrap_or_default();
    for (x, worths) in scenarios {
        let part = x.wrapping_shr(shift) as usize;
        match between.get_mut(part.wrapping_sub(1)) {
            Some(sums) => sums.iter_mut().zip(worths).for_each(|(sum, own)| *sum += own),
            None => far(part, x, worths),
        }
    }
}

/// Where values beyond all other parts lie: from their edge, in steps of half of them.
struct End {
    edge: f64,
    step: f64,
}

impl End {
    /// The end at probability 0 or 1.
    fn new(drawn: &Dimension, end: f64, parts: usize) -> Self {
        let at = |part: f64| drawn.quantile((end - part / parts as f64).abs());
        let (edge, middle) = (at(1.0), at(0.5));
        Self { edge, step: (middle - edge).abs() }
    }

    fn place(&self, value: f64) -> f64 {
        if self.step > 0.0 { (value - self.edge) / self.step } else { 0.0 }
    }
}

impl Samples for Continuous<'_> {
    fn cells(&self) -> usize {
        self.cut.layers.cells.len()
    }

    fn numbers(&self) -> usize {
        NUMBERS - 1
    }

    fn replicates(&self) -> usize {
        self.replicates.len()
    }

    fn add(&self, replicate: usize, whole: &Whole, to: &mut Moments) {
        let Some(own) = self.replicates.get(replicate) else { return };
        wide(
            #[inline(always)]
            || {
                let squares = to.squares.iter_mut().zip(self.cut.squares.as_flattened());
                squares.for_each(|(sum, own)| *sum += own);
                let [a, b, c] = whole.means.map(|mean| mean * self.cut.count as f64);
                let means = Lanes([a, b, c, 0.0]);
                let cells = to.worths.as_chunks_mut::<NUMBERS>().0;
                for (parts, worths) in self.cut.layers.cells.iter().zip(cells) {
                    let parts = self.cut.between(parts);
                    let mut sums = Sums::default();
                    let of_parts = own.sums.get(parts.clone()).unwrap_or_default();
                    let places = self.cut.places.get(parts).unwrap_or_default();
                    for (own, place) in of_parts.iter().zip(places) {
                        sums.add(*place, Lanes(*own) - means, whole.scale);
                    }
                    sums.put(worths);
                }
            },
        );
        for far in &own.far {
            to.add(&far.sample(&far.numbers()), whole);
        }
    }

    fn chosen(&self, replicate: usize, curves: [&Curves; 2], whole: &Whole) -> [f64; 2] {
        let mut chosen = [0.0; 2];
        let Some(own) = self.replicates.get(replicate) else { return chosen };
        wide(
            #[inline(always)]
            || {
                for (cell, parts) in self.cut.layers.cells.iter().enumerate() {
                    let curves = curves.map(|all| Curve::new(all, cell, whole));
                    let sums = own.sums.get(parts.clone()).unwrap_or_default();
                    let places = self.cut.places.get(parts.clone()).unwrap_or_default();
                    let (sums, few_sums) = sums.as_chunks::<TOGETHER>();
                    let (places, few_places) = places.as_chunks::<TOGETHER>();
                    for (sums, places) in sums.iter().zip(places) {
                        choose(&curves, Lanes(*places), sums, &mut chosen);
                    }
                    for (sums, place) in few_sums.iter().zip(few_places) {
                        choose(&curves, Lanes([*place]), &[*sums], &mut chosen);
                    }
                }
            },
        );
        for far in &own.far {
            for (sum, curves) in chosen.iter_mut().zip(curves) {
                *sum += whole.chosen_by(curves, &far.sample(&far.numbers()));
            }
        }
        chosen
    }
}

impl Far {
    fn numbers(&self) -> [f64; NUMBERS - 1] {
        [self.number, self.number * self.number]
    }

    fn sample<'n>(&self, numbers: &'n [f64]) -> Sample<'n> {
        Sample { cell: self.cell, numbers, count: 1.0, worths: self.worths }
    }
}

/// Samples that are computed together.
const TOGETHER: usize = 4;

/// The worths of a cell, and their products with the number and its square, as [`Moments::add`] has
/// them.
#[derive(Default)]
struct Sums([Worths; NUMBERS]);

impl Sums {
    /// Adds a part, whose worths are told from their means.
    #[inline(always)]
    fn add(&mut self, number: f64, worths: Lanes<4>, scale: f64) {
        let own = worths * scale;
        let Self([plain, by_number, by_square]) = self;
        for (sums, own) in
            [(plain, own), (by_number, own * number), (by_square, own * (number * number))]
        {
            sums.iter_mut().zip(own.0).for_each(|(sum, own)| *sum += own);
        }
    }

    fn put(&self, worths: &mut [[f64; 3]; NUMBERS]) {
        for (sums, own) in worths.iter_mut().zip(&self.0) {
            sums.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
        }
    }
}

/// What a parabola says of each plan.
struct Curve([[f64; 3]; NUMBERS]);

impl Curve {
    fn new(curves: &Curves, cell: usize, whole: &Whole) -> Self {
        let own = curves.as_chunks::<NUMBERS>().0.get(cell).copied();
        let [mut constant, linear, square] = own.unwrap_or_default();
        let means = constant.iter_mut().zip(whole.means);
        means.for_each(|(constant, mean)| *constant += mean * whole.scale);
        Self([constant, linear, square])
    }
}

/// Adds what the choices in some parts are worth, part by part.
#[inline(always)]
fn choose<const W: usize>(
    curves: &[Curve; 2],
    places: Lanes<W>,
    sums: &[Worths; W],
    chosen: &mut [f64; 2],
) {
    let squares = places * places;
    let worths = [sums.map(|[a, ..]| a), sums.map(|[_, b, ..]| b), sums.map(|[_, _, c, _]| c)];
    for (sum, Curve([constant, linear, square])) in chosen.iter_mut().zip(curves) {
        let (mut best, mut worth) = (Lanes::<W>::ZERO, Lanes::<W>::ZERO);
        for (((own, constant), linear), square) in
            worths.iter().zip(constant).zip(linear).zip(square)
        {
            let expected = Lanes::all(*constant) + places * *linear + squares * *square;
            let lanes = best.0.iter_mut().zip(&mut worth.0).zip(expected.0.iter().zip(own));
            for ((best, worth), (expected, own)) in lanes {
                let is_better = expected > best;
                *best = if is_better { *expected } else { *best };
                *worth = if is_better { *own } else { *worth };
            }
        }
        for own in worth.0 {
            *sum += own;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::knowing::by_scenario;
    use crate::analysis::knowing::cut::PRODUCTS;
    use crate::analysis::knowing::samples::OneByOne;
    use crate::estimate::{Domain, Estimate};
    use crate::sampling::{Draws, Points};

    /// The same samples, one by one.
    struct Each<'c>(&'c Continuous<'c>);

    impl OneByOne for Each<'_> {
        fn cells(&self) -> usize {
            Samples::cells(self.0)
        }

        fn numbers(&self) -> usize {
            Samples::numbers(self.0)
        }

        fn replicates(&self) -> usize {
            Samples::replicates(self.0)
        }

        fn each(&self, replicate: usize, each: &mut dyn FnMut(Sample<'_>)) {
            let own = &self.0.replicates[replicate];
            for (cell, parts) in self.0.cut.layers.cells.iter().enumerate() {
                for part in parts.clone() {
                    let ([a, b, c, count], number) = (own.sums[part], self.0.cut.places[part]);
                    let numbers = [number, number * number];
                    each(Sample { cell, numbers: &numbers, count, worths: [a, b, c] });
                }
            }
            own.far.iter().for_each(|far| each(far.sample(&far.numbers())));
        }
    }

    #[test]
    fn many_at_once_are_what_each_is_alone() {
        let draws = Draws::of(&[(Estimate::between(2.0, 60.0), Domain::amount(1000.0))]);
        for log_size in [1, 3, 6, 11] {
            let (points, size) = (Points::new(1, log_size, 5), 1 << log_size);
            let replicates = [0, 1, 2].map(|at| points.replicate(at));
            let wave = |speed: f64| move |at: u32| 9.0 * libm::sin(speed * f64::from(at)) - 1.0;
            let worths = [0.7, 1.3, 2.9]
                .map(|speed| -> Vec<f64> { (0..3 * size as u32).map(wave(speed)).collect() });
            let worths = by_scenario([&worths[0], &worths[1], &worths[2]]);
            let whole = Whole::new(&worths, size);
            let scenes = Scenes::new(&draws, &replicates, size, &worths);
            let samples = Continuous::new(&scenes, 0, &draws.dimensions[0]);
            let cells = Samples::cells(&samples);
            let none = Moments {
                squares: vec![0.0; cells * PRODUCTS],
                worths: vec![[0.0; 3]; cells * NUMBERS],
            };
            let curves: Curves = (0..cells * NUMBERS)
                .map(|at| [0.3, 0.5, 0.8].map(|speed| wave(speed)(at as u32)))
                .collect();
            let mirrored: Curves = curves.iter().rev().copied().collect();
            for replicate in 0..3 {
                let (mut together, mut one_by_one) = (none.clone(), none.clone());
                samples.add(replicate, &whole, &mut together);
                Each(&samples).add(replicate, &whole, &mut one_by_one);
                assert_eq!(together.squares, one_by_one.squares);
                assert_eq!(together.worths, one_by_one.worths);
                let chosen = samples.chosen(replicate, [&curves, &mirrored], &whole);
                let other = Each(&samples).chosen(replicate, [&curves, &mirrored], &whole);
                assert_eq!(chosen.map(f64::to_bits), other.map(f64::to_bits));
                assert!(log_size < 6 || chosen.iter().all(|own| own.abs() > 0.0));
            }
        }
    }
}

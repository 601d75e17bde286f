//! The scenarios by one continuous input. A parabola is fitted in each of its cells, so a sample has
//! a number and its square.

use super::cells::Layers;
use super::moments::{Curves, Moments, Sample};
use super::samples::{Samples, Scenes};
use super::whole::{Plans, Whole};
use crate::lanes::Lanes;
use crate::sampling::{BLOCK, Dimension, Replicate};
use crate::wide::wide;

/// A number, its square and what is always 1.
const NUMBERS: usize = 3;
/// Products of these with each other.
const PRODUCTS: usize = 6;

/// Equally likely parts, each taken together; those at the ends by every scenario, since they may
/// reach far. The number is the place within the cell, at the ends the value itself.
#[derive(Debug)]
pub(super) struct Continuous {
    layers: Layers,
    /// The place of each part within its cell, from -1 to 1.
    places: Vec<f64>,
    replicates: Vec<Parts>,
}

/// What one replicate has.
#[derive(Debug)]
struct Parts {
    /// Of each part: the sums of the plans' worths, and how many scenarios. Of those at the ends,
    /// nothing.
    sums: Vec<[f64; 4]>,
    /// Scenarios at the ends.
    far: Vec<Far>,
}

#[derive(Debug, Clone, Copy)]
struct Far {
    cell: usize,
    number: f64,
    worths: [f64; 3],
}

impl Continuous {
    pub(super) fn new(scenes: &Scenes<'_>, at: usize, drawn: &Dimension) -> Self {
        let layers = Layers::of(scenes.scenarios(), scenes.size);
        let shift = u32::BITS - layers.parts.ilog2();
        let ends = [0.0, 1.0].map(|end| End::new(drawn, end, layers.parts));
        let last = layers.parts - 1;
        let last_cell = layers.cells.len() - 1;
        let replicate = |(index, points): (usize, &Replicate)| {
            let mut sums = vec![[0.0; 4]; layers.parts];
            let mut far = Vec::new();
            let mut coordinates = [0; BLOCK];
            scenes.blocks(index, |from, start, width| {
                let plans =
                    scenes.plans.map(|plan| plan.get(from..from + width).unwrap_or_default());
                wide(
                    #[inline(always)]
                    || {
                        points.block(start).fill(at, &mut coordinates);
                        for (x, worths) in coordinates.iter().zip(scenarios(plans)) {
                            let part = (x >> shift) as usize;
                            if part == 0 || part == last {
                                let [low, high] = &ends;
                                let (end, cell) =
                                    if part == 0 { (low, 0) } else { (high, last_cell) };
                                far.push(Far {
                                    cell,
                                    number: end.place(drawn.value_at(*x)),
                                    worths,
                                });
                            } else if let Some(own) = sums.get_mut(part) {
                                let [a, b, c] = worths;
                                add(own, Lanes([a, b, c, 1.0]));
                            }
                        }
                    },
                );
            });
            Parts { sums, far }
        };
        let replicates = scenes.replicates.iter().enumerate().map(replicate).collect();
        Self { places: layers.places(), layers, replicates }
    }
}

/// The worths of the plans, scenario by scenario.
#[inline(always)]
fn scenarios([with, without, without_any]: Plans<'_>) -> impl Iterator<Item = [f64; 3]> {
    let both = with.iter().zip(without).zip(without_any);
    both.map(|((with, without), without_any)| [*with, *without, *without_any])
}

impl Layers {
    /// The place of each part within its cell, from -1 to 1.
    fn places(&self) -> Vec<f64> {
        let within = |parts: &std::ops::Range<usize>, part: usize| {
            (2 * (part - parts.start) + 1) as f64 / parts.len() as f64 - 1.0
        };
        let cells = self.cells.iter();
        cells.flat_map(|parts| parts.clone().map(move |part| within(parts, part))).collect()
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

impl Samples for Continuous {
    fn cells(&self) -> usize {
        self.layers.cells.len()
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
                let parts = self.layers.cells.iter();
                let cells = to.squares.as_chunks_mut::<PRODUCTS>().0.iter_mut();
                let cells = cells.zip(to.worths.as_chunks_mut::<NUMBERS>().0);
                for (parts, (squares, worths)) in parts.zip(cells) {
                    let mut sums = Sums::default();
                    let samples = own.sums.iter().zip(&self.places);
                    for (sums_of_part, place) in samples.take(parts.end).skip(parts.start) {
                        sums.add(*place, *sums_of_part, whole);
                    }
                    sums.put(squares, worths);
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
                for (cell, parts) in self.layers.cells.iter().enumerate() {
                    let curves = curves.map(|all| Curve::new(all, cell, whole));
                    let sums = own.sums.get(parts.clone()).unwrap_or_default();
                    let places = self.places.get(parts.clone()).unwrap_or_default();
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

/// The sums of a cell, as [`Moments::add`] has them, several at once.
#[derive(Default)]
struct Sums {
    /// Worths and counts: by themselves, by the number and by its square.
    plain: [[f64; 4]; NUMBERS],
    /// The products of number and number, square and number, square and square.
    products: [f64; 4],
}

impl Sums {
    #[inline(always)]
    fn add(&mut self, number: f64, [a, b, c, count]: [f64; 4], whole: &Whole) {
        let square = number * number;
        let [first, second, third] = whole.means;
        let means = Lanes([first, second, third, 0.0]);
        let own = (Lanes([a, b, c, count]) - means * count)
            * Lanes([whole.scale, whole.scale, whole.scale, 1.0]);
        let [plain, by_number, by_square] = &mut self.plain;
        add(plain, own);
        add(by_number, own * number);
        add(by_square, own * square);
        let (by_number, by_square) = (count * number, count * square);
        let products = Lanes([by_number, by_square, by_square, 0.0]);
        add(&mut self.products, products * Lanes([number, number, square, 0.0]));
    }

    fn put(&self, squares: &mut [f64; PRODUCTS], worths: &mut [[f64; 3]; NUMBERS]) {
        let [[.., count], [.., number], [.., square]] = self.plain;
        let [number_number, square_number, square_square, _] = self.products;
        let own = [count, number, number_number, square, square_number, square_square];
        squares.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
        let sums =
            worths.iter_mut().flatten().zip(self.plain.iter().flat_map(|own| own.iter().take(3)));
        sums.for_each(|(sum, own)| *sum += own);
    }
}

#[inline(always)]
fn add(sums: &mut [f64; 4], own: Lanes<4>) {
    sums.iter_mut().zip(own.0).for_each(|(sum, own)| *sum += own);
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
    sums: &[[f64; 4]; W],
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
    use crate::analysis::knowing::samples::OneByOne;
    use crate::estimate::{Domain, Estimate};
    use crate::sampling::{Draws, Points};

    /// The same samples, one by one.
    struct Each<'c>(&'c Continuous);

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
            for (cell, parts) in self.0.layers.cells.iter().enumerate() {
                for part in parts.clone() {
                    let ([a, b, c, count], number) = (own.sums[part], self.0.places[part]);
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
            let plans = [&worths[0][..], &worths[1][..], &worths[2][..]];
            let whole = Whole::new(plans, size);
            let scenes = Scenes { draws: &draws, replicates: &replicates, size, plans };
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

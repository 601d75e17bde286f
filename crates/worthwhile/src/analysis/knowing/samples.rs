//! The scenarios by what is known in them: the cell of a factor's value, and numbers that say where
//! it lies within.

use super::cut::Cut;
use super::moments::{Curves, Moments, Sample};
use super::whole::{Whole, Worths};
use crate::analysis::factors::Factor;
use crate::order;
use crate::sampling::{BLOCK, Dimension, Draws, Replicate};

/// All scenarios of a plan, and what their points are drawn into.
pub(crate) struct Scenes<'s> {
    pub(super) draws: &'s Draws,
    pub(super) replicates: &'s [Replicate],
    /// Scenarios of each replicate, a power of two.
    pub(super) size: usize,
    /// Of every scenario.
    pub(super) worths: &'s [Worths],
    /// How every continuous input is cut.
    pub(super) cut: Cut,
}

impl<'s> Scenes<'s> {
    /// `worths` are those in all scenarios, of which each replicate has `size`, a power of two.
    pub(crate) fn new(
        draws: &'s Draws,
        replicates: &'s [Replicate],
        size: usize,
        worths: &'s [Worths],
    ) -> Self {
        let cut = Cut::new(size * replicates.len(), size);
        Self { draws, replicates, size, worths, cut }
    }

    pub(super) fn scenarios(&self) -> usize {
        self.size * self.replicates.len()
    }

    /// The worths in a scenario.
    fn worths(&self, at: usize) -> [f64; 3] {
        let [with, without, without_any, _] = self.worths.get(at).copied().unwrap_or_default();
        [with, without, without_any]
    }

    /// Calls `each` for the blocks of a replicate: the first scenario of all, the first within the
    /// replicate, and how many there are.
    pub(super) fn blocks(&self, replicate: usize, mut each: impl FnMut(usize, u32, usize)) {
        let width = BLOCK.min(self.size);
        for start in (0..self.size).step_by(width) {
            each(replicate * self.size + start, start as u32, width);
        }
    }
}

/// The scenarios by what is known of one factor or several.
pub(crate) trait Samples {
    fn cells(&self) -> usize;

    /// How many numbers each sample has.
    fn numbers(&self) -> usize;

    fn replicates(&self) -> usize;

    /// Adds the samples of a replicate to sums.
    fn add(&self, replicate: usize, whole: &Whole, sums: &mut Moments);

    /// What the choices that each of two curves recommends are worth, summed over the scenarios of a
    /// replicate.
    fn chosen(&self, replicate: usize, curves: [&Curves; 2], whole: &Whole) -> [f64; 2];
}

/// The same, sample by sample.
pub(super) trait OneByOne {
    fn cells(&self) -> usize;

    fn numbers(&self) -> usize;

    fn replicates(&self) -> usize;

    /// Calls `each` for the samples of a replicate.
    fn each(&self, replicate: usize, each: &mut dyn FnMut(Sample<'_>));
}

impl<T: OneByOne> Samples for T {
    fn cells(&self) -> usize {
        OneByOne::cells(self)
    }

    fn numbers(&self) -> usize {
        OneByOne::numbers(self)
    }

    fn replicates(&self) -> usize {
        OneByOne::replicates(self)
    }

    fn add(&self, replicate: usize, whole: &Whole, sums: &mut Moments) {
        self.each(replicate, &mut |sample| sums.add(&sample, whole));
    }

    fn chosen(&self, replicate: usize, curves: [&Curves; 2], whole: &Whole) -> [f64; 2] {
        let mut chosen = [0.0; 2];
        self.each(replicate, &mut |sample| {
            for (sum, curves) in chosen.iter_mut().zip(curves) {
                *sum += whole.chosen_by(curves, &sample);
            }
        });
        chosen
    }
}

/// By one discrete input: a cell for each value, or for neighbors where they are many.
#[derive(Debug)]
pub(crate) struct Discrete {
    /// By replicate: of each cell how many scenarios it has, and the sums of the plans' worths.
    replicates: Vec<Vec<(f64, [f64; 3])>>,
    cells: usize,
}

impl Discrete {
    pub(crate) fn new(scenes: &Scenes<'_>, at: usize, drawn: &Dimension) -> Self {
        let cells = drawn.values().min((scenes.scenarios() / IN_A_CELL).max(2));
        let replicate = |(index, points): (usize, &Replicate)| {
            let mut own = vec![(0.0, [0.0; 3]); cells];
            let mut coordinates = [0; BLOCK];
            scenes.blocks(index, |from, start, width| {
                points.block(start).fill(at, &mut coordinates);
                for (scenario, x) in (from..from + width).zip(&coordinates) {
                    if let Some((count, sums)) = own.get_mut(drawn.cell(*x, cells as u32) as usize)
                    {
                        *count += 1.0;
                        let worths = scenes.worths(scenario);
                        sums.iter_mut().zip(worths).for_each(|(sum, worth)| *sum += worth);
                    }
                }
            });
            own
        };
        let replicates = scenes.replicates.iter().enumerate().map(replicate).collect();
        Self { replicates, cells }
    }
}

impl OneByOne for Discrete {
    fn cells(&self) -> usize {
        self.cells
    }

    fn numbers(&self) -> usize {
        0
    }

    fn replicates(&self) -> usize {
        self.replicates.len()
    }

    fn each(&self, replicate: usize, each: &mut dyn FnMut(Sample<'_>)) {
        let own = self.replicates.get(replicate).into_iter().flatten();
        for (cell, (count, worths)) in own.enumerate() {
            each(Sample { cell, numbers: &[], count: *count, worths: *worths });
        }
    }
}

/// By several dimensions together: a ranking, or some inputs. Every scenario is a sample. Its numbers
/// are the values of the continuous inputs and the weights of the ranking.
pub(crate) struct Group<'s> {
    scenes: &'s Scenes<'s>,
    /// The dimensions that tell cells apart, each with its number of cells.
    parts: Vec<(usize, u32)>,
    /// Those with a value that is a number, with their mean and their spread.
    values: Vec<(usize, [f64; 2])>,
    /// How many weights of a ranking there are.
    weights: usize,
}

/// Scenarios of all replicates in a cell of a discrete input, on average, where it has many values.
const IN_A_CELL: usize = 32;
/// Scenarios for each number that a cell of a group has to find.
const FOR_A_NUMBER: usize = 32;
/// The most sums of products of all cells of a group.
const MOST_SUMS: usize = 1 << 18;
/// The most parts into which an input of a group is cut.
const PARTS: u32 = 8;

impl<'s> Group<'s> {
    pub(crate) fn new(scenes: &'s Scenes<'s>, factors: &[&Factor]) -> Self {
        let draws = scenes.draws;
        let ranked = draws.ranking_dimensions();
        let all = factors.iter().flat_map(|factor| &factor.dimensions).copied();
        let (ranking, inputs): (Vec<usize>, Vec<usize>) = all.partition(|at| *at < ranked);
        let inputs = inputs.into_iter().filter_map(|at| Some((at, draws.dimensions.get(at)?)));
        let (mut discrete, mut continuous): (Vec<_>, Vec<_>) =
            inputs.partition(|(_, drawn)| drawn.is_discrete());
        let weights = if ranking.is_empty() { 0 } else { draws.ranking_places().len() };
        let numbers = 1 + continuous.len() + discrete.len() + weights;
        let room = scenes.scenarios() / (FOR_A_NUMBER * numbers);
        let mut room = room.min(MOST_SUMS / (numbers * numbers)).max(1);
        // Those of few values first, so that each has its share of the cells.
        order::sort_by_key(&mut discrete, |(at, drawn)| (drawn.values(), *at));
        let mut left = discrete.len();
        let mut parts = Vec::new();
        for (at, drawn) in discrete {
            let cells = drawn.values().min(root(room, left));
            room /= cells;
            left -= 1;
            parts.push((at, cells as u32));
            // What the cells do not tell apart, the plane does.
            if cells < drawn.values() {
                continuous.push((at, drawn));
            }
        }
        let whole = continuous.iter().filter(|(_, drawn)| !drawn.is_discrete());
        let each = cut(room, whole.clone().count());
        parts.extend(whole.filter(|_| each > 1).map(|(at, _)| (*at, each)));
        let values = continuous.iter().map(|(at, drawn)| {
            let spread = drawn.quantile(0.95) - drawn.quantile(0.05);
            (*at, [drawn.quantile(0.5), if spread > 0.0 { spread } else { 1.0 }])
        });
        Self { values: values.collect(), scenes, parts, weights }
    }

    /// The numbers of a block, a column each.
    fn columns(&self, block: &crate::sampling::Block<'_>) -> Vec<Vec<f64>> {
        let draws = self.scenes.draws;
        let mut coordinates = [0; BLOCK];
        let mut columns: Vec<Vec<f64>> = Vec::with_capacity(OneByOne::numbers(self));
        for (at, [middle, spread]) in &self.values {
            let Some(drawn) = draws.dimensions.get(*at) else { continue };
            block.fill(*at, &mut coordinates);
            let place = |x: &u32| (drawn.value_at(*x) - middle) / spread;
            columns.push(coordinates.iter().map(place).collect());
        }
        if self.weights > 0 {
            columns.extend(draws.weights(block));
        }
        columns
    }
}

/// The largest whole number whose power is not above a number.
fn root(number: usize, power: usize) -> usize {
    let fits = |root: usize| {
        let product = (0..power).try_fold(1_usize, |product, _| product.checked_mul(root));
        product.is_some_and(|product| product <= number)
    };
    let mut root = 1;
    while power > 0 && fits(root + 1) {
        root += 1;
    }
    root
}

/// Into how many parts each of some inputs is cut, a power of two, so that there are not more cells
/// than there is room for.
fn cut(room: usize, inputs: usize) -> u32 {
    let fits = |parts: u32| {
        let cells = (0..inputs).try_fold(1_usize, |cells, _| cells.checked_mul(parts as usize));
        cells.is_some_and(|cells| cells <= room)
    };
    let mut parts = 1;
    while inputs > 0 && parts < PARTS && fits(2 * parts) {
        parts *= 2;
    }
    parts
}

impl OneByOne for Group<'_> {
    fn cells(&self) -> usize {
        self.parts.iter().map(|(_, cells)| *cells as usize).product()
    }

    fn numbers(&self) -> usize {
        self.values.len() + self.weights
    }

    fn replicates(&self) -> usize {
        self.scenes.replicates.len()
    }

    fn each(&self, replicate: usize, each: &mut dyn FnMut(Sample<'_>)) {
        let Some(points) = self.scenes.replicates.get(replicate) else { return };
        let mut numbers = vec![0.0; OneByOne::numbers(self)];
        let mut coordinates = [0; BLOCK];
        self.scenes.blocks(replicate, |from, start, width| {
            let block = points.block(start);
            let columns = self.columns(&block);
            let mut cells = vec![0; width];
            for (at, count) in &self.parts {
                let Some(drawn) = self.scenes.draws.dimensions.get(*at) else { continue };
                block.fill(*at, &mut coordinates);
                for (cell, x) in cells.iter_mut().zip(&coordinates) {
                    *cell = *cell * *count as usize + drawn.cell(*x, *count) as usize;
                }
            }
            for (within, cell) in cells.into_iter().enumerate() {
                for (number, column) in numbers.iter_mut().zip(&columns) {
                    *number = column.get(within).copied().unwrap_or_default();
                }
                let worths = self.scenes.worths(from + within);
                each(Sample { cell, numbers: &numbers, count: 1.0, worths });
            }
        });
    }
}

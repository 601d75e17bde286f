//! Quantile functions as tables over the coordinates of points.
//!
//! The distance of a coordinate to the nearer end of 0 to 1 is cut into octaves, and each octave
//! into 16 cells, as its floating-point form has them: finding a cell takes no logarithm, and the
//! tails are as fine as the middle. A cell holds a polynomial that meets value, slope and
//! curvature at both ends. The error is below 1e-9 of the spread.

use super::points::{RUN, RUN_BITS, UNIT};
use crate::estimate::normal::{density, lower_quantile, rough_lower_quantile};

const CELLS_AN_OCTAVE: u32 = 16;
/// Octaves from half a coordinate's step to the middle.
const OCTAVES: u32 = 32;
const CELLS: u32 = CELLS_AN_OCTAVE * OCTAVES;
/// Bits of a number below those that name its cell, and the name of the first cell.
const FRACTION_BITS: u32 = 48;
const FIRST_CELL: u64 = 1023 << 4;

/// Value, slope and curvature of a quantile function over the normal scale.
pub(super) type Jet = [f64; 3];

/// Coefficients of a polynomial over 0 to 1, the constant first.
type Cell = [f64; 6];

/// The normal scale at the ends of the cells of the lower half, and how it runs there.
#[derive(Debug)]
pub(super) struct Grid {
    nodes: Vec<Node>,
    /// Widths of the cells.
    widths: Vec<f64>,
}

#[derive(Debug)]
struct Node {
    z: f64,
    /// First and second derivative of z by the coordinate.
    slope: f64,
    curvature: f64,
}

impl Grid {
    pub(super) fn new() -> Self {
        let (mut nodes, mut widths) = (Vec::new(), Vec::new());
        let mut near = rough_lower_quantile(0.5 * UNIT);
        for cell in 0..=CELLS {
            let octave = f64::exp2(f64::from(cell / CELLS_AN_OCTAVE) - 1.0) * UNIT;
            let width = octave / f64::from(CELLS_AN_OCTAVE);
            let z = lower_quantile(octave + width * f64::from(cell % CELLS_AN_OCTAVE), near);
            let slope = 1.0 / density(z);
            nodes.push(Node { z, slope, curvature: z * slope * slope });
            widths.push(width);
            near = z;
        }
        Self { nodes, widths }
    }

    /// The normal distribution itself.
    pub(super) fn normal(&self) -> Table {
        self.table(|z| [z, 1.0, 0.0])
    }

    /// A table of a quantile function that is given over the normal scale.
    pub(super) fn table(&self, curve: impl Fn(f64) -> Jet) -> Table {
        let mut cells = Box::new([[0.0; 6]; 2 * HALF]);
        let halves = self.half(1.0, &curve).chain(self.half(-1.0, &curve));
        cells.iter_mut().zip(halves).for_each(|(cell, new)| *cell = new);
        Table { cells }
    }

    fn half(&self, side: f64, curve: &impl Fn(f64) -> Jet) -> impl Iterator<Item = Cell> {
        let jet = |node: &Node| {
            let [value, slope, curvature] = curve(side * node.z);
            let along = side * node.slope;
            [value, slope * along, curvature * along * along + slope * side * node.curvature]
        };
        let jets: Vec<Jet> = self.nodes.iter().map(jet).collect();
        let next: Vec<Jet> = jets.iter().skip(1).copied().collect();
        let ends = jets.into_iter().zip(next).zip(&self.widths);
        ends.map(|((from, to), width)| cell(from, to, *width))
    }
}

/// The polynomial of degree 5 that meets both jets, over a cell of this width.
#[inline(always)]
pub(super) fn cell(from: Jet, to: Jet, width: f64) -> Cell {
    let [constant, slope, curvature] = from;
    let (linear, square) = (slope * width, 0.5 * curvature * width * width);
    let value = to[0] - (constant + linear + square);
    let slope = to[1] * width - (linear + 2.0 * square);
    let curvature = 0.5 * (to[2] * width * width) - square;
    [
        constant,
        linear,
        square,
        10.0 * value - 4.0 * slope + curvature,
        -15.0 * value + 7.0 * slope - 2.0 * curvature,
        6.0 * value - 3.0 * slope + curvature,
    ]
}

/// A quantile function.
#[derive(Debug)]
pub(super) struct Table {
    /// The cells of the lower half, then those of the upper half.
    cells: Box<[Cell; 2 * HALF]>,
}

const HALF: usize = CELLS as usize;

/// For each run of neighbours the cell that all of them are in, or a number that no cell has.
// INVARIANT: there is an entry for every run.
#[expect(clippy::indexing_slicing, reason = "see the invariant above")]
const SHARED: [u16; 1 << (u32::BITS as usize - RUN_BITS)] = {
    let mut shared = [u16::MAX; 1 << (u32::BITS as usize - RUN_BITS)];
    let mut run = 0;
    while run < shared.len() {
        let first = (run as u32) << RUN_BITS;
        let ((low, _), (high, _)) = (place(first), place(first | ((1 << RUN_BITS) - 1)));
        if low == high {
            shared[run] = low as u16;
        }
        run += 1;
    }
    shared
};

impl Table {
    /// The quantile at a coordinate of a point.
    #[inline(always)]
    pub(super) fn at_point(&self, x: u32) -> f64 {
        let (index, t) = place(x);
        polynomial(self.cell(index), t)
    }

    /// The quantiles at neighbours, at once where they share a cell.
    // INVARIANT: there is an entry for all bits that neighbours share.
    #[expect(clippy::indexing_slicing, reason = "see the invariant above")]
    #[inline(always)]
    pub(super) fn run(&self, points: &[u32; RUN], finish: impl Fn(f64) -> f64) -> [f64; RUN] {
        let [some, ..] = *points;
        let mut out = [0.0; RUN];
        let pairs = points.iter().zip(&mut out);
        if let Some(cell) = self.cells.get(usize::from(SHARED[(some >> RUN_BITS) as usize])) {
            let cell = *cell;
            pairs.for_each(|(x, out)| *out = finish(polynomial(&cell, place(*x).1)));
        } else {
            pairs.for_each(|(x, out)| *out = finish(self.at_point(*x)));
        }
        out
    }

    /// The quantile of a probability, strictly between 0 and 1.
    pub(super) fn at(&self, probability: f64) -> f64 {
        let is_upper = probability > 0.5;
        let nearer = if is_upper { 1.0 - probability } else { probability };
        // The middle itself is the end of the last cell.
        let distance = (2.0 * nearer / UNIT).clamp(1.0, LAST_DISTANCE);
        let (index, t) = place_of(if is_upper { u32::MAX } else { 0 }, distance);
        polynomial(self.cell(index), t)
    }

    // INVARIANT: an index has no bits beyond those of the last cell.
    #[expect(clippy::indexing_slicing, reason = "see the invariant above")]
    #[inline(always)]
    fn cell(&self, index: usize) -> &Cell {
        &self.cells[index & (2 * HALF - 1)]
    }
}

/// The cell of a coordinate, and where in the cell it lies.
#[inline(always)]
const fn place(x: u32) -> (usize, f64) {
    // All ones in the upper half, where distances are those to the upper end.
    let side = (x.cast_signed() >> 31).cast_unsigned();
    place_of(side, ((x ^ side) << 1 | 1) as f64)
}

/// The same for a distance from the nearer end, in half steps of a coordinate.
#[inline(always)]
const fn place_of(side: u32, distance: f64) -> (usize, f64) {
    let bits = distance.to_bits();
    let cell = (bits >> FRACTION_BITS).wrapping_sub(FIRST_CELL) as usize;
    let t = f64::from_bits((bits << 4 & FRACTION) | ONE) - 1.0;
    ((cell & (HALF - 1)) | (side as usize & HALF), t)
}

#[inline(always)]
fn polynomial(cell: &Cell, t: f64) -> f64 {
    let [a, b, c, d, e, f] = cell;
    let square = t * t;
    (a + b * t) + square * ((c + d * t) + square * (e + f * t))
}

/// The fraction of a number, the bits of 1, and the largest number below 2^32.
const FRACTION: u64 = (1 << 52) - 1;
const ONE: u64 = 1023 << 52;
const LAST_DISTANCE: f64 = 4_294_967_295.999_999_5;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normal_quantiles_are_right_everywhere() {
        let table = Grid::new().normal();
        let mut u = 1.3e-10;
        while u < 0.5 {
            let exact = lower_quantile(u, rough_lower_quantile(u));
            assert!((table.at(u) - exact).abs() < 1e-9, "{u}: {} {exact}", table.at(u));
            let upper = 1.0 - u;
            let mirrored = lower_quantile(1.0 - upper, exact);
            assert!((table.at(upper) + mirrored).abs() < 1e-9, "{upper}");
            u *= 1.003;
        }
        assert!(table.at(0.5).abs() < 1e-12);
    }

    #[test]
    fn points_and_probabilities_agree() {
        let table = Grid::new().normal();
        for x in [0, 1, 12_345, 1 << 31, (1 << 31) - 1, u32::MAX - 77, u32::MAX] {
            let probability = (f64::from(x) + 0.5) * UNIT;
            assert!((table.at_point(x) - table.at(probability)).abs() < 1e-9, "{x}");
        }
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "the same bits")]
    fn neighbours_together_are_what_each_is_alone() {
        let table = Grid::new().normal();
        let last = (1 << RUN_BITS) - 1;
        for first in (0..SHARED.len() as u32).map(|run| run << RUN_BITS) {
            let points = [first, first | (last / 3), first | (last / 2), first | last];
            let alone = points.map(|x| 3.0 * table.at_point(x));
            assert_eq!(table.run(&points, |quantile| 3.0 * quantile), alone, "{first}");
        }
        let shared = SHARED.iter().filter(|own| **own < CELLS as u16 * 2).count();
        assert!(shared * 8 >= SHARED.len() * 7, "most runs are in one cell: {shared}");
    }
}

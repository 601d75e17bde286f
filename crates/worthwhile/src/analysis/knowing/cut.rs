//! How every continuous input is cut into cells.

use std::ops::Range;

use super::cells::Layers;

/// A number, its square and what is always 1.
pub(super) const NUMBERS: usize = 3;
/// Products of these with each other.
pub(super) const PRODUCTS: usize = 6;

/// How every continuous input is cut, and what follows from that alone.
#[derive(Debug)]
pub(crate) struct Cut {
    pub(super) layers: Layers,
    /// The place of each part within its cell, from -1 to 1.
    pub(super) places: Vec<f64>,
    /// Scenarios of a replicate in each part: points are as many in every one.
    pub(super) count: usize,
    /// Of each cell, the products of the numbers in a replicate, without those at the ends.
    pub(super) squares: Vec<[f64; PRODUCTS]>,
}

impl Cut {
    /// By how many scenarios there are in all, and in each replicate, a power of two.
    pub(super) fn new(scenarios: usize, size: usize) -> Self {
        let layers = Layers::of(scenarios, size);
        let (places, count) = (layers.places(), size / layers.parts);
        let mut cut = Self { layers, places, count, squares: Vec::new() };
        let squares = cut.layers.cells.iter().map(|parts| {
            let mut squares = [0.0; PRODUCTS];
            for place in cut.places.get(cut.between(parts)).unwrap_or_default() {
                add_products(&mut squares, *place, count as f64);
            }
            squares
        });
        cut.squares = squares.collect();
        cut
    }

    /// These parts, but for those at the ends.
    pub(super) fn between(&self, parts: &Range<usize>) -> Range<usize> {
        parts.start.max(1)..parts.end.min(self.layers.parts - 1)
    }
}

/// Adds the products of so many samples of the same number, a lower triangle row by row.
fn add_products(squares: &mut [f64; PRODUCTS], number: f64, count: f64) {
    let square = number * number;
    let (by_number, by_square) = (count * number, count * square);
    let own =
        [count, by_number, by_number * number, by_square, by_square * number, by_square * square];
    squares.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
}

impl Layers {
    /// The place of each part within its cell, from -1 to 1.
    fn places(&self) -> Vec<f64> {
        let within = |parts: &Range<usize>, part: usize| {
            (2 * (part - parts.start) + 1) as f64 / parts.len() as f64 - 1.0
        };
        let cells = self.cells.iter();
        cells.flat_map(|parts| parts.clone().map(move |part| within(parts, part))).collect()
    }
}

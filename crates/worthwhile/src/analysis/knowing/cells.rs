//! Into which cells the distribution of a continuous input is cut.

use std::ops::Range;

/// The most parts, all equally likely, and of cells of equal width.
const MOST_PARTS: usize = 1024;
const MOST_CELLS: usize = 16;
/// Scenarios of all replicates in a part at the ends, and in a cell between them.
const IN_A_PART: usize = 16;
const IN_A_CELL: usize = 256;

/// Parts of a distribution, and the cells that they make: of equal width between both ends, and half
/// as wide with each one towards an end.
#[derive(Debug)]
pub(super) struct Layers {
    /// How many parts there are, a power of two.
    pub(super) parts: usize,
    /// The parts of each cell, in order.
    pub(super) cells: Vec<Range<usize>>,
}

impl Layers {
    /// By how many scenarios there are in all, and in each replicate, a power of two.
    pub(super) fn of(scenarios: usize, size: usize) -> Self {
        let parts = power_of_two(scenarios / IN_A_PART).clamp(2, MOST_PARTS).min(size.max(2));
        let wide = power_of_two(scenarios / IN_A_CELL).clamp(2, MOST_CELLS).min(parts);
        let width = parts / wide;
        let mut starts = vec![0];
        let mut start = 1;
        while start < width {
            starts.push(start);
            start *= 2;
        }
        let mirrored: Vec<usize> = starts.iter().skip(1).rev().map(|start| parts - start).collect();
        starts.extend((1..wide).map(|cell| cell * width));
        starts.extend(mirrored);
        let ends = starts.iter().skip(1).chain([&parts]);
        let cells = starts.iter().zip(ends).map(|(start, end)| *start..*end).collect();
        Self { parts, cells }
    }
}

fn power_of_two(number: usize) -> usize {
    1 << number.max(1).ilog2()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_cover_all_parts_and_are_mirrored() {
        for (scenarios, size) in
            [(2, 1), (16, 2), (64, 8), (512, 64), (4096, 512), (1 << 20, 1 << 17)]
        {
            let Layers { parts, cells } = Layers::of(scenarios, size);
            assert_eq!((cells[0].start, cells[cells.len() - 1].end), (0, parts));
            assert!(cells.windows(2).all(|pair| pair[0].end == pair[1].start));
            assert!(cells.iter().all(|cell| !cell.is_empty()), "{cells:?}");
            let mirrored = cells.iter().rev().map(|cell| parts - cell.end..parts - cell.start);
            assert!(mirrored.eq(cells.iter().cloned()), "{cells:?}");
        }
        assert_eq!(Layers::of(16_384, 2048).cells.len(), 28);
    }
}

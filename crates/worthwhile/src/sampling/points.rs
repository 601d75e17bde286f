//! Scrambled Sobol' points: Joe and Kuo's direction numbers, a random lower-triangular matrix over
//! the bits (Matoušek 1998) and a digital shift. Scrambles come from SplitMix64 (Steele, Lea and
//! Flood 2014) of seed, replicate and dimension, so they are the same on every machine.

/// How the points are made, as the answer names it. Another way of making them is another name.
pub(crate) const POINTS: &str = "sobol-joe-kuo-6/matrix-scramble/splitmix64-1";

const BITS: usize = 32;
/// One step of a coordinate.
pub(super) const UNIT: f64 = 1.0 / 4_294_967_296.0;
const DIRECTIONS: &str = include_str!("../../data/joe-kuo-6.txt");

/// Direction numbers of one dimension, the first bit of a point first.
type Directions = [u32; BITS];

/// Points in so many dimensions, from which independent replicates are scrambled.
#[derive(Debug)]
pub(crate) struct Points {
    directions: Vec<Directions>,
    seed: u64,
    /// Direction numbers that so many points need.
    needed: usize,
}

impl Points {
    /// Two to the power of `log_size` points of at most 1032 dimensions.
    pub(crate) fn new(dimensions: usize, log_size: u32, seed: u64) -> Self {
        let rows = DIRECTIONS.lines().filter(|line| !line.starts_with('#'));
        let first = std::iter::once(van_der_corput());
        let directions = first.chain(rows.map(joe_kuo)).take(dimensions).collect();
        Self { directions, seed, needed: (log_size as usize + 1).min(BITS) }
    }

    /// One scramble of the points; replicates are independent of each other.
    #[inline(always)]
    pub(crate) fn replicate(&self, replicate: u32) -> Replicate {
        let mut dimensions = Vec::with_capacity(self.directions.len());
        for (directions, dimension) in self.directions.iter().zip(0_u64..) {
            let mut random = SplitMix64::new([self.seed, u64::from(replicate), dimension]);
            dimensions.push(Scrambled::new(directions, self.needed, &mut random));
        }
        Replicate { dimensions }
    }
}

fn van_der_corput() -> Directions {
    let mut directions = [1 << 31; BITS];
    for (bit, direction) in directions.iter_mut().enumerate() {
        *direction >>= bit;
    }
    directions
}

/// A row of Joe and Kuo's table: the coefficients of a polynomial and the first numbers; the rest
/// follows by recurrence.
fn joe_kuo(row: &str) -> Directions {
    let mut numbers = row.split(' ').filter_map(|number| number.parse::<u32>().ok());
    let coefficients = numbers.next().unwrap_or_default();
    let mut directions: Vec<u32> =
        numbers.zip(0_u32..).map(|(number, at)| number << (31 - at)).collect();
    let degree = directions.len();
    while let Some(oldest) = directions.len().checked_sub(degree)
        && directions.len() < BITS
    {
        let mut recent = directions.iter().skip(oldest);
        let first = recent.next().copied().unwrap_or_default();
        let mut next = first ^ (first >> degree);
        for (at, direction) in (1..degree).zip(recent) {
            if coefficients >> (at - 1) & 1 == 1 {
                next ^= direction;
            }
        }
        directions.push(next);
    }
    directions.try_into().unwrap_or([0; BITS])
}

/// One scramble in every dimension.
#[derive(Debug)]
pub(crate) struct Replicate {
    dimensions: Vec<Scrambled>,
}

#[derive(Debug)]
struct Scrambled {
    directions: Directions,
    shift: u32,
    /// What takes the first point of a block to each of them, in their order.
    order: Combinations,
    /// The same by where they lie: every block has one point in each of as many equal parts, and
    /// the upper bits say in which.
    parts: Combinations,
}

/// Points that are computed together. Their values stay in the fast memory of one core.
pub(crate) const BLOCK: usize = 1024;
const BLOCK_BITS: usize = BLOCK.trailing_zeros() as usize;
/// A block is a square of points.
const ROW: usize = 1 << ROW_BITS;
const ROW_BITS: usize = BLOCK_BITS / 2;
/// Bits of a coordinate below those that name its part of a block.
const PART_BITS: usize = BITS - BLOCK_BITS;

impl Scrambled {
    #[inline(always)]
    fn new(directions: &Directions, needed: usize, random: &mut SplitMix64) -> Self {
        // Row i of the matrix: ones on the diagonal, random bits before it.
        let mut rows = [0_u32; BITS];
        for (at, row) in rows.iter_mut().enumerate() {
            let diagonal = (1 << 31) >> at;
            *row = random.bits() & !(u32::MAX >> at) | diagonal;
        }
        let product = |vector: u32| {
            rows.iter().fold(0, |bits, row| bits << 1 | (vector & row).count_ones() & 1)
        };
        let mut scrambled = [0; BITS];
        for (scrambled, direction) in scrambled.iter_mut().zip(directions).take(needed) {
            *scrambled = product(*direction);
        }
        let order = Combinations::new(|bit| combined(&scrambled, 1 << bit));
        let parts = Combinations::new(parts(&scrambled));
        Self { directions: scrambled, shift: random.bits(), order, parts }
    }

    fn point(&self, index: u32) -> u32 {
        self.shift ^ combined(&self.directions, index)
    }
}

/// All combinations of as many numbers as a block has bits, as one for each row and one for each
/// place in a row.
#[derive(Debug)]
struct Combinations {
    rows: [u32; ROW],
    places: [u32; ROW],
}

impl Combinations {
    fn new(number: impl Fn(usize) -> u32) -> Self {
        Self { rows: doubled(|bit| number(bit + ROW_BITS)), places: doubled(number) }
    }

    /// A row of points, from what all points of the block share.
    #[inline(always)]
    fn row(&self, row: u32, first: u32) -> [u32; ROW] {
        let mut points = self.places;
        points.iter_mut().for_each(|point| *point ^= row ^ first);
        points
    }

    #[inline(always)]
    fn all(&self, first: u32) -> impl Iterator<Item = [u32; ROW]> {
        self.rows.iter().map(move |row| self.row(*row, first))
    }
}

/// The combinations of some numbers: the second half of each stretch is the first, moved.
fn doubled(number: impl Fn(usize) -> u32) -> [u32; ROW] {
    let mut all = [0; ROW];
    for bit in 0..ROW_BITS {
        let moved = number(bit);
        let (known, next) = all.split_at_mut(1 << bit);
        next.iter_mut().zip(known).for_each(|(next, known)| *next = *known ^ moved);
    }
    all
}

/// The direction numbers of a block, combined so that each moves a point by a power of two of
/// parts (Gauss and Jordan).
fn parts(directions: &Directions) -> impl Fn(usize) -> u32 {
    let mut basis = [0; BLOCK_BITS];
    basis.iter_mut().zip(directions).for_each(|(own, direction)| *own = *direction);
    for at in 0..BLOCK_BITS {
        let moves = |number: u32| number >> (PART_BITS + at) & 1;
        let mut rest = basis.iter().skip(at);
        if let Some(found) = rest.position(|number| moves(*number) == 1) {
            basis.swap(at, at + found);
        }
        let own = basis.get(at).copied().unwrap_or_default();
        for (other, number) in basis.iter_mut().enumerate() {
            // No branch, as half of them are taken.
            *number ^= own * (moves(*number) & u32::from(other != at));
        }
    }
    move |bit| basis.get(bit).copied().unwrap_or_default()
}

/// The direction numbers of the bits of an index's Gray code, combined.
fn combined(directions: &Directions, index: u32) -> u32 {
    let mut gray = index ^ index >> 1;
    let mut point = 0;
    while let Some(direction) = directions.get(gray.trailing_zeros() as usize) {
        point ^= direction;
        gray &= gray - 1;
    }
    point
}

impl Replicate {
    /// The points from `start` on, a multiple of [`BLOCK`].
    pub(crate) fn block(&self, start: u32) -> Block<'_> {
        Block { replicate: self, start }
    }
}

/// The next points of a replicate: [`BLOCK`], or as many as are asked for where it has fewer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Block<'r> {
    replicate: &'r Replicate,
    start: u32,
}

impl Block<'_> {
    /// Coordinates of the points in one dimension: x stands for the number (x + 0.5) / 2^32. Points
    /// come in the order of the Gray code.
    #[inline(always)]
    pub(crate) fn fill(&self, dimension: usize, out: &mut [u32]) {
        let Some(scrambled) = self.replicate.dimensions.get(dimension) else { return };
        let first = scrambled.point(self.start);
        for (out, row) in out.chunks_mut(ROW).zip(scrambled.order.all(first)) {
            out.iter_mut().zip(row).for_each(|(slot, point)| *slot = point);
        }
    }

    /// The values of a rule at the coordinates of a whole block. The rule takes [`RUN`] neighbours
    /// at a time, in any order, of which it may expect that they differ in their last bits only.
    /// `room` has the values meanwhile.
    #[inline(always)]
    // INVARIANT: the upper bits of a coordinate are a number below BLOCK.
    #[expect(clippy::indexing_slicing, reason = "see the invariant above")]
    pub(super) fn values(
        &self,
        dimension: usize,
        room: &mut [f64; BLOCK],
        out: &mut [f64],
        rule: impl Fn(&[u32; RUN]) -> [f64; RUN],
    ) {
        let Some(scrambled) = self.replicate.dimensions.get(dimension) else { return };
        let first = scrambled.point(self.start);
        let first_row = first as usize >> (BITS - ROW_BITS);
        let room_rows = room.as_chunks_mut::<ROW>().0;
        for row in 0..ROW {
            // In order of the coordinates, so that what differs at the ends is met twice only.
            let at = row ^ first_row;
            let points = scrambled.parts.row(scrambled.parts.rows[at], first);
            let runs = points.as_chunks().0.iter().zip(room_rows[at].as_chunks_mut().0);
            for (run, values) in runs {
                *values = rule(run);
            }
        }
        for (out, row) in out.chunks_mut(ROW).zip(scrambled.order.all(0)) {
            for (slot, point) in out.iter_mut().zip(row) {
                *slot = room[(point >> PART_BITS) as usize];
            }
        }
    }
}

/// Neighbours that are computed together, and how many bits of a coordinate they do not share.
pub(super) const RUN: usize = 4;
pub(super) const RUN_BITS: usize = PART_BITS + RUN.trailing_zeros() as usize;

/// A number between 0 and 1 for these words, in the units of a point: no part of the points, where
/// independence matters more than evenness.
pub(crate) fn uniform(words: [u64; 4]) -> u32 {
    let [a, b, c, d] = words;
    let first = SplitMix64::new([a, b, c]).next();
    SplitMix64::new([first, d, 0]).bits()
}

struct SplitMix64(u64);

impl SplitMix64 {
    fn new(words: [u64; 3]) -> Self {
        words.iter().fold(Self(0), |state, word| Self(Self(state.0 ^ word).next()))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ mixed >> 31
    }

    fn bits(&mut self) -> u32 {
        (self.next() >> 32) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::MAX_UNCERTAIN;

    fn unscrambled(dimension: usize, index: u32) -> u32 {
        let points = Points::new(dimension + 1, 31, 0);
        combined(&points.directions[dimension], index)
    }

    #[test]
    fn points_are_the_published_ones() {
        // As scipy.stats.qmc.Sobol(1032, scramble=False, bits=32) gives them, times 2^32.
        let published = [
            (0, 1, 2_147_483_648),
            (3, 5, 1_610_612_736),
            (7, 4, 3_758_096_384),
            (100, 5, 536_870_912),
            (1, 777, 4_022_337_536),
            (57, 777, 2_772_434_944),
            (1031, 777, 1_203_765_248),
            (1, 1023, 3_233_808_384),
            (57, 1023, 3_695_181_824),
            (1031, 1023, 2_529_165_312),
        ];
        for (dimension, index, point) in published {
            assert_eq!(unscrambled(dimension, index), point, "{dimension} {index}");
        }
    }

    #[test]
    fn there_are_points_for_every_case_within_the_limits() {
        assert_eq!(Points::new(MAX_UNCERTAIN + 7, 11, 1).directions.len(), MAX_UNCERTAIN + 7);
    }

    #[test]
    fn every_dimension_stays_stratified_when_scrambled() {
        let replicate = Points::new(40, 8, 7).replicate(3);
        for dimension in 0..40 {
            let mut column = [0; 256];
            replicate.block(0).fill(dimension, &mut column);
            let mut seen = [false; 256];
            column.iter().for_each(|x| seen[(x >> 24) as usize] = true);
            assert!(seen.iter().all(|seen| *seen), "{dimension}");
        }
    }

    #[test]
    fn every_block_is_the_next_part_of_the_sequence() {
        let replicate = Points::new(5, 12, 0).replicate(0);
        for start in (0..4096).step_by(BLOCK) {
            let mut block = [0; BLOCK];
            replicate.block(start).fill(4, &mut block);
            let points = (start..).map(|index| replicate.dimensions[4].point(index));
            assert!(points.zip(block).all(|(point, filled)| point == filled), "{start}");
        }
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "coordinates are whole numbers")]
    fn neighbours_are_neighbours_and_every_value_comes_back_to_its_point() {
        let replicate = Points::new(40, 12, 3).replicate(5);
        for (dimension, start) in (0..40).zip((0..4096).step_by(BLOCK).cycle()) {
            let block = replicate.block(start);
            let (mut room, mut values, mut points) = ([0.0; BLOCK], [0.0; BLOCK], [0; BLOCK]);
            block.fill(dimension, &mut points);
            block.values(dimension, &mut room, &mut values, |run| {
                assert!(run.iter().all(|x| x >> RUN_BITS == run[0] >> RUN_BITS));
                run.map(f64::from)
            });
            assert_eq!(values, points.map(f64::from), "{dimension} {start}");
            let mut parts = points.map(|point| point >> PART_BITS);
            parts.sort_unstable();
            assert!(parts.iter().zip(0..).all(|(part, at)| *part == at), "one in each part");
        }
    }

    #[test]
    fn seeds_replicates_and_dimensions_differ() {
        let first = |seed, replicate, dimension| {
            let mut column = [0; 4];
            Points::new(8, 2, seed).replicate(replicate).block(0).fill(dimension, &mut column);
            column
        };
        let all = [first(0, 0, 1), first(1, 0, 1), first(0, 1, 1), first(0, 0, 2), first(1, 1, 0)];
        for (at, column) in all.iter().enumerate() {
            assert!(!all[..at].contains(column));
        }
    }

    #[test]
    fn splitmix64_is_the_published_one() {
        // The first outputs for the state 1234567, as the authors' reference code prints them.
        let mut random = SplitMix64(1_234_567);
        let outputs = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973];
        assert_eq!([random.next(), random.next()], outputs);
    }
}

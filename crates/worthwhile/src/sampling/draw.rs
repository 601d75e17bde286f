//! From coordinates of points to values of inputs: the quantile function of every form.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::pert::Pert;
use super::points::{BLOCK, Block, UNIT};
use super::ranking::Ranking;
use super::table::{Grid, Table};
use crate::estimate::{Domain, Estimate, Scale};
use crate::exp::exp;
use crate::lanes::Lanes;
use crate::order;
use crate::wide::in_lanes;

/// How every uncertain value of a plan is drawn. Dimensions go to a ranking first, then to the
/// uncertain inputs as the plan lists them.
#[derive(Debug)]
pub(crate) struct Draws {
    pub(crate) dimensions: Vec<Dimension>,
    ranking: Option<Ranking>,
    /// The places of the drawn values among the values of the plan.
    pub(crate) places: Vec<usize>,
    /// Places of values that are another one, draw for draw, each with that of the other.
    twins: Vec<[usize; 2]>,
}

/// One dimension of the points.
#[derive(Debug)]
pub(crate) struct Dimension {
    /// The place of its value among the values of the plan; none for a part of a ranking, and for
    /// an input that is certain by now: the others keep their dimensions.
    pub(crate) value: Option<usize>,
    draw: Draw,
}

#[derive(Debug)]
enum Draw {
    Table {
        table: Arc<Table>,
        offset: f64,
        factor: f64,
        bounds: Bounds,
    },
    /// Normal on a scale that is too wide for a table of the values themselves.
    Wide {
        normal: Arc<Table>,
        curve: Curve,
        bounds: Bounds,
    },
    Uniform {
        min: f64,
        range: f64,
    },
    /// The cumulated weights up to and with each value.
    Discrete {
        values: Vec<f64>,
        bounds: Vec<f64>,
    },
}

impl Draws {
    /// `uncertain` is what is known of some values, each with its place and its domain, or a
    /// dimension that nothing is drawn from; `ranking` holds the places of the weights of a ranking,
    /// the most important motive first; `twins` holds places of values that are another one.
    pub(crate) fn new<'e>(
        tables: &Tables,
        uncertain: impl Iterator<Item = Option<(usize, &'e Estimate, &'e Domain)>>,
        ranking: Option<Vec<usize>>,
        twins: Vec<[usize; 2]>,
    ) -> Self {
        let ranking = ranking.map(|weights| Ranking { weights });
        let parts = ranking.iter().flat_map(|ranking| ranking.weights.iter().skip(1));
        let part = || Draw::Uniform { min: 0.0, range: 1.0 };
        let mut dimensions: Vec<Dimension> =
            parts.map(|_| Dimension { value: None, draw: part() }).collect();
        dimensions.extend(uncertain.map(|known| match known {
            Some((at, estimate, domain)) => {
                Dimension { value: Some(at), draw: tables.draw(estimate, domain) }
            }
            None => Dimension { value: None, draw: part() },
        }));
        let weights = ranking.iter().flat_map(|ranking| &ranking.weights).copied();
        let places = dimensions.iter().filter_map(|dimension| dimension.value).chain(weights);
        let places: Vec<usize> = places.collect();
        let twins = twins.into_iter().filter(|[_, followed]| places.contains(followed)).collect();
        Self { places, dimensions, ranking, twins }
    }

    /// Whether anything is drawn.
    pub(crate) fn is_uncertain(&self) -> bool {
        self.ranking_dimensions() > 0 || self.dimensions.iter().any(|own| own.value.is_some())
    }

    /// The places of all values that differ between scenarios.
    pub(crate) fn differing(&self) -> impl Iterator<Item = usize> {
        self.places.iter().copied().chain(self.twins.iter().map(|[twin, _]| *twin))
    }

    /// Draws of these estimates alone, each its own place.
    #[cfg(test)]
    pub(crate) fn of(estimates: &[(Estimate, Domain)]) -> Self {
        let own = estimates.iter().enumerate();
        let known = own.map(|(at, (estimate, domain))| Some((at, estimate, domain)));
        Self::new(&Tables::new(), known, None, Vec::new())
    }

    /// How many dimensions a ranking takes, the first ones.
    pub(crate) fn ranking_dimensions(&self) -> usize {
        self.ranking.as_ref().map_or(0, |ranking| ranking.weights.len().saturating_sub(1))
    }

    /// The places of the weights of a ranking, the most important motive first.
    pub(crate) fn ranking_places(&self) -> &[usize] {
        self.ranking.as_ref().map_or(&[], |ranking| &ranking.weights)
    }

    /// Puts the values of some scenarios, from `at` on, in their places among all values.
    pub(crate) fn put<const W: usize>(
        &self,
        columns: &[Vec<f64>],
        at: usize,
        values: &mut [Lanes<W>],
    ) {
        in_lanes::<W, _>(
            #[inline(always)]
            || {
                for (place, column) in self.places.iter().zip(columns) {
                    let part = column.get(at..).and_then(<[f64]>::first_chunk);
                    if let (Some(value), Some(part)) = (values.get_mut(*place), part) {
                        *value = Lanes(*part);
                    }
                }
            },
        );
        for [twin, followed] in &self.twins {
            if let (Some(value), Some(twin)) =
                (values.get(*followed).copied(), values.get_mut(*twin))
            {
                *twin = value;
            }
        }
    }

    /// The values at a block of points, a column for each place.
    #[inline(always)]
    pub(crate) fn values(&self, block: &Block<'_>, columns: &mut [Vec<f64>]) {
        let mut columns = columns.iter_mut();
        let mut room = [0.0; BLOCK];
        for (at, dimension) in self.dimensions.iter().enumerate() {
            if dimension.value.is_some()
                && let Some(column) = columns.next()
            {
                dimension.draw.block(block, at, &mut room, column);
            }
        }
        if let Some(ranking) = &self.ranking {
            let mut points = vec![vec![0; BLOCK]; self.ranking_dimensions()];
            points.iter_mut().enumerate().for_each(|(at, column)| block.fill(at, column));
            ranking.fill(&points, columns.into_slice());
        }
    }

    /// The weights of a ranking at a block of points, a column each.
    pub(crate) fn weights(&self, block: &Block<'_>) -> Vec<Vec<f64>> {
        let Some(ranking) = &self.ranking else { return Vec::new() };
        let mut points = vec![vec![0; BLOCK]; self.ranking_dimensions()];
        points.iter_mut().enumerate().for_each(|(at, column)| block.fill(at, column));
        let mut columns = vec![vec![0.0; BLOCK]; ranking.weights.len()];
        ranking.fill(&points, &mut columns);
        columns
    }

    /// The columns of one dimension drawn anew at other coordinates, all others as they are.
    /// `points` has a column for each dimension.
    pub(crate) fn redraw(&self, dimension: usize, points: &[Vec<u32>], columns: &mut [Vec<f64>]) {
        let valued =
            |dimensions: &[Dimension]| dimensions.iter().filter(|own| own.value.is_some()).count();
        if let Some(ranking) =
            self.ranking.as_ref().filter(|_| dimension < self.ranking_dimensions())
        {
            let first = valued(&self.dimensions);
            ranking.fill(points, columns.get_mut(first..).unwrap_or_default());
            return;
        }
        // A dimension that nothing is drawn from has no column.
        let drawn = self.dimensions.get(dimension).filter(|own| own.value.is_some());
        let at = self.dimensions.get(..dimension).map_or(0, valued);
        if let (Some(drawn), Some(own), Some(column)) =
            (drawn, points.get(dimension), columns.get_mut(at))
        {
            drawn.draw.fill(own, column);
        }
    }
}

impl Dimension {
    /// The quantile of a probability.
    pub(crate) fn quantile(&self, probability: f64) -> f64 {
        match &self.draw {
            Draw::Table { table, offset, factor, bounds } => {
                bounds.hold(offset + factor * table.at(probability))
            }
            Draw::Wide { normal, curve, bounds } => bounds.hold(curve.at(normal.at(probability))),
            Draw::Uniform { min, range } => min + range * probability,
            Draw::Discrete { values, bounds } => discrete(values, bounds, probability),
        }
    }

    /// The value at a coordinate.
    pub(crate) fn value_at(&self, x: u32) -> f64 {
        self.draw.at_point(x)
    }

    /// How many values a discrete one has; none for a continuous one.
    pub(crate) fn values(&self) -> usize {
        match &self.draw {
            Draw::Discrete { values, .. } => values.len(),
            _ => 0,
        }
    }

    /// The cell of a coordinate. Cells of a continuous value are equally likely and in order, and
    /// a power of two in number.
    pub(crate) fn cell(&self, x: u32, cells: u32) -> u32 {
        match &self.draw {
            Draw::Discrete { bounds, .. } => {
                let probability = (f64::from(x) + 0.5) * UNIT;
                let at = bounds.partition_point(|bound| *bound <= probability);
                // Where there are fewer cells than values, neighbours share one.
                (at * cells as usize / bounds.len().max(cells as usize)) as u32
            }
            _ => ((u64::from(x) * u64::from(cells)) >> 32) as u32,
        }
    }

    /// Whether its cells are the values of a discrete one.
    pub(crate) fn is_discrete(&self) -> bool {
        matches!(self.draw, Draw::Discrete { .. })
    }
}

impl Draw {
    /// The values at a block of points.
    #[inline(always)]
    fn block(&self, block: &Block<'_>, dimension: usize, room: &mut [f64; BLOCK], out: &mut [f64]) {
        match (self, out.len()) {
            (Self::Table { table, offset, factor, bounds }, BLOCK) => {
                block.values(
                    dimension,
                    room,
                    out,
                    #[inline(always)]
                    |points| table.run(points, |quantile| bounds.hold(offset + factor * quantile)),
                );
            }
            (Self::Wide { normal, curve, bounds }, BLOCK) => {
                block.values(
                    dimension,
                    room,
                    out,
                    #[inline(always)]
                    |points| normal.run(points, |z| bounds.hold(curve.at(z))),
                );
            }
            _ => {
                let mut points = [0; BLOCK];
                block.fill(dimension, &mut points);
                self.fill(&points, out);
            }
        }
    }

    /// The values at coordinates.
    fn fill(&self, points: &[u32], out: &mut [f64]) {
        points.iter().zip(out).for_each(|(x, out)| *out = self.at_point(*x));
    }

    fn at_point(&self, x: u32) -> f64 {
        match self {
            Self::Table { table, offset, factor, bounds } => {
                bounds.hold(offset + factor * table.at_point(x))
            }
            Self::Wide { normal, curve, bounds } => bounds.hold(curve.at(normal.at_point(x))),
            Self::Uniform { min, range } => min + range * ((f64::from(x) + 0.5) * UNIT),
            Self::Discrete { values, bounds } => {
                discrete(values, bounds, (f64::from(x) + 0.5) * UNIT)
            }
        }
    }
}

/// A draw beyond its bound is the bound.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    min: f64,
    max: f64,
}

impl Bounds {
    #[inline(always)]
    fn hold(self, value: f64) -> f64 {
        let value = if value < self.min { self.min } else { value };
        if value > self.max { self.max } else { value }
    }
}

/// An interval on a curved scale: what a number of the normal scale stands for.
#[derive(Debug, Clone, Copy)]
struct Curve {
    mu: f64,
    sigma: f64,
    scale: CurvedScale,
}

#[derive(Debug, Clone, Copy)]
enum CurvedScale {
    /// Logarithmic.
    Log,
    /// Log odds of the place between two bounds.
    Logit { min: f64, range: f64 },
}

impl Curve {
    #[inline(always)]
    fn at(&self, z: f64) -> f64 {
        let [value, ..] = self.jet(z);
        value
    }

    /// Value, slope and curvature.
    #[inline(always)]
    fn jet(&self, z: f64) -> [f64; 3] {
        let Self { mu, sigma, scale } = *self;
        match scale {
            CurvedScale::Log => {
                let value = exp(mu + sigma * z);
                [value, sigma * value, sigma * sigma * value]
            }
            CurvedScale::Logit { min, range } => {
                let share = 1.0 / (1.0 + exp(-(mu + sigma * z)));
                let slope = range * sigma * share * (1.0 - share);
                [min + range * share, slope, sigma * slope * (1.0 - 2.0 * share)]
            }
        }
    }
}

/// Beyond this deviation on its own scale a curve bends too much for the cells of a table.
const WIDE: f64 = 3.0;

#[inline(always)]
fn discrete(values: &[f64], bounds: &[f64], probability: f64) -> f64 {
    let at = bounds.partition_point(|bound| *bound <= probability);
    values.get(at).or(values.last()).copied().unwrap_or_default()
}

/// Tables that inputs of one shape share, those of what-ifs included.
#[derive(Debug)]
pub(crate) struct Tables {
    grid: Grid,
    normal: Arc<Table>,
    known: Mutex<HashMap<Shape, Arc<Table>>>,
}

/// What a table depends on, to the bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Shape {
    /// The mode of a range from 0 to 1.
    Pert(u64),
    /// Mean and deviation of the logarithm.
    Log([u64; 2]),
    /// Mean and deviation of the log odds, the least value and the range.
    Logit([u64; 4]),
}

impl Shape {
    fn of(curve: &Curve) -> Self {
        let Curve { mu, sigma, scale } = *curve;
        match scale {
            CurvedScale::Log => Self::Log([mu, sigma].map(f64::to_bits)),
            CurvedScale::Logit { min, range } => {
                Self::Logit([mu, sigma, min, range].map(f64::to_bits))
            }
        }
    }
}

/// The most tables that are kept for what-ifs, each of some 50 KB. Beyond them all are forgotten.
const KEPT: usize = 1024;

impl Tables {
    pub(crate) fn new() -> Self {
        let grid = Grid::new();
        Self { normal: Arc::new(grid.normal()), grid, known: Mutex::default() }
    }

    /// A dimension from which an estimate is drawn that has no place of its own.
    pub(crate) fn dimension(&self, estimate: &Estimate, domain: &Domain) -> Dimension {
        Dimension { value: None, draw: self.draw(estimate, domain) }
    }

    fn draw(&self, estimate: &Estimate, domain: &Domain) -> Draw {
        let normal = || Arc::clone(&self.normal);
        let bounds = Bounds { min: domain.min, max: domain.max };
        match estimate {
            Estimate::Certain(value) => Draw::Uniform { min: *value, range: 0.0 },
            Estimate::Interval { low, high } => {
                let (mu, sigma) = domain.normal(*low, *high);
                let (min, range) = (domain.min, domain.max - domain.min);
                let scale = match domain.scale {
                    Scale::Plain => {
                        return Draw::Table { table: normal(), offset: mu, factor: sigma, bounds };
                    }
                    Scale::Log => CurvedScale::Log,
                    Scale::Logit => CurvedScale::Logit { min, range },
                };
                let curve = Curve { mu, sigma, scale };
                if sigma > WIDE {
                    return Draw::Wide { normal: normal(), curve, bounds };
                }
                let table = self.kept(Shape::of(&curve), || self.grid.table(|z| curve.jet(z)));
                Draw::Table { table, offset: 0.0, factor: 1.0, bounds }
            }
            Estimate::Pert { min, mode, max } => {
                let range = max - min;
                let mode = (mode - min) / range;
                let table = self.kept(Shape::Pert(mode.to_bits()), || {
                    let pert = Pert::new(mode);
                    self.grid.table(|z| pert.jet(z))
                });
                Draw::Table { table, offset: *min, factor: range, bounds }
            }
            Estimate::Uniform { min, max } => Draw::Uniform { min: *min, range: max - min },
            Estimate::Normal { mean, sd } => {
                Draw::Table { table: normal(), offset: *mean, factor: *sd, bounds }
            }
            Estimate::Discrete { values, weights } => in_order(values, weights.as_deref()),
        }
    }

    /// The table of a shape, made where it is not there yet.
    fn kept(&self, shape: Shape, make: impl FnOnce() -> Table) -> Arc<Table> {
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(table) = known().get(&shape) {
            return Arc::clone(table);
        }
        let table = Arc::new(make());
        let mut known = known();
        if known.len() >= KEPT {
            known.clear();
        }
        known.insert(shape, Arc::clone(&table));
        table
    }
}

/// Values in rising order, so that their percentiles are such, each with the probability of all up
/// to and with it; the last one is 1 but for rounding.
fn in_order(values: &[f64], weights: Option<&[f64]>) -> Draw {
    let weight = |at: usize| weights.map_or(1.0, |weights| weights.get(at).copied().unwrap_or(0.0));
    let mut all: Vec<(f64, f64)> =
        values.iter().enumerate().map(|(at, value)| (*value, weight(at))).collect();
    order::sort_by(&mut all, |(a, _), (b, _)| a.total_cmp(b));
    let total: f64 = all.iter().map(|(_, weight)| weight).sum();
    let mut sum = 0.0;
    let bounds = all.iter().map(|(_, weight)| {
        sum += weight / total;
        sum
    });
    let bounds = bounds.collect();
    Draw::Discrete { values: all.into_iter().map(|(value, _)| value).collect(), bounds }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::normal::{lower_quantile, rough_lower_quantile};

    fn one(estimate: Estimate, domain: Domain) -> Dimension {
        Draws::of(&[(estimate, domain)]).dimensions.remove(0)
    }

    /// Columns are those of what is drawn: dimensions of what became certain have none.
    #[test]
    fn a_column_drawn_anew_is_that_of_its_dimension() {
        let unit = (Estimate::Uniform { min: 0.0, max: 1.0 }, Domain::real(9.0));
        let drawn = |place| Some((place, &unit.0, &unit.1));
        for ranking in [None, Some(vec![7, 8, 9])] {
            let known = [None, drawn(1), None, drawn(3)];
            let draws = Draws::new(&Tables::new(), known.into_iter(), ranking, Vec::new());
            let first = draws.ranking_dimensions();
            let mut points = vec![vec![1 << 30; 4]; draws.dimensions.len()];
            let mut columns = vec![vec![-1.0; 4]; draws.places.len()];
            for dimension in 0..draws.dimensions.len() {
                points[dimension] = vec![3 << 30; 4];
                draws.redraw(dimension, &points, &mut columns);
                let changed: Vec<usize> =
                    (0..columns.len()).filter(|at| columns[*at][0] >= 0.0).collect();
                let expected: Vec<usize> = match dimension.checked_sub(first) {
                    None => vec![2, 3, 4],
                    Some(1) => vec![0],
                    Some(3) => vec![1],
                    Some(_) => vec![],
                };
                assert_eq!(changed, expected, "{dimension}");
                columns.iter_mut().for_each(|column| column.fill(-1.0));
            }
        }
    }

    #[test]
    fn an_interval_is_normal_on_the_scale_of_its_domain() {
        let share = one(Estimate::between(2.0, 9.0), Domain::bounded(0.0, 10.0));
        let amount = one(Estimate::between(1.0, 10.0), Domain::amount(1000.0));
        let (logit, log) = (|x: f64| libm::log(x / (10.0 - x)), libm::log);
        let on_scale = |low: f64, high: f64, z: f64| {
            0.5 * (low + high) + z * (high - low) / (2.0 * 1.644_853_626_951_472_7)
        };
        let mut u = 1e-6;
        while u < 0.5 {
            let lower = lower_quantile(u, rough_lower_quantile(u));
            for (probability, z) in [(u, lower), (1.0 - u, -lower)] {
                let odds = libm::exp(on_scale(logit(2.0), logit(9.0), z));
                let exact = 10.0 * odds / (1.0 + odds);
                let found = share.quantile(probability);
                assert!((found - exact).abs() < 1e-8, "{probability}: {found} {exact}");
                let exact = libm::exp(on_scale(log(1.0), log(10.0), z));
                let found = amount.quantile(probability);
                assert!((found / exact - 1.0).abs() < 1e-8, "{probability}: {found} {exact}");
            }
            u *= 1.07;
        }
    }

    #[test]
    fn values_come_as_often_as_they_weigh() {
        let weights = Some(vec![1.0, 0.0, 2.0, 1.0]);
        let few = Estimate::Discrete { values: vec![4.0, 5.0, 2.0, 8.0], weights };
        let few = one(few, Domain::real(10.0));
        let expected = [(0.01, 2.0), (0.49, 2.0), (0.51, 4.0), (0.74, 4.0), (0.76, 8.0)];
        for (probability, value) in expected {
            assert!((few.quantile(probability) - value).abs() <= 0.0, "{probability}");
        }
    }
}

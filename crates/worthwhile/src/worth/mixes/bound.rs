//! The most that mixes could be worth to a person, many at a time and in single precision: what is near the best is
//! valued exactly afterwards.

use super::table::{AllMixes, Chunk, Many};
use crate::exp::ln;
use crate::worth::contributions::Baseline;
use crate::worth::preferences::{Preferences, logistic};

/// What the person brings to the bound, in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bound {
    /// What all mixes have in common.
    constant: f32,
    weights: [f32; 7],
    /// 1/F
    time: f32,
    /// a/F
    time_by_autonomy: f32,
    curve: Curve,
    /// J - from
    overtime: f32,
    /// What an hour of overwork costs at least.
    overwork: f32,
    /// What an hour of rest mends at most.
    rest: f32,
    /// 1/Y
    money: f32,
    income: f32,
    savings: f32,
    most_hours: f32,
    /// How far a bound may be off, for rounding.
    rounding: f64,
}

/// A curve that is nowhere above phi: (1 + q + q^2/2 + q^3/6)^16 with q = c*x/16 for e^(c*x), or the tangent at 0
/// where c is next to nothing.
#[derive(Debug, Clone, Copy)]
struct Curve {
    sixteenth: f32,
    scale: f32,
    straight: f32,
    beyond: f32,
}

/// A convexity below it leaves nothing of e^(c*x) - 1 in single precision.
const STRAIGHT: f64 = 0.01;
/// Hours a week that may be above the most, and more than single precision leaves off.
const HOURS: f64 = 1e-3;
/// Single precision, times the number of operations.
const ROUNDING: f64 = 1e-5;
/// Beyond it a product may be too large for single precision, and nothing is known of a bound.
const LARGE: f64 = 1e30;
/// Bounds that are looked at together.
pub(super) const TOGETHER: usize = 8;

impl Curve {
    /// `points`: what phi counts.
    fn new(person: &Preferences<1>, points: f64) -> Self {
        let curve = &person.time_curve;
        let (c, beyond) = (curve.convexity.first(), points * curve.slope_at_1.first());
        if c < STRAIGHT {
            let [slope, _] = curve.slope(0.0, 0.0);
            let straight = (points * slope) as f32;
            return Self { sixteenth: 0.0, scale: 0.0, straight, beyond: beyond as f32 };
        }
        let scale = points * curve.scale.first();
        Self {
            sixteenth: (c / 16.0) as f32,
            scale: scale as f32,
            straight: 0.0,
            beyond: beyond as f32,
        }
    }

    #[inline(always)]
    fn at(&self, x: f32) -> f32 {
        let within = if x < 1.0 { x } else { 1.0 };
        let q = within * self.sixteenth;
        let root = 1.0 + q * (1.0 + q * (0.5 + q * (1.0 / 6.0)));
        let fourth = (root * root) * (root * root);
        let power = (fourth * fourth) * (fourth * fourth);
        (power - 1.0) * self.scale + within * self.straight + (x - within) * self.beyond
    }
}

impl Bound {
    pub(super) fn new(mixes: &AllMixes, person: &Preferences<1>, baseline: &Baseline<1>) -> Self {
        let [weights @ .., for_income] = person.weights;
        let (time, a) = (1.0 / person.free_hours.first(), person.autonomy.first());
        let personal_time = 100.0 * person.personal_time.first();
        let before = Before::new(mixes, person, baseline);
        let wellbeing = 100.0 * person.wellbeing.first();
        let most = person.most_hours.max(baseline.busiest_hours).first() + HOURS;
        let (risk, rise) = before.risk(mixes, person, most);
        let by_overwork = rise * person.strain.first();
        let by_rest = rise * person.rest_offsets_overwork.first();
        let income = 100.0 * for_income.first();
        let savings = 100.0 * person.savings.first();
        let money = person.meaningful_yearly_amount.map_or(0.0, |amount| 1.0 / amount.first());
        let constant = personal_time * before.time
            - wellbeing * (risk - by_overwork * before.overwork + by_rest * before.rest)
            + wellbeing * person.burnout_risk.first()
            - income * baseline.income.first()
            + savings * baseline.savings.first();
        let curve = Curve::new(person, personal_time);
        let is_known = time.max(money) < LARGE;
        Self {
            constant: if is_known { constant as f32 } else { f32::NAN },
            weights: weights.map(|weight| (100.0 * weight.first()) as f32),
            time: time as f32,
            time_by_autonomy: (a * time) as f32,
            curve,
            overtime: (person.work_hours - person.overwork_from_hours).first() as f32,
            overwork: (wellbeing * by_overwork) as f32,
            rest: (wellbeing * by_rest) as f32,
            money: money as f32,
            income: income as f32,
            savings: savings as f32,
            most_hours: most as f32,
            rounding: ROUNDING
                * (200.0 + f64::from(curve.scale) + f64::from(curve.straight) + constant.abs()),
        }
    }

    /// How far the bound of a mix that is worth so much may be off.
    pub(super) fn rounding(&self, worth: f64) -> f64 {
        self.rounding + ROUNDING * worth.abs()
    }

    /// Puts there what each mix of a chunk could be worth at most, and gives the most of these.
    #[inline(always)]
    pub(super) fn put(&self, own: &Chunk, bounds: &mut Many) -> f32 {
        for (lane, bound) in bounds.iter_mut().enumerate() {
            *bound = self.of(own, lane);
        }
        let mut most = [f32::NEG_INFINITY; TOGETHER];
        for some in bounds.as_chunks::<TOGETHER>().0 {
            for (most, own) in most.iter_mut().zip(some) {
                *most = larger(*most, *own);
            }
        }
        // In pairs, so that none waits for all before it.
        let [a, b, c, d, e, f, g, h] = most;
        larger(larger(larger(a, b), larger(c, d)), larger(larger(e, f), larger(g, h)))
    }

    // INVARIANT: every list of a chunk has as many entries as there are bounds.
    #[expect(clippy::indexing_slicing, reason = "see the invariant above")]
    #[inline(always)]
    fn of(&self, own: &Chunk, lane: usize) -> f32 {
        let mut points = self.constant - own.dulled[lane];
        for (served, weight) in own.served.iter().zip(self.weights) {
            points += served[lane] * weight;
        }
        let x = own.felt[lane] * self.time + own.felt_rise[lane] * self.time_by_autonomy;
        let over = at_least_0(own.loaded[lane] + self.overtime);
        points += own.rest[lane] * self.rest - over * self.overwork - self.curve.at(x);
        let money = own.money[lane] * self.money;
        let earned = at_least_0(money);
        let income = if earned < 1.0 { earned } else { 1.0 };
        points += income * self.income - at_least_0(-money) * self.savings;
        // What is no number could be anything.
        let points = if points.is_nan() { f32::INFINITY } else { points };
        if own.busiest[lane] > self.most_hours { f32::NEG_INFINITY } else { points }
    }
}

#[inline(always)]
pub(super) fn larger(a: f32, b: f32) -> f32 {
    if b > a { b } else { a }
}

#[inline(always)]
fn at_least_0(value: f32) -> f32 {
    if value > 0.0 { value } else { 0.0 }
}

/// The life without any: means over the years, and the least and the most of a year.
struct Before {
    time: f64,
    overwork: f64,
    rest: f64,
    overworks: [f64; 2],
    rests: [f64; 2],
}

impl Before {
    fn new(mixes: &AllMixes, person: &Preferences<1>, baseline: &Baseline<1>) -> Self {
        let ends = [f64::INFINITY, f64::NEG_INFINITY];
        let [mut time, mut overwork, mut rest] = [0.0; 3];
        let [mut overworks, mut rests] = [ends; 2];
        for year in 0..mixes.rows_of_nothing() {
            let weight = match person.years.weights.get(year) {
                Some(weight) if mixes.rows_of_nothing() > 1 => weight.first(),
                _ => 1.0,
            };
            let own = baseline.of_year(year);
            time += weight * own.time.first();
            let (over, rested) = (own.overwork.first(), own.row.rest.first());
            overwork += weight * over;
            rest += weight * rested;
            overworks = [overworks[0].min(over), overworks[1].max(over)];
            rests = [rests[0].min(rested), rests[1].max(rested)];
        }
        Self { time, overwork, rest, overworks, rests }
    }

    /// A line that is nowhere above the risk of burnout of a year: at no more strain than before, and how much it
    /// rises with each hour that counts. `most_hours` is what a mix that fits takes in any year.
    fn risk(&self, mixes: &AllMixes, person: &Preferences<1>, most_hours: f64) -> (f64, f64) {
        let (k, s) = (person.overwork_log_odds_per_hour.first(), person.strain.first());
        if s < 0.0 {
            // Then more overwork lowers the risk; a risk is no less than nothing.
            return (0.0, 0.0);
        }
        let r = person.rest_offsets_overwork.first();
        let over = (person.work_hours - person.overwork_from_hours).first();
        let most = (over + mixes.most_loaded_hours.min(most_hours)).max(0.0);
        let least = over.max(0.0);
        let [from, to] = [
            s * (least - self.overworks[1]) - r * (mixes.most_rest.min(most_hours) - self.rests[0]),
            s * (most - self.overworks[0]) + r * self.rests[1],
        ];
        let at = person.burnout_log_odds.first();
        let (risk, rise) = line_below(at + k * from, at + k * to);
        (risk + rise * at, rise * k)
    }
}

/// A line that is nowhere above the logistic function between two numbers: its value at 0, and its slope.
fn line_below(from: f64, to: f64) -> (f64, f64) {
    let middle = logistic(0.5 * (from + to));
    let slope = middle * (1.0 - middle);
    // The function is nearest to a line of that slope at an end, or where its own slope is the same while it is convex.
    let low = middle.min(1.0 - middle);
    let touches = ln(low) - ln(1.0 - low);
    let points = [from, to, touches.clamp(from, to)];
    let above = points.map(|at| logistic(at) - slope * at);
    (above.into_iter().fold(f64::INFINITY, f64::min), slope)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_line_is_nowhere_above_the_curve(from in -9.0..9.0_f64, wide in 0.0..9.0_f64, share in 0.0..1.0_f64) {
            let (at_0, slope) = line_below(from, from + wide);
            let at = from + share * wide;
            prop_assert!(at_0 + slope * at <= logistic(at) + 1e-12);
        }
    }
}

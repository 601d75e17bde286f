//! What the person brings to the model: weights, protections, hours, years.

use super::values::Values;
use super::years::Years;
use crate::case::Motive;
use crate::exp::{exp, exp_m1, ln};
use crate::lanes::Lanes;
use crate::plan::{AssumptionsProgram, DrivesProgram, PersonProgram, PersonalTimeProgram};

/// The share of the free hours whose loss the scale of personal time is anchored at.
pub(crate) const ANCHOR: f64 = 0.5;
/// A convexity below it is none: time costs along a straight line.
const STRAIGHT: f64 = 1e-9;
/// Free hours and meaningful amounts below it count as it, so that quotients stay numbers.
const SMALLEST: f64 = 1e-290;
/// Hours awake in a week.
const HOURS_AWAKE: f64 = 112.0;
/// Log odds of burnout of somebody without overwork: a chance of one in four.
const USUAL_RISK: f64 = 0.25;

/// One for each motive, in their order.
pub(crate) type Motives<T> = [T; Motive::ALL.len()];

/// The person's side of the formulas.
#[derive(Debug, Clone)]
pub(crate) struct Preferences<const W: usize> {
    /// w[m], in the order of the motives; they sum to 1, or are all 0 where no motive counts.
    pub(crate) weights: Motives<Lanes<W>>,
    /// a: how far the person's drive is their own, 0 to 1.
    pub(crate) autonomy: Lanes<W>,
    /// What is protected, as shares of everything that drives: ratings over 10.
    pub(crate) personal_time: Lanes<W>,
    pub(crate) wellbeing: Lanes<W>,
    pub(crate) savings: Lanes<W>,
    /// F and J, hours a week.
    pub(crate) free_hours: Lanes<W>,
    pub(crate) work_hours: Lanes<W>,
    /// The most hours a week of all pursuits that the person can give: awake and willing.
    pub(crate) most_hours: Lanes<W>,
    /// Y; none without `person.money`.
    pub(crate) meaningful_yearly_amount: Option<Lanes<W>>,
    /// v
    pub(crate) hour_value: Option<Lanes<W>>,
    /// logit(p0) and p0
    pub(super) burnout_log_odds: Lanes<W>,
    pub(crate) burnout_risk: Lanes<W>,
    pub(super) time_curve: TimeCurve<W>,
    /// rho
    pub(super) returns_to_effort: Lanes<W>,
    /// k, and 1 + g*(1 - 2a)
    pub(super) overwork_log_odds_per_hour: Lanes<W>,
    pub(super) strain: Lanes<W>,
    pub(super) overwork_from_hours: Lanes<W>,
    pub(super) rest_offsets_overwork: Lanes<W>,
    /// What a drawback rated 10 takes away, as a share.
    pub(super) drawback_share: Lanes<W>,
    pub(crate) years: Years<W>,
}

/// phi(x) = (e^(c*x) - 1) / (e^(c/2) - 1) up to x = 1 and along its tangent beyond.
#[derive(Debug, Clone, Copy)]
pub(super) struct TimeCurve<const W: usize> {
    /// c
    pub(super) convexity: Lanes<W>,
    /// 1 / (e^(c/2) - 1), and the slope at x = 1
    pub(super) scale: Lanes<W>,
    pub(super) slope_at_1: Lanes<W>,
}

impl<const W: usize> TimeCurve<W> {
    #[inline(always)]
    fn new(convexity: Lanes<W>) -> Self {
        let scale = convexity.map(|c| 1.0 / exp_m1(c * ANCHOR));
        let slope_at_1 = convexity
            .with(scale, |c, scale| if c < STRAIGHT { 1.0 / ANCHOR } else { c * exp(c) * scale });
        Self { convexity, scale, slope_at_1 }
    }

    /// phi(x), x of at least 0.
    #[inline(always)]
    pub(super) fn at(&self, x: Lanes<W>) -> Lanes<W> {
        let within = x.min(Lanes::ONE);
        let curved = (self.convexity * within).map(exp_m1) * self.scale;
        let straight = within * (1.0 / ANCHOR);
        let mut value = curved;
        let parts = value.0.iter_mut().zip(straight.0).zip(self.convexity.0);
        for ((value, straight), c) in parts {
            *value = if c < STRAIGHT { straight } else { *value };
        }
        value + (x - within) * self.slope_at_1
    }
}

impl TimeCurve<1> {
    /// phi'(x), and e^(c*x): by so much phi rises more steeply than from 0 on. `value` is phi(x).
    pub(super) fn slope(&self, x: f64, value: f64) -> [f64; 2] {
        let (c, slope_at_1) = (self.convexity.first(), self.slope_at_1.first());
        if c < STRAIGHT {
            return [slope_at_1, 1.0];
        }
        let within = value - (x - x.min(1.0)) * slope_at_1;
        let steeper = 1.0 + within / self.scale.first();
        [if x < 1.0 { c * steeper * self.scale.first() } else { slope_at_1 }, steeper]
    }
}

impl<const W: usize> Preferences<W> {
    #[inline(always)]
    pub(super) fn new(
        program: &PersonProgram,
        assumptions: &AssumptionsProgram,
        values: Values<'_, W>,
    ) -> Self {
        Self::with_years(program, assumptions, values, Years::NONE)
    }

    /// The same at other values.
    #[inline(always)]
    pub(super) fn change(
        &mut self,
        program: &PersonProgram,
        assumptions: &AssumptionsProgram,
        values: Values<'_, W>,
    ) {
        let known = std::mem::replace(&mut self.years, Years::NONE);
        *self = Self::with_years(program, assumptions, values, known);
    }

    /// `years` may be known already.
    #[inline(always)]
    fn with_years(
        program: &PersonProgram,
        assumptions: &AssumptionsProgram,
        values: Values<'_, W>,
        mut years: Years<W>,
    ) -> Self {
        let numbers = &assumptions.numbers;
        let weights = weights(&program.drives, values);
        let autonomy = autonomy(weights, assumptions.autonomy.map(|own| values.get(own)));
        let time_curve = TimeCurve::new(values.get(numbers.time_convexity));
        let free_hours = values.get(program.numbers.free_hours).max(Lanes::all(SMALLEST));
        let work_hours = values.get(program.numbers.work_hours);
        let k = values.get(numbers.overwork_log_odds_per_hour);
        let from = values.get(numbers.overwork_from_hours);
        let burnout_log_odds = match program.burnout_risk {
            Some(id) => values.get(id).map(logit),
            None => usual_log_odds(k, work_hours, from),
        };
        let personal_time = match program.personal_time {
            PersonalTimeProgram::Rated(id) => values.get(id) * 0.1,
            PersonalTimeProgram::BreakEven(id) => {
                Lanes::ONE / time_curve.at(values.get(id) / free_hours)
            }
        };
        let awake = Lanes::all(HOURS_AWAKE) - work_hours;
        let count = values.get(program.numbers.horizon_years).first() as usize;
        years.fill(count, values.get(program.numbers.discount_rate));
        Self {
            weights,
            autonomy,
            personal_time,
            wellbeing: values.get(program.numbers.wellbeing) * 0.1,
            savings: values.get(program.numbers.savings) * 0.1,
            free_hours,
            work_hours,
            most_hours: match program.limit_hours {
                Some(id) => awake.min(values.get(id)),
                None => awake,
            },
            meaningful_yearly_amount: program
                .meaningful_yearly_amount
                .map(|id| values.get(id).max(Lanes::all(SMALLEST))),
            hour_value: program.hour_value.map(|id| values.get(id)),
            burnout_log_odds,
            burnout_risk: burnout_log_odds.map(logistic),
            time_curve,
            returns_to_effort: values.get(numbers.returns_to_effort),
            overwork_log_odds_per_hour: k,
            strain: strain(values.get(numbers.autonomy_effect), autonomy),
            overwork_from_hours: from,
            rest_offsets_overwork: values.get(numbers.rest_offsets_overwork),
            drawback_share: values.get(numbers.drawback_points) * 0.01,
            years,
        }
    }
}

/// 1 / (1 + e^-x)
#[inline(always)]
pub(super) fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

/// ln(p / (1 - p))
#[inline(always)]
fn logit(p: f64) -> f64 {
    ln(p) - ln(1.0 - p)
}

/// logit 0.25 + k * max(0, J - from)
#[inline(always)]
fn usual_log_odds<const W: usize>(k: Lanes<W>, work: Lanes<W>, from: Lanes<W>) -> Lanes<W> {
    Lanes::all(logit(USUAL_RISK)) + k * (work - from).max(Lanes::ZERO)
}

/// 1 + g*(1 - 2a): one's own drive weakens what overwork does.
#[inline(always)]
fn strain<const W: usize>(autonomy_effect: Lanes<W>, autonomy: Lanes<W>) -> Lanes<W> {
    Lanes::ONE + autonomy_effect * (Lanes::ONE - autonomy * 2.0)
}

/// a = sum of w[m] * autonomy[m]
#[inline(always)]
fn autonomy<const W: usize>(weights: Motives<Lanes<W>>, own: Motives<Lanes<W>>) -> Lanes<W> {
    let mut autonomy = Lanes::ZERO;
    for (weight, own) in weights.iter().zip(own) {
        autonomy += *weight * own;
    }
    autonomy
}

/// w[m] = importance / sum of importances, or the weights of a ranking. Importances are taken
/// over their largest first, so that the smallest numbers keep their proportions.
#[inline(always)]
fn weights<const W: usize>(drives: &DrivesProgram, values: Values<'_, W>) -> Motives<Lanes<W>> {
    match drives {
        DrivesProgram::Ranked(ids) => ids.map(|id| values.get(id)),
        DrivesProgram::Rated(ids) => {
            let importance = ids.map(|id| values.get(id));
            let mut largest = Lanes::ZERO;
            for value in importance {
                largest = largest.max(value);
            }
            let largest = largest.map(|largest| if largest > 0.0 { largest } else { 1.0 });
            let relative = importance.map(|value| value / largest);
            let mut sum = Lanes::ZERO;
            for value in relative {
                sum += value;
            }
            let sum = sum.map(|sum| if sum > 0.0 { sum } else { 1.0 });
            relative.map(|value| value / sum)
        }
    }
}

//! Values in the few digits that people think in: those of a rating, a share, hours or money.

use super::candidate::Candidate;
use super::kind::LeverKind;

/// Hours from here on are told in halves.
const MANY_HOURS: f64 = 20.0;

/// Values to show for one at which the answer turns, the best first: rounded away from today's, in
/// coarse steps and in finer ones. Where an answer turns just past a round number, that number does
/// not turn it yet: the next one stands after it. None is as good as today's value.
pub(super) fn values(candidate: &Candidate, to: f64) -> Vec<f64> {
    if candidate.scan.is_whole {
        return vec![to];
    }
    let today = candidate.scan.today;
    let step = step(candidate.kind, to);
    let rounded = |step: f64| {
        let first = away(today, to, step);
        let both = [first, away(today, first + step.copysign(to - today), step)];
        both.into_iter().filter(move |value| (value - today).abs() > 0.5 * step)
    };
    let steps = [1.0, 0.1, 0.01].map(|share| share * step);
    steps.into_iter().flat_map(rounded).filter(|value| candidate.takes(*value)).collect()
}

/// What a value of a kind is told in.
fn step(kind: LeverKind, value: f64) -> f64 {
    let two_digits = power_of_ten(value) / 10.0;
    match kind {
        LeverKind::Motivation
        | LeverKind::Protection
        | LeverKind::Enjoyability
        | LeverKind::Bother => 0.1,
        LeverKind::Chance | LeverKind::Renewal | LeverKind::Condition | LeverKind::Anyway => {
            if value > 0.0 {
                two_digits.clamp(0.000_1, 0.01)
            } else {
                0.01
            }
        }
        LeverKind::Gains => 0.01,
        LeverKind::MeaningfulAmount => two_digits,
        _ if value >= MANY_HOURS => 0.5,
        _ => two_digits.min(0.1),
    }
}

/// The largest power of ten that is no more than a value above 0.
fn power_of_ten(value: f64) -> f64 {
    libm::pow(10.0, libm::floor(libm::log10(value.abs().max(f64::MIN_POSITIVE))))
}

/// How far past a multiple a value may be to count as one, in steps.
const SLACK: f64 = 1e-6;

/// The multiple of a step that is nearest to a value, on its far side from today's.
fn away(today: f64, value: f64, step: f64) -> f64 {
    let steps = value / step;
    let whole = if value > today { (steps - SLACK).ceil() } else { (steps + SLACK).floor() };
    // The shortest number of so many decimals, without what multiplying adds.
    let decimals = (-libm::log10(step)).ceil().clamp(0.0, 12.0) as usize;
    format!("{:.decimals$}", whole * step + 0.0).parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::levers::candidate::Change;
    use crate::analysis::scan::Scan;

    fn shown(kind: LeverKind, scan: Scan, to: f64) -> Vec<f64> {
        let candidate = Candidate { kind, inputs: Vec::new(), change: Change::Input(0), scan };
        values(&candidate, to)
    }

    #[test]
    fn ratings_have_one_decimal_and_shares_are_whole_percents() {
        let rating = |today, to| shown(LeverKind::Motivation, Scan::within(today, 0.0, 10.0), to);
        assert_eq!(rating(8.0, 2.534)[..2], [2.5, 2.4]);
        assert_eq!(rating(8.0, 0.034)[0..=0], [0.0]);
        assert_eq!(rating(0.0, 1e-9)[..2], [0.1, 0.01], "as good as today's is no change");
        let share = |today, to| shown(LeverKind::Chance, Scan::within(today, 0.0, 1.0), to);
        assert_eq!(share(0.35, 0.2049)[..2], [0.2, 0.19]);
        assert_eq!(share(0.35, 0.0123)[0..=0], [0.012]);
    }

    #[test]
    fn today_in_few_digits_is_not_shown() {
        let values = shown(LeverKind::Bother, Scan::within(3.768, 0.0, 10.0), 3.781);
        assert_eq!(values[0..=0], [3.9]);
        assert_eq!(values[1..3], [3.79, 3.8], "finer, where nothing else turns it");
    }

    #[test]
    fn hours_have_a_decimal_and_many_of_them_halves() {
        let hours = |today, to| {
            shown(LeverKind::FreeHours, Scan::times(today, today / 3.0, today * 3.0, 3.0), to)
        };
        assert_eq!(hours(20.0, 12.534)[0..=0], [12.5]);
        assert_eq!(hours(20.0, 31.12)[0..=0], [31.5]);
        assert_eq!(hours(2.0, 0.734)[0..=0], [0.73]);
    }

    #[test]
    fn money_has_two_digits() {
        let scan = Scan::times(10_000.0, 3000.0, 30_000.0, 3.0);
        assert_eq!(shown(LeverKind::MeaningfulAmount, scan, 16_234.0)[..2], [17_000.0, 18_000.0]);
    }

    #[test]
    fn what_is_out_of_reach_is_not_shown() {
        assert_eq!(shown(LeverKind::Protection, Scan::within(4.0, 0.0, 10.0), 9.97)[0..=0], [10.0]);
        assert!(shown(LeverKind::Anyway, Scan::within(0.2, 0.0, 0.95), 0.9499).contains(&0.95));
    }
}

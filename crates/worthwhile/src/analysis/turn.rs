//! The nearest value at which an answer turns: outwards from today's value point by point, then by
//! halving the stretch in which it does.

use super::scan::{Scan, middle};

/// Halvings of one stretch. From nothing to the smallest value that counts takes a third of them.
const MOST_HALVINGS: u32 = 100;
/// Just before the turn: a step back of this share of the change.
const JUST_BEFORE: f64 = 3e-9;
/// How often a stretch is halved anew where the answer is the other one just before the turn, too.
const MOST_ANEW: u32 = 4;

/// A value at which the answer is the other one, and how far away that is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turn {
    pub(super) to: f64,
    pub(super) distance: f64,
}

/// One side of today's value: up to where the answer is today's, and what comes next.
struct Side {
    same: f64,
    ahead: std::vec::IntoIter<f64>,
}

/// The nearest turn found, where `is_other` says whether the answer at a value is the other one.
pub(super) fn nearest<E>(
    scan: &Scan,
    mut is_other: impl FnMut(f64) -> Result<bool, E>,
) -> Result<Option<Turn>, E> {
    let mut sides = scan.sides().map(|side| Side { same: scan.today, ahead: side.into_iter() });
    let mut nearest: Option<Turn> = None;
    loop {
        let limit = nearest.map_or(f64::INFINITY, |turn| turn.distance);
        let start = |side: &Side| scan.distance(side.same);
        let open = sides.iter_mut().filter(|own| own.ahead.len() > 0 && start(own) < limit);
        let next = open.min_by(|a, b| start(a).total_cmp(&start(b)));
        let Some((side, value)) = next.and_then(|side| {
            let value = side.ahead.next()?;
            Some((side, value))
        }) else {
            return Ok(nearest);
        };
        if !is_other(value)? {
            side.same = value;
            continue;
        }
        side.ahead = Vec::new().into_iter();
        let to = if scan.is_whole { value } else { narrow(scan, side.same, value, &mut is_other)? };
        // Nobody tells a value apart from the end that it is next to: 0.000000005 out of 10 is nothing.
        let to = if scan.is_next_to_end(to, value) { value } else { to };
        let distance = scan.distance(to);
        if distance < limit {
            nearest = Some(Turn { to, distance });
        }
    }
}

/// A value as near as can be to where the answer turns, between one where it is today's and one
/// where it is the other one.
fn narrow<E>(
    scan: &Scan,
    same: f64,
    other: f64,
    is_other: &mut impl FnMut(f64) -> Result<bool, E>,
) -> Result<f64, E> {
    let mut to = halve(scan, same, other, is_other)?;
    for _ in 0..MOST_ANEW {
        let before = to + (scan.today - to) * JUST_BEFORE;
        if is_one(before, to) || !is_between(before, same, to) || !is_other(before)? {
            break;
        }
        to = halve(scan, same, before, is_other)?;
    }
    Ok(to)
}

fn halve<E>(
    scan: &Scan,
    mut same: f64,
    mut other: f64,
    is_other: &mut impl FnMut(f64) -> Result<bool, E>,
) -> Result<f64, E> {
    for _ in 0..MOST_HALVINGS {
        let between = middle(same, other);
        let is_near = (other - same).abs() <= scan.tolerance(other);
        if is_near || is_one(between, same) || is_one(between, other) {
            break;
        }
        if is_other(between)? {
            other = between;
        } else {
            same = between;
        }
    }
    Ok(other)
}

fn is_one(a: f64, b: f64) -> bool {
    (a - b).abs() <= 0.0
}

fn is_between(value: f64, a: f64, b: f64) -> bool {
    (a.min(b)..=a.max(b)).contains(&value)
}

/// A value near `to` with few digits, rounded away from `from`: two digits of the change, or as
/// many more as it takes to be no zero.
pub(crate) fn rounded_away(from: f64, to: f64) -> f64 {
    let change = to - from;
    if change.abs() <= 0.0 || !change.is_finite() {
        return to;
    }
    let exponent = libm::floor(libm::log10(change.abs()));
    for digits in 1..=6 {
        let step = libm::pow(10.0, exponent - f64::from(digits));
        let steps = to / step;
        let whole = if change > 0.0 { (steps - 1e-6).ceil() } else { (steps + 1e-6).floor() };
        if whole.abs() > 0.0 || to.abs() <= 0.0 {
            // The shortest number of so many decimals, without what multiplying adds.
            let decimals = (f64::from(digits) - exponent).clamp(0.0, 12.0) as usize;
            return format!("{:.decimals$}", whole * step).parse().unwrap_or(to);
        }
    }
    to
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    fn turn(scan: &Scan, is_other: impl Fn(f64) -> bool) -> Option<Turn> {
        let found: Result<_, Infallible> = nearest(scan, |value| Ok(is_other(value)));
        found.unwrap()
    }

    #[test]
    fn the_value_is_just_past_the_turn() {
        for at in [0.1 + 0.2, 4.999_999_99, 5.000_001, 9.99] {
            let found = turn(&Scan::within(5.0, 0.0, 10.0), |value| {
                if at < 5.0 { value <= at } else { value >= at }
            });
            let to = found.unwrap().to;
            assert!((to - at).abs() <= 1e-9 * (to - 5.0).abs(), "{at}: {to}");
        }
    }

    #[test]
    fn the_nearer_of_two_turns_is_found() {
        let scan = Scan::within(5.0, 0.0, 10.0);
        let found = turn(&scan, |value| value >= 6.4 || value <= 3.7).unwrap();
        assert!((found.to - 3.7).abs() < 1e-8 && (found.distance - 0.13).abs() < 1e-9);
        let found = turn(&scan, |value| value >= 6.25 || value <= 3.7).unwrap();
        assert!((found.to - 6.25).abs() < 1e-8);
        assert!(turn(&scan, |_| false).is_none());
    }

    #[test]
    fn next_to_nothing_is_found_as_precisely() {
        let from_nothing = Scan::within(0.0, 0.0, 10.0);
        let found = turn(&from_nothing, |value| value > 1e-8).unwrap();
        assert!((found.to / 1e-8 - 1.0).abs() <= 1e-9);
        let at_once = turn(&from_nothing, |value| value > 0.0).unwrap();
        assert!(at_once.to > 0.0 && at_once.to < 1e-25);
        let amount = Scan::times(1.0, 1.0 / 3.0, 3.0, 3.0);
        let found = turn(&amount, |value| value >= 1.5).unwrap();
        assert!((found.distance - libm::log(1.5) / libm::log(3.0)).abs() < 1e-8);
    }

    #[test]
    fn a_value_next_to_the_end_is_the_end() {
        let down_to_none = turn(&Scan::within(5.0, 0.0, 10.0), |value| value <= 4e-9).unwrap();
        assert!(down_to_none.to.abs() <= 0.0, "{}", down_to_none.to);
        // A little above it is not.
        let to = turn(&Scan::within(5.0, 0.0, 10.0), |value| value <= 1e-6).unwrap().to;
        assert!((to / 1e-6 - 1.0).abs() < 0.01, "{to}");
    }

    #[test]
    fn where_the_answer_wavers_the_answer_just_before_is_still_todays() {
        let scan = Scan::within(5.0, 0.0, 10.0);
        // Other from 7 on, and in a sliver just before 7.
        let is_other = |value: f64| value >= 7.0 || (7.0 - value < 1e-8 && 7.0 - value > 1e-9);
        let to = turn(&scan, is_other).unwrap().to;
        assert!(is_other(to) && !is_other(to + (5.0 - to) * JUST_BEFORE));
    }
}

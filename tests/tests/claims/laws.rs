//! What most claims come down to: more of something never lowers the worth, or never raises it, or
//! makes no difference.

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use std::cell::Cell;
use std::ops::RangeInclusive;
use worthwhile::{Estimate, Motive};
use worthwhile_conformance::runs::{holds, scaled};

use crate::people::{anybody, driven_by};
use crate::settings::Setting;

/// Random people that a law is tried on.
pub(crate) const CASES: u32 = 64;
/// Rounding of figures in points.
const ROUNDING: f64 = 1e-9;
/// Points that would show in an answer.
const NOTABLE: f64 = 0.05;

/// Anybody who thinks of going for the title, or of keeping it.
pub(crate) fn any_mvp() -> impl Strategy<Value = Setting> {
    (anybody(), any::<bool>()).prop_map(|(person, is_held)| {
        Setting::mvp(person).with(|setting| setting.award().held = Some(is_held))
    })
}

/// A low and a high value from a range, the ends included now and then.
pub(crate) fn levels(range: RangeInclusive<f64>) -> impl Strategy<Value = (f64, f64)> {
    let (low, high) = range.into_inner();
    let any = || prop_oneof![1 => Just(low), 1 => Just(high), 4 => low..=high];
    (any(), any()).prop_map(|(a, b)| (a.min(b), a.max(b)))
}

pub(crate) fn at_least(larger: f64, smaller: f64) -> TestCaseResult {
    prop_assert!(larger >= smaller - ROUNDING, "{larger} is below {smaller}");
    Ok(())
}

pub(crate) fn same(one: f64, other: f64) -> TestCaseResult {
    at_least(one, other)?;
    at_least(other, one)
}

/// More of something never lowers the worth of going for the title, whoever asks.
pub(crate) fn never_lowers(range: RangeInclusive<f64>, change: impl Fn(&mut Setting, f64)) {
    holds(CASES, (any_mvp(), levels(range)), |(setting, (low, high))| {
        let worth = |level| setting.clone().with(|setting| change(setting, level)).worth();
        at_least(worth(high), worth(low))
    });
}

/// More of something never raises the worth of going for the title, whoever asks.
pub(crate) fn never_raises(range: RangeInclusive<f64>, change: impl Fn(&mut Setting, f64)) {
    holds(CASES, (any_mvp(), levels(range)), |(setting, (low, high))| {
        let worth = |level| setting.clone().with(|setting| change(setting, level)).worth();
        at_least(worth(low), worth(high))
    });
}

/// Something makes no difference to the worth for these people.
pub(crate) fn never_matters(
    settings: impl Strategy<Value = Setting>,
    range: RangeInclusive<f64>,
    change: impl Fn(&mut Setting, f64),
) {
    holds(CASES, (settings, levels(range)), |(setting, (low, high))| {
        let worth = |level| setting.clone().with(|setting| change(setting, level)).worth();
        same(worth(low), worth(high))
    });
}

/// Anybody who is not driven by any of these motives at all.
pub(crate) fn any_mvp_without(motives: Vec<Motive>) -> impl Strategy<Value = Setting> {
    let other = Motive::ALL.into_iter().find(|motive| !motives.contains(motive)).unwrap();
    any_mvp().prop_map(move |mut setting| {
        for motive in &motives {
            setting.person.motivations.insert(*motive, 0.into());
        }
        // Somebody has to be driven by something.
        setting.person.motivations.insert(other, 5.into());
        setting
    })
}

/// For this person it shows in the answer: the worth goes up.
#[track_caller]
pub(crate) fn raises(setting: &Setting, from: f64, to: f64, change: impl Fn(&mut Setting, f64)) {
    let worth = |level| setting.clone().with(|setting| change(setting, level)).worth();
    let (before, after) = (worth(from), worth(to));
    assert!(after > before + NOTABLE, "{before} becomes {after}");
}

/// For this person it shows in the answer: the worth goes down.
#[track_caller]
pub(crate) fn lowers(setting: &Setting, from: f64, to: f64, change: impl Fn(&mut Setting, f64)) {
    raises(setting, to, from, change);
}

/// How far the pursuit serves each motive, 0 to 1: it does not hang on how much they matter.
fn served(setting: &Setting) -> [f64; 8] {
    let equally = Setting { person: driven_by(&setting.person, [1.0; 8]), ..setting.clone() };
    let answer = equally.answer();
    let mut served = [0.0; 8];
    for (served, part) in served.iter_mut().zip(&answer.contributions) {
        *served = part.points * 8.0 / 100.0;
    }
    served
}

/// The same person, who cares for one motive instead of another by a share of its rating. None
/// where there is nothing to move.
pub(crate) fn driven_instead(
    setting: &Setting,
    from: Motive,
    to: Motive,
    share: f64,
) -> Option<Setting> {
    let rating = |motive| match setting.person.motivations.get(&motive) {
        Some(Estimate::Certain(rating)) => *rating,
        _ => 0.0,
    };
    let moved = (rating(from) * share).min(10.0 - rating(to));
    (moved > 0.0).then(|| {
        let mut setting = setting.clone();
        setting.person.motivations.insert(from, (rating(from) - moved).into());
        setting.person.motivations.insert(to, (rating(to) + moved).into());
        setting
    })
}

/// What it means that a motive counts, for each of these motives: to rate it higher never lowers
/// what it contributes, and to care for it instead of a motive that is served less never lowers the
/// worth.
pub(crate) fn counts_as_a_motive(motives: &[Motive]) {
    for motive in motives {
        holds(CASES, (any_mvp(), levels(0.1..=10.0)), |(setting, (low, high))| {
            let part = |rating: f64| {
                let mut setting = setting.clone();
                setting.person.motivations.insert(*motive, rating.into());
                setting.points(&[motive.as_str()])
            };
            at_least(part(high), part(low))
        });
    }
    matches_better(any_mvp, motives);
}

/// To care for one of these motives instead of another never lowers the worth, where the other is
/// served less and is less one's own.
pub(crate) fn matches_better<S: Strategy<Value = Setting>>(
    settings: impl Fn() -> S,
    motives: &[Motive],
) {
    for (to, motive) in motives.iter().map(|to| (*to as usize, to)) {
        let tried = Cell::new(0);
        holds(CASES, (settings(), 0.1..=1.0_f64), |(setting, share)| {
            let (served, before) = (served(&setting), setting.worth());
            let is_less = |from: &Motive| {
                served[*from as usize] <= served[to]
                    && from.drive().autonomy() <= motive.drive().autonomy()
            };
            let others = Motive::ALL.into_iter().filter(|from| from != motive);
            for from in others.filter(is_less) {
                if let Some(other) = driven_instead(&setting, from, *motive, share) {
                    at_least(other.worth(), before)?;
                    tried.set(tried.get() + 1);
                }
            }
            Ok(())
        });
        assert!(tried.get() > scaled(CASES) / 4, "{motive:?} was tried {} times only", tried.get());
    }
}

//! Figures that decide: a default, a preset's figure or a condition that turns a yes into a no
//! within what it could well be.

use std::ops::ControlFlow;

use super::base::Base;
use super::look::{Ground, Looks, unless_stopped};
use super::scan::{Scan, bounds};
use super::verdict::Answer;
use super::workers::Tick;
use crate::catalogue::Origin;
use crate::field::{Form, Key};
use crate::order;
use crate::plan::{Compiled, Input};

const PERCENTILES: [f64; 2] = [0.05, 0.95];
/// A certain figure could well be a tenth less or more.
const A_TENTH: [f64; 2] = [0.9, 1.1];

/// Mixes that may be looked at for all of them together, shared out evenly.
const MOST_MIXES: u64 = 250_000;

/// One such figure.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Hinge {
    pub(crate) input: usize,
    pub(crate) from: f64,
    /// Where the answer is no.
    pub(crate) to: f64,
}

/// How many steps it takes to look at them all.
pub(crate) fn steps(compiled: &Compiled, base: &Base) -> u64 {
    let looked_at = compiled.inputs.iter().filter(|input| is_open(input)).count();
    if is_yes(base) { looked_at as u64 } else { 0 }
}

/// The smallest change first; none where the answer is no. A step for each that is looked at is
/// told. One that too many mixes would have to be looked at for is left out.
pub(crate) fn hinges(
    compiled: &Compiled,
    base: &Base,
    tick: &mut Tick<'_>,
) -> ControlFlow<(), Vec<Hinge>> {
    let mut found: Vec<(f64, Hinge)> = Vec::new();
    if !is_yes(base) {
        return ControlFlow::Continue(Vec::new());
    }
    let mixes = MOST_MIXES / steps(compiled, base).max(1);
    let ground = Ground::new(compiled, base, mixes);
    let mut looks = ground.looks(tick);
    for (at, _) in compiled.inputs.iter().enumerate().filter(|(_, input)| is_open(input)) {
        found.extend(hinge(compiled, &mut looks, at)?);
        looks.tell(1)?;
    }
    order::sort_by(&mut found, |(a, _), (b, _)| a.total_cmp(b));
    ControlFlow::Continue(found.into_iter().map(|(_, hinge)| hinge).collect())
}

fn is_yes(base: &Base) -> bool {
    base.places.first().is_some_and(|place| place.verdict.answer() == Answer::Yes)
}

/// What the case itself says it knows, save for conditions: somebody can be asked about those.
fn is_open(input: &Input) -> bool {
    input.field.key == Key::Condition || input.origin != Origin::Case
}

/// The nearer end at which the answer is no, with its distance.
fn hinge(
    compiled: &Compiled,
    looks: &mut Looks<'_>,
    input: usize,
) -> ControlFlow<(), Option<(f64, Hinge)>> {
    let place = || {
        let from = *compiled.means.get(input)?;
        Some((from, Scan::new(compiled, input)?, ends(compiled, input, from)?))
    };
    let Some((from, scan, ends)) = place() else { return ControlFlow::Continue(None) };
    looks.begin_anew();
    let mut turning = Vec::new();
    for to in ends.into_iter().filter(|to| (to - from).abs() > 0.0) {
        looks.set(input, to);
        if unless_stopped(looks.is_other().map(Some))? == Some(true) {
            turning.push((scan.distance(to), Hinge { input, from, to }));
        }
    }
    let nearest = turning.into_iter().min_by(|(a, _), (b, _)| a.total_cmp(b));
    ControlFlow::Continue(nearest)
}

/// The ends of what an input could well be.
fn ends(compiled: &Compiled, input: usize, from: f64) -> Option<[f64; 2]> {
    let own = compiled.inputs.get(input)?;
    let (low, high) = bounds(compiled, input)?;
    if own.field.key == Key::Condition {
        return Some([low, high]);
    }
    spread(compiled, input, from)
}

/// The ends of 90% of what an uncertain input is; of a certain one, a tenth less and more.
pub(super) fn spread(compiled: &Compiled, input: usize, from: f64) -> Option<[f64; 2]> {
    let own = compiled.inputs.get(input)?;
    let (low, high) = bounds(compiled, input)?;
    let is_certain = own.estimate.is_certain();
    let mut dimensions = compiled.draws().dimensions.iter().filter(|_| !is_certain);
    let ends = match dimensions.find(|dimension| dimension.value == Some(input)) {
        Some(dimension) => PERCENTILES.map(|share| dimension.quantile(share)),
        None => A_TENTH.map(|share| share * from),
    };
    let whole = |value: f64| if own.field.form == Form::Whole { value.round() } else { value };
    Some(ends.map(|value| whole(value).clamp(low, high)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::analysis::levers::tests::{case, read};

    fn found(case: &serde_json::Value) -> Vec<(String, f64, f64)> {
        let (plan, base) = read(case);
        let mut done = 0;
        let mut tick = |more| {
            done += more;
            ControlFlow::Continue(())
        };
        let ControlFlow::Continue(found) = hinges(plan.compiled(), &base, &mut tick) else {
            panic!("nobody stops it")
        };
        assert_eq!(done, steps(plan.compiled(), &base));
        let name = |own: &Hinge| plan.inputs()[own.input].name.to_string();
        found.iter().map(|own| (name(own), plan.compiled().means[own.input], own.to)).collect()
    }

    #[test]
    fn a_tenth_of_a_default_can_decide() {
        let mut case = case();
        // 19 points less 25 * (1 - 5/10 * a), a = 0.5.
        case["pursuits"][0]["benefits"][0]["strength"] = json!(1.9);
        case["pursuits"][0]["activities"][0]["enjoyability"] = json!(null);
        let expected = [
            ("/pursuits/course/activities/study/enjoyability", 5.0, 4.5),
            ("/assumptions/autonomy/learning", 0.5, 0.45),
            ("/pursuits/course/benefits/lessons/chance", 1.0, 0.9),
        ];
        assert_eq!(found(&case), expected.map(|(name, from, to)| (name.to_owned(), from, to)));
    }

    #[test]
    fn a_condition_can_decide_even_where_the_case_gives_it() {
        let mut case = case();
        case["person"]["conditions"] = json!({"boss": 0.75});
        case["pursuits"][0]["benefits"][0]["depends_on"] = json!(["boss"]);
        assert_eq!(found(&case), [("/person/conditions/boss".to_owned(), 0.75, 0.0)]);
    }

    #[test]
    fn a_no_hangs_on_nothing() {
        let mut case = case();
        case["pursuits"][0]["benefits"][0]["strength"] = json!(1);
        assert!(found(&case).is_empty());
    }
}

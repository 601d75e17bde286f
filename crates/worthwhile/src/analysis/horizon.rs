//! What lasts longer than the years that count, and the answer at twice as many.

use std::ops::ControlFlow;

use super::base::ASKED;
use super::base::Base;
use super::look::{Ground, unless_stopped};
use super::verdict::Answer;
use super::workers::Tick;
use crate::field::Key;
use crate::limits::MAX_MIXES;
use crate::plan::{Compiled, InputId, TimingProgram};

/// Whether something that a pursuit's effort gives is still there after the last year that counts,
/// when all the effort is over.
pub(crate) fn outlasts(compiled: &Compiled, pursuit: usize) -> bool {
    let Some(own) = compiled.program.pursuits.get(pursuit) else { return false };
    let value = |id: InputId| compiled.means.get(id.0 as usize).copied().unwrap_or_default();
    let years = value(compiled.program.person.numbers.horizon_years);
    let end = |timing: &TimingProgram| {
        timing.lasts_years.map_or(f64::INFINITY, |lasts| value(timing.delay_years) + value(lasts))
    };
    let benefits = own.categories.iter().flat_map(|category| &category.benefits);
    let mut given = benefits.filter(|benefit| {
        let numbers = &benefit.numbers;
        value(numbers.strength) > 0.0 || value(numbers.money_per_year).abs() > 0.0
    });
    let is_over = own.activities.iter().all(|activity| end(&activity.timing) <= years);
    let stays = given.any(|own| own.timing.as_ref().is_some_and(|timing| end(timing) > years));
    !own.activities.is_empty() && is_over && stays
}

/// The base case's answer at twice the horizon; none where what the pursuit in question gives does
/// not outlast it, or where no more years can count.
pub(crate) fn answer_at_twice(
    compiled: &Compiled,
    base: &Base,
    tick: &mut Tick<'_>,
) -> ControlFlow<(), Option<Answer>> {
    let id = compiled.program.person.numbers.horizon_years.0 as usize;
    let years = compiled.means.get(id).copied().unwrap_or_default();
    let twice = (2.0 * years).min(Key::HorizonYears.field().domain.max);
    if !outlasts(compiled, ASKED) || twice <= years {
        return ControlFlow::Continue(None);
    }
    let ground = Ground::new(compiled, base, MAX_MIXES);
    let mut looks = ground.looks(tick);
    looks.set(id, twice);
    unless_stopped(looks.look().map(|look| Some(look.answer)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::analysis::levers::tests::{case, read};
    use crate::plan::Plan;

    fn at_twice(plan: &Plan, base: &Base) -> Option<Answer> {
        let looked = answer_at_twice(plan.compiled(), base, &mut |_| ControlFlow::Continue(()));
        let ControlFlow::Continue(answer) = looked else { panic!("nobody stops it") };
        answer
    }

    #[test]
    fn what_stays_after_the_effort_may_turn_the_answer_of_a_longer_look() {
        let mut case = case();
        // 20 points a year for 25 in the first one.
        case["pursuits"][0]["benefits"][0]["strength"] = json!(2);
        case["pursuits"][0]["activities"][0]["lasts_years"] = json!(1);
        let (plan, base) = read(&case);
        assert!(outlasts(plan.compiled(), ASKED));
        assert_eq!(at_twice(&plan, &base), Some(Answer::Yes));
        case["pursuits"][0]["benefits"][0]["lasts_years"] = json!(1);
        let (plan, base) = read(&case);
        assert_eq!(at_twice(&plan, &base), None);
    }

    #[test]
    fn effort_that_goes_on_gives_as_long() {
        let (plan, base) = read(&case());
        assert_eq!(at_twice(&plan, &base), None);
    }
}

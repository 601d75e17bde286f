//! What an input is taken to be where a person gave no answer.

use worthwhile::field::Form;
use worthwhile::{Estimate, Input, Scale};

/// The largest value of what is a rating or a share rather than an amount.
const LARGEST_RATING: f64 = 10.0;

/// What is known of an input without an answer, see [`Missing::Unknown`](super::Missing::Unknown).
pub(super) fn unknown(input: &Input) -> Estimate {
    let domain = &input.field.domain;
    let base = input.mean();
    if !input.estimate.is_certain() {
        return input.estimate.clone();
    }
    if input.field.form != Form::Estimate {
        return Estimate::Certain(base);
    }
    if domain.scale == Scale::Logit && domain.max <= LARGEST_RATING {
        let min = if domain.is_above_min { domain.min.next_up() } else { domain.min };
        let max = if domain.is_below_max { domain.max.next_down() } else { domain.max };
        return Estimate::Uniform { min, max };
    }
    around(base, domain.min, domain.max)
}

/// From half to twice a value, and not more than half of the way to a bound.
fn around(base: f64, min: f64, max: f64) -> Estimate {
    let low = (0.5 * base).min(2.0 * base).max(0.5 * (base + min));
    let high = (0.5 * base).max(2.0 * base).min(0.5 * (base + max));
    let is_inside = min < low && low < base && base < high && high < max;
    if is_inside { Estimate::between(low, high) } else { Estimate::Certain(base) }
}

#[cfg(test)]
mod tests {
    use worthwhile::Plan;

    use super::*;

    fn plan() -> Plan {
        Plan::read(include_str!("../../examples/case.json")).unwrap()
    }

    fn unknown_of(name: &str) -> Estimate {
        unknown(plan().input(name).unwrap())
    }

    #[test]
    fn what_the_case_knows_is_kept() {
        let learning = "/person/motivations/learning";
        assert_eq!(unknown_of(learning), Estimate::between(5.0, 9.0));
    }

    #[test]
    fn a_rating_or_a_share_may_be_anything() {
        let rating = Estimate::Uniform { min: 0.0, max: 10.0 };
        assert_eq!(unknown_of("/person/motivations/enjoyment"), rating);
        let share = Estimate::Uniform { min: 0.0, max: 1.0 };
        assert_eq!(unknown_of("/person/conditions/employer_regard"), share);
        let enjoyable = "/pursuits/meetup/activities/organizing/enjoyability";
        assert_eq!(unknown_of(enjoyable), Estimate::Uniform { min: -10.0, max: 10.0 });
    }

    #[test]
    fn an_amount_is_around_its_base_value() {
        assert_eq!(unknown_of("/person/money/hour_value"), Estimate::between(17.5, 70.0));
        assert_eq!(around(6.0, 0.0, 1000.0), Estimate::between(3.0, 12.0));
        assert_eq!(around(100.0, 0.0, 168.0), Estimate::between(50.0, 134.0));
        assert_eq!(around(-200.0, -1e9, 1e9), Estimate::between(-400.0, -100.0));
        assert_eq!(around(1.5, 1.0, 168.0), Estimate::between(1.25, 3.0));
    }

    #[test]
    fn nothing_is_made_up_around_nothing_or_around_a_whole_number() {
        assert_eq!(around(0.0, 0.0, 1000.0), Estimate::Certain(0.0));
        assert_eq!(around(0.0, -1e9, 1e9), Estimate::Certain(0.0));
        assert_eq!(around(168.0, 0.0, 168.0), Estimate::Certain(168.0));
        assert_eq!(unknown_of("/person/horizon_years"), Estimate::Certain(3.0));
    }

    /// Whatever is made up is such as the reader of cases takes, and surrounds the base value.
    #[test]
    fn every_input_takes_what_is_made_up_for_it() {
        for input in plan().inputs() {
            let unknown = unknown(input);
            let problems = worthwhile::Problems::default();
            let taken = worthwhile::reading::taken(&unknown, input.field, &input.name, &problems);
            assert_eq!(taken.as_ref(), Some(&unknown), "{}", input.name);
        }
    }
}

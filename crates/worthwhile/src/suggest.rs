//! What was probably meant.

use crate::estimate::Domain;

/// The name that was probably meant: one a few edits away, or the only one that goes on where this
/// one ends, or the only one that has all of its words or all of whose words it has.
pub(crate) fn nearest<'n>(found: &str, names: &[&'n str]) -> Option<&'n str> {
    const LONGEST: usize = 64;
    /// Among more names nobody looks for the one that was meant.
    const MOST_NAMES: usize = 4096;
    if found.is_empty() || found.len() > LONGEST || names.len() > MOST_NAMES {
        return None;
    }
    let found = found.trim().to_lowercase();
    misspelled(&found, names).or_else(|| only(names, |name| is_begun(&found, name))).or_else(|| {
        let words = words(&found);
        only(names, |name| shares_all(&words, &self::words(name)))
    })
}

/// One edit for a short name, two from six letters on, three from nine on.
pub(crate) fn misspelled<'n>(found: &str, names: &[&'n str]) -> Option<&'n str> {
    let most = (found.len() / 3).clamp(1, 3);
    let is_as_long = |name: &&&str| name.chars().count().abs_diff(found.chars().count()) <= most;
    let edits = names
        .iter()
        .filter(is_as_long)
        .map(|name| (strsim::damerau_levenshtein(found, name), *name));
    let near = edits.filter(|(edits, name)| *edits <= most && *edits < name.len());
    near.min_by_key(|(edits, _)| *edits).map(|(_, name)| name)
}

/// The name for which something holds, unless it holds for more than one.
fn only<'n>(names: &[&'n str], is_meant: impl Fn(&str) -> bool) -> Option<&'n str> {
    let mut meant = names.iter().filter(|name| is_meant(name));
    meant.next().filter(|_| meant.next().is_none()).copied()
}

fn is_begun(found: &str, name: &str) -> bool {
    const SHORTEST: usize = 3;
    found.len() >= SHORTEST && name.starts_with(found)
}

fn words(name: &str) -> Vec<&str> {
    name.split(['_', '-', ' ']).filter(|word| !word.is_empty()).collect()
}

fn shares_all(one: &[&str], other: &[&str]) -> bool {
    let has_all = |all: &[&str], some: &[&str]| {
        !some.is_empty() && some.iter().all(|word| all.contains(word))
    };
    has_all(other, one) || has_all(one, other)
}

/// The value meant by one written in another unit: 80 for a chance of 0.8, 75 for a rating of 7.5.
/// There is none where another slip is as likely: 12 may be a rating of 10 or of 2.
pub(crate) fn unit_slip(value: f64, domain: &Domain) -> Option<f64> {
    const PERCENT: std::ops::RangeInclusive<f64> = 10.0..=100.0;
    const OF_A_HUNDRED: std::ops::RangeInclusive<f64> = 20.0..=100.0;
    let is_of = |bound: f64| (domain.max - bound).abs() < f64::EPSILON;
    let is_round = (value % 5.0).abs() < f64::EPSILON;
    let meant = if is_of(1.0) && PERCENT.contains(&value) {
        value / 100.0
    } else if is_of(10.0) && OF_A_HUNDRED.contains(&value.abs()) && is_round {
        value / 10.0
    } else {
        return None;
    };
    domain.contains(meant).then_some(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let names = ["hours", "per_year", "enjoyability"];
        assert_eq!(nearest("hour", &names), Some("hours"));
        assert_eq!(nearest("peryear", &names), Some("per_year"));
        assert_eq!(nearest("Enjoyabilty", &names), Some("enjoyability"));
        assert_eq!(nearest("colour", &names), None);
        assert_eq!(nearest("", &names), None);
        // Three letters with one in common are not a slip of the pen.
        assert_eq!(nearest("cat", &["cost"]), None);
    }

    #[test]
    fn a_part_of_a_name_is_near_where_only_one_has_it() {
        let time = ["free_hours_per_week", "work_hours_per_week", "limit_hours_per_week"];
        assert_eq!(nearest("free_hours", &time), Some("free_hours_per_week"));
        assert_eq!(nearest("work", &time), Some("work_hours_per_week"));
        assert_eq!(nearest("week_limit", &time), Some("limit_hours_per_week"));
        assert_eq!(nearest("hours_per_week", &time), None);
        assert_eq!(nearest("mvp", &["microsoft-mvp", "rest"]), Some("microsoft-mvp"));
        assert_eq!(nearest("years", &["horizon_years", "discount_rate"]), Some("horizon_years"));
        assert_eq!(nearest("held_today", &["held", "chance_per_year"]), Some("held"));
        assert_eq!(nearest("fr", &["free"]), None);
    }

    #[test]
    fn what_may_be_meant_in_two_ways_is_not_guessed() {
        let (rating, share) = (Domain::bounded(0.0, 10.0), Domain::bounded(0.0, 1.0));
        for value in [11.0, 12.0, 15.0, 33.0] {
            assert_eq!(unit_slip(value, &rating), None, "{value}");
        }
        for value in [1.2, 2.0, 7.5] {
            assert_eq!(unit_slip(value, &share), None, "{value}");
        }
    }

    #[test]
    fn percentages_are_recognized() {
        assert_eq!(unit_slip(80.0, &Domain::bounded(0.0, 1.0)), Some(0.8));
        assert_eq!(unit_slip(75.0, &Domain::bounded(0.0, 10.0)), Some(7.5));
        assert_eq!(unit_slip(-50.0, &Domain::bounded(-10.0, 10.0)), Some(-5.0));
        assert_eq!(unit_slip(800.0, &Domain::bounded(0.0, 1.0)), None);
        assert_eq!(unit_slip(-80.0, &Domain::bounded(0.0, 1.0)), None);
        assert_eq!(unit_slip(2000.0, &Domain::amount(1000.0)), None);
    }
}

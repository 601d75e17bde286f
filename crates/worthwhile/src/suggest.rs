//! What was probably meant.

use crate::estimate::Domain;

/// The nearest of some names, if it is at most two edits away (three for long names).
pub(crate) fn nearest<'n>(found: &str, names: &[&'n str]) -> Option<&'n str> {
    const LONGEST: usize = 64;
    if found.is_empty() || found.len() > LONGEST {
        return None;
    }
    let found = found.to_lowercase();
    let most = if found.len() > 8 { 3 } else { 2 };
    names
        .iter()
        .map(|name| (strsim::damerau_levenshtein(&found, name), *name))
        .filter(|(edits, name)| *edits <= most && *edits < name.len())
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, name)| name)
}

/// The value meant by one written in another unit: 80 for a chance of 0.8, 75 for 7.5 of 10.
pub(crate) fn unit_slip(value: f64, domain: &Domain) -> Option<f64> {
    let is_of = |bound: f64| (domain.max - bound).abs() < f64::EPSILON;
    let is_share = is_of(1.0) && value > 1.0 && value <= 100.0;
    let is_rating = is_of(10.0) && value > 10.0 && value <= 100.0;
    let meant = if is_share {
        value / 100.0
    } else if is_rating {
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
    }

    #[test]
    fn percentages_are_recognised() {
        assert_eq!(unit_slip(80.0, &Domain::bounded(0.0, 1.0)), Some(0.8));
        assert_eq!(unit_slip(75.0, &Domain::bounded(0.0, 10.0)), Some(7.5));
        assert_eq!(unit_slip(800.0, &Domain::bounded(0.0, 1.0)), None);
        assert_eq!(unit_slip(2000.0, &Domain::amount(1000.0)), None);
    }
}

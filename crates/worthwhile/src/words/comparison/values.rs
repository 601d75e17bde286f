//! What two cases have where they differ, in words.

use super::super::grammar::{clean, grouped, join, part, percent, trimmed};
use super::super::names;
use super::super::phrase::Phrase;
use crate::case::{During, Motive};
use crate::estimate::Estimate;
use crate::field::{Field, Key};

/// What a number is, within a sentence about two cases: nobody in particular is spoken to.
pub(crate) fn noun<'n>(
    name: &str,
    field: &'static Field,
    other: impl Fn(&str) -> Option<&'n str>,
) -> String {
    let noun = Phrase::named(name, field, other).noun();
    let plain = ["your ", "the "].iter().find_map(|start| noun.strip_prefix(start));
    plain.map_or_else(|| noun.clone(), str::to_owned)
}

/// A number or estimate with its unit: `12 hours`, `20% to 80%`, `7 of 10`.
pub(crate) fn number(field: &Field, estimate: &Estimate, currency: Option<&str>) -> String {
    let unit = field.unit;
    let is_share = unit.starts_with("share") || unit.starts_with("chance");
    let [scale, after] = match unit {
        _ if is_share => [100.0.to_string(), "%".to_owned()],
        "0 to 10" if field.key != Key::TimeConvexity => [String::new(), " of 10".to_owned()],
        "hours" | "hours a week" => [String::new(), " hours".to_owned()],
        "times a year" => [String::new(), " times a year".to_owned()],
        "years" => [String::new(), " years".to_owned()],
        _ if unit.contains("your currency") => {
            let end = unit.replace("your currency", &clean(currency.unwrap_or("dollars")));
            [String::new(), format!(" {end}")]
        }
        _ => [String::new(), String::new()],
    };
    let factor: f64 = scale.parse().unwrap_or(1.0);
    let is_one = matches!(estimate, Estimate::Certain(one) if (one * factor - 1.0).abs() <= 0.0);
    let after = match after.as_str() {
        " hours" if is_one => " hour".to_owned(),
        " years" if is_one => " year".to_owned(),
        " times a year" if is_one => " time a year".to_owned(),
        _ => after,
    };
    in_words(&estimate.scaled(factor), &after)
}

fn in_words(estimate: &Estimate, after: &str) -> String {
    match estimate {
        Estimate::Certain(value) => format!("{}{after}", short(*value)),
        Estimate::Interval { low, high } => format!("{} to {}{after}", short(*low), short(*high)),
        Estimate::Pert { min, mode, max } => {
            format!("{}{after} ({} to {})", short(*mode), short(*min), short(*max))
        }
        Estimate::Uniform { min, max } => {
            format!("{} to {}{after}", short(*min), short(*max))
        }
        Estimate::Normal { mean, sd } => {
            format!("about {}{after}, give or take {}", short(*mean), short(*sd))
        }
        Estimate::Discrete { values, .. } => {
            let values: Vec<String> = values.iter().map(|value| short(*value)).collect();
            match values.split_last() {
                Some((last, [])) => format!("{last}{after}"),
                Some((last, others)) => format!("{} or {last}{after}", others.join(", ")),
                None => String::new(),
            }
        }
    }
}

/// As many digits as a person would write.
fn short(value: f64) -> String {
    match grouped(trimmed(&format!("{value:.6}"))).as_str() {
        "-0" => "0".to_owned(),
        text => text.to_owned(),
    }
}

/// Something that is no number and differs in two cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fact {
    Question,
    Ranking,
    Currency,
    Rate,
    CloseCall,
    EitherOr,
    Pursuit,
    Levels,
    Award,
    Held,
    GiveUp,
    Stops,
    Item,
    Kind,
    During,
    Category,
    Requires,
    DependsOn,
}

impl Fact {
    /// What it is, within a sentence. `of` is the name of a pursuit or an item.
    pub(crate) fn noun(self, of: &str) -> String {
        match self {
            Self::Question => "the pursuit in question".to_owned(),
            Self::Ranking => "the order of what matters".to_owned(),
            Self::Currency => "the currency".to_owned(),
            Self::Rate => "what one US dollar is in the currency".to_owned(),
            Self::CloseCall => "points within which it is a close call".to_owned(),
            Self::EitherOr => format!("whether {of} exclude each other"),
            Self::Pursuit | Self::Item => of.to_owned(),
            Self::Levels => format!("how much of {of} can be chosen"),
            Self::Award => format!("whether {of} has an award"),
            Self::Held => format!("whether the award of {of} is held today"),
            Self::GiveUp => format!("when {of} is given up without the award"),
            Self::Stops => format!("what follows giving up the award of {of}"),
            Self::Kind => format!("whether {of} is rest"),
            Self::During => format!("when {of} counts"),
            Self::Category => format!("what {of} gives"),
            Self::Requires => format!("whether {of} takes the award"),
            Self::DependsOn => format!("what {of} depends on"),
        }
    }
}

/// The name of an item within a sentence: `speaking (Microsoft MVP)`.
pub(crate) fn item(id: &str, pursuit: &str) -> String {
    format!("{} ({})", names::of_item(&clean(id)), super::super::grammar::in_sentence(pursuit))
}

pub(crate) fn yes_no(is_so: bool) -> String {
    if is_so { "yes" } else { "no" }.to_owned()
}

/// Something that a case has.
pub(crate) fn there() -> String {
    "there".to_owned()
}

pub(crate) fn years_to_give_up(years: Option<u32>) -> String {
    match years {
        None => "never".to_owned(),
        Some(1) => "after 1 year".to_owned(),
        Some(years) => format!("after {years} years"),
    }
}

pub(crate) fn after_giving_up(stops: bool) -> String {
    if stops { "the work stops" } else { "the work goes on" }.to_owned()
}

pub(crate) fn ranking(motives: Option<&[Motive]>) -> String {
    let name = |motive: &Motive| names::of_contribution(motive.as_str());
    match motives {
        Some(motives) => join(&motives.iter().map(name).collect::<Vec<_>>()),
        None => "rated one by one".to_owned(),
    }
}

pub(crate) fn levels(levels: &[f64]) -> String {
    match levels {
        [_] => "all or nothing".to_owned(),
        levels => join(&levels.iter().map(|level| level_of(*level)).collect::<Vec<_>>()),
    }
}

fn level_of(level: f64) -> String {
    let name = part(level);
    if name.ends_with('%') { percent(level) } else { name }
}

pub(crate) fn during(during: During) -> String {
    match during {
        During::Always => "always",
        During::Award => "only for the award",
        During::Pursuing => "only in years without the award",
        During::Holding => "only in years with the award",
    }
    .to_owned()
}

/// Names of the catalog, as words.
pub(crate) fn words_of<S: AsRef<str>>(names: &[S]) -> String {
    let names: Vec<String> =
        names.iter().map(|name| clean(&name.as_ref().replace('_', " "))).collect();
    if names.is_empty() { "nothing".to_owned() } else { join(&names) }
}

/// A plain number of a fact.
pub(crate) fn plain(value: f64) -> String {
    short(value)
}

/// A group of differences, in words. `of` is the name of the pursuit, where it is of one.
pub(crate) fn group(id: &str, of: Option<&str>) -> String {
    let aspect = match (id.rsplit('/').next(), of) {
        (Some(aspect), Some(_)) if id.contains('/') => aspect,
        (_, Some(_)) => "",
        _ => id,
    };
    let name = of.map(clean).unwrap_or_default();
    match (aspect, of.is_some()) {
        ("question", false) => "the question itself".to_owned(),
        ("motives", false) => "what matters".to_owned(),
        ("protections", false) => "what is not to be lost".to_owned(),
        ("time", false) => "the week".to_owned(),
        ("burnout_risk", false) => "the risk of burnout today".to_owned(),
        ("money", false) => "the money".to_owned(),
        ("conditions", false) => "what the world values".to_owned(),
        ("years", false) => "the years ahead".to_owned(),
        ("assumptions", false) => "the model's assumptions".to_owned(),
        ("either_or", false) => "what excludes what".to_owned(),
        ("", true) => format!("{name}, to choose or not"),
        ("amount", true) => format!("{name}: how much, how long"),
        ("anyway", true) => format!("{name}: what is done anyway"),
        ("award", true) => format!("{name}: the award"),
        ("hours", true) => format!("{name}: the hours"),
        ("enjoyability", true) => format!("{name}: the joy in it"),
        ("benefits", true) => format!("{name}: what it gives"),
        ("costs", true) => format!("{name}: what it costs"),
        ("drawbacks", true) => format!("{name}: what bothers"),
        (own, _) => own.replace('_', " "),
    }
}

/// Several groups that matter least.
pub(crate) fn the_rest(groups: usize) -> String {
    format!("{groups} smaller differences together")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field;

    #[test]
    fn numbers_have_the_unit_that_a_person_says() {
        let told = |field: &Field, estimate: Estimate| number(field, &estimate, Some("EUR"));
        assert_eq!(told(&field::FREE_HOURS, 12.0.into()), "12 hours");
        assert_eq!(told(&field::ACTIVITY_HOURS, 1.0.into()), "1 hour");
        assert_eq!(told(&field::MOTIVATION, Estimate::between(5.0, 9.0)), "5 to 9 of 10");
        assert_eq!(told(&field::ACTIVITY_ENJOYABILITY, Estimate::from(-3.0)), "-3");
        assert_eq!(told(&field::DISCOUNT_RATE, 0.035.into()), "3.5%");
        assert_eq!(told(&field::CONDITION, Estimate::between(0.2, 0.8)), "20 to 80%");
        assert_eq!(told(&field::MEANINGFUL_YEARLY_AMOUNT, 8000.0.into()), "8,000 EUR a year");
        assert_eq!(
            told(&field::ACTIVITY_HOURS, Estimate::pert(6.0, 12.0, 30.0)),
            "12 hours (6 to 30)"
        );
        assert_eq!(told(&field::TIME_CONVEXITY, 2.5.into()), "2.5");
    }

    #[test]
    fn a_noun_speaks_to_nobody_in_particular() {
        let noun = |name: &str, field| noun(name, field, |_| None);
        let free = noun("/person/time/free_hours_per_week", &field::FREE_HOURS);
        assert_eq!(free, "free hours a week");
        let hours = noun("/pursuits/mvp/activities/speaking/hours", &field::ACTIVITY_HOURS);
        assert_eq!(hours, "hours that speaking takes");
    }

    #[test]
    fn every_group_has_a_name() {
        let aspects = ["amount", "anyway", "award", "hours", "enjoyability", "benefits", "costs"];
        for aspect in aspects {
            let name = group(&format!("mvp/{aspect}"), Some("Microsoft MVP"));
            assert!(name.starts_with("Microsoft MVP: "), "{name}");
        }
        assert_eq!(group("rest", Some("More rest")), "More rest, to choose or not");
        assert_eq!(group("time", None), "the week");
    }
}

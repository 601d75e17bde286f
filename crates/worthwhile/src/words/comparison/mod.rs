//! Two cases side by side, in words.

mod page;
pub(crate) mod values;

pub use page::ComparisonPage;

use super::grammar::{capital, clean, in_sentence, points, signed, whole};
use crate::analysis::Verdict;
use crate::assessment::{
    ComparedAnswer, Comparison, Difference, DifferenceContribution, DifferenceValue,
};

/// What two cases are called where nobody names them.
pub(crate) const CASES: [&str; 2] = ["the first", "the second"];
/// Fewer points than these are told as none.
const SHOWN: f64 = 0.5;
/// Differences that a sentence names.
const NAMED: usize = 3;

/// Both answers and what makes the difference, in a few sentences.
pub(crate) fn summary(comparison: &Comparison, names: [&str; 2]) -> String {
    let names = names.map(clean);
    let [first, second] = &names;
    let (one, other) = (&comparison.first, &comparison.second);
    let mut sentences = Vec::new();
    if one.pursuit_name != other.pursuit_name && has_other_question(comparison) {
        let [asks, about] = [one, other].map(|own| in_sentence(&own.pursuit_name));
        sentences.push(format!("{} asks about {asks}, {second} about {about}.", capital(first)));
    }
    sentences.push(if comparison.change.turns {
        format!("{} says {}, {second} says {}.", capital(first), one.answer, other.answer)
    } else {
        format!("{} and {second} both say {}.", capital(first), one.answer)
    });
    let unfit = [(first, one), (second, other)].into_iter().filter(|(_, own)| is_unfit(own));
    for (name, _) in unfit {
        sentences.push(format!(
            "It does not fit into the week of {name}: the points there are those of a plan that \
             cannot be."
        ));
    }
    sentences.push(cause(comparison, &names));
    sentences.join(" ")
}

fn is_unfit(own: &ComparedAnswer) -> bool {
    own.verdict == Verdict::NotFeasible
}

fn has_other_question(comparison: &Comparison) -> bool {
    comparison.differences.iter().any(|own| own.group == "question")
}

/// What makes the difference of the margins, at the averages.
fn cause(comparison: &Comparison, names: &[String; 2]) -> String {
    if comparison.differences.is_empty() {
        return "Nothing that counts differs.".to_owned();
    }
    let shown = comparison.contributions.iter().filter(|own| is_shown(own));
    let shown: Vec<&DifferenceContribution> = shown.collect();
    if shown.is_empty() {
        return "What differs changes next to nothing.".to_owned();
    }
    let told = |own: &&DifferenceContribution| {
        format!("{}: {}", short_name(comparison, own, names), signed(own.margin))
    };
    let named: Vec<String> = shown.iter().take(NAMED).map(told).collect();
    let rest = if shown.len() > NAMED { " most of all" } else { "" };
    let [first, second] = names;
    let [one, other] = [&comparison.first, &comparison.second].map(|own| well_off(own.base_margin));
    format!(
        "With every number at its average, it leaves {first} {one} and {second} {other}. What makes the \
         difference{rest}: {}.",
        named.join("; ")
    )
}

fn well_off(margin: f64) -> String {
    match whole(margin.abs()).as_str() {
        "0" => "about as well off".to_owned(),
        _ if margin > 0.0 => format!("{} better off", points(margin)),
        _ => format!("{} worse off", points(-margin)),
    }
}

fn is_shown(own: &DifferenceContribution) -> bool {
    own.margin.abs() >= SHOWN
}

/// What a contribution is of: the one thing that differs, with both values, or the group.
fn short_name(
    comparison: &Comparison,
    own: &DifferenceContribution,
    names: &[String; 2],
) -> String {
    match only_of(comparison, own) {
        Some(only) => format!("{}, {}", clean(&only.noun), against(only, names)),
        None => clean(&own.name),
    }
}

/// The difference that a contribution is of, where it is one alone.
fn only_of<'c>(comparison: &'c Comparison, own: &DifferenceContribution) -> Option<&'c Difference> {
    let [group] = own.groups.as_slice() else { return None };
    let mut all = comparison.differences.iter().filter(|own| own.group == *group);
    all.next().filter(|_| all.next().is_none())
}

/// Both values: `12 against 5 hours`; of what only one case has, which one.
fn against(own: &Difference, [one, other]: &[String; 2]) -> String {
    let number = |value: &DifferenceValue| value.estimate.as_ref().map(|_| clean(&value.text));
    match (&own.first, &own.second) {
        (Some(first), Some(second)) => {
            let (first, second) = (clean(&first.text), clean(&second.text));
            format!("{} against {second}", without_unit(&first, &second))
        }
        (Some(first), None) => match number(first) {
            Some(first) => format!("{first} against none given"),
            None => format!("only in {one}"),
        },
        (None, Some(second)) => match number(second) {
            Some(second) => format!("none given against {second}"),
            None => format!("only in {other}"),
        },
        (None, None) => String::new(),
    }
}

/// A number without the unit that comes with the one after it.
fn without_unit<'t>(first: &'t str, second: &str) -> &'t str {
    let unit = |text: &'t str| text.split_once(' ').filter(|(number, _)| is_number(number));
    match (unit(first), second.split_once(' ').filter(|(number, _)| is_number(number))) {
        (Some((number, unit)), Some((_, other))) if unit == other => number,
        _ => first,
    }
}

fn is_number(text: &str) -> bool {
    text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_said_once() {
        assert_eq!(without_unit("12 hours", "5 hours"), "12");
        assert_eq!(without_unit("12 hours", "1 hour"), "12 hours");
        assert_eq!(without_unit("5 to 9 of 10", "3 of 10"), "5 to 9 of 10");
        assert_eq!(without_unit("20%", "30%"), "20%");
    }
}

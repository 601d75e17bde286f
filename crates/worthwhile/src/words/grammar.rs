//! Numbers and names as they stand in sentences.

use crate::analysis::Verdict;

/// A name inside a sentence: one of plain words loses its capital, a proper name keeps it.
pub(super) fn in_sentence(name: &str) -> String {
    let mut letters = name.chars();
    let Some(first) = letters.next() else { return String::new() };
    let rest = letters.as_str();
    let is_plain = rest.chars().all(|letter| !letter.is_uppercase());
    if is_plain && first.is_uppercase() {
        format!("{}{rest}", first.to_lowercase())
    } else {
        name.to_owned()
    }
}

/// What a verdict would mean.
pub(super) fn would_be(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::WorthIt => "it would be worth it",
        Verdict::BetterElsewhere => "your hours would be better spent elsewhere",
        Verdict::NotWorthIt => "it would not be worth it",
        Verdict::NotFeasible => "it would not fit",
    }
}

/// Names as a list in a sentence.
pub(super) fn join<S: AsRef<str>>(names: &[S]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// Points with their sign, one decimal.
pub(super) fn signed(points: f64) -> String {
    let text = format!("{points:+.1}");
    if text == "-0.0" { "+0.0".to_owned() } else { text }
}

/// Money with its sign, whole, in groups of three digits.
pub(super) fn grouped(money: f64) -> String {
    let digits = format!("{:.0}", money.abs());
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            text.push(' ');
        }
        text.push(digit);
    }
    let sign = if money < 0.0 && digits != "0" { '-' } else { '+' };
    format!("{sign}{text}")
}

/// A number with one decimal, or none where that says as much.
pub(super) fn plain(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

/// A size in steps on each of half a dozen ratings.
pub(super) fn steps(steps: f64) -> String {
    const SPELLED: [&str; 10] = [
        "",
        "one step",
        "two steps",
        "three steps",
        "four steps",
        "five steps",
        "six steps",
        "seven steps",
        "eight steps",
        "nine steps",
    ];
    let whole = steps.round();
    let ratings = "on half a dozen of your ratings";
    match SPELLED.get(whole as usize) {
        Some(&"") => format!("less than a step {ratings}"),
        Some(spelled) => format!("about {spelled} {ratings}"),
        None => format!("about {whole} steps {ratings}"),
    }
}

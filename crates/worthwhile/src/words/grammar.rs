//! Numbers and names as they stand in sentences.

use crate::read::is_hidden;

/// A number with so many decimals; never a zero below zero.
pub fn fixed(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return "unknown".to_owned();
    }
    let text = format!("{value:.decimals$}");
    match text.strip_prefix('-') {
        Some(rest) if rest.chars().all(|letter| matches!(letter, '0' | '.')) => rest.to_owned(),
        _ => text,
    }
}

/// Whole points: `13`, `-7`.
pub(super) fn whole(points: f64) -> String {
    fixed(points, 0)
}

/// Points below which nobody reads how many they are.
const FAR_TOO_MANY: f64 = -100.0;

/// Whole points with their sign: `+13`, `-7`, `0`, `< -100`.
pub(super) fn signed(points: f64) -> String {
    if points < FAR_TOO_MANY {
        return format!("< {FAR_TOO_MANY}");
    }
    let text = whole(points);
    if points > 0.0 && text != "0" { format!("+{text}") } else { text }
}

/// Points as an amount: `1 point`, `13 points`.
pub(super) fn points(points: f64) -> String {
    let text = whole(points);
    let noun = if text == "1" { "point" } else { "points" };
    format!("{text} {noun}")
}

/// Hours, one decimal: `3.1 hours`.
pub(super) fn hours(hours: f64) -> String {
    let text = fixed(hours, 1);
    let noun = if text == "1.0" { "hour" } else { "hours" };
    format!("{text} {noun}")
}

/// What it takes of a week: `about 3.1 hours a week`, `almost no time`.
pub(super) fn a_week(hours: f64) -> String {
    match fixed(hours, 1).as_str() {
        "0.0" => "almost no time".to_owned(),
        _ => format!("about {} a week", self::hours(hours)),
    }
}

/// Time beyond what is done already: `54 minutes`, `3.1 hours`.
pub(super) fn extra_time(hours: f64) -> String {
    match (60.0 * hours).round() {
        minutes if minutes < 60.0 => {
            let noun = if minutes <= 1.0 { "minute" } else { "minutes" };
            format!("{} {noun}", whole(minutes.max(1.0)))
        }
        _ => self::hours(hours),
    }
}

/// A share: `86%`; only a share of all is 100%, only one of none is 0%.
pub fn share(share: f64) -> String {
    let percent = (100.0 * share).round();
    let is_end = share >= 1.0 || share <= 0.0;
    format!("{}%", whole(if is_end { percent } else { percent.clamp(1.0, 99.0) }))
}

/// A chance that scenarios show: where all of them agree there may still be others.
pub(super) fn chance(share: f64) -> String {
    match share {
        sure if sure >= 0.995 => "over 99%".to_owned(),
        none if none <= 0.005 => "under 1%".to_owned(),
        other => self::share(other),
    }
}

/// A part of something: whole percents, or as many decimals as a small one needs.
pub fn percent(part: f64) -> String {
    let percent = 100.0 * part;
    let decimals = if percent.abs() >= 10.0 { 0 } else { 1 + usize::from(percent.abs() < 1.0) };
    format!("{}%", trimmed(&fixed(percent, decimals)))
}

/// A number without zeros behind its decimals.
pub(crate) fn trimmed(text: &str) -> &str {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text }
}

/// Digits in groups of three: `3,000`.
pub fn grouped(digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let (whole, rest) = digits.split_once('.').map_or((digits, None), |(a, b)| (a, Some(b)));
    let mut text = sign.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    rest.iter().for_each(|rest| {
        text.push('.');
        text.push_str(rest);
    });
    text
}

/// Currencies without a smaller unit in use.
const WHOLE_CURRENCIES: [&str; 8] = ["CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF"];

/// From this amount on the decimals of a currency say nothing.
const LARGE_AMOUNT: f64 = 100.0;

/// Money: `3,000 EUR`, `27.50 EUR`.
pub(super) fn money(value: f64, currency: &str) -> String {
    let is_whole = value.abs() >= LARGE_AMOUNT || WHOLE_CURRENCIES.contains(&currency);
    format!("{} {}", grouped(&fixed(value, if is_whole { 0 } else { 2 })), clean(currency))
}

/// Money with two digits, for what is a guess all over: `13,000 EUR`.
pub(super) fn rough_money(value: f64, currency: &str) -> String {
    let digits = libm::floor(libm::log10(value.abs().max(1.0))) - 1.0;
    let step = libm::pow(10.0, digits.max(0.0));
    money((value / step).round() * step, currency)
}

/// A name without what nobody sees; a break of its line is a blank.
pub fn clean(name: &str) -> String {
    let plain = name.chars().map(|letter| if breaks_line(letter) { ' ' } else { letter });
    plain.filter(|letter| !is_hidden(*letter)).collect()
}

fn breaks_line(letter: char) -> bool {
    letter.is_ascii_whitespace() || matches!(letter, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A name inside a sentence: one of plain words loses its capital, a proper name keeps it.
pub(crate) fn in_sentence(name: &str) -> String {
    let name = clean(name);
    let mut letters = name.chars();
    let Some(first) = letters.next() else { return String::new() };
    let rest = letters.as_str();
    let is_plain = rest.chars().all(|letter| !letter.is_uppercase());
    if is_plain && first.is_uppercase() { format!("{}{rest}", first.to_lowercase()) } else { name }
}

/// The first letter as a capital, as at the start of a sentence.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Names as a list in a sentence.
pub fn join<S: AsRef<str>>(names: &[S]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// A part of what is planned: `half`, `a tenth`, `85%`; `all` for all of it.
pub(super) fn part(level: f64) -> String {
    const NAMED: [(f64, &str); 7] = [
        (0.1, "a tenth"),
        (0.25, "a quarter"),
        (0.5, "half"),
        (0.75, "three quarters"),
        (1.0, "all"),
        (1.25, "25% more"),
        (1.5, "50% more"),
    ];
    let named = NAMED.iter().find(|(known, _)| (known - level).abs() < 1e-9);
    named.map_or_else(|| percent(level), |(_, name)| (*name).to_owned())
}

/// Whether a level is all that is planned.
pub(super) fn is_all(level: f64) -> bool {
    (level - 1.0).abs() < 1e-9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_digits_they_deserve() {
        assert_eq!([signed(12.6), signed(-0.3), signed(-7.2)], ["+13", "0", "-7"]);
        assert_eq!([points(0.9), points(-1.0), points(4.0)], ["1 point", "-1 points", "4 points"]);
        assert_eq!([hours(0.96), hours(24.0)], ["1.0 hour", "24.0 hours"]);
        assert_eq!(
            [extra_time(0.9), extra_time(0.004), extra_time(1.0)],
            ["54 minutes", "1 minute", "1.0 hour"]
        );
        assert_eq!([a_week(0.02), a_week(3.1)], ["almost no time", "about 3.1 hours a week"]);
        assert_eq!(signed(-1e30), "< -100");
        assert_eq!(rough_money(-12_667.0, "EUR"), "-13,000 EUR");
        assert_eq!(
            [share(0.864), share(0.999), share(0.001), share(1.0)],
            ["86%", "99%", "1%", "100%"]
        );
        assert_eq!([chance(1.0), chance(0.994), chance(0.0)], ["over 99%", "99%", "under 1%"]);
        assert_eq!(money(-3000.4, "EUR"), "-3,000 EUR");
        assert_eq!(money(27.5, "EUR"), "27.50 EUR");
        assert_eq!(money(27.5, "JPY"), "28 JPY");
        assert_eq!(money(-0.2, "JPY"), "0 JPY");
        assert_eq!(grouped("1234567.5"), "1,234,567.5");
        assert_eq!(whole(f64::NAN), "unknown");
    }

    #[test]
    fn names_lose_marks_and_plain_ones_their_capital() {
        assert_eq!(in_sentence("More rest"), "more rest");
        assert_eq!(in_sentence("Microsoft MVP"), "Microsoft MVP");
        assert_eq!(in_sentence("A\u{202e}b\u{7}c"), "abc");
        assert_eq!(in_sentence("A\u{feff}b\u{200b}c\u{ad}\u{e0041}"), "abc");
        assert_eq!(clean("a\nb\u{2028}c\u{85}d"), "a b c d");
    }

    #[test]
    fn parts_have_names() {
        assert_eq!([part(0.5), part(0.85), part(1.0)], ["half", "85%", "all"]);
        assert_eq!([part(0.005), part(0.084), part(0.01)], ["0.5%", "8.4%", "1%"]);
        assert!(is_all(1.0) && !is_all(0.99));
    }
}

//! Inputs in words: what they are, what another value of them would mean, and whom to ask.

use super::grammar::in_sentence;
use crate::catalogue::Catalogue;
use crate::field::{self, Field};
use crate::plan::{Compiled, Input};

/// An input, as sentences speak of it.
pub(crate) struct Phrase<'p> {
    input: &'p Input,
    /// Whether it is of a pursuit, and of which where it is not the one in question.
    is_of_pursuit: bool,
    pursuit: String,
    /// The item, motive, condition or category that it is of.
    item: String,
    /// The last part of its name.
    last: String,
}

impl<'p> Phrase<'p> {
    pub(crate) fn new(compiled: &'p Compiled, input: &'p Input) -> Self {
        let parts: Vec<&str> = input.name.split('/').skip(1).collect();
        let plain =
            |part: Option<&&str>| part.map_or(String::new(), |p| p.replace(['-', '_'], " "));
        let pursuits = &compiled.case.pursuits;
        let pursuit = match parts.as_slice() {
            ["pursuits", id, ..] => pursuits.iter().find(|own| own.id == *id),
            _ => None,
        };
        let at = if pursuit.is_some() { 3 } else { 2 };
        let asked = pursuits.first().map(|own| own.id.as_str());
        let other = pursuit.filter(|own| Some(own.id.as_str()) != asked);
        Self {
            input,
            is_of_pursuit: pursuit.is_some(),
            pursuit: other.map_or(String::new(), |own| format!(" ({})", in_sentence(&own.name))),
            item: plain(parts.get(at)),
            last: plain(parts.last()),
        }
    }

    fn is(&self, field: &Field) -> bool {
        self.input.field.path == field.path
    }

    /// What it is: `the hours of speaking (Microsoft MVP)`.
    pub(crate) fn noun(&self) -> String {
        let Self { pursuit, item, last, .. } = self;
        let of_pursuit = [
            (&field::AWARD_CHANCE, format!("the chance of the award{pursuit}")),
            (&field::AWARD_RENEWAL, format!("the chance to keep the award{pursuit}")),
            (&field::ACTIVITY_HOURS, format!("the hours that {item} takes{pursuit}")),
            (&field::ACTIVITY_PER_YEAR, format!("how often {item} comes in a year{pursuit}")),
            (&field::ACTIVITY_ENJOYABILITY, format!("how much you enjoy {item}{pursuit}")),
            (&field::BENEFIT_STRENGTH, format!("how strong {item} is{pursuit}")),
            (&field::BENEFIT_CHANCE, format!("the chance of {item}{pursuit}")),
            (&field::BENEFIT_MONEY, format!("the money that {item} brings{pursuit}")),
            (&field::BENEFIT_DELAY, format!("the years until {item} starts{pursuit}")),
            (&field::COST_MONEY, format!("what {item} costs{pursuit}")),
        ];
        if let Some((_, noun)) = of_pursuit.into_iter().find(|(field, _)| self.is(field)) {
            return noun;
        }
        if self.is(&field::MOTIVATION) {
            format!("how much {last} drives you")
        } else if self.is(&field::SERVES) {
            format!("how far {} serves {last}", self.category())
        } else if self.is(&field::AUTONOMY) {
            format!("how far acting for {last} is acting from yourself")
        } else if self.is(&field::CONDITION) {
            self.condition()
        } else {
            format!("your {last}")
        }
    }

    /// A condition by the catalogue's name for it, or by its own.
    fn condition(&self) -> String {
        let own = self.input.name.rsplit('/').next().unwrap_or_default();
        match Catalogue::builtin().conditions.get(own) {
            Some(condition) => format!("the {}", in_sentence(&condition.name)),
            None => format!("the condition {}", self.last),
        }
    }

    fn category(&self) -> String {
        self.input.name.split('/').nth(3).unwrap_or_default().replace('_', " ")
    }

    /// What another value would mean: `the same speaking taking 9 h each instead of about 15`.
    pub(crate) fn change(&self, from: f64, to: f64) -> String {
        let Self { pursuit, item, last, .. } = self;
        let about = if self.input.estimate.is_certain() { "" } else { "about " };
        let (new, old) = (rounded(to, from), format!("{about}{}", short(from)));
        let (new_share, old_share) =
            (percent(to, from), format!("{about}{} %", short(100.0 * from)));
        let of_pursuit = [
            (
                &field::ACTIVITY_HOURS,
                format!("the same {item}{pursuit} taking {new} h each instead of {old}"),
            ),
            (
                &field::ACTIVITY_PER_YEAR,
                format!(
                    "the same results from {item}{pursuit} {new} times a year instead of {old}"
                ),
            ),
            (
                &field::ACTIVITY_ENJOYABILITY,
                format!("enjoying {item}{pursuit} {new} of 10 instead of {old}"),
            ),
            (
                &field::BENEFIT_STRENGTH,
                format!("{item}{pursuit} being worth {new} of 10 instead of {old}"),
            ),
            (
                &field::BENEFIT_CHANCE,
                format!("a chance of {new_share} for {item}{pursuit} instead of {old_share}"),
            ),
            (
                &field::BENEFIT_MONEY,
                format!("{item}{pursuit} bringing {new} a year instead of {old}"),
            ),
            (
                &field::BENEFIT_DELAY,
                format!("{item}{pursuit} starting after {new} years instead of {old}"),
            ),
            (&field::COST_MONEY, format!("{item}{pursuit} costing {new} a year instead of {old}")),
            (
                &field::AWARD_CHANCE,
                format!(
                    "a chance of {new_share} a year to get the award{pursuit} instead of {old_share}"
                ),
            ),
            (
                &field::AWARD_RENEWAL,
                format!(
                    "a chance of {new_share} a year to keep the award{pursuit} instead of {old_share}"
                ),
            ),
            (&field::MOTIVATION, format!("{last} mattering {new} of 10 to you instead of {old}")),
            (
                &field::PERSONAL_TIME,
                format!("{last} mattering {new} of 10 to you instead of {old}"),
            ),
            (&field::WELLBEING, format!("{last} mattering {new} of 10 to you instead of {old}")),
            (&field::SAVINGS, format!("{last} mattering {new} of 10 to you instead of {old}")),
            (&field::FREE_HOURS, format!("{new} free hours a week instead of {old}")),
            (&field::WORK_HOURS, format!("a job of {new} hours a week instead of {old}")),
            (
                &field::MEANINGFUL_YEARLY_AMOUNT,
                format!("being content with {new} more a year instead of {old}"),
            ),
            (
                &field::BURNOUT_RISK,
                format!("a risk of burnout of {new_share} today instead of {old_share}"),
            ),
            (&field::HORIZON_YEARS, format!("looking {new} years ahead instead of {old}")),
            (
                &field::DISCOUNT_RATE,
                format!("a discount rate of {new_share} instead of {old_share}"),
            ),
        ];
        if let Some((_, change)) = of_pursuit.into_iter().find(|(field, _)| self.is(field)) {
            return change;
        }
        let is_share = self.input.field.domain.max <= 1.0;
        if is_share {
            format!("{} at {new_share} instead of {old_share}", self.noun())
        } else {
            format!("{} at {new} instead of {old}", self.noun())
        }
    }

    /// Whom to ask or what to do to find out; none where nobody can say.
    pub(crate) fn ask(&self) -> Option<String> {
        if self.is(&field::CONDITION) {
            let own = self.input.name.rsplit('/').next()?;
            let known = Catalogue::builtin().conditions.get(own);
            Some(format!("ask {}", known.map_or("somebody who knows", |condition| &condition.ask)))
        } else if self.is(&field::ACTIVITY_ENJOYABILITY) {
            Some("try it a few times".to_owned())
        } else if self.is_of_pursuit {
            Some("ask somebody who has done it".to_owned())
        } else if self.is(&field::MOTIVATION) {
            Some("think of what you would miss most without it".to_owned())
        } else if self.is(&field::FREE_HOURS) || self.is(&field::WORK_HOURS) {
            Some("keep a diary for two weeks".to_owned())
        } else if self.input.name.starts_with("/person/") {
            Some("think it over with somebody who knows you".to_owned())
        } else {
            None
        }
    }
}

/// Two digits of a change, rounded away from the old value: what is said still makes the change.
/// More digits where two would say nothing at all instead of a little.
fn rounded(to: f64, from: f64) -> String {
    let change = to - from;
    if change.abs() <= 0.0 {
        return short(to);
    }
    let exponent = libm::floor(libm::log10(change.abs()));
    for digits in 1..=6 {
        let digits = f64::from(digits) - exponent;
        let decimals = digits.clamp(0.0, 9.0) as usize;
        let step = libm::pow(10.0, -digits);
        let steps = to / step;
        let whole = if change > 0.0 { (steps - 1e-6).ceil() } else { (steps + 1e-6).floor() };
        if whole.abs() > 0.0 || to.abs() <= 0.0 {
            return trimmed(format!("{:.decimals$}", whole * step));
        }
    }
    short(to)
}

fn percent(to: f64, from: f64) -> String {
    format!("{} %", rounded(100.0 * to, 100.0 * from))
}

/// Three digits of a number.
fn short(value: f64) -> String {
    if value.abs() <= 0.0 {
        return "0".to_owned();
    }
    let digits = 2.0 - libm::floor(libm::log10(value.abs()));
    let decimals = digits.clamp(0.0, 9.0) as usize;
    trimmed(format!("{value:.decimals$}"))
}

fn trimmed(text: String) -> String {
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_still_makes_the_change() {
        assert_eq!(rounded(9.387_261, 15.0), "9.3");
        assert_eq!(rounded(24.01, 15.0), "24.1");
        assert_eq!(rounded(0.612_3, 0.55), "0.613");
        assert_eq!(rounded(0.0, 8.0), "0");
        assert_eq!(rounded(0.034, 8.0), "0.03");
        assert_eq!(rounded(31_234.0, 1000.0), "32000");
        assert_eq!(percent(0.05, 0.35), "5 %");
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!(short(15.333_3), "15.3");
        assert_eq!(short(0.035), "0.035");
        assert_eq!(short(8000.0), "8000");
        assert_eq!(short(0.0), "0");
    }
}

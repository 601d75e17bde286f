//! Levers in words: what would have to be different.

use std::sync::Arc;

use super::facts::Facts;
use super::grammar::{fixed, grouped, hours, is_all, part, plain, share};
use super::names;
use crate::analysis::LeverKind;
use crate::assessment::{Assessment, Lever};
use crate::catalogue::Catalogue;

/// What would have to be different, without the answer then.
pub(super) fn text(answer: &Assessment, facts: &Facts, lever: &Lever) -> String {
    let start = if lever.turns { "if" } else { "even if" };
    format!("{start} {}", change(answer, facts, lever))
}

fn change(answer: &Assessment, facts: &Facts, lever: &Lever) -> String {
    let Lever { kind, from, shown: to, .. } = lever;
    let way = |pair: [&'static str; 2]| {
        let word = if to > from { pair[0] } else { pair[1] };
        if lever.turns { word } else { "" }
    };
    match kind {
        LeverKind::Hours => {
            let (what, week) = (amount(answer.question.level), short_hours(*to));
            let or = way([" or more", " or less"]);
            format!("{what} took {week} a week{or} (now about {})", fixed(*from, 1))
        }
        LeverKind::Gains if to < from => {
            format!("all it gives were {} less{}", share(from - to), way(["", " or worse"]))
        }
        LeverKind::Gains => {
            format!("all it gives were {} more{}", share(to - from), way([" or better", ""]))
        }
        LeverKind::MeaningfulAmount => {
            let (new, old) = (grouped(&digits(*to)), grouped(&digits(*from)));
            format!("an extra {new} a year, rather than {old}, would satisfy you")
        }
        LeverKind::Without => format!("{} were not an option", pursuit(answer, lever)),
        kind => {
            let Clause { before, after, ways, form } = clause(*kind);
            let before = before.replace("{name}", &of_input(lever));
            let today = today(answer, facts, lever, form);
            format!("{before}{}{after}{} ({today})", form(*to), way(ways))
        }
    }
}

/// The value now and the one of the change, as the sentence has them.
pub(super) fn values(lever: &Lever) -> [String; 2] {
    let form: fn(f64) -> String = match lever.kind {
        LeverKind::Hours => return [fixed(lever.from, 1), plain(lever.shown)],
        LeverKind::Gains => share,
        LeverKind::MeaningfulAmount => |money| grouped(&digits(money)),
        LeverKind::Without => |part| if part > 0.0 { "yes" } else { "no" }.to_owned(),
        kind => clause(kind).form,
    };
    [form(lever.from), form(lever.shown)]
}

/// The ends of the scale on which the values stand; none where there are only two of them.
pub(super) fn range(lever: &Lever) -> Option<[f64; 2]> {
    Some(match lever.kind {
        LeverKind::Without => return None,
        LeverKind::Chance | LeverKind::Renewal | LeverKind::Condition | LeverKind::Anyway => {
            [0.0, 1.0]
        }
        LeverKind::Motivation | LeverKind::Protection | LeverKind::Bother => [0.0, 10.0],
        LeverKind::Enjoyability => [-10.0, 10.0],
        // Hours, money, years and multiples: from nothing to a fifth beyond the larger value.
        _ => [0.0, 1.2 * lever.from.max(lever.shown)],
    })
}

/// A change of one value: what stands around it, which way it goes on, and how it is written.
struct Clause {
    before: &'static str,
    after: &'static str,
    /// For a value above and below today's.
    ways: [&'static str; 2],
    form: fn(f64) -> String,
}

fn clause(kind: LeverKind) -> Clause {
    let (before, after, form): (_, _, fn(f64) -> String) = match kind {
        LeverKind::FreeHours => ("you had ", " free hours a week", digits),
        LeverKind::JobHours => ("your job took ", " hours a week", digits),
        LeverKind::Limit => ("you limited it all to ", " hours a week", digits),
        LeverKind::BreakEven => {
            ("the plain work that outweighs everything good were ", " hours a week", digits)
        }
        LeverKind::Chance => ("the chance of getting the award in a year were ", "", percent),
        LeverKind::Renewal => ("the chance of keeping the award in a year were ", "", percent),
        LeverKind::Motivation | LeverKind::Protection => {
            ("{name} mattered ", " of 10 to you", digits)
        }
        LeverKind::Enjoyability => ("you rated how much you enjoy {name} ", "", digits),
        LeverKind::Bother => ("{name} bothered you ", " of 10", digits),
        LeverKind::Anyway => ("you did ", " of this work in any case", percent),
        LeverKind::Horizon => ("the years you look ahead were ", "", digits),
        _ => ("{name} were ", "", percent),
    };
    let ways = match kind {
        LeverKind::FreeHours | LeverKind::Horizon => [" or more", " or fewer"],
        LeverKind::Enjoyability => [" or higher", " or lower"],
        _ => [" or more", " or less"],
    };
    Clause { before, after, ways, form }
}

/// What the value is today, and who said so.
fn today(answer: &Assessment, facts: &Facts, lever: &Lever, form: fn(f64) -> String) -> String {
    if lever.kind == LeverKind::Limit && !facts.has_limit {
        return "no limit today".to_owned();
    }
    let is_assumed = |own: &Arc<str>| answer.assumptions.iter().any(|other| other.input == *own);
    let who = if lever.inputs.iter().any(is_assumed) { "we assumed" } else { "you said" };
    format!("{who} {}", form(lever.from))
}

/// How much of the pursuit the answer is about.
fn amount(level: f64) -> String {
    match part(level) {
        _ if is_all(level) => "it".to_owned(),
        part if level > 1.0 => part,
        part => format!("that {part}"),
    }
}

fn short_hours(value: f64) -> String {
    if (value - value.round()).abs() > 0.0 {
        hours(value)
    } else {
        format!("{} hours", plain(value))
    }
}

/// Up to three decimals, without zeros behind.
fn digits(value: f64) -> String {
    let text = fixed(value, 3);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A share in percent, up to one decimal.
fn percent(value: f64) -> String {
    format!("{}%", plain(100.0 * value))
}

/// What the input is of: a motive, a protection, an item or a condition.
fn of_input(lever: &Lever) -> String {
    let parts: Vec<&str> =
        lever.inputs.first().map_or_else(Vec::new, |own| own.split('/').collect());
    match parts.as_slice() {
        ["", "person", "conditions", condition] => of_condition(condition),
        ["", "person", _, id] => names::of_contribution(id),
        ["", "pursuits", _, _, item, _] => item.replace(['-', '_'], " "),
        _ => "it".to_owned(),
    }
}

fn of_condition(id: &str) -> String {
    match Catalogue::builtin().conditions.get(id) {
        Some(condition) => format!("the {}", super::grammar::in_sentence(&condition.name)),
        None => format!("the condition {}", id.replace('_', " ")),
    }
}

fn pursuit(answer: &Assessment, lever: &Lever) -> String {
    let first = lever.inputs.first();
    let id = first.and_then(|own| own.strip_prefix("/pursuits/")).unwrap_or_default();
    names::of_pursuit(answer, id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Answer;
    use crate::analysis::rounded_away;
    use crate::words::sample;

    fn told(kind: LeverKind, input: &str, from: f64, shown: f64) -> String {
        let lever = sample::lever(kind, input, from, shown, true);
        text(&sample::answer(), &sample::facts(), &lever)
    }

    #[test]
    fn what_is_shown_is_short_and_beyond_the_change() {
        let all = [(15.0, 9.387_261), (15.0, 24.01), (0.55, 0.612_3), (8.0, 0.0), (8.0, 0.034)];
        let shown = all.map(|(from, to)| rounded_away(from, to).to_string());
        assert_eq!(shown, ["9.3", "24.1", "0.613", "0", "0.03"]);
        assert_eq!(rounded_away(1000.0, 31_234.0).to_string(), "32000");
    }

    #[test]
    fn each_kind_is_a_clause() {
        assert_eq!(
            told(LeverKind::Hours, "/pursuits/mvp/activities/speaking/hours", 3.1, 5.5),
            "if that half took 5.5 hours a week or more (now about 3.1)"
        );
        assert_eq!(
            told(LeverKind::Protection, "/person/protections/personal_time", 5.0, 9.0),
            "if your own time mattered 9 of 10 to you or more (we assumed 5)"
        );
        assert_eq!(
            told(LeverKind::Motivation, "/person/motivations/altruism", 8.0, 2.5),
            "if helping others mattered 2.5 of 10 to you or less (you said 8)"
        );
        assert_eq!(told(LeverKind::Gains, "", 1.0, 0.7), "if all it gives were 30% less or worse");
        assert_eq!(
            told(LeverKind::Chance, "/pursuits/mvp/award/chance_per_year", 0.35, 0.2),
            "if the chance of getting the award in a year were 20% or less (you said 35%)"
        );
        assert_eq!(
            told(LeverKind::Without, "/pursuits/rest", 1.0, 0.0),
            "if more rest were not an option"
        );
        assert_eq!(
            told(LeverKind::MeaningfulAmount, "/person/money/meaningful_yearly_amount", 8e3, 5e3),
            "if an extra 5,000 a year, rather than 8,000, would satisfy you"
        );
    }

    #[test]
    fn a_limit_may_be_none_today() {
        let lever = sample::lever(LeverKind::Limit, "/person/time/limit", 72.0, 4.0, true);
        let facts = Facts::default();
        assert_eq!(
            text(&sample::answer(), &facts, &lever),
            "if you limited it all to 4 hours a week or less (no limit today)"
        );
    }

    #[test]
    fn a_reassurance_is_about_one_value() {
        let input = "/pursuits/mvp/drawbacks/reporting/bother";
        let mut lever = sample::lever(LeverKind::Bother, input, 2.0, 5.0, false);
        lever.answer = Answer::Yes;
        let text = text(&sample::answer(), &sample::facts(), &lever);
        assert_eq!(text, "even if reporting bothered you 5 of 10 (you said 2)");
    }
}

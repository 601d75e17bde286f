//! The answer as a person reads it.

use std::fmt::Write as _;

use super::grammar::{in_sentence, join, signed, would_be};
use super::layout::{self, wrap};
use crate::analysis::Summary;
use crate::assessment::{
    Assessment, Contribution, ContributionKind, MixSummary, PursuitAssessment, Reason, Warning,
};

/// Columns of the page and of the longest bar.
const WIDTH: usize = 79;
const BAR: f64 = 46.0;

/// Points below this are left out of the picture.
const SHOWN: f64 = 0.05;

impl Assessment {
    /// The answer as a person reads it: plain text, at most 79 columns, no colours.
    ///
    /// # Example
    /// ```
    /// let answer = worthwhile::Plan::read(r#"{"schema_version": 1,
    ///     "person": {"motivations": {"enjoyment": 7}, "time": {"free_hours_per_week": 10}},
    ///     "pursuits": [{"preset": "rest"}]}"#)?.assess()?;
    /// assert!(answer.to_text().starts_with("Is more rest worth it to you?"));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn to_text(&self) -> String {
        render(self)
    }
}

fn render(answer: &Assessment) -> String {
    let mut page = String::new();
    if let Some(asked) = answer.asked() {
        paragraph(&mut page, &format!("Is {} worth it to you?", in_sentence(&asked.name)));
        paragraph(&mut page, &answer.question.summary);
        page.push('\n');
        bars(&mut page, asked);
        page.push('\n');
        plans(&mut page, answer, asked);
        page.push('\n');
        for reason in asked.reasons.iter().filter(|reason| is_shown(reason)) {
            paragraph(&mut page, reason.text());
        }
        changes(&mut page, answer);
        let warnings = asked.warnings.iter().chain(&answer.warnings);
        let texts: Vec<&str> = warnings.map(Warning::text).collect();
        if !texts.is_empty() {
            page.push_str("\nMind\n");
            for text in texts {
                item(&mut page, text);
            }
        }
    }
    others(&mut page, answer);
    basis(&mut page, answer);
    if let Some(information) = &answer.information {
        page.push('\n');
        paragraph(&mut page, information.advice.as_deref().unwrap_or(NOTHING_TO_FIND_OUT));
    }
    page
}

const NOTHING_TO_FIND_OUT: &str =
    "No single thing that you could find out is likely to change what is best for you.";

/// Changes told, the smallest first.
const CHANGES: usize = 5;

/// What would change the answer.
fn changes(page: &mut String, answer: &Assessment) {
    let question = &answer.question;
    let told = answer.flips.iter().filter(|flip| {
        flip.verdict != question.verdict && !is_far_fetched(&flip.input, flip.from, flip.to)
    });
    let told: Vec<_> = told.take(CHANGES).collect();
    if told.is_empty() {
        return;
    }
    let first = told.first().map(|flip| flip.verdict);
    let is_one = question.base_verdict == question.verdict
        && told.iter().all(|flip| Some(flip.verdict) == first);
    let then = first.filter(|_| is_one).map(|verdict| format!(": {} with", would_be(verdict)));
    let _ = writeln!(page, "\nWhat would change this answer{}", then.as_deref().unwrap_or(""));
    if question.base_verdict != question.verdict {
        let would = would_be(question.base_verdict);
        item(page, &format!("every uncertain number being just its average: then {would}"));
    }
    for flip in told {
        let then =
            if is_one { String::new() } else { format!(": then {}", would_be(flip.verdict)) };
        item(page, &format!("{}{then}", flip.text));
    }
}

/// A benefit that takes money.
pub(super) fn is_far_fetched(input: &str, from: f64, to: f64) -> bool {
    input.contains("/benefits/") && input.ends_with("/money_per_year") && from >= 0.0 && to < 0.0
}

/// The bars say what serves and costs most already.
fn is_shown(reason: &Reason) -> bool {
    !matches!(reason, Reason::Serves { .. } | Reason::Costs { .. })
}

/// The contributions as a bar chart that adds up to the worth.
fn bars(page: &mut String, asked: &PursuitAssessment) {
    let mut parts: Vec<&Contribution> =
        asked.contributions.iter().filter(|part| part.points.abs() >= SHOWN).collect();
    parts.sort_by(|a, b| b.points.total_cmp(&a.points));
    let longest = parts.iter().map(|part| part.points.abs()).fold(1.0, f64::max);
    row(page, "What you would get and give, alone", "", "points");
    for part in parts {
        let length = (part.points.abs() / longest * BAR).round().max(1.0) as usize;
        let mark = if part.kind == ContributionKind::Motive { "█" } else { "░" };
        row(page, &part.id.replace('_', " "), &mark.repeat(length), &signed(part.points));
    }
    row(page, "worth", "0 = keep your time, 100 = all you want", &signed(asked.worth.mean));
    let worth = &asked.worth;
    if worth.sd > 0.0 {
        let range = format!("between {} and {}", signed(worth.p5), signed(worth.p95));
        row(page, "", &format!("nine times in ten {range}"), "");
    }
}

fn row(page: &mut String, name: &str, bar: &str, points: &str) {
    let line = if bar.is_empty() {
        format!("  {name:<63} {points:>10}")
    } else {
        format!("  {name:<14} {bar:<48} {points:>10}")
    };
    let _ = writeln!(page, "{}", line.trim_end());
}

fn plans(page: &mut String, answer: &Assessment, asked: &PursuitAssessment) {
    let rows = [("With it:", &asked.plan_with), ("Without it:", &asked.plan_without)];
    for (label, mix) in rows {
        let names = names(answer, mix);
        let hours = format!("{:.1} h a week", mix.hours_per_week);
        let end = format!("{hours:>14} {:>10}", signed(mix.worth));
        let mut lines = wrap(&names, 37).into_iter();
        let first = lines.next().unwrap_or_default();
        let _ = writeln!(page, "  {label:<11} {first:<37} {end}");
        for line in lines {
            let _ = writeln!(page, "  {:<11} {line}", "");
        }
    }
}

fn names(answer: &Assessment, mix: &MixSummary) -> String {
    if mix.pursuits.is_empty() {
        return "keeping your time".to_owned();
    }
    let named = mix.pursuits.iter().filter_map(|id| answer.pursuit(id));
    named.map(|pursuit| pursuit.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Columns of the picture of the spreads.
const SPREAD: usize = 31;

/// Every pursuit alone: its hours, where its worth lies nine times in ten, its mean worth.
fn others(page: &mut String, answer: &Assessment) {
    if answer.pursuits.len() < 2 {
        return;
    }
    let mut sorted: Vec<&PursuitAssessment> = answer.pursuits.iter().collect();
    sorted.sort_by(|a, b| b.worth.mean.total_cmp(&a.worth.mean));
    let least = sorted.iter().map(|own| own.worth.p5).fold(0.0, f64::min);
    let most = sorted.iter().map(|own| own.worth.p95).fold(1.0, f64::max);
    let is_uncertain = sorted.iter().any(|own| own.worth.sd > 0.0);
    let picture = if is_uncertain { "nine times in ten between" } else { "" };
    page.push_str("\nEverything you named, each on its own\n");
    let _ = writeln!(page, "  {:<26} {:>8}  {picture:<SPREAD$} {:>7}", "", "h a week", "points");
    for pursuit in sorted {
        let name: String = pursuit.name.chars().take(26).collect();
        let (hours, worth) = (pursuit.hours_per_week.mean, &pursuit.worth);
        let spread = spread(worth, least, most);
        let points = signed(worth.mean);
        let _ = writeln!(page, "  {name:<26} {hours:>8.1}  {spread:<SPREAD$} {points:>7}");
    }
}

/// A line from the 5th to the 95th percentile with a dot at the mean and a mark at zero, on a scale
/// that all share.
fn spread(worth: &Summary, least: f64, most: f64) -> String {
    let place = |points: f64| {
        let share = (points - least) / (most - least);
        (share.clamp(0.0, 1.0) * (SPREAD - 1) as f64).round() as usize
    };
    let (low, high) = (place(worth.p5), place(worth.p95));
    let (mean, zero) = (place(worth.mean), place(0.0));
    let mark = |at: usize| {
        if at == mean {
            '●'
        } else if at == zero {
            '┆'
        } else if (low..=high).contains(&at) {
            '─'
        } else {
            ' '
        }
    };
    (0..SPREAD).map(mark).collect()
}

fn basis(page: &mut String, answer: &Assessment) {
    let basis = &answer.basis;
    let parts = [
        (basis.given, "you gave"),
        (
            basis.illustrative,
            "illustrative figures of the presets and tables, which are judgements",
        ),
        (basis.published, "from publications"),
        (basis.defaults, "defaults"),
    ];
    let counted: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    page.push('\n');
    paragraph(
        page,
        &format!(
            "This rests on {} numbers: {}. It is a model of what you said, not a fact, and it has \
             not been validated: no data on how such decisions turned out exist. `--format json` \
             lists every number with its source.",
            basis.given + basis.illustrative + basis.published + basis.defaults,
            join(&counted)
        ),
    );
}

fn paragraph(page: &mut String, text: &str) {
    layout::paragraph(page, WIDTH, "", 0, text);
}

fn item(page: &mut String, text: &str) {
    layout::paragraph(page, WIDTH, "  - ", 4, text);
}

//! The tables of the page.

use std::fmt::Write as _;

use super::grammar::{clean, fixed, hours, is_all, share, signed};
use super::layout::wrap;
use super::names;
use crate::analysis::Summary;
use crate::assessment::{
    Assessment, Contribution, ContributionKind, HowMuch, PlanSummary, PursuitAssessment,
};

/// Columns of the longest bar.
const BAR: f64 = 42.0;
/// Fewer points than these are left out of the picture.
const SHOWN: f64 = 0.5;

/// What more or less of it would do.
pub(super) fn how_much(page: &mut String, answer: &Assessment, asked: &PursuitAssessment) {
    let steps = &answer.question.how_much;
    if steps.is_empty() {
        return;
    }
    page.push('\n');
    let row = |page: &mut String, name: &str, cell: &dyn Fn(&HowMuch) -> String| {
        let cells: String = steps.iter().map(|step| format!("{:>7}", cell(step))).collect();
        let _ = writeln!(page, "  {name:<26}{cells}");
    };
    let points = |points: Option<f64>| points.map_or_else(|| "-".to_owned(), signed);
    row(page, "how much of it", &|step| share(step.level));
    row(page, "hours a week", &|step| fixed(step.hours_per_week, 1));
    row(page, "better off by (points)", &|step| points(step.margin_over_none));
    if asked.has_award() {
        row(page, "what the award adds", &|step| points(step.margin));
        row(page, "the work alone is worth", &|step| points(step.work_worth));
        let chance = |step: &HowMuch| step.chance_ever.map_or_else(|| "-".to_owned(), share);
        row(page, "chance of the award", &chance);
    }
}

/// The contributions as bars that add up to the worth.
pub(super) fn contributions(page: &mut String, asked: &PursuitAssessment) {
    let parts = asked.contributions.iter().filter(|part| part.points.abs() >= SHOWN);
    let mut parts: Vec<&Contribution> = parts.collect();
    parts.sort_by(|a, b| b.points.total_cmp(&a.points));
    let longest = parts.iter().map(|part| part.points.abs()).fold(1.0, f64::max);
    page.push('\n');
    let heading = "What it gives you and costs you, on its own";
    let _ = writeln!(page, "  {heading:<67}{:>9}", "points");
    for part in parts {
        let length = (part.points.abs() / longest * BAR).round().max(1.0) as usize;
        let mark = if part.kind == ContributionKind::Motive { "█" } else { "░" };
        let (name, bar) = (names::of_contribution(&part.id), mark.repeat(length));
        let _ = writeln!(page, "  {name:<23}{bar:<44}{:>9}", signed(part.points));
    }
    let scale = "0: life without it, 100: everything, at no cost";
    let _ = writeln!(page, "  {:<20}{scale:<47}{:>9}", "together", signed(asked.worth.mean));
    if asked.worth.sd > 0.0 {
        let (low, high) = (signed(asked.worth.p5), signed(asked.worth.p95));
        let _ = writeln!(page, "  {:<20}nine times in ten between {low} and {high}", "");
    }
}

/// The plans with it, without it or its award, and without any of it.
pub(super) fn plans(page: &mut String, answer: &Assessment, asked: &PursuitAssessment) {
    page.push('\n');
    plan(page, answer, "With it", &asked.plan_with);
    let without = if asked.has_award() { "Without the award" } else { "Without it" };
    plan(page, answer, without, &asked.plan_without);
    if asked.plan_without_any != asked.plan_without {
        plan(page, answer, "Without any of it", &asked.plan_without_any);
    }
}

fn plan(page: &mut String, answer: &Assessment, label: &str, plan: &PlanSummary) {
    let named = names::of_plan(answer, plan);
    let week = format!("{} a week", hours(plan.hours_per_week));
    let mut lines = wrap(&named, 28).into_iter();
    let first = lines.next().unwrap_or_default();
    let _ = writeln!(page, "  {label:<19}{first:<28}{week:>18}{:>11}", signed(plan.worth));
    for line in lines {
        let _ = writeln!(page, "  {:<19}{line}", "");
    }
}

/// Columns of a name in a table, and of the picture of the spreads.
const NAME: usize = 28;
const SPREAD: usize = 31;

/// Every pursuit alone: its hours, where its worth lies nine times in ten, its mean worth.
pub(super) fn others(page: &mut String, answer: &Assessment) {
    if answer.pursuits.len() < 2 {
        return;
    }
    let mut sorted: Vec<&PursuitAssessment> = answer.pursuits.iter().collect();
    sorted.sort_by(|a, b| b.worth.mean.total_cmp(&a.worth.mean));
    let least = sorted.iter().map(|own| own.worth.p5).fold(0.0, f64::min);
    let most = sorted.iter().map(|own| own.worth.p95).fold(1.0, f64::max);
    let is_uncertain = sorted.iter().any(|own| own.worth.sd > 0.0);
    let picture = if is_uncertain { "nine times in ten between" } else { "" };
    page.push_str("\nAll options, each on its own\n");
    let _ = writeln!(page, "  {:<NAME$}{:>7}  {picture:<SPREAD$}{:>8}", "", "hours", "points");
    for own in sorted {
        let (name, week) = (short_name(own), fixed(own.hours_per_week.mean, 1));
        let picture = spread(&own.worth, least, most);
        let points = signed(own.worth.mean);
        let _ = writeln!(page, "  {name:<NAME$}{week:>7}  {picture:<SPREAD$}{points:>8}");
    }
}

fn short_name(own: &PursuitAssessment) -> String {
    let level = if is_all(own.level) { String::new() } else { format!(" ({})", share(own.level)) };
    let room = NAME.saturating_sub(level.len());
    clean(&own.name).chars().take(room).chain(level.chars()).collect()
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

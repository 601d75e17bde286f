//! The tables about the pursuit in question: how much of it, what it gives and costs, the plans.

use super::super::grammar::{capital, clean, fixed, is_all, part, share, signed};
use super::super::layout::{left, right, wrap};
use super::super::names;
use super::super::sheet::{Sheet, Style};
use crate::analysis::Verdict;
use crate::assessment::{
    Assessment, Contribution, ContributionKind, HowMuch, PlanSummary, PursuitAssessment, Reason,
    Warning,
};
use crate::order;

/// Fewer points than these are left out of a picture.
pub(in crate::words) const SHOWN: f64 = 0.5;
/// Cells of a number of the tables.
const NUMBER: usize = 9;
/// Cells of the longest bar, however wide the page.
const LONGEST_BAR: usize = 60;

/// What more or less of it would do.
pub(super) fn how_much(sheet: &mut Sheet, answer: &Assessment, asked: &PursuitAssessment) {
    let steps = &answer.question.how_much;
    if steps.is_empty() {
        return;
    }
    let columns = Columns::of(steps, asked);
    sheet.heading(&how_much_heading(answer));
    for line in heads(columns, answer.person.horizon_years) {
        sheet.line(&sheet.paint(Style::Faint, &line));
    }
    let gains = steps.iter().filter_map(|step| step.margin_over_none);
    let longest = gains.map(|points| points.abs().min(FAR)).fold(1.0, f64::max);
    for step in steps {
        let mark = match (is_answer(answer, step), step.offered) {
            (true, _) => ">",
            (false, true) => "*",
            (false, false) => " ",
        };
        sheet.line(&format!("{mark} {}", amount(sheet, step, columns, longest)));
    }
    sheet.paragraph(how_much_legend(answer));
}

pub(in crate::words) fn is_answer(answer: &Assessment, step: &HowMuch) -> bool {
    (step.level - answer.question.level).abs() < 1e-9
}

pub(in crate::words) fn how_much_heading(answer: &Assessment) -> String {
    match (answer.question.verdict, answer.asked()) {
        (Verdict::WithoutTheAward, Some(asked)) => {
            names::of_award(asked, "How much of it, with the award?".to_owned())
        }
        _ => "How much of it?".to_owned(),
    }
}

/// Which amounts could be the answer, and what the others are for.
fn how_much_legend(answer: &Assessment) -> &'static str {
    let steps = &answer.question.how_much;
    if !steps.iter().any(|step| is_answer(answer, step)) {
        return "The answer is about an amount between these, which show the trend.";
    }
    let is_other = |step: &&HowMuch| step.offered && !is_answer(answer, step);
    let is_yes = answer.question.answer.is_yes();
    match (is_yes, steps.iter().find(is_other).is_some()) {
        (true, true) => "> is the answer, * could be chosen too, the others show the trend.",
        (true, false) => "> is the answer, the others show the trend.",
        (false, true) => {
            "> is the amount compared here, * could be chosen too, the others show the trend."
        }
        (false, false) => "> is the amount compared here, the others show the trend.",
    }
}

/// The two lines above the columns. The one that the bars are of comes last.
fn heads(columns: Columns, years: u32) -> [String; 2] {
    let mut lines =
        ["hours", "a week"].map(|text| format!("  {:NAME$}{}", "", right(text, NUMBER)));
    if columns.has_chance {
        let years = if years == 1 { "1 year".to_owned() } else { format!("{years} years") };
        lines[0] += &right("chance in", NUMBER + 1);
        lines[1] += &right(&years, NUMBER + 1);
    }
    if columns.has_award {
        lines[0] += &right("points better than", AWARD + BETTER);
        lines[1] += &right("work only", AWARD);
        lines[1] += &right("without it", BETTER);
    } else {
        lines[0] += &right("points better", BETTER + 3);
        lines[1] += &right("than without it", BETTER + 3);
    }
    lines
}

/// Cells of the points that the bars are of, and of those by the award.
const BETTER: usize = 13;
const AWARD: usize = 11;
/// Cells of the name of an amount, and points from which on a bar is no longer.
const NAME: usize = 15;
const FAR: f64 = 100.0;

pub(in crate::words) const DOES_NOT_FIT: &str = "does not fit";

/// The columns that say something: none of the award where all points come from it, none of its
/// chance for who holds it.
#[derive(Clone, Copy)]
pub(in crate::words) struct Columns {
    pub(in crate::words) has_award: bool,
    pub(in crate::words) has_chance: bool,
}

impl Columns {
    pub(in crate::words) fn of(steps: &[HowMuch], asked: &PursuitAssessment) -> Self {
        let differs = |step: &HowMuch| match (step.margin, step.margin_over_none) {
            (Some(award), Some(all)) => signed(award) != signed(all),
            _ => false,
        };
        let is_open = |step: &HowMuch| step.chance_ever.is_some_and(|chance| chance < 1.0);
        Self {
            has_award: asked.has_award() && steps.iter().any(differs),
            has_chance: asked.has_award() && steps.iter().any(is_open),
        }
    }
}

fn amount(sheet: &Sheet, step: &HowMuch, columns: Columns, longest: f64) -> String {
    let name = if is_all(step.level) { "all of it".to_owned() } else { part(step.level) };
    let week = right(&fixed(step.hours_per_week, 1), NUMBER);
    let points = |points: Option<f64>, room: usize| {
        points.map_or_else(|| right("-", room), |own| sheet.signed(own, room))
    };
    let mut line = left(&name, NAME) + &week;
    let better = if columns.has_award { BETTER } else { BETTER + 3 };
    let mut used = 2 + NAME + NUMBER + better;
    if columns.has_chance {
        let chance = step.chance_ever.map_or_else(|| "-".to_owned(), share);
        line += &right(&chance, NUMBER + 1);
        used += NUMBER + 1;
    }
    if columns.has_award {
        line += &points(step.margin, AWARD);
        used += AWARD;
    }
    line += &points(step.margin_over_none, better);
    // Two cells before the bar.
    let room = sheet.width.saturating_sub(used + 2).min(LONGEST_BAR);
    match step.margin_over_none {
        Some(gain) => line + "  " + &bar(sheet, gain, longest, room),
        None if room < DOES_NOT_FIT.len() => line,
        None => line + "  " + DOES_NOT_FIT,
    }
}

/// A bar of at most so many cells, dense for a gain and light for a loss; none where there is no
/// room.
pub(in crate::words) fn bar(sheet: &Sheet, points: f64, longest: f64, room: usize) -> String {
    if points.abs() < SHOWN || room == 0 {
        return String::new();
    }
    let length = (points.abs() / longest * room as f64).round().clamp(1.0, room.max(1) as f64);
    let (mark, style) = if points > 0.0 { ("█", Style::Good) } else { ("░", Style::Bad) };
    sheet.paint(style, &mark.repeat(length as usize))
}

/// Cells of what the points of the contributions mean.
const SCALE: usize = 39;

/// The contributions as bars that add up to the worth.
pub(super) fn contributions(sheet: &mut Sheet, asked: &PursuitAssessment) {
    let parts = asked.contributions.iter().filter(|part| part.points.abs() >= SHOWN);
    let mut parts: Vec<&Contribution> = parts.collect();
    order::sort_by(&mut parts, |a, b| b.points.total_cmp(&a.points));
    let longest = parts.iter().map(|part| part.points.abs()).fold(1.0, f64::max);
    sheet.heading(&contributions_heading(asked));
    let room = sheet.width.saturating_sub(2 + 23 + NUMBER + 2);
    for part in parts {
        let bar = bar(sheet, part.points, longest, room.min(LONGEST_BAR));
        let points = sheet.signed(part.points, NUMBER);
        sheet.line(&format!("  {}{points}  {bar}", left(&contribution(part), 23)));
    }
    let scale = "0 = life without it, 100 = all you want";
    let together = sheet.signed(asked.worth.mean, NUMBER);
    let scale = sheet.paint(Style::Faint, scale);
    let line = format!("  {}{together}", left("together", 23));
    if SCALE <= room {
        sheet.line(&format!("{line}  {scale}"));
    } else {
        sheet.line(&line);
        sheet.line(&format!("  {scale}"));
    }
    if asked.worth.sd > 0.0 && whole_range(asked) {
        let range = format!("{} to {}", signed(asked.worth.p5), signed(asked.worth.p95));
        let line = format!("  {}{}", left("nine times in ten", 23), right(&range, NUMBER));
        sheet.line(&sheet.paint(Style::Faint, &line));
    }
}

/// What the contributions are of.
pub(in crate::words) fn contributions_heading(own: &PursuitAssessment) -> String {
    let at = if is_all(own.level) { String::new() } else { format!(" at {}", part(own.level)) };
    let name = capital(&clean(&own.name));
    let is_done = |reason: &Reason| matches!(reason, Reason::DoneAnyway { .. });
    let more = if own.reasons.iter().any(is_done) { " beyond what you do anyway" } else { "" };
    let award = if own.verdict == Verdict::WithoutTheAward { ", with the award" } else { "" };
    let award = names::of_award(own, award.to_owned());
    format!("{name}{at}{award}: what it gives and costs you{more}, by itself, in points")
}

/// Whether the range says more than its middle.
pub(in crate::words) fn whole_range(asked: &PursuitAssessment) -> bool {
    signed(asked.worth.p5) != signed(asked.worth.p95)
}

/// What a contribution is to, and whether it is one that was spared.
pub(in crate::words) fn contribution(part: &Contribution) -> String {
    let name = names::of_contribution(&part.id);
    // Load that is lifted mends; the name alone would say that health is served.
    if part.kind == ContributionKind::Protection && part.points > 0.0 {
        format!("{name} (spared)")
    } else {
        name
    }
}

/// Cells of what a plan is.
const PLAN: usize = 19;

/// The plans with it, without it or its award, and without any of it.
pub(super) fn plans(sheet: &mut Sheet, answer: &Assessment, asked: &PursuitAssessment) {
    sheet.heading(plans_heading(asked));
    let room = sheet.width.saturating_sub(2 + PLAN);
    let head = format!("  {:PLAN$}{}", "", right("hours a week   points", room));
    sheet.line(&sheet.paint(Style::Faint, &head));
    for (label, own, points) in sorted_plans(asked) {
        plan(sheet, answer, &label, own, points);
    }
    if let Some(note) = hours_note(asked) {
        sheet.line(&sheet.paint(Style::Faint, &format!("  {:PLAN$}{note}", "")));
    }
}

pub(in crate::words) fn plans_heading(own: &PursuitAssessment) -> &'static str {
    if own.warnings.iter().any(Warning::is_grave) {
        "Your best plan, if your week allows it"
    } else {
        "Your best plan"
    }
}

/// What the hours of the plans have in them besides.
pub(in crate::words) fn hours_note(own: &PursuitAssessment) -> Option<&'static str> {
    let is_done = |reason: &Reason| matches!(reason, Reason::DoneAnyway { .. });
    own.reasons.iter().any(is_done).then_some("Hours include what you would do anyway.")
}

/// The plans to tell apart, and each in points by its difference from the first, so that the page
/// adds up.
pub(in crate::words) fn sorted_plans(
    asked: &PursuitAssessment,
) -> Vec<(String, &PlanSummary, f64)> {
    let with = asked.plan_with.worth.round();
    let less = |margin: f64| with - margin.round();
    let without = if asked.keeps_work() { "without the award" } else { "without it" };
    let without = names::of_award(asked, without.to_owned());
    let mut plans = vec![
        ("with it".to_owned(), &asked.plan_with, with),
        (without, &asked.plan_without, less(asked.margin.mean)),
    ];
    if asked.plan_without_any != asked.plan_without {
        let points = less(asked.margin_over_none.mean);
        plans.push(("without any of it".to_owned(), &asked.plan_without_any, points));
    }
    // The best first. Those alike stay as they are.
    order::sort_by(&mut plans, |(.., a), (.., b)| b.total_cmp(a));
    plans
}

fn plan(sheet: &mut Sheet, answer: &Assessment, label: &str, plan: &PlanSummary, points: f64) {
    let room = sheet.width.saturating_sub(2 + PLAN + 2 * NUMBER);
    let named = capital(&names::of_plan(answer, plan));
    let week = right(&fixed(plan.hours_per_week, 1), NUMBER);
    let points = sheet.signed(points, NUMBER);
    let mut lines = wrap(&named, room).into_iter();
    let first = left(&lines.next().unwrap_or_default(), room);
    sheet.line(&format!("  {}{first}{week}{points}", left(label, PLAN)));
    for line in lines {
        sheet.line(&format!("  {:PLAN$}{}", "", left(&line, room)));
    }
}

//! How much of it, what it gives and costs, and the plans.

use super::super::grammar::{capital, clean, fixed, is_all, part, signed};
use super::super::names;
use super::super::page::of_work_and_award;
use super::super::page::tables::{
    Columns, DOES_NOT_FIT, SHOWN, contribution, contributions_heading, hours_note,
    how_much_heading, is_answer, plans_heading, sorted_plans, whole_range,
};
use super::super::summary::is_amount_given;
use super::{Cell, Part, Row, Section};
use crate::assessment::{Assessment, Contribution, HowMuch, PlanSummary, PursuitAssessment};
use crate::order;

/// What more or less of it would do.
pub(super) fn how_much(answer: &Assessment, asked: &PursuitAssessment) -> Option<Section> {
    let question = &answer.question;
    if question.how_much.is_empty() {
        return None;
    }
    let shown = Columns::of(&question.how_much, asked);
    let award = shown.has_award.then_some("points better than the work only");
    let years = match answer.person.horizon_years {
        1 => "chance of the award in 1 year".to_owned(),
        years => format!("chance of the award in {years} years"),
    };
    let years = names::of_award(asked, years);
    let chance = shown.has_chance.then_some(years.as_str());
    let columns = ["how much", "hours a week", "points better than without it"];
    let columns = columns.into_iter().chain(award).chain(chance);
    let rows = question.how_much.iter().map(|step| {
        let is_answer = is_answer(answer, step);
        let is_yes = question.answer.is_yes();
        let is_planned = is_all(step.level) && is_amount_given(answer);
        let note = match (is_answer, is_planned) {
            (true, true) if is_yes => Some("this answer, as planned"),
            (true, false) if is_yes => Some("this answer"),
            (true, true) => Some("compared below, as planned"),
            (true, false) => Some("compared below"),
            (false, true) => Some("as planned"),
            (false, false) => None,
        };
        Row { note: note.map(str::to_owned), is_marked: is_answer, ..amount(step, shown) }
    });
    let rows = rows.collect();
    Some(
        Section::new(Part::HowMuch, &how_much_heading(answer))
            .with_picture(how_much_shows(answer, asked))
            .with_table(columns, rows),
    )
}

/// What the curve shows, and what stands in the place of the pursuit at its zero.
fn how_much_shows(answer: &Assessment, asked: &PursuitAssessment) -> String {
    let (with, without) = (&asked.plan_with, &asked.plan_without_any);
    let zero = match names::of_what_differs(answer, without, with) {
        Some(other) => format!("none of it, and {other} in its place"),
        None => "none of it".to_owned(),
    };
    format!("Points better than without it, by hours a week. The line at 0 is {zero}.")
}

fn amount(step: &HowMuch, shown: Columns) -> Row {
    let name = if is_all(step.level) { "all of it".to_owned() } else { part(step.level) };
    let mut cells = vec![
        Cell::hours(step.hours_per_week),
        Cell::or(step.margin_over_none, Cell::signed, DOES_NOT_FIT),
    ];
    if shown.has_award {
        cells.push(Cell::or(step.margin, Cell::signed, "-"));
    }
    if shown.has_chance {
        cells.push(Cell::or(step.chance_ever, Cell::share, "-"));
    }
    Row { at: Some(step.level), ..Row::new(name, cells) }
}

/// The contributions, and what they come to.
pub(super) fn contributions(own: &PursuitAssessment) -> Section {
    let shown = own.contributions.iter().filter(|part| part.points.abs() >= SHOWN);
    let mut shown: Vec<&Contribution> = shown.collect();
    order::sort_by(&mut shown, |a, b| b.points.total_cmp(&a.points));
    let small = own.contributions.iter().filter(|part| part.points.abs() < SHOWN);
    let small: f64 = small.map(|part| part.points).sum();
    let row = |name: String, points: f64| Row::new(name, vec![Cell::signed(points)]);
    let mut rows: Vec<Row> =
        shown.iter().map(|part| row(contribution(part), part.points)).collect();
    if small.abs() >= SHOWN {
        rows.push(row("smaller things".to_owned(), small));
    }
    rows.push(Row { is_marked: true, ..row("together".to_owned(), own.worth.mean) });
    let award = of_work_and_award(own).map(str::to_owned);
    let spread = (own.worth.sd > 0.0 && whole_range(own)).then(|| {
        let (low, high) = (signed(own.worth.p5), signed(own.worth.p95));
        format!("Nine times in ten it is {low} to {high} together.")
    });
    Section::new(Part::Contributions, &contributions_heading(own))
        .with_picture(
            "Each bar starts where the one before ended; the last is what they come to. 0 is life \
             without it, 100 is all you want.",
        )
        .with_text(spread.into_iter().chain(award))
        .with_table(["what", "points"], rows)
}

/// The plans with it, without it or its award, and without any of it.
pub(super) fn plans(answer: &Assessment, own: &PursuitAssessment) -> Section {
    let plans = sorted_plans(own).into_iter();
    let mut rows: Vec<Row> =
        plans.map(|(label, own, points)| plan(answer, &label, own, points)).collect();
    if let Some(first) = rows.first_mut() {
        first.is_marked = true;
    }
    let free = fixed(answer.person.free_hours_per_week, 1);
    let shows = format!(
        "The bars are hours: how many of your {free} free hours a week each plan takes, and how many \
         are left."
    );
    Section::new(Part::Plans, plans_heading(own))
        .with_picture(shows)
        .with_text(hours_note(own))
        .with_table(["", "plan", "hours a week", "free hours left", "points"], rows)
}

fn plan(answer: &Assessment, label: &str, plan: &PlanSummary, points: f64) -> Row {
    let left = answer.person.free_hours_per_week - plan.hours_per_week;
    let cells = vec![
        Cell::text(capital(&clean(&names::of_plan(answer, plan)))),
        Cell::hours(plan.hours_per_week),
        Cell::hours(left),
        Cell::signed(points),
    ];
    Row::new(label, cells)
}

//! All pursuits side by side.

use super::super::grammar::clean;
use super::super::page::options::{BEST_PLAN, NOT_ADDED, amount};
use super::{Cell, Part, Row, Section};
use crate::analysis::Verdict;
use crate::assessment::{Assessment, PursuitAssessment};
use crate::order;

/// Every pursuit, the best by itself first. Nothing where there is only one.
pub(super) fn side_by_side(answer: &Assessment) -> Option<Section> {
    if answer.pursuits.len() < 2 {
        return None;
    }
    let mut sorted: Vec<&PursuitAssessment> = answer.pursuits.iter().collect();
    order::sort_by(&mut sorted, |a, b| b.worth.mean.total_cmp(&a.worth.mean));
    let is_uncertain = sorted.iter().any(|own| own.worth.sd > 0.0);
    let heads =
        ["option", "hours a week", "by itself", "in its best plan", "rarely below", "rarely above"];
    let columns = heads.into_iter().take(if is_uncertain { 6 } else { 4 });
    let rows = sorted.iter().map(|own| {
        let is_asked = own.id == answer.question.pursuit;
        Row { is_marked: is_asked, ..row(own, is_uncertain) }
    });
    let shows = if is_uncertain {
        "The dot is what an option is worth by itself; nine times in ten it is on the line."
    } else {
        "The dot is what an option is worth by itself."
    };
    Some(
        Section::new(Part::Options, "Your options side by side, in points")
            .with_picture(format!("{shows} {BEST_PLAN} {NOT_ADDED}"))
            .with_table(columns, rows.collect()),
    )
}

fn row(own: &PursuitAssessment, is_uncertain: bool) -> Row {
    let plan = (own.verdict != Verdict::NotFeasible).then_some(own.plan_with.worth);
    let mut cells = vec![
        Cell::hours(own.hours_per_week.mean),
        Cell::signed(own.worth.mean),
        Cell::or(plan, Cell::signed, "-"),
    ];
    if is_uncertain {
        cells.extend([own.worth.p5, own.worth.p95].map(Cell::signed));
    }
    Row::new(clean(&own.name) + &amount(own), cells)
}

//! How sure the answer is, and what would turn it.

use super::super::grammar::{chance as in_percent, clean};
use super::super::levers::{HEADING, NOTHING_TURNS, instead, outcome, range, shown, values};
use super::super::names;
use super::super::summary::chance_that;
use super::{Cell, Part, Row, Section};
use crate::assessment::{Assessment, Lever, PursuitAssessment, Reason};

const NOT_LUCK: &str = "It is about the doubt in the numbers: not about luck, such as whether an award \
    comes, and not about faults of the model, which has not been validated.";

/// How the margin is spread. Nothing where nothing is uncertain, or where it is no choice.
pub(super) fn chance(answer: &Assessment, asked: &PursuitAssessment) -> Option<Section> {
    let question = &answer.question;
    question.chance_of_yes?;
    let confidence = question.confidence?;
    let last = asked.margin_quantiles.len().checked_sub(1).filter(|last| *last > 0)?;
    let rows = asked.margin_quantiles.iter().enumerate().map(|(at, points)| {
        let share = at as f64 / last as f64;
        let name = format!("{:.0}%", 100.0 * share);
        Row { at: Some(share), ..Row::new(name, vec![Cell::signed(*points)]) }
    });
    let rows = rows.collect();
    let better = if asked.has_award() {
        "going for the award leaves you better off than the best plan without it"
    } else {
        "it leaves you better off"
    };
    let better = names::of_award(asked, better.to_owned());
    let shows = format!(
        "Each dot is one of twenty equally likely sets of numbers, and shows what to expect of it. \
                 To the right of the line {better}."
    );
    let is_held = asked.reasons.iter().any(|own| matches!(own, Reason::IfYouStop { .. }));
    let sure = format!("{} {}.", chance_that(asked, is_held), in_percent(confidence));
    Some(
        Section::new(Part::Chance, "How sure is it?")
            .with_picture(shows)
            .with_text([sure, NOT_LUCK.to_owned()])
            .with_table(
                ["share of the sets of numbers", "at most so many points better off"],
                rows,
            ),
    )
}

/// What would turn the answer, and what would not; or why there is no list of it.
pub(super) fn levers(answer: &Assessment) -> Option<Section> {
    let section = Section::new(Part::Levers, HEADING);
    if let Some(instead) = instead(answer) {
        return Some(section.with_text([instead]));
    }
    let rows: Vec<Row> = shown(answer).into_iter().map(|own| lever(answer, own)).collect();
    let nothing = (!rows.iter().any(|row| row.is_marked)).then_some(NOTHING_TURNS);
    let section = section.with_text(nothing);
    if rows.is_empty() {
        return answer.engine.levers.then_some(section);
    }
    let shows = match nothing {
        None => {
            "The dot is where you are now. In the thick part the answer would be another; a ring \
             was tried and does not change it."
        }
        Some(_) => "The dot is where you are now; the ring was tried and does not change it.",
    };
    Some(section.with_picture(shows).with_table(["if", "now", "there", "the answer there"], rows))
}

fn lever(answer: &Assessment, lever: &Lever) -> Row {
    let [now, there] = values(lever);
    let cells = vec![
        Cell::new(clean(&now), lever.from),
        Cell::new(clean(&there), lever.shown),
        Cell::new(clean(&outcome(answer, lever)), f64::from(u8::from(lever.answer.is_yes()))),
    ];
    Row { is_marked: lever.turns, range: range(lever), ..Row::new(&lever.text, cells) }
}

//! Year by year.

use super::super::grammar::{clean, fixed, grouped, share};
use super::super::names;
use super::{Cell, Part, Row, Section};
use crate::analysis::Verdict;
use crate::assessment::{Assessment, PursuitAssessment, YearSummary};

/// What one column of the table is of, and its cell of a year.
struct Measure<'a> {
    name: String,
    cell: Box<dyn Fn(&YearSummary) -> Cell + 'a>,
}

/// Every year of it; nothing where all of them are alike.
pub(super) fn years(answer: &Assessment, asked: &PursuitAssessment) -> Option<Section> {
    let measures = measures(answer, asked);
    let rows = asked.years.iter().enumerate().map(|(at, year)| {
        let cells = measures.iter().map(|own| (own.cell)(year)).collect();
        Row { at: Some((at + 1) as f64), ..Row::new(format!("year {}", at + 1), cells) }
    });
    let rows: Vec<Row> = rows.collect();
    let texts = |row: &Row| row.cells.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
    let first = rows.first().map(texts)?;
    if rows.iter().all(|row| texts(row) == first) {
        return None;
    }
    let title = match asked.verdict {
        Verdict::WithoutTheAward => "Year by year, by itself, with the award",
        _ => "Year by year, by itself",
    };
    let title = &names::of_award(asked, title.to_owned());
    let names = measures.iter().map(|own| own.name.clone());
    let columns: Vec<String> = [String::from("year")].into_iter().chain(names).collect();
    Some(
        Section::new(Part::Years, title)
            .with_picture("Each column is a year ahead.")
            .with_table(columns, rows),
    )
}

/// What there is to say of a year: what is 0 in all of them is left out.
fn measures<'a>(answer: &Assessment, asked: &'a PursuitAssessment) -> Vec<Measure<'a>> {
    let award = names::of_award(asked, "chance to have the award".to_owned());
    let today = share(answer.person.burnout_risk);
    let burnout = format!("risk of burnout ({today} without it)");
    let mut all = vec![
        measure("hours a week", |year| Cell::hours(year.hours_per_week)),
        measure(&award, |year| Cell::or(year.holding_share, Cell::share, "-")),
        measure(&burnout, |year| Cell::share(year.burnout_risk)),
    ];
    if let Some(currency) = &answer.person.currency {
        let name = format!("money it brings a year, in {}", clean(currency));
        all.push(measure(&name, |year| Cell::new(grouped(&fixed(year.money, 0)), year.money)));
    }
    let is_said = |own: &Measure<'_>| {
        asked.years.iter().any(|year| !matches!((own.cell)(year).text.as_str(), "0" | "0%" | "-"))
    };
    all.retain(is_said);
    all
}

fn measure<'a>(name: &str, cell: impl Fn(&YearSummary) -> Cell + 'a) -> Measure<'a> {
    Measure { name: name.to_owned(), cell: Box::new(cell) }
}

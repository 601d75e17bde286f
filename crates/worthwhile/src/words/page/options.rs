//! All pursuits of an answer: in a table, and each explained.

use super::super::grammar::{capital, clean, fixed, in_sentence, is_all, join, part};
use super::super::layout::{left, right};
use super::super::names;
use super::super::sheet::{Sheet, Style};
use super::tables;
use crate::analysis::{Summary, Verdict};
use crate::assessment::{Assessment, PursuitAssessment, Reason, Warning};
use crate::order;

/// Cells of a name, of a number, and of the widest picture.
const NAME: usize = 24;
const NUMBER: usize = 10;
const PICTURE: usize = 50;
/// A picture with fewer cells shows nothing.
const LEAST_PICTURE: usize = 10;

pub(in crate::words) const BEST_PLAN: &str =
    "Best plan: the best one that includes it, at this amount.";
pub(in crate::words) const NOT_ADDED: &str =
    "Points of a plan are not a sum: gains overlap, and each further hour costs more.";

/// Every pursuit side by side: its hours and its worth alone, and the best plan that contains it.
pub(super) fn table(sheet: &mut Sheet, answer: &Assessment) {
    if answer.pursuits.len() < 2 {
        return;
    }
    let mut sorted: Vec<&PursuitAssessment> = answer.pursuits.iter().collect();
    order::sort_by(&mut sorted, |a, b| b.worth.mean.total_cmp(&a.worth.mean));
    let scale = Scale::of(&sorted);
    let room = sheet.width.saturating_sub(2 + NAME + 3 * NUMBER + 4).min(PICTURE);
    let room = if room < LEAST_PICTURE { 0 } else { room };
    sheet.heading("Your options side by side, in points");
    let heads = ["hours", "by itself", "best plan"].map(|name| right(name, NUMBER)).concat();
    let picture = if room == 0 { "" } else { "by itself" };
    let head = format!("  {}{heads}  {picture}", left("", NAME));
    sheet.line(&sheet.paint(Style::Faint, head.trim_end()));
    for own in sorted {
        let week = right(&fixed(own.hours_per_week.mean, 1), NUMBER);
        let alone = sheet.signed(own.worth.mean, NUMBER);
        let plan = if own.verdict == Verdict::NotFeasible {
            right("-", NUMBER)
        } else {
            sheet.signed(own.plan_with.worth, NUMBER)
        };
        let (name, picture) = (left(&short_name(own), NAME), scale.draw(&own.worth, room));
        sheet.line(&format!("  {name}{week}{alone}{plan}  {picture}"));
    }
    let marks = match (room, scale.is_uncertain) {
        (0, _) => "",
        (_, true) => " ● mean, ─ nine times in ten, ┆ zero.",
        (_, false) => " ● mean, ┆ zero.",
    };
    sheet.blank();
    sheet.paragraph(&format!("{BEST_PLAN} {NOT_ADDED}{marks}"));
}

fn short_name(own: &PursuitAssessment) -> String {
    let level = amount(own);
    let room = NAME.saturating_sub(level.len() + 1);
    super::super::layout::cut(&clean(&own.name), room) + &level
}

/// How much of it, behind its name; nothing for all of it.
pub(in crate::words) fn amount(own: &PursuitAssessment) -> String {
    if is_all(own.level) { String::new() } else { format!(" ({})", part(own.level)) }
}

/// The points from end to end of the pictures, which all share.
struct Scale {
    least: f64,
    most: f64,
    is_uncertain: bool,
}

impl Scale {
    /// Beyond this many points a picture would show nothing else.
    const END: f64 = 150.0;

    fn of(pursuits: &[&PursuitAssessment]) -> Self {
        let least = pursuits.iter().map(|own| own.worth.p5).fold(0.0, f64::min);
        let most = pursuits.iter().map(|own| own.worth.p95).fold(1.0, f64::max);
        let is_uncertain = pursuits.iter().any(|own| own.worth.sd > 0.0);
        Self { least: least.max(-Self::END), most: most.min(Self::END), is_uncertain }
    }

    /// A line from the 5th to the 95th percentile with a dot at the mean and a mark at zero.
    fn draw(&self, worth: &Summary, room: usize) -> String {
        let place = |points: f64| {
            let share = (points - self.least) / (self.most - self.least);
            (share.clamp(0.0, 1.0) * room.saturating_sub(1) as f64).round() as usize
        };
        let (low, high) = (place(worth.p5), place(worth.p95));
        let (mean, zero) = (place(worth.mean), place(0.0));
        let mark = |at: usize| match at {
            at if at == mean => '●',
            at if at == zero => '┆',
            at if (low..=high).contains(&at) => '─',
            _ => ' ',
        };
        (0..room).map(mark).collect()
    }
}

/// Every pursuit but the one in question, explained like it.
pub(super) fn explained(sheet: &mut Sheet, answer: &Assessment) {
    for own in answer.pursuits.iter().filter(|own| own.id != answer.question.pursuit) {
        sheet.heading(&format!("{}: {}", capital(&clean(&own.name)), verdict(answer, own)));
        tables::contributions(sheet, own);
        super::work_and_award(sheet, own);
        tables::plans(sheet, answer, own);
        sheet.blank();
        let is_award = |reason: &&Reason| matches!(reason, Reason::Award { .. });
        let others = own.reasons.iter().filter(|reason| !is_award(reason));
        others.for_each(|reason| sheet.paragraph(reason.text()));
        own.warnings.iter().map(Warning::text).for_each(|text| sheet.item(text));
    }
}

/// What is said of a pursuit that is not the one in question.
pub(in crate::words) fn verdict(answer: &Assessment, own: &PursuitAssessment) -> String {
    let at = if is_all(own.level) { String::new() } else { format!(", at {}", part(own.level)) };
    match own.verdict {
        Verdict::WorthIt => format!("worth it{at}"),
        Verdict::WithoutTheAward => names::of_award(own, "the work, yes; the award, no".to_owned()),
        Verdict::NotFeasible => "it does not fit".to_owned(),
        Verdict::NotWorthIt => "no, it gives no more than it takes".to_owned(),
        Verdict::BetterElsewhere => {
            let plan = &own.plan_without;
            let named: Vec<String> = plan
                .pursuits
                .iter()
                .filter_map(|other| answer.pursuit(&other.id))
                .map(|other| in_sentence(&other.name))
                .collect();
            format!("no, your time is better spent on {}", join(&named))
        }
    }
}

//! The answer as a person reads it.

pub(super) mod options;
pub(super) mod tables;

use std::fmt;

use super::advice::NOTHING_TO_FIND_OUT;
use super::grammar::{join, whole};
use super::sheet::Sheet;
use super::summary::FULL_WEEK;
use super::warnings::HARMFUL_WEEK;
use super::{flips, levers};
use crate::analysis::Verdict;
use crate::assessment::{Assessment, PursuitAssessment, Reason, Warning};
use tables::SHOWN;

/// Columns of a page that nobody asked to be wider or narrower.
pub const WIDTH: u16 = 80;
/// The narrowest page.
pub const NARROWEST: u16 = 60;
/// The widest page.
pub const WIDEST: u16 = 120;

/// An answer as a page of text: what [`Assessment::page`] gives, written by `Display`.
///
/// # Example
/// ```
/// let plan = worthwhile::Plan::read(include_str!("../../../examples/mvp.json"))?;
/// let answer = plan.assess()?;
/// let page = answer.page().width(100).all(true).to_string();
/// assert!(page.lines().all(|line| line.chars().count() <= 100));
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use = "a page is written by `to_string` or `format!`"]
pub struct Page<'a> {
    answer: &'a Assessment,
    width: u16,
    has_color: bool,
    is_whole: bool,
    is_brief: bool,
}

impl Page<'_> {
    /// Columns of the page, 60 to 120; what is outside is moved to the nearer end. 80 unless set.
    pub fn width(self, columns: u16) -> Self {
        Self { width: columns.clamp(NARROWEST, WIDEST), ..self }
    }

    /// Whether the page has colors, as ANSI escape sequences for a terminal. It has none unless
    /// set.
    pub fn color(self, has_color: bool) -> Self {
        Self { has_color, ..self }
    }

    /// Whether every pursuit is explained, and not only the one in question. Not unless set.
    pub fn all(self, is_whole: bool) -> Self {
        Self { is_whole, ..self }
    }

    /// Whether only the first lines are written: the answer and how much of it, what it does for you,
    /// the chance that this is right, why, and what would change it. A grave warning comes with them.
    /// Not unless set.
    ///
    /// # Example
    /// ```
    /// let answer = worthwhile::Plan::read(include_str!("../../../examples/mvp.json"))?.assess()?;
    /// let page = answer.page().brief(true).to_string();
    /// assert!(page.starts_with("Yes"));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn brief(self, is_brief: bool) -> Self {
        Self { is_brief, ..self }
    }
}

impl fmt::Display for Page<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&render(self))
    }
}

impl Assessment {
    /// The answer as a person reads it: plain text, at most 80 columns, no colors.
    /// [`page`](Self::page) has other widths, colors, and every pursuit explained.
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
        self.page().to_string()
    }

    /// The answer as a page: see [`Page`] for what can be set.
    pub fn page(&self) -> Page<'_> {
        Page { answer: self, width: WIDTH, has_color: false, is_whole: false, is_brief: false }
    }
}

fn render(page: &Page<'_>) -> String {
    let answer = page.answer;
    let mut sheet = Sheet::new(page.width.into(), page.has_color);
    if page.is_brief {
        in_brief(&mut sheet, answer);
        return sheet.into_text();
    }
    if let Some(asked) = answer.asked() {
        headline(&mut sheet, answer);
        tables::how_much(&mut sheet, answer, asked);
        tables::contributions(&mut sheet, asked);
        work_and_award(&mut sheet, asked);
        tables::plans(&mut sheet, answer, asked);
        reasons(&mut sheet, asked);
        levers::section(&mut sheet, answer);
        flips::section(&mut sheet, answer);
        find_out(&mut sheet, answer);
        warnings(&mut sheet, answer, asked);
    }
    options::table(&mut sheet, answer);
    if page.is_whole {
        options::explained(&mut sheet, answer);
    }
    basis(&mut sheet, answer);
    sheet.into_text()
}

/// The question, the answer, and what belongs right under it.
fn headline(sheet: &mut Sheet, answer: &Assessment) {
    sheet.paragraph(&answer.question.text);
    sheet.blank();
    in_brief(sheet, answer);
    if !answer.question.details.is_empty() {
        sheet.blank();
        sheet.paragraph(&answer.question.details);
    }
}

/// The lines to read if one reads no more, with a grave warning right under the first.
fn in_brief(sheet: &mut Sheet, answer: &Assessment) {
    let Some((first, rest)) = answer.question.in_brief.split_first() else { return };
    sheet.strong(first);
    if let Some(caution) = answer.asked().and_then(|asked| caution_of(answer, asked)) {
        sheet.paragraph(&caution);
    }
    rest.iter().for_each(|line| sheet.paragraph(line));
}

/// The answer in its first sentence, and what supports it.
pub(super) fn in_short(answer: &Assessment) -> (String, String) {
    let question = &answer.question;
    let first = question.in_brief.first().cloned().unwrap_or_default();
    let rest = question.in_brief.iter().skip(1).chain(Some(&question.details));
    let rest: Vec<&str> = rest.map(String::as_str).filter(|text| !text.is_empty()).collect();
    (first, rest.join(" "))
}

/// What to consider before anything else.
pub(super) fn caution_of(answer: &Assessment, asked: &PursuitAssessment) -> Option<String> {
    let grave = asked.warnings.iter().filter(|own| own.is_grave()).map(Warning::text);
    let grave: Vec<&str> = grave.collect();
    (!grave.is_empty()).then(|| caution(answer, asked, &grave.join(" ")))
}

/// A heavy week or a high risk of burnout, and what a counselor would say about it.
fn caution(answer: &Assessment, asked: &PursuitAssessment, grave: &str) -> String {
    if !answer.question.answer.is_yes() {
        return grave.to_owned();
    }
    let job = answer.person.work_hours_per_week;
    let advice = if job > FULL_WEEK {
        let own = asked.warnings.iter().find_map(|own| match own {
            Warning::LongWeek { hours_per_week, .. } => Some(hours_per_week - job),
            _ => None,
        });
        // With it, the week then is no longer one that does harm.
        let most = own.map_or(FULL_WEEK, |own| (HARMFUL_WEEK - own).floor().clamp(0.0, FULL_WEEK));
        format!("Rest first, and ask again when your job takes {} hours or less.", whole(most))
    } else {
        "Rest first, or do less of it.".to_owned()
    };
    format!("{grave} {advice}")
}

/// What the work and the award are worth by themselves, where there is an award.
pub(super) fn of_work_and_award(own: &PursuitAssessment) -> Option<&str> {
    own.reasons.iter().find(|reason| matches!(reason, Reason::Award { .. })).map(Reason::text)
}

fn work_and_award(sheet: &mut Sheet, own: &PursuitAssessment) {
    if let Some(text) = of_work_and_award(own) {
        sheet.blank();
        sheet.paragraph(text);
    }
}

/// The reasons that nothing else on the page says.
pub(super) fn shown_reasons(asked: &PursuitAssessment) -> Vec<&str> {
    let is_shown = |reason: &&Reason| match reason {
        // The first lines say what counts most against it, but where they are about the award. The table
        // says that something bothers, but not what.
        Reason::Costs { .. } => {
            let is_bothered = asked.points("drawbacks").is_some_and(|points| points <= -SHOWN);
            asked.verdict == Verdict::WithoutTheAward && is_bothered
        }
        // The first lines say how much better off one is than without it.
        Reason::AddsToPlan { .. } => asked.keeps_work(),
        Reason::Serves { .. }
        | Reason::Award { .. }
        | Reason::AnotherLevel { .. }
        | Reason::DoneAnyway { .. } => false,
        _ => true,
    };
    asked.reasons.iter().filter(is_shown).map(Reason::text).collect()
}

fn reasons(sheet: &mut Sheet, asked: &PursuitAssessment) {
    sheet.blank();
    shown_reasons(asked).into_iter().for_each(|text| sheet.paragraph(text));
}

fn find_out(sheet: &mut Sheet, answer: &Assessment) {
    if let Some(advice) = advice(answer) {
        sheet.blank();
        sheet.paragraph(advice);
    }
}

/// What to find out first, or that nothing is worth it.
pub(super) fn advice(answer: &Assessment) -> Option<&str> {
    let information = answer.information.as_ref()?;
    Some(information.advice.as_deref().unwrap_or(NOTHING_TO_FIND_OUT))
}

fn warnings(sheet: &mut Sheet, answer: &Assessment, asked: &PursuitAssessment) {
    let texts = shown_warnings(answer, asked);
    if texts.is_empty() {
        return;
    }
    sheet.heading("Warnings");
    texts.iter().for_each(|text| sheet.item(text));
}

/// The warnings that nothing else says.
pub(super) fn shown_warnings<'a>(
    answer: &'a Assessment,
    asked: &'a PursuitAssessment,
) -> Vec<&'a str> {
    let own = asked.warnings.iter().filter(|own| !own.is_grave());
    let of_case = answer.warnings.iter().filter(|own| !is_about_basis(own));
    own.chain(of_case).map(Warning::text).collect()
}

/// What the answer rests on says these.
fn is_about_basis(warning: &Warning) -> bool {
    matches!(warning, Warning::FiguresDecide { .. })
}

fn basis(sheet: &mut Sheet, answer: &Assessment) {
    sheet.blank();
    let rests = rests_on(answer);
    sheet.paragraph(&format!(
        "{rests} The JSON form of this answer lists every number with its source."
    ));
}

/// The kinds of numbers that an answer rests on, counted; those that it has.
pub(super) fn counts(answer: &Assessment) -> Vec<(usize, &'static str)> {
    let basis = &answer.basis;
    let parts = [
        (basis.given, "that you gave"),
        (basis.illustrative, "that are illustrative (our judgment)"),
        (basis.published, "from publications"),
        (basis.defaults, "that are defaults of the model"),
    ];
    parts.into_iter().filter(|(count, _)| *count > 0).collect()
}

/// What the answer rests on, and how far it can be trusted.
pub(super) fn rests_on(answer: &Assessment) -> String {
    let counts = counts(answer);
    let total: usize = counts.iter().map(|(count, _)| count).sum();
    let counted: Vec<String> =
        counts.iter().map(|(count, what)| format!("{count} {what}")).collect();
    let deciding = answer.warnings.iter().filter(|own| is_about_basis(own));
    let deciding: String = deciding.map(|own| format!(" {}", own.text())).collect();
    let chance = match answer.question.confidence {
        Some(_) => {
            " The chance above is about the doubt in these numbers, not about luck or faults of the model."
        }
        None => "",
    };
    format!(
        "This rests on {total} numbers: {}.{deciding} It is a model, not a fact. It has not been \
         validated: no data exist on how such decisions turn out.{chance}",
        join(&counted)
    )
}

#[cfg(test)]
mod tests;

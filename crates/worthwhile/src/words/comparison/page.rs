//! Two cases side by side, as a page of text.

use std::fmt;

use super::super::grammar::{chance, clean, fixed, is_all, part, share, signed};
use super::super::layout::{cells, cut, left};
use super::super::page::tables::bar;
use super::super::page::{NARROWEST, WIDEST, WIDTH};
use super::super::sheet::{Sheet, Style};
use super::{CASES, SHOWN, against, only_of, summary};
use crate::analysis::Verdict;
use crate::assessment::{ComparedAnswer, Comparison, DifferenceContribution};

/// Two cases side by side as a page of text: what [`Comparison::page`] gives, written by `Display`.
///
/// # Example
/// ```
/// let plan = worthwhile::Plan::read(include_str!("../../../examples/mvp.json"))?;
/// let busy = plan.with_values([("/person/time/free_hours_per_week", 6.0)])?;
/// let comparison = plan.run().compare(&busy)?;
/// let page = comparison.page().names("today", "a busy year").width(100).to_string();
/// assert!(page.starts_with("Today "));
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use = "a page is written by `to_string` or `format!`"]
pub struct ComparisonPage<'a> {
    comparison: &'a Comparison,
    names: [&'a str; 2],
    width: u16,
    has_color: bool,
}

impl<'a> ComparisonPage<'a> {
    /// What the two cases are called, in their order: the first and the second case unless set.
    pub fn names(self, first: &'a str, second: &'a str) -> Self {
        Self { names: [first, second], ..self }
    }

    /// Columns of the page, 60 to 120; what is outside is moved to the nearer end. 80 unless set.
    pub fn width(self, columns: u16) -> Self {
        Self { width: columns.clamp(NARROWEST, WIDEST), ..self }
    }

    /// Whether the page has colors, as ANSI escape sequences for a terminal. It has none unless set.
    pub fn color(self, has_color: bool) -> Self {
        Self { has_color, ..self }
    }
}

impl fmt::Display for ComparisonPage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&render(self))
    }
}

impl Comparison {
    /// Both cases side by side as a person reads it: plain text, at most 80 columns, no colors.
    /// [`page`](Self::page) has other widths, colors, and names for the two.
    ///
    /// # Example
    /// ```
    /// let plan = worthwhile::Plan::read(include_str!("../../../examples/mvp.json"))?;
    /// let text = plan.run().compare(&plan)?.to_text();
    /// assert!(text.contains("Nothing that counts differs."));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn to_text(&self) -> String {
        self.page().to_string()
    }

    /// Both cases side by side as a page: see [`ComparisonPage`] for what can be set.
    pub fn page(&self) -> ComparisonPage<'_> {
        ComparisonPage { comparison: self, names: CASES, width: WIDTH, has_color: false }
    }
}

fn render(page: &ComparisonPage<'_>) -> String {
    let mut sheet = Sheet::new(page.width.into(), page.has_color);
    let all = summary(page.comparison, page.names);
    let (first, rest) = all.split_once(". ").map_or((&*all, ""), |(first, rest)| (first, rest));
    sheet.strong(&format!("{}.", first.trim_end_matches('.')));
    if !rest.is_empty() {
        sheet.paragraph(rest);
    }
    answers(&mut sheet, page);
    contributions(&mut sheet, page);
    differences(&mut sheet, page);
    sheet.into_text()
}

/// Cells of what a row of the answers is, of a number, and of the longest bar.
const LABEL: usize = 25;
const NUMBER: usize = 9;
const LONGEST_BAR: usize = 40;

/// Both answers, figure by figure.
fn answers(sheet: &mut Sheet, page: &ComparisonPage<'_>) {
    let comparison = page.comparison;
    let both = [&comparison.first, &comparison.second];
    let room = (sheet.width - 2 - LABEL) / 2;
    let line = |label: &str, texts: [String; 2]| {
        let [first, second] = texts.map(|text| cut(&text, room - 2));
        format!("  {}{}{second}", left(label, LABEL), left(&first, room))
    };
    sheet.heading("The two answers");
    let head = line("", page.names.map(clean));
    sheet.line(&sheet.paint(Style::Faint, head.trim_end()));
    sheet.line(&line("answer", both.map(|own| own.answer.to_string())));
    sheet.line(&line("verdict", both.map(|own| verdict(own.verdict).to_owned())));
    sheet.line(&line("how much of it", both.map(how_much)));
    sheet.line(&line("hours a week", both.map(|own| fixed(own.hours_per_week.mean, 1))));
    sheet.line(&line("better off with it", both.map(|own| signed(own.margin.mean) + " points")));
    sheet.line(&line("by itself", both.map(|own| signed(own.worth.mean) + " points")));
    if both.iter().any(|own| own.confidence.is_some()) {
        let sure = |own: &ComparedAnswer| own.confidence.map_or_else(|| "-".to_owned(), chance);
        sheet.line(&line("chance that it is right", both.map(sure)));
    }
    sheet.line(&line("risk of burnout with it", both.map(|own| share(own.burnout_risk.mean))));
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::WorthIt => "worth it",
        Verdict::WithoutTheAward => "only the work",
        Verdict::BetterElsewhere => "something else",
        Verdict::NotWorthIt => "not worth it",
        Verdict::NotFeasible => "does not fit",
    }
}

fn how_much(own: &ComparedAnswer) -> String {
    if is_all(own.level) { "all of it".to_owned() } else { part(own.level) }
}

/// What each group of differences does, as bars that add up to the change.
fn contributions(sheet: &mut Sheet, page: &ComparisonPage<'_>) {
    let comparison = page.comparison;
    if comparison.contributions.is_empty() {
        return;
    }
    sheet.heading("What makes the difference, in points better off with it");
    let name = sheet.width / 2 - 2;
    let room = sheet.width.saturating_sub(2 + name + NUMBER + 2).min(LONGEST_BAR);
    let shown = |own: &&DifferenceContribution| own.margin.abs() >= SHOWN;
    let longest = comparison.contributions.iter().map(|own| own.margin.abs()).fold(1.0, f64::max);
    let mut small = 0.0;
    for own in &comparison.contributions {
        if !shown(&own) {
            small += own.margin;
            continue;
        }
        let bar = bar(sheet, own.margin, longest.min(FAR), room);
        let points = sheet.signed(own.margin, NUMBER);
        sheet.line(&format!("  {}{points}  {bar}", left(&label(page, own, name), name)));
    }
    if small.abs() >= SHOWN {
        let points = sheet.signed(small, NUMBER);
        sheet.line(&format!("  {}{points}", left("smaller differences", name)));
    }
    let together = sheet.signed(comparison.change.base_margin, NUMBER);
    sheet.line(&format!("  {}{together}", left("together", name)));
    let [first, second] =
        [&comparison.first, &comparison.second].map(|own| signed(own.base_margin));
    sheet.paragraph(&format!(
        "From {first} to {second}, with every number at its average. Each line is what the \
         difference changes on average, whichever of the others come before it."
    ));
}

/// A bar is as long as this many points at most.
const FAR: f64 = 100.0;

/// The one thing that differs, with both values where there is room, or else the group.
fn label(page: &ComparisonPage<'_>, own: &DifferenceContribution, room: usize) -> String {
    let only = only_of(page.comparison, own).map(|only| {
        let noun = clean(&only.noun);
        [format!("{noun} ({})", against(only, &page.names.map(clean))), noun]
    });
    let mut fitting = only.into_iter().flatten().filter(|text| cells(text) <= room);
    fitting.next().unwrap_or_else(|| clean(&own.name))
}

/// Differences listed for each group; the rest is counted.
const LISTED: usize = 8;

/// Everything that differs, group by group.
fn differences(sheet: &mut Sheet, page: &ComparisonPage<'_>) {
    let comparison = page.comparison;
    if comparison.differences.is_empty() {
        return;
    }
    let names = page.names.map(clean);
    let [first, second] = &names;
    sheet.heading(&format!("What differs: {first} against {second}"));
    let mut groups: Vec<&str> = Vec::new();
    for own in &comparison.differences {
        if !groups.contains(&own.group.as_str()) {
            groups.push(&own.group);
        }
    }
    for group in groups {
        let all = comparison.differences.iter().filter(|own| own.group == group);
        let count = all.clone().count();
        for own in all.take(LISTED) {
            sheet.item(&format!("{}: {}", clean(&own.noun), against(own, &names)));
        }
        if count > LISTED {
            let name = comparison.contributions.iter().find(|own| own.groups == [group]);
            let name = name.map_or_else(String::new, |own| format!(" about {}", clean(&own.name)));
            let more = count - LISTED;
            sheet.item(&format!("and {more} more{name}, which the JSON form lists"));
        }
    }
}

/// Two cells side by side need at least this much room each.
const _: () = assert!((NARROWEST as usize - 2 - LABEL) / 2 > 12);

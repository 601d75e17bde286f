//! A summary as a person reads it. What is said of people in English is edited here, and nowhere else in this crate.

mod sentences;
mod tables;
#[cfg(test)]
pub(crate) mod tests;

use std::fmt;

use worthwhile::writing::{NARROWEST, Sheet, WIDEST, WIDTH};

use crate::summary::Summary;
pub(crate) use sentences::{
    answer, apart, change, changes, details, how, impossible, left_out, many, name_of, of_lever,
    question, range, segment_title, teller_means, teller_share, what_a_range_is, what_ranges_are,
};
pub(crate) use tables::CHANGE_IS;

/// A summary as a page of text: what [`Summary::page`] gives, written by `Display`.
///
/// # Example
/// See [`Summary::to_text`].
#[derive(Debug, Clone, Copy)]
#[must_use = "a page is written by `to_string` or `format!`"]
pub struct SummaryPage<'a> {
    summary: &'a Summary,
    width: u16,
    has_color: bool,
}

impl SummaryPage<'_> {
    /// Columns of the page, 60 to 120; what is outside is moved to the nearer end. 80 unless set.
    pub fn width(self, columns: u16) -> Self {
        Self { width: columns.clamp(NARROWEST, WIDEST), ..self }
    }

    /// Whether the page has colors, as ANSI escape sequences for a terminal. It has none unless set.
    pub fn color(self, has_color: bool) -> Self {
        Self { has_color, ..self }
    }
}

impl Summary {
    /// The summary as a person reads it: plain text, at most 80 columns, no colors. [`page`](Self::page) has other
    /// widths, and colors.
    ///
    /// # Example
    /// ```
    /// use std::ops::ControlFlow;
    /// use std::sync::Arc;
    /// use arrow::array::{ArrayRef, Float64Array, RecordBatch};
    /// use worthwhile::{Options, Plan};
    /// use worthwhile_groups::{Group, Map, Speed, Tally};
    ///
    /// let plan = Plan::read(r#"{"schema_version": 1, "pursuits": [{"preset": "certification"}],
    ///     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}}}"#)?;
    /// let free: ArrayRef = Arc::new(Float64Array::from(vec![9.0, 0.5, 4.0]));
    /// let table = RecordBatch::try_from_iter([("free_hours_per_week", free)]).unwrap();
    /// let map = Map::inferred(&plan, &table.schema());
    /// let group = Group::new(&plan, &map, &table.schema(), Speed::AtTheMeans, &Options::default())?;
    /// let people = group.answer(&table, 0, &mut |_| ControlFlow::Continue(()))?;
    /// let mut tally = Tally::new(&group, &[], &[])?;
    /// tally.add(&people, &[])?;
    /// let text = tally.summary(None).to_text();
    /// assert!(text.starts_with("For whom is certification worth it?"), "{text}");
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn to_text(&self) -> String {
        self.page().to_string()
    }

    /// The summary as a page: see [`SummaryPage`] for what can be set.
    pub fn page(&self) -> SummaryPage<'_> {
        SummaryPage { summary: self, width: WIDTH, has_color: false }
    }
}

impl fmt::Display for SummaryPage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (summary, mut sheet) = (self.summary, Sheet::new(self.width.into(), self.has_color));
        sheet.paragraph(&question(summary));
        sheet.blank();
        sheet.strong(&answer(summary));
        details(summary).iter().for_each(|text| sheet.paragraph(text));
        tables::segments(&mut sheet, summary);
        tables::levers(&mut sheet, summary);
        tables::tellers(&mut sheet, summary);
        sheet.blank();
        sheet.paragraph(&how(summary));
        f.write_str(&sheet.into_text())
    }
}

//! The tables of the page: segments as bars, levers, and what tells yes from no.

use worthwhile::writing::{Sheet, Style, clean, cut, left, right, share};

use super::sentences::{
    apart, but, change, changes, impossible, left_out, many, name_of, range, segment_title,
    teller_means, teller_share, what_ranges_are, without_share,
};
use crate::summary::{SegmentSummary, Summary};

/// Segments of a grouping, levers and tellers that are shown.
const SEGMENTS: usize = 30;
const LEVERS: usize = 10;
const TELLERS: usize = 5;
/// Cells of a share and of a range.
const SHARE: usize = 6;
const RANGE: usize = 13;
/// Of a count at least: thousands of people.
const COUNT: usize = 13;
/// Cells of a change and of its range.
const CHANGE: usize = 7;
const CHANGES: usize = 16;
/// Cells of the longest bar.
const LONGEST_BAR: usize = 40;

/// Each grouping with a bar for each of its segments: dense up to its share, light up to the upper end of its range.
pub(super) fn segments(sheet: &mut Sheet, summary: &Summary) {
    let rest = summary.segments.get(1..).unwrap_or_default();
    let mut is_ranged = false;
    for grouping in rest.chunk_by(|one, other| one.by.keys().eq(other.by.keys())) {
        let Some(first) = grouping.first() else { continue };
        sheet.heading(&segment_title(first));
        let mut shown: Vec<&SegmentSummary> = grouping.iter().collect();
        shown.sort_by_key(|own| std::cmp::Reverse(own.people));
        let fewest = shown.get(SEGMENTS - 1).map_or(0, |own| own.people);
        let all = grouping.iter().filter(|own| own.people >= fewest).take(SEGMENTS);
        let count = grouping.iter().map(|own| people(own).len() + 2).max();
        let count = count.unwrap_or(COUNT).max(COUNT);
        let name = sheet.width.saturating_sub(2 + SHARE + RANGE + count) / 2;
        let mut told = 0;
        for own in all {
            told += 1;
            is_ranged |= own.share.is_some();
            let line = segment(sheet, own, name, count);
            sheet.line(&line);
        }
        if grouping.len() > told {
            sheet
                .line(&format!("  and {} with fewer people", many((grouping.len() - told) as u64)));
        }
        if grouping.iter().any(|own| own.suppressed) {
            sheet.paragraph(&left_out(summary));
        }
        apart(grouping).iter().for_each(|text| sheet.paragraph(text));
    }
    if is_ranged {
        let range = what_ranges_are(summary);
        sheet.paragraph(&format!("{range} A bar is light up to the upper end."));
    }
}

fn segment(sheet: &Sheet, own: &SegmentSummary, name: usize, count: usize) -> String {
    let label = left(&name_of(own), name);
    let Some(known) = &own.share else {
        let why = without_share(own);
        let room = sheet.width.saturating_sub(4 + name);
        return format!("  {label}  {}", sheet.paint(Style::Faint, &cut(why, room)));
    };
    let room = sheet.width.saturating_sub(2 + name + SHARE + RANGE + count + 2).min(LONGEST_BAR);
    let cells = |share: f64| (share * room as f64).round().clamp(0.0, room as f64) as usize;
    let (yes, most) = (cells(known.yes), cells(known.high));
    let bar = "█".repeat(yes) + &"░".repeat(most.saturating_sub(yes));
    format!(
        "  {label}{}{}{}  {}",
        right(&share(known.yes), SHARE),
        right(&range(known.low, known.high), RANGE),
        right(&people(own), count),
        sheet.paint(Style::Good, &bar)
    )
}

/// How many people have the share.
fn people(own: &SegmentSummary) -> String {
    match own.people - own.refused {
        1 => "1 person".to_owned(),
        count => format!("{} people", many(count)),
    }
}

/// With doubt, what the change is.
pub(crate) const CHANGE_IS: &str = "The change is the average over all that may turn out. Gained and lost are the \
                                    people whose own answer turns.";

/// What the levers do, the largest change first.
pub(super) fn levers(sheet: &mut Sheet, summary: &Summary) {
    let levers = summary.segments.first().map_or(&[][..], |all| &all.levers);
    let impossible = summary.segments.first().and_then(impossible);
    if levers.is_empty() && impossible.is_none() {
        return;
    }
    sheet.heading("What would change it, in percentage points");
    let name = sheet.width.saturating_sub(2 + CHANGE + CHANGES + 2 * 8);
    let line = |label: &str, [change, range, gained, lost]: [&str; 4]| {
        format!(
            "  {}{}{}{}{}",
            left(label, name.saturating_sub(1)) + " ",
            right(change, CHANGE),
            right(range, CHANGES),
            right(gained, 8),
            right(lost, 8)
        )
    };
    let head = line("", ["change", "nine in ten", "gained", "lost"]);
    sheet.line(&sheet.paint(Style::Faint, head.trim_end()));
    for own in levers.iter().take(LEVERS) {
        let expected = change(own.change);
        let told = [expected, changes(own.low, own.high), many(own.gained), many(own.lost)];
        sheet.line(&line(&clean(&own.name), told.each_ref().map(String::as_str)));
        if let Some(but) = but(own) {
            let but = cut(&but, sheet.width.saturating_sub(4));
            sheet.line(&format!("    {}", sheet.paint(Style::Faint, &but)));
        }
    }
    impossible.iter().for_each(|text| sheet.paragraph(text));
    if levers.len() > LEVERS {
        let others = many((levers.len() - LEVERS) as u64);
        sheet.line(&format!("  and {others} that change it less"));
    }
    if summary.scenarios > 0 {
        sheet.paragraph(CHANGE_IS);
    }
}

/// What tells yes from no.
pub(super) fn tellers(sheet: &mut Sheet, summary: &Summary) {
    if summary.tellers.is_empty() {
        return;
    }
    sheet.heading("What tells yes from no");
    let name = sheet.width.saturating_sub(2 + 16 + 22);
    for own in summary.tellers.iter().take(TELLERS) {
        let label = left(&clean(&own.label), name.saturating_sub(1));
        let (share, means) = (left(&teller_share(own), 16), right(&teller_means(own), 22));
        sheet.line(&format!("  {label} {share}{means}"));
    }
    sheet.paragraph(
        "Of all pairs of one with a yes and one with a no: in how many the one with the yes has the higher, or the \
         lower, number. Behind it the averages, yes against no.",
    );
}

//! A preset as a page: every figure in words, with its source.

use super::layout;
use super::numbers::words;
use crate::case::{
    Activity, AfterGivingUp, Award, Benefit, Cost, Drawback, During, Pursuit, Requires,
};
use crate::catalogue::{Catalogue, Preset, Seen};
use crate::complete::Item;
use crate::estimate::Estimate;
use crate::field::{Field, LASTS_YEARS};

/// Columns of the page.
const WIDTH: usize = 80;

/// An item, or the award, ready to be printed.
struct Entry<'p> {
    /// Its pointer in the pursuit.
    pointer: String,
    title: String,
    figures: Vec<(&'static Field, &'p Estimate)>,
    /// When it counts, where not always.
    remarks: Vec<String>,
}

impl Catalogue {
    /// The list of presets as a person reads it: plain text, at most 80 columns.
    ///
    /// # Example
    /// ```
    /// let text = worthwhile::Catalogue::builtin().to_text();
    /// assert!(text.contains("\nrest: More rest\n"));
    /// ```
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut page = String::new();
        for preset in self.presets.values() {
            paragraph(&mut page, "", 0, &format!("{}: {}", preset.id, preset.name));
            paragraph(&mut page, "    ", 4, &preset.about);
        }
        page
    }
}

impl Preset {
    /// The preset as a person reads it, each figure with its source: plain text, at most 80 columns.
    ///
    /// # Example
    /// ```
    /// let rest = worthwhile::Catalogue::builtin().preset("rest")?;
    /// assert!(rest.to_text().starts_with("More rest (rest)\n"));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut page = String::new();
        let pursuit = &self.pursuit;
        paragraph(&mut page, "", 0, &format!("{} ({})", self.name, self.id));
        page.push('\n');
        paragraph(&mut page, "", 0, &self.about);
        let reviewed = format!("Figures reviewed in {}, money in US dollars.", self.as_of);
        paragraph(&mut page, "", 0, &reviewed);
        let whole: Vec<Entry<'_>> = whole(pursuit).into_iter().collect();
        section(&mut page, self, "All of it", &whole);
        let award: Vec<Entry<'_>> = pursuit.award.iter().map(award).collect();
        section(&mut page, self, "The award", &award);
        let activities: Vec<Entry<'_>> = pursuit.activities.iter().map(activity).collect();
        section(&mut page, self, "What it takes in hours", &activities);
        let benefits: Vec<Entry<'_>> = pursuit.benefits.iter().map(benefit).collect();
        section(&mut page, self, "What it gives", &benefits);
        let costs: Vec<Entry<'_>> = pursuit.costs.iter().map(cost).collect();
        section(&mut page, self, "What it costs", &costs);
        let drawbacks: Vec<Entry<'_>> = pursuit.drawbacks.iter().map(drawback).collect();
        section(&mut page, self, "What bothers about it", &drawbacks);
        page.push('\n');
        for line in LEGEND {
            paragraph(&mut page, "", 0, line);
        }
        page
    }
}

const LEGEND: [&str; 2] = [
    "A range is meant to hold nine times in ten; with a most likely value, its ends are the \
     smallest and the largest value possible. Strength and bother run from 0 to 10, enjoyability \
     from -10 to 10, chances from 0 to 1.",
    "source: read in the publication itself. quoted: read where somebody else quotes it. derived: \
     worked out from such figures. illustrative: a judgement.",
];

fn paragraph(page: &mut String, first: &str, rest: usize, text: &str) {
    layout::paragraph(page, WIDTH, first, rest, text);
}

fn section(page: &mut String, preset: &Preset, heading: &str, entries: &[Entry<'_>]) {
    if entries.is_empty() {
        return;
    }
    page.push('\n');
    paragraph(page, "", 0, heading);
    for entry in entries {
        let figures = entry.figures.iter().map(|(field, estimate)| listed(field, estimate));
        let parts: Vec<String> = figures.chain(entry.remarks.iter().cloned()).collect();
        page.push('\n');
        paragraph(page, "  ", 6, &format!("{}: {}", entry.title, parts.join("; ")));
        for (field, _) in &entry.figures {
            let source = preset.source(&format!("{}/{}", entry.pointer, field.name));
            let name = field.name.replace('_', " ");
            let said = format!("{name} ({}): {}", seen(source.seen), source.source);
            paragraph(page, "    ", 6, &said);
            paragraph(page, "      ", 6, &format!("Instead: {}", source.instead));
        }
    }
}

/// What is said of all of it: its levels, and how long it goes on.
fn whole(pursuit: &Pursuit) -> Option<Entry<'_>> {
    let levels = pursuit.levels.as_ref().map(|levels| {
        let shares: Vec<String> = levels.iter().map(|level| format!("{}", level * 100.0)).collect();
        if levels.len() == 1 {
            "all or nothing".to_owned()
        } else {
            format!("levels of {} % of it", shares.join(", "))
        }
    });
    let lasts = pursuit.lasts_years.as_ref().map(|years| (&LASTS_YEARS, years));
    let is_said = levels.is_some() || lasts.is_some();
    is_said.then(|| Entry {
        pointer: String::new(),
        title: "pursuit".to_owned(),
        figures: lasts.into_iter().collect(),
        remarks: levels.into_iter().collect(),
    })
}

fn award(award: &Award) -> Entry<'_> {
    let figures = award.given();
    let remarks = award.give_up_after_years.map(|years| {
        let then = match award.after_giving_up.unwrap_or_default() {
            AfterGivingUp::Work => "goes on without it",
            AfterGivingUp::Stop => "stops",
        };
        format!("after {years} years without it one {then}")
    });
    let remarks = remarks.into_iter().collect();
    Entry { pointer: "/award".to_owned(), title: "award".to_owned(), figures, remarks }
}

fn item<T: Item>(item: &T) -> Entry<'_> {
    let id = item.id().unwrap_or_default();
    let pointer = format!("/{}/{id}", T::LIST);
    Entry { pointer, title: id, figures: item.given(), remarks: Vec::new() }
}

fn activity(activity: &Activity) -> Entry<'_> {
    let mut entry = item(activity);
    entry.remarks.extend(during(activity.during));
    entry
}

fn benefit(benefit: &Benefit) -> Entry<'_> {
    let mut entry = item(benefit);
    let category = benefit.category.as_deref().unwrap_or_default().replace('_', "-");
    if category != entry.title {
        entry.remarks.push(format!("a benefit of the kind {category}"));
    }
    if benefit.requires == Some(Requires::Award) {
        entry.remarks.push("only with the award".to_owned());
    }
    let conditions = &Catalogue::builtin().conditions;
    for name in benefit.depends_on.iter().flatten() {
        let known = conditions.get(name).map_or(name, |condition| &condition.name);
        entry.remarks.push(format!("depends on {name} ({known})"));
    }
    entry
}

fn cost(cost: &Cost) -> Entry<'_> {
    let mut entry = item(cost);
    entry.remarks.extend(during(cost.during));
    entry
}

fn drawback(drawback: &Drawback) -> Entry<'_> {
    let mut entry = item(drawback);
    entry.remarks.extend(during(drawback.during));
    entry
}

/// A number as it stands in a list: `2 to 8 hours, most likely 4`.
fn listed(field: &Field, estimate: &Estimate) -> String {
    let [before, unit] = words(field.key).listed;
    format!("{before}{}", in_words(estimate, unit))
}

/// An estimate with the unit of its number.
pub(super) fn in_words(estimate: &Estimate, unit: &str) -> String {
    match estimate {
        Estimate::Certain(value) => format!("{value}{unit}"),
        Estimate::Interval { low, high } => format!("{low} to {high}{unit}"),
        Estimate::Pert { min, mode, max } => format!("{min} to {max}{unit}, most likely {mode}"),
        Estimate::Uniform { min, max } => format!("{min} to {max}{unit}, all equally likely"),
        Estimate::Normal { mean, sd } => format!("about {mean}{unit}, give or take {sd}"),
        Estimate::Discrete { values, .. } => {
            let values: Vec<String> = values.iter().map(f64::to_string).collect();
            format!("one of {}{unit}", values.join(", "))
        }
    }
}

fn during(during: Option<During>) -> Option<String> {
    match during? {
        During::Always => None,
        During::Award => Some("only for the award".to_owned()),
        During::Pursuing => Some("only in years without the award".to_owned()),
        During::Holding => Some("only in years with the award".to_owned()),
    }
}

fn seen(seen: Seen) -> &'static str {
    match seen {
        Seen::Source => "source",
        Seen::Quoted => "quoted",
        Seen::Derived => "derived",
        Seen::Illustrative => "illustrative",
    }
}

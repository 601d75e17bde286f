//! One preset as a page: every figure in words, with its source.

use worthwhile::{
    Activity, Award, Benefit, Catalogue, Cost, During, Estimate, Preset, Requires, Seen, field,
};

use crate::text::paragraph;

/// A figure of an item, ready to be printed.
struct Figure {
    /// The name of its field.
    name: &'static str,
    words: String,
}

/// An item, or the award, ready to be printed.
struct Entry {
    /// Its pointer in the pursuit.
    pointer: String,
    title: String,
    figures: Vec<Figure>,
    /// When it counts, where not always.
    remarks: Vec<String>,
}

/// The page of a preset.
pub(super) fn of(preset: &Preset) -> String {
    let mut page = String::new();
    let pursuit = &preset.pursuit;
    paragraph(&mut page, "", 0, &format!("{} ({})", preset.name, preset.id));
    page.push('\n');
    paragraph(&mut page, "", 0, &preset.about);
    paragraph(
        &mut page,
        "",
        0,
        &format!("Figures reviewed in {}, money in US dollars.", preset.as_of),
    );
    let award: Vec<Entry> = pursuit.award.iter().map(award).collect();
    section(&mut page, preset, "The award", &award);
    let activities: Vec<Entry> = pursuit.activities.iter().map(activity).collect();
    section(&mut page, preset, "What it takes in hours", &activities);
    let benefits: Vec<Entry> = pursuit.benefits.iter().map(benefit).collect();
    section(&mut page, preset, "What it gives", &benefits);
    let costs: Vec<Entry> = pursuit.costs.iter().map(cost).collect();
    section(&mut page, preset, "What it costs", &costs);
    page.push('\n');
    for line in LEGEND {
        paragraph(&mut page, "", 0, line);
    }
    page
}

const LEGEND: [&str; 2] = [
    "A range is meant to hold nine times in ten; with a most likely value, its ends are the \
     smallest and the largest value possible. Strength and enjoyability run from 0 to 10, chances \
     from 0 to 1.",
    "source: read in the publication itself. quoted: read where somebody else quotes it. derived: \
     worked out from such figures. illustrative: a judgement.",
];

fn section(page: &mut String, preset: &Preset, heading: &str, entries: &[Entry]) {
    if entries.is_empty() {
        return;
    }
    page.push('\n');
    paragraph(page, "", 0, heading);
    for entry in entries {
        let figures: Vec<&str> = entry.figures.iter().map(|figure| figure.words.as_str()).collect();
        let remarks = entry.remarks.iter().map(String::as_str);
        let parts: Vec<&str> = figures.into_iter().chain(remarks).collect();
        page.push('\n');
        paragraph(page, "  ", 6, &format!("{}: {}", entry.title, parts.join("; ")));
        for figure in &entry.figures {
            let source = preset.source(&format!("{}/{}", entry.pointer, figure.name));
            let name = figure.name.replace('_', " ");
            let said = format!("{name} ({}): {}", seen(source.seen), source.source);
            paragraph(page, "    ", 6, &said);
            paragraph(page, "      ", 6, &format!("Instead: {}", source.instead));
        }
    }
}

fn award(award: &Award) -> Entry {
    let figures = [
        figure(&field::AWARD_CHANCE, award.chance_per_year.as_ref(), "chance ", " a year"),
        figure(&field::AWARD_RENEWAL, award.renewal_chance.as_ref(), "chance of renewal ", ""),
    ];
    entry("/award".to_owned(), "award".to_owned(), figures)
}

fn activity(item: &Activity) -> Entry {
    let figures = [
        figure(&field::ACTIVITY_HOURS, item.hours.as_ref(), "", " hours"),
        figure(&field::ACTIVITY_PER_YEAR, item.per_year.as_ref(), "", " times a year"),
        figure(&field::ACTIVITY_ENJOYABILITY, item.enjoyability.as_ref(), "enjoyability ", ""),
    ];
    let id = item.id.clone().unwrap_or_default();
    let mut entry = entry(format!("/activities/{id}"), id, figures);
    entry.remarks.extend(during(item.during));
    entry
}

fn benefit(item: &Benefit) -> Entry {
    let figures = [
        figure(&field::BENEFIT_STRENGTH, item.strength.as_ref(), "strength ", ""),
        figure(&field::BENEFIT_CHANCE, item.chance.as_ref(), "chance ", ""),
        figure(&field::BENEFIT_MONEY, item.money_per_year.as_ref(), "money ", " a year"),
        figure(&field::BENEFIT_DELAY, item.delay_years.as_ref(), "after ", " years"),
    ];
    let id = item.id.clone().unwrap_or_default();
    let mut entry = entry(format!("/benefits/{id}"), id, figures);
    let category = item.category.as_deref().unwrap_or_default().replace('_', "-");
    if category != entry.title {
        entry.remarks.push(format!("a benefit of the kind {category}"));
    }
    if item.requires == Some(Requires::Award) {
        entry.remarks.push("only with the award".to_owned());
    }
    let conditions = &Catalogue::builtin().conditions;
    for name in item.depends_on.iter().flatten() {
        let known = conditions.get(name).map_or(name, |condition| &condition.name);
        entry.remarks.push(format!("depends on {name} ({known})"));
    }
    entry
}

fn cost(item: &Cost) -> Entry {
    let figures = [figure(&field::COST_MONEY, item.money_per_year.as_ref(), "money ", " a year")];
    let id = item.id.clone().unwrap_or_default();
    let mut entry = entry(format!("/costs/{id}"), id, figures);
    entry.remarks.extend(during(item.during));
    entry
}

fn entry(
    pointer: String,
    title: String,
    figures: impl IntoIterator<Item = Option<Figure>>,
) -> Entry {
    Entry { pointer, title, figures: figures.into_iter().flatten().collect(), remarks: Vec::new() }
}

fn figure(
    field: &worthwhile::Field,
    estimate: Option<&Estimate>,
    before: &str,
    unit: &str,
) -> Option<Figure> {
    let words = format!("{before}{}", in_words(estimate?, unit));
    Some(Figure { name: field.name, words })
}

fn in_words(estimate: &Estimate, unit: &str) -> String {
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

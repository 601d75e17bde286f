//! `worthwhile new`

use std::io::Write;

use clap::Args;
use worthwhile::field::{
    ACTIVITY_HOURS, ACTIVITY_PER_YEAR, BENEFIT_STRENGTH, COST_MONEY, DRAWBACK_BOTHER, FREE_HOURS,
    HOUR_VALUE, MEANINGFUL_YEARLY_AMOUNT, MOTIVATION,
};
use worthwhile::{
    Activity, Award, Benefit, Case, Catalogue, Cost, Drawback, Estimate, Money, Motive, Person,
    Preset, Protections, Pursuit,
};

use crate::failure::Failure;
use crate::format::Format;
use crate::preset_files::PresetFiles;

/// What any commitment has to be better than.
const COMPARED_WITH: [(&str, &str); 2] = [
    ("job-performance", "To compare with: the same hours for the job you have."),
    ("rest", "To compare with: the same hours kept for yourself. Add what else you could do."),
];

/// Arguments of `worthwhile new`.
#[derive(Debug, Args)]
pub(crate) struct New {
    /// The preset in question; `worthwhile presets` lists them
    #[arg(long, value_name = "ID", default_value = "microsoft-mvp")]
    preset: String,
    #[command(flatten)]
    preset_files: PresetFiles,
}

impl New {
    /// Prints a case that says what to fill in.
    pub(crate) fn run(&self, out: &mut impl Write) -> Result<(), Failure> {
        let options = self.preset_files.options(Format::Text)?;
        let preset = options.catalogue().preset(&self.preset);
        let preset = preset.map_err(|error| Failure::new(&error, Format::Text))?;
        out.write_all(super::typed_json(&starter(preset))?.as_bytes())?;
        Ok(())
    }
}

fn starter(preset: &Preset) -> Case {
    let mut case = Case::new(person())
        .with_name(format!("{}: is it worth my time?", preset.name))
        .with_pursuit(asked(preset));
    case.note = Some(format!(
        "A start. Put your own numbers, then run `worthwhile assess` on this file. A number can be \
         plain, a range from low to high that is right nine times in ten, or min, mode and max: \
         the smallest, the most likely and the largest. Notes have no effect. \
         motivations: {} protections: the same for what you do not want to lose. \
         free_hours_per_week: {} meaningful_yearly_amount: {} hour_value: {}",
        MOTIVATION.meaning,
        FREE_HOURS.meaning,
        MEANINGFUL_YEARLY_AMOUNT.meaning,
        HOUR_VALUE.meaning
    ));
    for (id, note) in COMPARED_WITH.into_iter().filter(|(id, _)| *id != &*preset.id) {
        case = case.with_pursuit(Pursuit::preset(id).with_note(note));
    }
    case.with_pursuit(own())
}

/// A pursuit that no preset describes, with a note on each part.
fn own() -> Pursuit {
    Pursuit::new("my-own")
        .with_name("A pursuit of my own")
        .with_note(
            "Illustrative: describe what no preset has, or delete it. To ask about it, put it first. \
             `worthwhile ask` asks for all of this in words.",
        )
        .with_activity(
            Activity::new("work", Estimate::pert(1.0, 2.0, 4.0), 40)
                .with_id("work")
                .with_enjoyability(Estimate::between(3.0, 8.0))
                .with_note(format!("{} per_year: {}", ACTIVITY_HOURS.meaning, ACTIVITY_PER_YEAR.meaning)),
        )
        .with_benefit(
            Benefit::new("helping", Estimate::between(2.0, 8.0))
                .with_chance(0.8)
                .with_note(format!("category: {}. {}", categories(), BENEFIT_STRENGTH.meaning)),
        )
        .with_cost(Cost::new("material", 100).with_note(COST_MONEY.meaning))
        .with_drawback(Drawback::new("deadlines", 2).with_note(DRAWBACK_BOTHER.meaning))
}

/// The categories of benefits that there are.
fn categories() -> String {
    let names: Vec<&str> = Catalogue::builtin().categories.keys().map(String::as_str).collect();
    names.join(", ")
}

/// A person somewhere in the middle, with every motive named and each usual form of a number.
fn person() -> Person {
    let ratings = [
        (Motive::Enjoyment, Estimate::from(6)),
        (Motive::Altruism, Estimate::from(6)),
        (Motive::Belonging, Estimate::from(5)),
        (Motive::Learning, Estimate::between(5.0, 9.0)),
        (Motive::Influence, Estimate::from(3)),
        (Motive::Reputation, Estimate::from(4)),
        (Motive::Career, Estimate::from(6)),
        (Motive::Income, Estimate::from(4)),
    ];
    let person = Person::new(Estimate::pert(18.0, 24.0, 30.0))
        .with_work_hours(40)
        .with_protections(
            Protections::new().with_personal_time(5).with_wellbeing(5).with_savings(5),
        )
        .with_money(Money::new(10_000).with_currency("USD", 1.0).with_hour_value(30));
    ratings
        .into_iter()
        .fold(person, |person, (motive, rating)| person.with_motivation(motive, rating))
}

/// The preset with its first items written out, to show how its figures are replaced.
fn asked(preset: &Preset) -> Pursuit {
    let mut asked = Pursuit::preset(&*preset.id);
    let id = &preset.id;
    let mut note = format!(
        "The first pursuit is the one in question. It starts as the preset `{id}`: `worthwhile \
         presets {id}` shows its figures and where they come from. An item with the same id \
         replaces them, and `\"omit\": [\"an-id\"]` leaves an item out."
    );
    if preset.pursuit.award.is_some() {
        note.push_str(" Set `held` to true if you hold the award today.");
        asked.award = Some(Award::default().with_held(false));
    }
    asked.note = Some(note);
    let first = |meaning: &str| format!("From the preset; put your own. {meaning}");
    let given = &preset.pursuit;
    for item in given.activities.iter().take(1) {
        let mut shown = Activity::default().with_note(first(ACTIVITY_HOURS.meaning));
        (shown.id, shown.hours) = (item.id.clone(), item.hours.clone());
        asked = asked.with_activity(shown);
    }
    for item in given.benefits.iter().take(1) {
        let mut shown = Benefit::default().with_note(first(BENEFIT_STRENGTH.meaning));
        (shown.id, shown.strength) = (item.id.clone(), item.strength.clone());
        asked = asked.with_benefit(shown);
    }
    for item in given.costs.iter().take(1) {
        let mut shown = Cost::default().with_note(first(COST_MONEY.meaning));
        (shown.id, shown.money_per_year) = (item.id.clone(), item.money_per_year.clone());
        asked = asked.with_cost(shown);
    }
    asked
}

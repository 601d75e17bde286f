//! The person.

use indexmap::IndexMap;

use super::cursor::Cursor;
use super::motives::by_motive;
use super::names::{CURRENCY, SNAKE};
use crate::case::{Money, Motive, Person, Protections, Time};
use crate::estimate::Estimate;
use crate::field;
use crate::limits::{HOURS_A_WEEK, MAX_NAME};
use crate::problem::{Code, Problem, number};

const PERSON_KEYS: &[&str] = &[
    "motivations",
    "motivation_ranking",
    "protections",
    "time",
    "money",
    "burnout_risk",
    "conditions",
    "horizon_years",
    "discount_rate",
];

pub(super) fn decode(at: &Cursor<'_>) -> Option<Person> {
    let fields = at.object(PERSON_KEYS)?;
    let motivations = fields.get("motivations");
    let ranking = fields.get("motivation_ranking");
    let person = Person {
        motivations: motivations
            .and_then(|at| by_motive(&at, &Motive::ALL, &field::MOTIVATION))
            .unwrap_or_default(),
        motivation_ranking: ranking.and_then(|at| self::ranking(&at)),
        protections: fields.get("protections").and_then(|at| protections(&at)).unwrap_or_default(),
        time: fields
            .require("time")
            .and_then(|at| time(&at))
            .unwrap_or_else(|| Time::new(field::FREE_HOURS.stand_in())),
        money: fields.get("money").and_then(|at| money(&at)),
        burnout_risk: fields.estimate(&field::BURNOUT_RISK),
        conditions: fields.get("conditions").and_then(|at| conditions(&at)).unwrap_or_default(),
        horizon_years: fields.plain(&field::HORIZON_YEARS).map(|years| years as u32),
        discount_rate: fields.estimate(&field::DISCOUNT_RATE),
    };
    match (motivations, ranking) {
        (Some(_), Some(both)) => {
            let message = "motives are both rated and ranked".to_owned();
            let help = "keep either motivations or motivation_ranking";
            both.sink.note(both.report(Code::RatingsAndRanking, message).with_help(help));
        }
        (None, None) => no_motivation(at, "no motives are given"),
        (Some(rated), None) => {
            let is_driven = person.motivations.values().any(Estimate::is_surely_positive);
            if !is_driven && !rated.sink.has_below(&rated.path.render()) {
                no_motivation(&rated, "at least one motive must be above 0 in every scenario");
            }
        }
        (None, Some(_)) => {}
    }
    Some(person)
}

fn no_motivation(at: &Cursor<'_>, message: &str) {
    at.sink.note(without_motivation(at.path.render(), message));
}

/// The problem that there is nothing to serve.
pub(crate) fn without_motivation(path: String, message: &str) -> Problem {
    let help = "rate at least one motive above 0 in motivations, or give motivation_ranking";
    Problem::new(path, Code::NoMotivation, message).with_help(help)
}

/// The problem of a week with more hours than there are.
pub(crate) fn week_problem(path: impl FnOnce() -> String, free: f64, work: f64) -> Option<Problem> {
    let message =
        || format!("free hours ({free}) plus job hours ({work}) exceed the 168 hours in a week");
    (free + work > HOURS_A_WEEK).then(|| {
        Problem::new(path(), Code::WeekTooLong, message())
            .with_found(Some(number(free + work)))
            .with_allowed(168)
            .with_help("count as free only the hours left after job, sleep, chores and care")
    })
}

fn ranking(at: &Cursor<'_>) -> Option<Vec<Motive>> {
    let words = Motive::ALL.map(Motive::as_str);
    let mut ranked: Vec<Motive> = Vec::new();
    let mut is_empty = true;
    for item in at.list()? {
        is_empty = false;
        let Some(motive) = item.word(&words).and_then(Motive::from_name) else { continue };
        if ranked.contains(&motive) {
            let message = format!("`{}` is ranked twice", motive.as_str());
            item.sink.note(item.report(Code::RepeatedEntry, message));
        } else {
            ranked.push(motive);
        }
    }
    if is_empty {
        at.sink
            .note(at.report(Code::EmptyList, "the ranking needs at least one motive".to_owned()));
    }
    Some(ranked)
}

fn protections(at: &Cursor<'_>) -> Option<Protections> {
    let fields =
        at.object(&["personal_time", "break_even_hours_per_week", "wellbeing", "savings"])?;
    let (rating, hours) = (field::PERSONAL_TIME.name, field::BREAK_EVEN.name);
    if let (Some(_), Some(hours)) = (fields.get(rating), fields.get(hours)) {
        at.sink.note(both_time_protections(hours.path.render()));
    }
    Some(Protections {
        personal_time: fields.estimate(&field::PERSONAL_TIME),
        break_even_hours_per_week: fields.estimate(&field::BREAK_EVEN),
        wellbeing: fields.estimate(&field::WELLBEING),
        savings: fields.estimate(&field::SAVINGS),
    })
}

/// The problem of saying twice, and differently, how much free time is worth.
pub(crate) fn both_time_protections(path: String) -> Problem {
    let message = "free time is protected both by a rating and by hours";
    let help = "keep either personal_time or break_even_hours_per_week";
    Problem::new(path, Code::BothTimeProtections, message).with_help(help)
}

fn time(at: &Cursor<'_>) -> Option<Time> {
    let fields =
        at.object(&["free_hours_per_week", "work_hours_per_week", "limit_hours_per_week"])?;
    let time = Time {
        free_hours_per_week: fields.required_estimate(&field::FREE_HOURS),
        work_hours_per_week: fields.estimate(&field::WORK_HOURS),
        limit_hours_per_week: fields.estimate(&field::LIMIT_HOURS),
    };
    let readable = |field: &field::Field| {
        fields.get(field.name).filter(|at| !at.sink.has_below(&at.path.render())).is_some()
    };
    // Only what the two numbers say counts: another field's problem hides nothing.
    let is_work_readable = time.work_hours_per_week.is_none() || readable(&field::WORK_HOURS);
    if readable(&field::FREE_HOURS) && is_work_readable {
        let (free, work) = hours_of_week(&time);
        week_problem(|| at.path.render(), free, work).into_iter().for_each(|one| at.sink.note(one));
    }
    Some(time)
}

/// Free hours and job hours, by their means.
fn hours_of_week(time: &Time) -> (f64, f64) {
    let default = field::WORK_HOURS.default_value().unwrap_or_default();
    let work = time.work_hours_per_week.as_ref();
    let work = work.map_or(default, |hours| hours.mean(&field::WORK_HOURS.domain));
    (time.free_hours_per_week.mean(&field::FREE_HOURS.domain), work)
}

fn money(at: &Cursor<'_>) -> Option<Money> {
    let fields = at.object(&["currency", "usd_rate", "meaningful_yearly_amount", "hour_value"])?;
    Some(Money {
        currency: fields.get("currency").and_then(|at| at.name(&CURRENCY)),
        usd_rate: fields.plain(&field::USD_RATE),
        meaningful_yearly_amount: fields.required_estimate(&field::MEANINGFUL_YEARLY_AMOUNT),
        hour_value: fields.estimate(&field::HOUR_VALUE),
    })
}

fn conditions(at: &Cursor<'_>) -> Option<IndexMap<String, Estimate>> {
    let fields = at.map()?;
    let given = fields.entries().map(|(name, place)| {
        place.check_name(&SNAKE, name);
        // Under a name that is far too long, every problem would repeat it.
        let is_short = name.len() <= MAX_NAME;
        let estimate = is_short.then(|| place.estimate(&field::CONDITION));
        (name.to_owned(), estimate.unwrap_or_else(|| field::CONDITION.stand_in()))
    });
    Some(given.collect())
}

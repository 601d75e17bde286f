//! Everything that is tried.

use super::super::case::MOTIVES;
use super::super::choosing::Mixes;
use super::super::estimates::Estimate;
use super::super::lives::busiest;
use super::super::{person, reading};
use super::document::{get, items};
use super::{Change, Reach, Turn, nearest};
use serde_json::Value;

const HOURS: f64 = 1000.0;
const MONEY: f64 = 1e9;
const WEEK: f64 = 168.0;
const AWAKE: f64 = 112.0;
/// A rating that may not be 0, and a share that may not be 1.
const INSIDE: f64 = 1e-6;

/// Every lever that the page of the model lists, tried on a case in which all is certain.
///
/// # Panics
///
/// Where the document is not a valid expanded case with ids.
#[must_use]
pub fn levers(document: &Value) -> Vec<Turn> {
    let asked = &document["pursuits"][0];
    let id = asked["id"].as_str().unwrap();
    let mut all = Tried { document, turns: vec![] };
    scaled(&mut all, asked, id);
    week(&mut all);
    ratings(&mut all);
    for item in items(asked, "activities").iter().filter(|item| item["kind"] != "rest") {
        let name = named(id, "activities", item, "enjoyability");
        all.one("enjoyability", &name, 5.0, Reach::Range(-10.0, 10.0));
    }
    for item in items(asked, "drawbacks") {
        all.one("bother", &named(id, "drawbacks", item, "bother"), 0.0, Reach::Range(0.0, 10.0));
    }
    if asked.get("award").is_some() {
        for (kind, field) in [("chance", "chance_per_year"), ("renewal", "renewal_chance")] {
            let name = format!("/pursuits/{id}/award/{field}");
            all.one(kind, &name, 0.0, Reach::Range(0.0, 1.0));
        }
    }
    let anyway = format!("/pursuits/{id}/anyway");
    let most = get(document, &anyway).unwrap_or(0.0).max(0.95);
    all.one("anyway", &anyway, 0.0, Reach::Range(0.0, most));
    for other in items(document, "pursuits").iter().skip(1) {
        let id = other["id"].as_str().unwrap();
        let change = Change::Without(id.to_owned());
        all.push("without", vec![format!("/pursuits/{id}")], change, 1.0, Reach::Only(0.0));
    }
    all.turns
}

struct Tried<'d> {
    document: &'d Value,
    turns: Vec<Turn>,
}

impl Tried<'_> {
    fn push(&mut self, kind: &str, inputs: Vec<String>, change: Change, from: f64, reach: Reach) {
        let to = nearest(self.document, &change, from, reach);
        self.turns.push(Turn { kind: kind.to_owned(), inputs, from, to, change });
    }

    fn one(&mut self, kind: &str, name: &str, default: f64, reach: Reach) {
        let from = get(self.document, name).unwrap_or(default);
        let change = Change::One(name.to_owned(), vec![]);
        self.push(kind, vec![name.to_owned()], change, from, reach);
    }

    /// An amount, from a third of it to three times, within its bounds and within reach.
    fn amount(&mut self, kind: &str, name: &str, today: f64, [least, most, reach]: [f64; 3]) {
        let most = most.min(reach.max(today)).min(3.0 * today);
        let least = least.max(today / 3.0);
        if least > 0.0 && most > least {
            self.one(kind, name, today, Reach::Ratio(least, most));
        }
    }
}

fn named(pursuit: &str, list: &str, item: &Value, field: &str) -> String {
    format!("/pursuits/{pursuit}/{list}/{}/{field}", item["id"].as_str().unwrap())
}

/// All hours of the pursuit, and all that it gives.
fn scaled(all: &mut Tried<'_>, asked: &Value, id: &str) {
    let values = |list: &str, field: &str, most: f64| -> Vec<(String, f64, f64)> {
        let of = |item: &Value| (named(id, list, item, field), item[field].as_f64(), most);
        let named = items(asked, list).iter().map(of);
        named.filter_map(|(name, value, most)| Some((name, value?, most))).collect()
    };
    let positive = |mut values: Vec<(String, f64, f64)>| {
        values.retain(|(_, value, _)| *value > 0.0);
        values
    };
    let hours = positive(values("activities", "hours", HOURS));
    let mut gains = positive(values("benefits", "strength", 10.0));
    gains.extend(positive(values("benefits", "money_per_year", MONEY)));
    for (kind, values, today) in
        [("hours", hours, hours_at_its_level(all.document)), ("gains", gains, 1.0)]
    {
        if !values.is_empty() && today > 0.0 {
            let inputs = values.iter().map(|(name, ..)| name.clone()).collect();
            let reach = Reach::Ratio(today / 3.0, today * 3.0);
            all.push(kind, inputs, Change::Times(values, today), today, reach);
        }
    }
}

/// Hours a week of the first pursuit at the level it has in its plan with.
fn hours_at_its_level(document: &Value) -> f64 {
    let case = reading::case(document).map(Estimate::mean);
    let mixes = Mixes::new(&case);
    let member = *mixes.choose().pursuits[0].with.has(0).unwrap();
    person::mean(&case, &mixes.lives.profile(member), |year| year.hours)
}

fn week(all: &mut Tried<'_>) {
    let case = reading::case(all.document).map(Estimate::mean);
    let (free, job) = (case.person.free_hours, case.person.work_hours);
    let left = AWAKE - job;
    let time = "/person/time";
    all.amount("free_hours", &format!("{time}/free_hours_per_week"), free, [0.0, WEEK - job, left]);
    let reach = (AWAKE - free).min(80.0);
    all.amount("job_hours", &format!("{time}/work_hours_per_week"), job, [0.0, WEEK - free, reach]);
    let limit = format!("{time}/limit_hours_per_week");
    let today = left.max(busiest(&Mixes::new(&case).lives.baseline));
    match case.person.limit_hours {
        Some(own) => all.amount("limit", &limit, own, [0.0, WEEK, left]),
        None if today > 1.0 => all.one("limit", &limit, today, Reach::Ratio(1.0, today)),
        None => {}
    }
    if let Some(hours) = case.person.break_even_hours {
        let name = "/person/protections/break_even_hours_per_week";
        all.amount("break_even", name, hours, [1.0, WEEK, left]);
    }
    if let Some(money) = &case.person.money {
        let name = "/person/money/meaningful_yearly_amount";
        all.amount("meaningful_amount", name, money.meaningful_yearly_amount, [0.0, MONEY, MONEY]);
    }
    let years = case.person.horizon_years;
    let reach = Reach::Years(years.div_ceil(3).max(1), (3 * years).min(30));
    all.one("horizon", "/person/horizon_years", f64::from(years), reach);
}

fn ratings(all: &mut Tried<'_>) {
    let document = all.document;
    let rated =
        |motive: &str| get(document, &format!("/person/motivations/{motive}")).unwrap_or(0.0);
    if document["person"].get("motivation_ranking").is_none() {
        for motive in MOTIVES {
            let others = MOTIVES.iter().filter(|other| **other != motive);
            let least =
                if others.map(|own| rated(own)).sum::<f64>() > 0.0 { 0.0 } else { 10.0 * INSIDE };
            let name = format!("/person/motivations/{motive}");
            all.one("motivation", &name, 0.0, Reach::Range(least, 10.0));
        }
    }
    let protections = &document["person"]["protections"];
    for protection in ["personal_time", "wellbeing", "savings"] {
        let is_other =
            protection == "personal_time" && protections.get("break_even_hours_per_week").is_some();
        if !is_other {
            let name = format!("/person/protections/{protection}");
            all.one("protection", &name, 5.0, Reach::Range(0.0, 10.0));
        }
    }
    let conditions = document["person"]["conditions"].as_object();
    for name in conditions.into_iter().flatten().map(|(name, _)| name) {
        all.one("condition", &format!("/person/conditions/{name}"), 0.0, Reach::Range(0.0, 1.0));
    }
}

/// Names of shares that end in anything.
const SHARES: [&str; 3] = ["/assumptions/serves/", "/assumptions/autonomy/", "/person/conditions/"];

/// The flip of one input of a case in which all is certain: all over what it may be. None for an
/// input of which this knows too little.
///
/// # Panics
///
/// Where the document is not a valid expanded case with ids.
#[must_use]
pub fn flip(document: &Value, input: &str, today: f64) -> Option<Turn> {
    let field = input.rsplit('/').next().unwrap();
    let reach = match field {
        "enjoyability" => Reach::Range(-10.0, 10.0),
        "strength" | "bother" | "personal_time" | "wellbeing" | "savings" | "time_convexity" => {
            Reach::Range(0.0, 10.0)
        }
        "chance"
        | "chance_per_year"
        | "renewal_chance"
        | "anyway"
        | "rest_offsets_overwork"
        | "discount_rate"
        | "overwork_log_odds_per_hour" => Reach::Range(0.0, 1.0),
        "autonomy_effect" => Reach::Range(0.0, 1.0 - INSIDE),
        "burnout_risk" => Reach::Range(INSIDE, 1.0 - INSIDE),
        "drawback_points" => Reach::Range(0.0, 100.0),
        "overwork_from_hours" => Reach::Range(0.0, WEEK),
        "horizon_years" => Reach::Years(1, 30),
        _ if SHARES.iter().any(|start| input.starts_with(start)) => Reach::Range(0.0, 1.0),
        _ => return None,
    };
    let change = Change::One(input.to_owned(), vec![]);
    let to = nearest(document, &change, today, reach);
    let inputs = vec![input.to_owned()];
    Some(Turn { kind: "flip".to_owned(), inputs, from: today, to, change })
}

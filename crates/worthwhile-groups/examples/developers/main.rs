//! A made-up survey of developers, as real ones come: answers on scales and in words, some missing, some absurd.
//!
//! ```sh
//! cargo run --release -p worthwhile-groups --example developers -- developers.parquet
//! ```
//!
//! It is the same every time. The file may end in `.csv`, `.arrow` or `.ndjson` as well. A number behind it is that of
//! the people.

use std::path::Path;
use std::sync::Arc;

use arrow::array::{ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray};
use worthwhile_groups::TableWriter;

const PEOPLE: usize = 20_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("name the file to write")?;
    let people = arguments.next().map_or(Ok(PEOPLE), |people| people.parse())?;
    let table = survey(people)?;
    let mut writer = TableWriter::create(Path::new(&path), &table.schema())?;
    writer.write(&table)?;
    writer.finish()?;
    Ok(())
}

/// Numbers from 0 to 1: SplitMix64 (Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// About normal: the sum of twelve.
    fn normal(&mut self, mean: f64, deviation: f64) -> f64 {
        let sum: f64 = (0..12).map(|_| self.next()).sum();
        mean + deviation * (sum - 6.0)
    }

    fn one_in(&mut self, many: f64) -> bool {
        self.next() * many < 1.0
    }

    /// One of some words, each as often as it says.
    fn word(&mut self, words: &[(&'static str, f64)]) -> &'static str {
        let total: f64 = words.iter().map(|(_, share)| share).sum();
        let mut left = self.next() * total;
        for (word, share) in words {
            left -= share;
            if left < 0.0 {
                return word;
            }
        }
        words.last().map_or("", |(word, _)| word)
    }
}

const ROLES: [(&str, f64); 5] = [
    ("developer", 45.0),
    ("architect", 15.0),
    ("consultant", 17.0),
    ("manager", 11.0),
    ("student", 12.0),
];
const COUNTRIES: [(&str, f64); 6] =
    [("DE", 20.0), ("US", 30.0), ("IN", 22.0), ("BR", 12.0), ("JP", 10.0), ("LI", 0.02)];
const EMPLOYERS: [(&str, f64); 3] = [("ignores it", 45.0), ("likes it", 35.0), ("counts it", 20.0)];
/// The questions with answers from 1 to 5, the mean of each, and one of how many is missing.
const RATINGS: [(&str, f64, f64); 9] = [
    ("q1_fun", 3.6, 40.0),
    ("q1_helping", 3.3, 40.0),
    ("q1_people", 3.1, 30.0),
    ("q1_learning", 4.0, 50.0),
    ("q1_name", 2.7, 12.0),
    ("q1_career", 3.3, 25.0),
    ("q1_money", 3.2, 8.0),
    ("q2_free_time", 3.2, 15.0),
    ("q5_judged", 2.3, 20.0),
];

/// One person after the other, so that the first ones are the same whatever their number is.
fn survey(people: usize) -> Result<RecordBatch, arrow::error::ArrowError> {
    let mut random = Random(20_000);
    let mut words: [Vec<Option<String>>; 5] = Default::default();
    let mut numbers: [Vec<Option<f64>>; 5] = Default::default();
    let mut ratings: [Vec<Option<i64>>; RATINGS.len()] = Default::default();
    for person in 0..people {
        let role = random.word(&ROLES);
        let country = random.word(&COUNTRIES);
        // Those of one user group resemble each other.
        let group = (random.next() * 400.0) as u64;
        let mood = Random(group).normal(0.0, 0.4);
        let free = random.normal(if role == "manager" { 7.0 } else { 11.0 } + 2.0 * mood, 4.0);
        let hours = match role {
            "student" => random.normal(4.5, 1.0),
            "manager" => random.normal(9.3, 0.9),
            _ => random.normal(8.1, 0.8),
        };
        let absurd = random.one_in(300.0);
        let free = match (absurd, person % 3) {
            (false, _) => free.max(1.0),
            (true, 0) => -5.0,
            (true, 1) => 400.0,
            (true, _) => 168.0,
        };
        let employer = random.word(&EMPLOYERS);
        let employer = if random.one_in(400.0) { "dont know" } else { employer };
        let texts = [
            Some(format!("P{person:05}")),
            Some(country.to_owned()),
            Some(role.to_owned()),
            Some(format!("group-{group}")),
            (!random.one_in(9.0)).then(|| employer.to_owned()),
        ];
        words.iter_mut().zip(texts).for_each(|(column, text)| column.push(text));
        let round = |value: f64, step: f64| (value / step).round() * step;
        let values = [
            Some(round(random.normal(9.0, 5.0).max(0.0), 1.0)),
            Some(if country == "IN" { 1.6 } else { 0.85 }),
            (!random.one_in(18.0)).then(|| round(free, 0.5)),
            (!random.one_in(20.0)).then(|| round(hours.max(0.0), 0.25)),
            (!random.one_in(6.0)).then(|| round(random.normal(28.0, 14.0).clamp(2.0, 90.0), 1.0)),
        ];
        numbers.iter_mut().zip(values).for_each(|(column, value)| column.push(value));
        for (column, (_, mean, missing)) in ratings.iter_mut().zip(RATINGS) {
            let answer = random.normal(mean + 0.5 * mood, 1.1).round().clamp(1.0, 5.0);
            // Somebody used a scale to 10.
            let answer = if random.one_in(900.0) { 10.0 } else { answer };
            column.push((!random.one_in(missing)).then_some(answer as i64));
        }
    }
    let text = |column: Vec<Option<String>>| Arc::new(StringArray::from(column)) as ArrayRef;
    let number = |column: Vec<Option<f64>>| Arc::new(Float64Array::from(column)) as ArrayRef;
    let texts = ["respondent", "country", "role", "user_group", "employer"];
    let values = ["years", "weight", "free_hours", "work_hours_a_day", "exhausted_percent"];
    let mut columns: Vec<(&str, ArrayRef, bool)> = Vec::new();
    columns.extend(texts.into_iter().zip(words).map(|(name, own)| (name, text(own), true)));
    columns.extend(values.into_iter().zip(numbers).map(|(name, own)| (name, number(own), true)));
    columns.extend(
        RATINGS
            .into_iter()
            .zip(ratings)
            .map(|((name, ..), own)| (name, Arc::new(Int64Array::from(own)) as ArrayRef, true)),
    );
    RecordBatch::try_from_iter_with_nullable(columns)
}

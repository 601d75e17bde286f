//! The schema and the reader say the same about every document that is a step away from a valid
//! one.

use std::collections::BTreeMap;
use std::fmt::Write;

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;
use serde_json::{Value, json};
use worthwhile::Code;
use worthwhile::schema::{Host, Profile, tool};

use crate::mutate::{Mutant, mutants};
use crate::support::{CASE, Committed, expanded, full, refusals};

/// So many have to be judged, whatever becomes of the example.
const FEWEST: usize = 600;

/// A schema whose word is compared with the reader's.
struct Judge<'s> {
    schema: &'s Committed,
    /// What the schema cannot say, in keywords of the canonical one.
    unsaid: &'static [&'static str],
    /// Whether it refuses some cases on purpose: it keeps a part of the fields, or requires all.
    is_narrow: bool,
}

impl Judge<'_> {
    /// Whether the canonical schema refuses a document only by keywords that this one cannot say.
    fn leaves_to_the_reader(&self, document: &Value) -> bool {
        let document = without_nulls(document);
        let errors = CASE.errors(&document);
        !errors.is_empty() && errors.iter().all(|error| self.cannot_say(error))
    }

    /// A union refuses where all branches do: one that fails by such keywords alone is enough.
    fn cannot_say(&self, error: &ValidationError<'_>) -> bool {
        match error.kind() {
            ValidationErrorKind::AnyOf { context } => {
                context.iter().any(|branch| branch.iter().all(|error| self.cannot_say(error)))
            }
            _ => {
                let path = error.schema_path().to_string();
                path.split('/').any(|part| self.unsaid.contains(&part))
            }
        }
    }
}

/// The same with what is null left out, as the reader takes it.
fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(entries) => {
            let kept = entries.iter().filter(|(_, value)| !value.is_null());
            kept.map(|(key, value)| (key.clone(), without_nulls(value))).collect()
        }
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        other => other.clone(),
    }
}

/// What came of the mutants of one document.
#[derive(Default)]
struct Count {
    accepted: usize,
    refused: usize,
    /// Not judged, with the reason.
    skipped: BTreeMap<String, usize>,
    by_kind: BTreeMap<&'static str, usize>,
    disagreements: Vec<String>,
}

impl Count {
    fn skip(&mut self, why: impl Into<String>) {
        *self.skipped.entry(why.into()).or_default() += 1;
    }

    fn judge(&mut self, judge: &Judge<'_>, mutant: &Mutant, original: &Value) {
        if mutant.document == *original {
            return self.skip("the same as the original");
        }
        let text = mutant.document.to_string();
        let (reader, is_valid) = (refusals(&text), judge.schema.accepts(&mutant.document));
        match (is_valid, reader.is_empty()) {
            (true, true) => self.accepted += 1,
            (false, false) => self.refused += 1,
            (true, false) if reader.iter().all(|code| code.is_semantic()) => {
                return self.skip(format!("only the reader sees {}", words(reader)));
            }
            (true, false) if judge.leaves_to_the_reader(&mutant.document) => {
                return self.skip(format!("the profile cannot say {}", words(reader)));
            }
            (false, true) if judge.is_narrow => return self.skip("only a whole case says that"),
            (false, true) if mutant.kind == "null" => return self.skip("null for absent"),
            (true, false) => self.disagree(mutant, &format!("only the reader: {}", words(reader))),
            (false, true) => {
                let objections = judge.schema.check(&mutant.document).unwrap_err();
                self.disagree(mutant, &format!("only the schema: {objections}"));
            }
        }
        *self.by_kind.entry(mutant.kind).or_default() += 1;
    }

    fn disagree(&mut self, mutant: &Mutant, what: &str) {
        let found = mutant.document.pointer(&mutant.at).unwrap().to_string();
        let found: String = found.chars().take(200).collect();
        self.disagreements.push(format!("{} at {}: {found}\n  {what}", mutant.kind, mutant.at));
    }

    fn run(&self) -> usize {
        self.accepted + self.refused + self.disagreements.len()
    }

    fn report(&self, what: &str) -> String {
        let mut text = format!(
            "mutants of {what}: run {}, of which both accept {}, both refuse {}, disagree {}\n",
            self.run(),
            self.accepted,
            self.refused,
            self.disagreements.len()
        );
        for (kind, count) in &self.by_kind {
            writeln!(text, "  run {count}: {kind}").unwrap();
        }
        for (why, count) in &self.skipped {
            writeln!(text, "  skipped {count}: {why}").unwrap();
        }
        text
    }
}

fn words(codes: impl IntoIterator<Item = Code>) -> String {
    codes.into_iter().map(Code::as_str).collect::<Vec<_>>().join(", ")
}

fn agree(what: &str, judge: &Judge<'_>, document: &Value, most_items: usize) {
    judge.schema.check(document).unwrap_or_else(|error| panic!("{what}: {error}"));
    assert!(refusals(&document.to_string()).is_empty(), "{:?}", refusals(&document.to_string()));
    let mut count = Count::default();
    for mutant in mutants(document, &CASE.schema, most_items) {
        count.judge(judge, &mutant, document);
    }
    println!("{}", count.report(what));
    let shown: Vec<_> = count.disagreements.iter().take(20).cloned().collect();
    assert!(
        shown.is_empty(),
        "{} disagree, for example:\n{}",
        count.disagreements.len(),
        shown.join("\n")
    );
    assert!(count.run() >= FEWEST, "only {} were run", count.run());
    assert!(count.accepted > 50 && count.refused > 300, "{}", count.report(what));
}

/// The canonical schema, and profiles that say the same.
const WHOLE: fn(&Committed) -> Judge<'_> = |schema| Judge { schema, unsaid: &[], is_narrow: false };

#[test]
fn of_the_example() {
    agree("the example", &WHOLE(&CASE), &full(), usize::MAX);
}

#[test]
fn of_the_expanded_example() {
    agree("the expanded example", &WHOLE(&CASE), &expanded(&full()), 2);
}

#[test]
fn of_the_example_in_the_profiles_that_say_the_same() {
    for profile in [Profile::Codegen, Profile::OpenApi] {
        let schema = Committed::profile(profile);
        agree(profile.as_str(), &WHOLE(&schema), &full(), usize::MAX);
    }
}

const OPENAI: &[&str] = &["maxLength", "minLength", "uniqueItems", "minProperties"];

#[test]
fn of_the_example_in_strict_mode_of_openai() {
    let schema = Committed::profile(Profile::OpenAi);
    let judge = Judge { schema: &schema, unsaid: OPENAI, is_narrow: true };
    let mut example = full();
    example.as_object_mut().unwrap().remove("$schema");
    let filled = filled(&schema.schema, &schema.schema, &example);
    assert!(filled["person"]["money"].get("usd_rate").is_some(), "{filled:#}");
    agree("openai", &judge, &filled, usize::MAX);
}

/// A case with every field of the short one.
fn short() -> Value {
    json!({
        "schema_version": 1,
        "person": {
            "motivations": {"altruism": 8, "belonging": 6.5, "career": 2, "enjoyment": 8,
                "income": 0, "influence": 3, "learning": 7, "reputation": 1},
            "time": {"free_hours_per_week": {"low": 8, "high": 14}, "work_hours_per_week": 42},
            "protections": {"break_even_hours_per_week": {"low": 10, "high": 16}, "savings": 4,
                "wellbeing": 6},
            "money": {"meaningful_yearly_amount": 8000},
            "burnout_risk": 0.2,
            "conditions": {"market_regard": {"low": 0.2, "high": 0.8}, "employer_regard": 0.5,
                "client_regard": 0.1, "local_rarity": 0.6},
            "horizon_years": 3,
        },
        "pursuits": [
            {"id": "mvp", "preset": "microsoft-mvp", "award": {"held": true}, "anyway": 0.4,
                "levels": [0.5, 1],
                "drawbacks": [{"kind": "rules", "bother": 3, "during": "holding"}]},
            {"id": "meetup", "name": "Run a meetup",
                "activities": [{"kind": "organizing", "hours": {"low": 4, "high": 9},
                    "per_year": 10, "enjoyability": 7}],
                "benefits": [{"category": "networking", "strength": 6,
                    "chance": {"low": 0.5, "high": 0.9}, "money_per_year": 100}],
                "costs": [{"id": "venue", "money_per_year": {"low": 300, "high": 900}}]},
        ],
        "either_or": [["mvp", "meetup"]],
    })
}

const ANTHROPIC: &[&str] = &[
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
];

#[test]
fn of_a_short_case_in_strict_mode_of_anthropic() {
    let schema = Committed::profile(Profile::Anthropic);
    let judge = Judge { schema: &schema, unsaid: ANTHROPIC, is_narrow: true };
    agree("anthropic", &judge, &short(), usize::MAX);
}

const GEMINI: &[&str] = &[
    "exclusiveMinimum",
    "exclusiveMaximum",
    "additionalProperties",
    "propertyNames",
    "uniqueItems",
    "minProperties",
];

#[test]
fn of_a_short_case_for_gemini() {
    let schema = Committed::profile(Profile::Gemini);
    let judge = Judge { schema: &schema, unsaid: GEMINI, is_narrow: true };
    agree("gemini", &judge, &short(), usize::MAX);
}

#[test]
fn of_a_short_case_as_the_tools_take_it() {
    let openai = Committed::of(tool(Host::OpenAi)["parameters"].take());
    let judge = Judge { schema: &openai, unsaid: OPENAI, is_narrow: true };
    agree("openai's tool", &judge, &filled(&openai.schema, &openai.schema, &short()), usize::MAX);
    let mcp = Committed::of(tool(Host::Mcp)["inputSchema"].take());
    let judge = Judge { schema: &mcp, unsaid: &[], is_narrow: true };
    agree("the tool of MCP", &judge, &short(), usize::MAX);
}

/// A document with null for every absent property, as a profile that requires all of them has it.
fn filled(root: &Value, schema: &Value, value: &Value) -> Value {
    let branches = crate::mutate::branches(root, schema);
    match value {
        Value::Object(entries) => {
            // The branch that knows all keys is the one meant.
            let knows = |branch: &&&Value| {
                entries.keys().all(|key| branch["properties"].get(key.as_str()).is_some())
            };
            let branch = branches.iter().find(knows).unwrap_or_else(|| panic!("{value}"));
            let properties = branch["properties"].as_object().unwrap().iter();
            let fill = |(key, schema): (&String, &Value)| match entries.get(key) {
                Some(value) => (key.clone(), filled(root, schema, value)),
                None => (key.clone(), Value::Null),
            };
            properties.map(fill).collect()
        }
        Value::Array(items) => {
            let list = branches.iter().find(|branch| branch.get("items").is_some()).unwrap();
            items.iter().map(|item| filled(root, &list["items"], item)).collect()
        }
        other => other.clone(),
    }
}

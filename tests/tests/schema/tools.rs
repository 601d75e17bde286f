//! Tool definitions for language models.

use serde_json::{Value, json};
use worthwhile::schema::{Host, Profile, tool};

use crate::support::refusals;

fn input(host: Host) -> Value {
    let key = match host {
        Host::OpenAi | Host::Gemini => "parameters",
        Host::Anthropic => "input_schema",
        Host::Mcp => "inputSchema",
    };
    tool(host)[key].clone()
}

#[test]
fn every_tool_has_a_name_a_description_and_an_input() {
    for host in Host::ALL {
        let tool = tool(host);
        let name = tool["name"].as_str().unwrap();
        assert!(name.len() <= 64 && name.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
        let description = tool["description"].as_str().unwrap();
        assert!(description.len() > 500 && description.len() <= 1024, "{}", description.len());
        assert_eq!(input(host)["type"], "object");
        assert!(input(host)["properties"].get("$schema").is_none());
    }
}

/// What the description speaks of is in the answer.
#[test]
fn the_description_names_parts_of_the_answer() {
    let description = tool(Host::Mcp)["description"].as_str().unwrap().to_owned();
    let named = description.split('`').skip(1).step_by(2).collect::<Vec<_>>();
    assert_eq!(named, ["assumptions", "question", "problems", "path", "message", "help"]);
    let schema = worthwhile::schema::openapi_document();
    let schemas = &schema["components"]["schemas"];
    for (owner, name) in ["Assessment", "Assessment", "Problems", "Problem", "Problem", "Problem"]
        .into_iter()
        .zip(named)
    {
        assert!(schemas[owner]["properties"].get(name).is_some(), "{owner}.{name}");
    }
}

#[test]
fn strict_hosts_are_asked_to_be_strict() {
    assert_eq!(tool(Host::OpenAi)["strict"], true);
    assert_eq!(tool(Host::Anthropic)["strict"], true);
    assert_eq!(input(Host::Anthropic), Profile::Anthropic.case());
    assert_eq!(input(Host::Gemini), Profile::Gemini.case());
}

/// The input is sent with every request, so it has to be small.
#[test]
fn the_input_is_short() {
    for host in Host::ALL {
        let size = input(host).to_string().len();
        println!("{}: {size} bytes", host.as_str());
        assert!(size < 24 * 1024, "{}: {size} bytes", host.as_str());
    }
}

/// A call as a model would write it, with null for what was not said, is a case.
#[test]
fn a_call_with_nulls_is_a_case() {
    let call = json!({
        "schema_version": 1,
        "person": {
            "motivations": {"altruism": 8, "belonging": 6, "career": 2, "enjoyment": 8,
                "income": 0, "influence": 3, "learning": 7, "reputation": 1},
            "time": {"free_hours_per_week": {"low": 8, "high": 14}, "work_hours_per_week": null},
            "protections": null, "money": null, "burnout_risk": null, "conditions": null,
            "horizon_years": null,
        },
        "pursuits": [{"id": "mvp", "preset": "microsoft-mvp", "name": null, "levels": null,
            "anyway": null, "award": null, "activities": null, "benefits": null, "costs": null,
            "drawbacks": null}],
        "either_or": null,
    });
    let schema = input(Host::OpenAi);
    crate::support::Committed::of(schema).check(&call).unwrap();
    assert!(refusals(&call.to_string()).is_empty(), "{:?}", refusals(&call.to_string()));
}

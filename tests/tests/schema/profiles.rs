//! One test for each rule of the profiles for code generators and for OpenAPI.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use worthwhile::schema::{Profile, assessment_schema, case_schema, openapi_document};

use crate::lint::{Place, definition, lint_one, walk};
use crate::support::{ASSESSMENT, Committed, example, path};

/// The definitions of a document, and its root under its title.
fn parts(mut root: Value) -> Value {
    let mut defs = root["$defs"].take();
    root.as_object_mut().unwrap().retain(|key, _| !key.starts_with('$'));
    let title = root["title"].as_str().unwrap().to_owned();
    defs[title] = root;
    defs
}

/// Every property with its owner, for example `Person.time`. Names in a map are no properties.
fn fields(components: &Value) -> BTreeSet<String> {
    let components = components.as_object().unwrap().iter();
    let of_one = |(name, schema): (&String, &Value)| {
        if schema["additionalProperties"].is_object() {
            return Vec::new();
        }
        let properties = schema["properties"].as_object().into_iter().flatten();
        properties.map(|(key, _)| format!("{name}.{key}")).collect::<Vec<_>>()
    };
    components.flat_map(of_one).collect()
}

#[test]
fn every_field_of_the_contracts_is_carried_along() {
    for (canonical, codegen, openapi) in [
        (case_schema(), Some(Profile::Codegen.case()), Some(Profile::OpenApi.case())),
        (assessment_schema(), Profile::Codegen.assessment(), Profile::OpenApi.assessment()),
    ] {
        let fields_there = fields(&parts(canonical));
        assert!(fields_there.len() > 80, "{}", fields_there.len());
        assert_eq!(fields(&parts(codegen.unwrap())), fields_there);
        assert_eq!(fields(&openapi.unwrap()["components"]["schemas"]), fields_there);
    }
}

#[test]
fn nothing_stands_beside_a_reference() {
    let bare = |place: &Place<'_>| !place.has("$ref") || place.schema.len() == 1;
    lint_one("case", &Profile::Codegen.case(), bare);
    lint_one("assessment", &Profile::Codegen.assessment().unwrap(), bare);
    for (name, schema) in openapi_document()["components"]["schemas"].as_object().unwrap() {
        let mut places = Vec::new();
        walk(String::new(), schema, &mut places);
        assert!(places.iter().all(bare), "{name}");
    }
}

/// Most languages have no type for listed names beside free ones.
#[test]
fn maps_list_no_names_but_tell_the_built_in_ones() {
    let schema = Profile::Codegen.case();
    lint_one("case", &schema, |place| {
        let is_map = place.schema.get("additionalProperties").is_some_and(Value::is_object);
        !is_map || !place.has("properties")
    });
    for category in worthwhile::Catalogue::builtin().categories.keys() {
        let description = schema["$defs"]["Serves"]["description"].as_str().unwrap();
        assert!(description.contains(category.as_str()), "{category}: {description}");
    }
}

/// Some readers take the first branch that fits, and do not look at constants.
#[test]
fn no_branch_hides_a_fuller_one() {
    let required = |root: &Value, branch: &Value| -> Option<BTreeSet<String>> {
        let names = definition(root, branch)?["required"].as_array()?;
        Some(names.iter().map(|name| name.as_str().unwrap().to_owned()).collect())
    };
    let mut compared = 0;
    for root in [Profile::Codegen.case(), Profile::Codegen.assessment().unwrap()] {
        let mut places = Vec::new();
        walk(String::new(), &root, &mut places);
        for place in places {
            let branches = place.schema.get("anyOf").and_then(Value::as_array);
            let branches: Vec<_> =
                branches.into_iter().flatten().filter_map(|one| required(&root, one)).collect();
            for (at, earlier) in branches.iter().enumerate() {
                for later in &branches[at + 1..] {
                    let hides = earlier.len() < later.len() && earlier.is_subset(later);
                    assert!(!hides, "{}: {earlier:?} before {later:?}", place.pointer);
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 100, "{compared}");
}

/// A client that writes defaults out would pass them off as the person's own.
#[test]
fn nothing_is_a_default() {
    lint_one("case", &Profile::Codegen.case(), |place| !place.has("default"));
    for schema in openapi_document()["components"]["schemas"].as_object().unwrap().values() {
        let mut places = Vec::new();
        walk(String::new(), schema, &mut places);
        assert!(places.iter().all(|place| !place.has("default")), "{schema}");
    }
    assert_eq!(case_schema()["$defs"]["Activity"]["properties"]["enjoyability"]["default"], 5);
}

/// A generator that finds no name makes one up.
#[test]
fn every_definition_of_the_codegen_profile_has_its_name_for_a_title() {
    for root in [Profile::Codegen.case(), Profile::Codegen.assessment().unwrap()] {
        for (name, schema) in root["$defs"].as_object().unwrap() {
            assert_eq!(schema["title"], *name);
        }
    }
}

/// Two schemas of one id would be one to a validator that keeps them.
#[test]
fn a_profile_has_an_id_of_its_own() {
    let id = |name: &str| json!(format!("https://worthwhile.dev/schema/1/{name}.codegen.json"));
    assert_eq!(Profile::Codegen.case()["$id"], id("case"));
    assert_eq!(Profile::Codegen.assessment().unwrap()["$id"], id("assessment"));
}

#[test]
fn components_have_plain_names_no_dialect_and_references_that_lead_somewhere() {
    let document = openapi_document();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    assert!(schemas.len() > 100, "{}", schemas.len());
    for (name, schema) in schemas {
        assert!(name.chars().all(|letter| letter.is_ascii_alphabetic()), "{name}");
        let mut places = Vec::new();
        walk(String::new(), schema, &mut places);
        for place in places {
            for key in ["$id", "$schema", "$defs", "oneOf"] {
                assert!(!place.has(key), "{name}{}: {key}", place.pointer);
            }
            let target = place.text("$ref");
            let is_there = target.strip_prefix('#').and_then(|target| document.pointer(target));
            assert!(target.is_empty() || is_there.is_some(), "{name}: {target}");
        }
    }
}

/// A name that two contracts use for two things would silently become one.
#[test]
fn contracts_share_no_name_for_different_things() {
    let document = openapi_document();
    let whole = &document["components"]["schemas"];
    for part in [Profile::OpenApi.case(), Profile::OpenApi.assessment().unwrap()] {
        for (name, schema) in part["components"]["schemas"].as_object().unwrap() {
            assert_eq!(whole[name], *schema, "{name}");
        }
    }
}

#[test]
fn the_document_has_the_three_operations_and_their_answers() {
    let document = openapi_document();
    let name = |at: &str| {
        let content = document.pointer(at).unwrap_or_else(|| panic!("{at}"));
        content["content"]["application/json"]["schema"]["$ref"].as_str().unwrap().to_owned()
    };
    let (case, problems) = ("#/components/schemas/Case", "#/components/schemas/Problems");
    for (operation, answer) in [("assess", "Assessment"), ("check", "Problems"), ("expand", "Case")]
    {
        let at = format!("/paths/~1{operation}/post");
        assert_eq!(document.pointer(&at).unwrap()["operationId"], operation);
        assert_eq!(name(&format!("{at}/requestBody")), case);
        let answer = format!("#/components/schemas/{answer}");
        assert_eq!(name(&format!("{at}/responses/200")), answer);
        if operation != "check" {
            assert_eq!(name(&format!("{at}/responses/422")), problems);
        }
    }
    assert_eq!(document["info"]["version"], env!("CARGO_PKG_VERSION"));
}

/// The answers follow the profiles too, and so do lists of problems.
#[test]
fn answers_follow_the_profiles() {
    let answer: Value =
        serde_json::from_str(&worthwhile::assess(&example().to_string()).unwrap()).unwrap();
    ASSESSMENT.check(&answer).unwrap();
    Committed::of(Profile::Codegen.assessment().unwrap()).check(&answer).unwrap();
    let component = |name: &str| {
        let mut root = openapi_document();
        root["$ref"] = format!("#/components/schemas/{name}").into();
        Committed::of(root)
    };
    component("Assessment").check(&answer).unwrap();
    assert!(!component("Assessment").accepts(&json!({})));
    let refused = example().to_string().replace("\"altruism\":8", "\"altruism\":80");
    for text in [refused.as_str(), "{", "[]"] {
        let problems = worthwhile::problems_document(&worthwhile::check(text));
        let problems: Value = serde_json::from_str(&problems).unwrap();
        assert!(!problems["problems"].as_array().unwrap().is_empty(), "{text}");
        component("Problems").check(&problems).unwrap();
    }
    assert!(!component("Problems").accepts(&json!({"problems": [{"path": ""}]})));
}

#[test]
fn every_profile_is_named_and_committed() {
    let names: Vec<_> = worthwhile::schema::names().collect();
    for profile in Profile::ALL {
        let case = format!("case.{}", profile.as_str());
        assert!(names.contains(&case.as_str()) && path(&case).exists(), "{case}");
        assert_eq!(worthwhile::schema::named(&case), Some(profile.case()));
        let assessment = format!("assessment.{}", profile.as_str());
        assert_eq!(worthwhile::schema::named(&assessment), profile.assessment());
    }
    let unique: BTreeSet<_> = names.iter().collect();
    assert_eq!(unique.len(), names.len());
}

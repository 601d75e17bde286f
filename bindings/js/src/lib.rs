//! The JavaScript package: it converts values, calls the library and throws errors.

mod document;
mod failure;
pub mod forms;
mod options;
pub mod plan;
mod rows;
mod types;
mod watch;

use wasm_bindgen::prelude::*;
use worthwhile::{Call, Error, Operation};

use crate::document::{document, parsed};
use crate::failure::thrown;
use crate::options::Asked;
use crate::watch::watched;

/// Computes the answer to a case.
///
/// The answer has the bytes that every other surface gives, parsed. It takes as long as the number of
/// scenarios says; {@link Options} says how to stop it.
///
/// @param document - A case: an object, its JSON, or the bytes of its JSON.
/// @param options - How to compute.
/// @returns The assessment.
/// @throws {@link ValidationError} with every problem, if the case or an option is refused.
/// @example
/// ```ts
/// import { assess, init } from "worthwhile";
/// await init();
/// const { question } = assess({
///   schema_version: 1,
///   person: { motivations: { learning: 7 }, time: { free_hours_per_week: 10 } },
///   pursuits: [{ preset: "certification" }],
/// });
/// console.log(question.verdict); // worth_it
/// ```
#[wasm_bindgen(unchecked_return_type = "Assessment")]
pub fn assess(
    #[wasm_bindgen(unchecked_param_type = "Document<Case>")] document: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
) -> Result<JsValue, JsValue> {
    of_text(Operation::Assess, &document, &options)
}

/// Says what there is to ask next, and which case the answers make.
///
/// It takes the answers so far, as a person typed them, by the id of the question, and gives the questions
/// that are open, the next one first. For a page or a chat that asks. Nothing is kept between calls.
///
/// @param document - An interview: a case as far as it is known, and answers, both optional.
/// @param options - How to compute.
/// @returns The case, the questions, and the answer so far.
/// @throws {@link ValidationError} with every problem. That of an answer has the path `/answers/` and the
/// id of its question.
/// @example
/// ```ts
/// import { ask, init } from "worthwhile";
/// await init();
/// const answers: Record<string, string> = {};
/// const first = ask({ schema_version: 1, answers }).questions[0]!;
/// answers[first.id] = first.options?.[0]?.id ?? "don't know";
/// console.log(ask({ schema_version: 1, answers }).questions[0]!.id !== first.id); // true
/// ```
#[wasm_bindgen(unchecked_return_type = "Questions")]
pub fn ask(
    #[wasm_bindgen(unchecked_param_type = "Document<Interview>")] document: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
) -> Result<JsValue, JsValue> {
    of_text(Operation::Ask, &document, &options)
}

/// Puts two cases side by side: what differs in them and in their answers, and which difference does it.
///
/// @param document - A case.
/// @param other - Another case, to put beside the first.
/// @param options - How to compute.
/// @returns Both answers in brief, every difference, and what each group of them changes.
/// @throws {@link ValidationError} with every problem of both; paths start with `/first` or `/second`.
/// @example
/// ```ts
/// import { compare, init } from "worthwhile";
/// import type { Case } from "worthwhile";
/// await init();
/// const week = (hours: number): Case => ({
///   schema_version: 1,
///   person: { motivations: { learning: 7 }, time: { free_hours_per_week: hours } },
///   pursuits: [{ preset: "certification" }],
/// });
/// console.log(compare(week(4), week(10)).differences.length); // 1
/// ```
#[wasm_bindgen(unchecked_return_type = "Comparison")]
pub fn compare(
    #[wasm_bindgen(unchecked_param_type = "Document<Case>")] document: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Document<Case>")] other: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let input = Input { case: document, other, name: JsValue::UNDEFINED };
    parsed(&text(Operation::Compare, &input, &options)?)
}

/// Puts two cases side by side on one page of text, as the command prints it.
///
/// @param document - A case.
/// @param other - Another case, to put beside the first.
/// @param options - How to compute; and `width` in columns, 80 if absent; and `names`, what the two are called.
/// @returns The page.
/// @throws {@link ValidationError} as {@link compare}.
/// @example
/// ```ts
/// import { comparisonToText, init } from "worthwhile";
/// import type { Case } from "worthwhile";
/// await init();
/// const week = (hours: number): Case => ({
///   schema_version: 1,
///   person: { motivations: { learning: 7 }, time: { free_hours_per_week: hours } },
///   pursuits: [{ preset: "certification" }],
/// });
/// const page = comparisonToText(week(4), week(10), { names: ["a busy year", "today"] });
/// console.log(page.startsWith("A busy year")); // true
/// ```
#[wasm_bindgen(js_name = comparisonToText)]
pub fn comparison_to_text(
    #[wasm_bindgen(unchecked_param_type = "Document<Case>")] document: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Document<Case>")] other: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ComparisonTextOptions")] options: JsValue,
) -> Result<String, JsValue> {
    let (width, names) = (forms::width(&options)?, forms::names(&options)?);
    let input = Input { case: document, other, name: JsValue::UNDEFINED };
    let asked = Asked::of_plan(&options, false, &["width", "names"])?;
    let found = called(Operation::Compare, &input, &asked, &options, |call| call.comparison())?;
    let mut page = found.page();
    if let Some(width) = width {
        page = page.width(width);
    }
    Ok(match &names {
        Some([first, second]) => page.names(first, second).to_string(),
        None => page.to_string(),
    })
}

/// Finds every problem of a case, in document order.
///
/// What is wrong with the case is what it returns, so it throws only for what is wrong with the options.
///
/// @param document - A case.
/// @param options - Only `presets` and `redact` are used.
/// @returns Errors refuse the case, warnings do not. Empty if there are none.
/// @example
/// ```ts
/// import { check, init } from "worthwhile";
/// await init();
/// for (const { path, code } of check('{"schema_version": 1, "persn": {}}')) console.log(path, code);
/// ```
#[wasm_bindgen(unchecked_return_type = "Problem[]")]
pub fn check(
    #[wasm_bindgen(unchecked_param_type = "Document<Case>")] document: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let asked = Asked::read(&options)?;
    let found = match document::document(&document)? {
        Ok(case) => {
            let call = Call::new(Operation::Check).case(case).options(&asked.options);
            call.run().map_err(|error| thrown(&error))?
        }
        Err(refused) => asked.options.told(refused).to_json(),
    };
    member(&found, "problems")
}

/// Writes a case out, with presets and defaults filled in.
///
/// @param document - A case.
/// @param options - Only `presets` and `redact` are used.
/// @returns The case. It yields the same figures, and all of its numbers count as given.
/// @throws {@link ValidationError} with every problem.
/// @example
/// ```ts
/// import { expand, init } from "worthwhile";
/// await init();
/// const whole = expand({
///   schema_version: 1,
///   person: { motivations: { learning: 7 }, time: { free_hours_per_week: 10 } },
///   pursuits: [{ preset: "certification" }],
/// });
/// console.log(whole.pursuits[0].activities!.length > 0); // true
/// ```
#[wasm_bindgen(unchecked_return_type = "Case")]
pub fn expand(
    #[wasm_bindgen(unchecked_param_type = "Document<Case>")] document: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
) -> Result<JsValue, JsValue> {
    of_text(Operation::Expand, &document, &options)
}

/// Lists the presets.
///
/// @param options - Only `presets` is used: custom ones are listed too.
/// @returns Id, name and a sentence of each.
/// @example
/// ```ts
/// import { init, presets } from "worthwhile";
/// await init();
/// console.log(presets().some(({ id }) => id === "microsoft-mvp")); // true
/// ```
#[wasm_bindgen(unchecked_return_type = "PresetSummary[]")]
pub fn presets(
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
) -> Result<JsValue, JsValue> {
    member(&text(Operation::Presets, &Input::none(), &options)?, "presets")
}

/// Shows one preset whole, with the source of each figure.
///
/// @param id - The id of the preset, as {@link presets} lists it.
/// @param options - Only `presets` is used.
/// @returns The preset, in the format of its file.
/// @throws {@link WorthwhileError} of kind `not_found`; its message lists the ids.
/// @example
/// ```ts
/// import { init, preset } from "worthwhile";
/// await init();
/// console.log(preset("rest").name);
/// ```
#[wasm_bindgen(unchecked_return_type = "Preset")]
pub fn preset(
    id: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let input = Input { name: id.into(), ..Input::none() };
    parsed(&text(Operation::Presets, &input, &options)?)
}

/// Calls an operation by its name: the text that every other surface gives, byte for byte.
///
/// @param operation - The name of an operation that answers in text. The schemas are not among them here:
/// {@link schema} has them.
/// @param input - What it takes: a case, another case, a name (the id of a preset, or names of inputs
/// separated by spaces). What it does not take is ignored.
/// @param options - How to compute.
/// @returns JSON.
/// @throws {@link ValidationError} with every problem; {@link WorthwhileError} of kind `not_found` if there
/// is no such operation.
/// @example
/// ```ts
/// import { call, init } from "worthwhile";
/// await init();
/// console.log(call("presets", { name: "rest" }).includes('"id":"rest"')); // true
/// ```
#[wasm_bindgen]
pub fn call(
    operation: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "CallInput")] input: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
) -> Result<String, JsValue> {
    let operation = Operation::from_name(operation).map_err(|error| thrown(&error))?;
    text(operation, &Input::read(&input)?, &options)
}

/// The version of the library, such as `0.1.0`.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// What an operation takes, as JavaScript gives it.
struct Input {
    case: JsValue,
    other: JsValue,
    name: JsValue,
}

impl Input {
    fn none() -> Self {
        Self { case: JsValue::UNDEFINED, other: JsValue::UNDEFINED, name: JsValue::UNDEFINED }
    }

    fn read(input: &JsValue) -> Result<Self, JsValue> {
        if input.is_undefined() {
            return Ok(Self::none());
        }
        let get = |key: &str| js_sys::Reflect::get(input, &key.into());
        Ok(Self { case: get("case")?, other: get("other")?, name: get("name")? })
    }
}

fn of_text(operation: Operation, case: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let input = Input { case: case.clone(), ..Input::none() };
    parsed(&text(operation, &input, options)?)
}

/// The text that an operation answers with.
fn text(operation: Operation, input: &Input, options: &JsValue) -> Result<String, JsValue> {
    called(operation, input, &Asked::read(options)?, options, |call| call.run())
}

/// What a call of an operation gives.
fn called<T>(
    operation: Operation,
    input: &Input,
    asked: &Asked,
    options: &JsValue,
    run: impl FnOnce(Call<'_>) -> Result<T, Error>,
) -> Result<T, JsValue> {
    let told = |error| thrown(&asked.options.told(error));
    let read = |value: &JsValue| match value.is_undefined() {
        true => Ok(None),
        false => document(value)?.map(Some).map_err(told),
    };
    let (case, other, name) = (read(&input.case)?, read(&input.other)?, input.name.as_string());
    watched(options, asked.is_watched, |watch| {
        let mut call = Call::new(operation).options(&asked.options);
        if let Some(case) = case {
            call = call.case(case);
        }
        if let Some(other) = other {
            call = call.other_case(other);
        }
        if let Some(name) = &name {
            call = call.name(name);
        }
        run(call.watch(&mut |now| watch(now)))
    })
}

/// A member of a document.
fn member(json: &str, name: &str) -> Result<JsValue, JsValue> {
    js_sys::Reflect::get(&parsed(json)?, &name.into())
}

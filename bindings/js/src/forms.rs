//! An answer that is there, in another form.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use worthwhile::{Assessment, Comparison};
use worthwhile_report::Report;

use crate::document::{document, json_of};
use crate::failure::{thrown, type_error};

/// How to lay an answer out.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Layout {
    width: Option<u16>,
    all: bool,
    brief: bool,
    fragment: bool,
    names: Option<(String, String)>,
}

/// The answer as one page of text, as the command prints it.
///
/// @param answer - An assessment of this release, or its JSON.
/// @param layout - `width` in columns, 80 if absent; `all` explains every pursuit and not only the one in
/// question; `brief` gives the first lines alone.
/// @returns The page.
/// @throws TypeError if it is no assessment.
#[wasm_bindgen(js_name = toText)]
pub fn to_text(
    #[wasm_bindgen(unchecked_param_type = "Document<Assessment>")] answer: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "TextLayout")] layout: JsValue,
) -> Result<String, JsValue> {
    let (answer, layout): (Assessment, _) = (read(&answer)?, Layout::read(&layout)?);
    let page = answer.page().all(layout.all).brief(layout.brief);
    Ok(match layout.width {
        Some(width) => page.width(width).to_string(),
        None => page.to_string(),
    })
}

/// The answer as a report with pictures, without a script: a file that stands alone and loads nothing.
///
/// @param answer - An assessment of this release, or its JSON.
/// @param layout - `all` explains every pursuit; `fragment` gives a part for another page, with its styles:
/// one element of the class `worthwhile`.
/// @returns HTML.
/// @throws TypeError if it is no assessment.
#[wasm_bindgen(js_name = toHtml)]
pub fn to_html(
    #[wasm_bindgen(unchecked_param_type = "Document<Assessment>")] answer: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "HtmlLayout")] layout: JsValue,
) -> Result<String, JsValue> {
    let (answer, layout) = (read(&answer)?, Layout::read(&layout)?);
    let report = Report::new(&answer).all(layout.all);
    Ok(if layout.fragment { report.fragment() } else { report.html() })
}

/// The answer in Markdown with tables, as GitHub and many wikis read it.
///
/// @param answer - An assessment of this release, or its JSON.
/// @param layout - `all` explains every pursuit.
/// @returns Markdown.
/// @throws TypeError if it is no assessment.
#[wasm_bindgen(js_name = toMarkdown)]
pub fn to_markdown(
    #[wasm_bindgen(unchecked_param_type = "Document<Assessment>")] answer: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "MarkdownLayout")] layout: JsValue,
) -> Result<String, JsValue> {
    let (answer, layout) = (read(&answer)?, Layout::read(&layout)?);
    Ok(Report::new(&answer).all(layout.all).markdown())
}

/// A comparison as one page of text, as the command prints it.
///
/// @param comparison - A comparison of this release, or its JSON.
/// @param layout - `width` in columns, 80 if absent; `names`, what to call the two cases.
/// @returns The page.
/// @throws TypeError if it is no comparison.
#[wasm_bindgen(js_name = comparisonToText)]
pub fn comparison_to_text(
    #[wasm_bindgen(unchecked_param_type = "Document<Comparison>")] comparison: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ComparisonLayout")] layout: JsValue,
) -> Result<String, JsValue> {
    let (comparison, layout): (Comparison, _) = (read(&comparison)?, Layout::read(&layout)?);
    let page = comparison.page();
    let page = match layout.width {
        Some(width) => page.width(width),
        None => page,
    };
    Ok(match &layout.names {
        Some((first, second)) => page.names(first, second).to_string(),
        None => page.to_string(),
    })
}

impl Layout {
    fn read(given: &JsValue) -> Result<Self, JsValue> {
        if given.is_undefined() {
            return Ok(Self::default());
        }
        let text = json_of(given).map_err(|error| thrown(&error))?;
        serde_json::from_str(&text).map_err(|error| type_error(&format!("layout: {error}")))
    }
}

/// Reads an answer back.
fn read<T: DeserializeOwned>(answer: &JsValue) -> Result<T, JsValue> {
    let document = document(answer)?;
    let text = document.as_ref().map_err(Clone::clone).and_then(|document| document.text());
    let text = text.map_err(|error| thrown(&error))?;
    let own = std::any::type_name::<T>().rsplit("::").next().unwrap_or_default();
    let message = |error| format!("not a document of the kind {own} of this release: {error}");
    serde_json::from_str(text).map_err(|error| type_error(&message(error)))
}

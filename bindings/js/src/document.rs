//! Documents from JavaScript, as text or bytes, since the library reads nothing else.

use js_sys::{Array, JSON, JsString, Uint8Array};
use wasm_bindgen::prelude::*;
use worthwhile::limits::{MAX_BYTES, MAX_DEPTH};
use worthwhile::{Code, Document, Error, Problem, Problems};

use crate::failure::type_error;

#[wasm_bindgen(raw_module = "./written.js")]
extern "C" {
    /// JSON of an object; or a list of findings, each a path, a code and a sentence, where JSON cannot
    /// hold it. Where names are inputs of a plan, they are paths already.
    #[wasm_bindgen(js_name = written)]
    fn written(value: &JsValue, is_by_path: bool, depth: u32, length: u32) -> JsValue;

    /// How many bytes a text takes in UTF-8; nothing where half of a character stands alone in it.
    #[wasm_bindgen(js_name = bytesOf)]
    fn bytes_of(text: &JsString) -> Option<f64>;
}

const HALF_CHARACTER: &str = "the string has half of a surrogate pair, which is not a character";

/// JSON as values of JavaScript.
pub(crate) fn parsed(json: &str) -> Result<JsValue, JsValue> {
    JSON::parse(json)
}

/// A document given as an object, a string or bytes. The outer error is thrown as it is: what was given is
/// no kind of document. The inner one is a refusal.
pub(crate) fn document(value: &JsValue) -> Result<Result<Document<'static>, Error>, JsValue> {
    if let Some(text) = value.dyn_ref::<JsString>() {
        return Ok(of_string(text));
    }
    if let Some(bytes) = value.dyn_ref::<Uint8Array>() {
        let is_small = (bytes.length() as usize) < Document::MOST_BYTES;
        // Bytes that are too many are not copied.
        let whole = || Document::from(bytes.to_vec());
        let large = || Document::too_large(Some(bytes.length().into()));
        return Ok(Ok(if is_small { whole() } else { large() }));
    }
    if !value.is_object() {
        let kind = value.js_typeof().as_string().unwrap_or_default();
        let message = format!("a document is an object, a string or a Uint8Array, not {kind}");
        return Err(type_error(&message));
    }
    Ok(json_of(value).map(Document::from))
}

/// Text that is too large is not copied either: its bytes are counted, so that the refusal says as much as
/// elsewhere.
fn of_string(text: &JsString) -> Result<Document<'static>, Error> {
    match bytes_of(text) {
        None => Err(Problem::new("", Code::InvalidJson, HALF_CHARACTER).into()),
        Some(bytes) if bytes > MAX_BYTES as f64 => Ok(Document::too_large(Some(bytes as u64))),
        Some(_) => Ok(Document::from(String::from(text))),
    }
}

/// The JSON of an object.
///
/// # Errors
/// A refusal with everything that JSON cannot hold.
pub(crate) fn json_of(value: &JsValue) -> Result<String, Error> {
    json(value, false)
}

/// The JSON of an object whose keys are paths. Those of problems begin with them.
///
/// # Errors
/// As [`json_of`].
pub(crate) fn json_by_path(value: &JsValue) -> Result<String, Error> {
    json(value, true)
}

fn json(value: &JsValue, is_by_path: bool) -> Result<String, Error> {
    let text = written(value, is_by_path, MAX_DEPTH as u32, MAX_BYTES as u32);
    if let Some(text) = text.as_string() {
        return Ok(text);
    }
    let problems = Problems::default();
    for finding in Array::from(&text).iter() {
        let finding = Array::from(&finding);
        let part = |at| finding.get(at).as_string().unwrap_or_default();
        let code = Code::ALL.iter().copied().find(|code| code.as_str() == part(1));
        problems.push(Problem::new(part(0), code.unwrap_or(Code::WrongType), part(2)));
    }
    problems.finish()?;
    Ok(String::new())
}

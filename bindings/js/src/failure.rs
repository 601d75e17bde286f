//! What is thrown: the package's own exceptions, which JavaScript defines.

use wasm_bindgen::prelude::*;
use worthwhile::Error;

#[wasm_bindgen(raw_module = "./errors.js")]
extern "C" {
    /// The exception of a kind of error, with its problems as a document.
    #[wasm_bindgen(js_name = failure)]
    fn failure(kind: &str, message: &str, problems: &str) -> JsValue;
}

/// An error of the library as what is thrown.
pub(crate) fn thrown(error: &Error) -> JsValue {
    failure(error.kind().as_str(), &error.to_string(), &error.to_json())
}

/// A mistake in the call itself.
pub(crate) fn type_error(message: &str) -> JsValue {
    js_sys::TypeError::new(message).into()
}

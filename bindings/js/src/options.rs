//! Options from JavaScript. The library decides what they may be.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use worthwhile::Options;

use crate::document::json_of;
use crate::failure::{thrown, type_error};

/// Options that are not the library's: whom to tell, and when to stop.
const WATCH: [&str; 3] = ["onProgress", "signal", "stop"];

#[wasm_bindgen(raw_module = "./written.js")]
extern "C" {
    /// A copy of an object without some of its members.
    #[wasm_bindgen(js_name = without)]
    fn without(object: &JsValue, names: Vec<String>) -> JsValue;
}

/// How a call is asked.
pub(crate) struct Asked {
    pub(crate) options: Options,
    /// Whether anyone looks on.
    pub(crate) is_watched: bool,
}

impl Asked {
    pub(crate) fn read(given: &JsValue) -> Result<Self, JsValue> {
        Self::of_plan(given, false, &[])
    }

    /// Those of a plan that was told whether to redact. `besides` are options of the method alone.
    pub(crate) fn of_plan(
        given: &JsValue,
        redact: bool,
        besides: &[&str],
    ) -> Result<Self, JsValue> {
        let usual =
            || if redact { Options::default().with_redact(true) } else { Options::default() };
        if given.is_undefined() {
            return Ok(Self { options: usual(), is_watched: false });
        }
        if !given.is_object() {
            return Err(type_error("options are an object"));
        }
        let names = WATCH.iter().chain(besides).map(|name| (*name).to_owned());
        let text = json_of(&without(given, names.collect()));
        let options = text.and_then(|text| Options::read(&text));
        let options = options.map_err(|error| thrown(&usual().told(error)))?;
        let options = if redact { options.with_redact(true) } else { options };
        Ok(Self { options, is_watched: WATCH.iter().any(|name| has(given, name)) })
    }
}

fn has(object: &JsValue, name: &str) -> bool {
    member(object, name).is_ok_and(|value| !value.is_undefined())
}

/// Whether a member is set to true.
pub(crate) fn flag(object: &JsValue, name: &str) -> Result<bool, JsValue> {
    if object.is_undefined() {
        return Ok(false);
    }
    let value = member(object, name)?;
    match value.as_bool() {
        Some(flag) => Ok(flag),
        None if value.is_undefined() => Ok(false),
        None => Err(type_error(&format!("`{name}` is true or false"))),
    }
}

pub(crate) fn member(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(object, &name.into())
}

//! An answer in forms for people. They are made of the answer as the library has it: reading one back
//! from JSON would take more room than all of this package's other code.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use worthwhile::Assessment;
use worthwhile_report::Report;

use crate::failure::type_error;
use crate::options::{flag, member};
use crate::plan::Plan;

#[wasm_bindgen]
impl Plan {
    /// Computes the answer as one page of text, as the command prints it.
    ///
    /// @param options - How to compute; and `width` in columns, 80 if absent; `all`, to explain every pursuit
    /// and not only the one in question; `brief`, for the first lines alone.
    /// @returns The page.
    /// @throws {@link ValidationError} as {@link Plan.assess}.
    #[wasm_bindgen(js_name = toText)]
    pub fn to_text(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "TextOptions")] options: JsValue,
    ) -> Result<String, JsValue> {
        let (all, brief) = (flag(&options, "all")?, flag(&options, "brief")?);
        let width = width(&options)?;
        let answer = self.laid_out(&options, &["width", "all", "brief"])?;
        let page = answer.page().all(all).brief(brief);
        Ok(match width {
            Some(width) => page.width(width).to_string(),
            None => page.to_string(),
        })
    }

    /// Computes the answer as a report with pictures, without a script: a file that stands alone and loads
    /// nothing.
    ///
    /// @param options - How to compute; and `all`, to explain every pursuit; `fragment`, for a part of another
    /// page, with its styles: one element of the class `worthwhile`.
    /// @returns HTML.
    /// @throws {@link ValidationError} as {@link Plan.assess}.
    #[wasm_bindgen(js_name = toHtml)]
    pub fn to_html(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "HtmlOptions")] options: JsValue,
    ) -> Result<String, JsValue> {
        let (all, fragment) = (flag(&options, "all")?, flag(&options, "fragment")?);
        let answer = self.laid_out(&options, &["all", "fragment"])?;
        let report = Report::new(&answer).all(all);
        Ok(if fragment { report.fragment() } else { report.html() })
    }

    /// Computes the answer in Markdown with tables, as GitHub and many wikis read it.
    ///
    /// @param options - How to compute; and `all`, to explain every pursuit.
    /// @returns Markdown.
    /// @throws {@link ValidationError} as {@link Plan.assess}.
    #[wasm_bindgen(js_name = toMarkdown)]
    pub fn to_markdown(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "MarkdownOptions")] options: JsValue,
    ) -> Result<String, JsValue> {
        let all = flag(&options, "all")?;
        Ok(Report::new(&self.laid_out(&options, &["all"])?).all(all).markdown())
    }
}

impl Plan {
    /// The answer, under options that have some of a layout among them.
    fn laid_out(&self, options: &JsValue, layout: &[&str]) -> Result<Assessment, JsValue> {
        self.ask(options, layout, |run| run.assess())
    }
}

/// The columns of a page.
pub(crate) fn width(options: &JsValue) -> Result<Option<u16>, JsValue> {
    if options.is_undefined() {
        return Ok(None);
    }
    let width = member(options, "width")?;
    match width.as_f64() {
        None if width.is_undefined() => Ok(None),
        Some(columns) if columns.fract() == 0.0 && (1.0..=10_000.0).contains(&columns) => {
            Ok(Some(columns as u16))
        }
        _ => Err(type_error("`width` is a whole number of columns")),
    }
}

/// What two cases are called.
pub(crate) fn names(options: &JsValue) -> Result<Option<[String; 2]>, JsValue> {
    if options.is_undefined() {
        return Ok(None);
    }
    let names = member(options, "names")?;
    if names.is_undefined() {
        return Ok(None);
    }
    let wrong = || type_error("`names` are two strings");
    let names = names.dyn_into::<Array>().map_err(|_| wrong())?;
    match (names.length(), names.get(0).as_string(), names.get(1).as_string()) {
        (2, Some(first), Some(second)) => Ok(Some([first, second])),
        _ => Err(wrong()),
    }
}

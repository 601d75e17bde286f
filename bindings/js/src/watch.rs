//! Progress on its way to JavaScript, and the wish to stop on its way back.

use std::ops::ControlFlow;

use wasm_bindgen::prelude::*;
use worthwhile::{Error, Progress, Stage};

use crate::failure::thrown;

#[wasm_bindgen(raw_module = "./watch.js")]
extern "C" {
    /// Tells of a step, and says whether to go on. Throws what the caller's functions throw, and the reason
    /// of a signal.
    #[wasm_bindgen(catch, js_name = goesOn)]
    fn goes_on(options: &JsValue, stage: &str, done: f64, total: f64) -> Result<bool, JsValue>;

    /// Throws the reason of a signal that has fired before a call.
    #[wasm_bindgen(catch, js_name = begins)]
    fn begins(options: &JsValue) -> Result<bool, JsValue>;
}

/// A function that receives progress.
pub(crate) type Look<'l> = dyn FnMut(Progress) -> ControlFlow<()> + 'l;

/// Runs something with the watch that is among the options.
pub(crate) fn watched<T>(
    options: &JsValue,
    is_watched: bool,
    run: impl FnOnce(&mut Look<'_>) -> Result<T, Error>,
) -> Result<T, JsValue> {
    if !is_watched {
        return run(&mut |_| ControlFlow::Continue(())).map_err(|error| thrown(&error));
    }
    begins(options)?;
    let mut raised = None;
    let done = run(&mut |now| {
        let (done, total) = (now.done as f64, now.total as f64);
        match goes_on(options, name(now.stage), done, total) {
            Ok(true) => ControlFlow::Continue(()),
            Ok(false) => ControlFlow::Break(()),
            Err(thrown) => {
                raised = Some(thrown);
                ControlFlow::Break(())
            }
        }
    });
    match raised {
        Some(thrown) => Err(thrown),
        None => done.map_err(|error| thrown(&error)),
    }
}

/// The name of a stage in `Progress` of the declarations.
const fn name(stage: Stage) -> &'static str {
    match stage {
        Stage::Scenarios => "scenarios",
        Stage::Totals => "totals",
        Stage::Flips => "flips",
        Stage::Search => "search",
        Stage::Levers => "levers",
        Stage::Inputs => "inputs",
        Stage::Comparison => "comparison",
        _ => "other",
    }
}

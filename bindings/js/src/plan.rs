//! A case that is compiled once and can be asked many times.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use worthwhile::{Call, Error, Operation, Outputs, Run};

use crate::document::{document, json_by_path, parsed};
use crate::failure::{thrown, type_error};
use crate::options::{Asked, flag};
use crate::rows::{self, Table};
use crate::watch::watched;

/// Options of a table that are not the library's: which figures.
const FIGURES: [&str; 2] = ["questionOnly", "contributions"];

/// A checked and completed case, ready to be asked many times.
///
/// It never changes. Its memory is not the garbage collector's: call `free()`, or declare it with `using`.
/// A plan that was freed throws. One that is forgotten is freed at some time after it was collected.
///
/// @example
/// ```ts
/// import { init, Plan } from "worthwhile";
/// await init();
/// const plan = new Plan({
///   schema_version: 1,
///   person: { motivations: { learning: 7 }, time: { free_hours_per_week: 10 } },
///   pursuits: [{ preset: "certification" }],
/// });
/// for (const hours of [2, 4, 8]) {
///   const busy = plan.replace({ "/person/time/free_hours_per_week": hours });
///   console.log(hours, busy.assess({ levers: false }).question.verdict);
///   busy.free();
/// }
/// plan.free();
/// ```
#[wasm_bindgen]
pub struct Plan {
    plan: worthwhile::Plan,
    /// Whether what it throws leaves out what the case says.
    redact: bool,
}

#[wasm_bindgen]
impl Plan {
    /// Compiles a case.
    ///
    /// @param document - A case: an object, its JSON, or the bytes of its JSON.
    /// @param options - `presets` are kept, and so is `redact`; the others are judged and not used.
    /// @throws {@link ValidationError} with every problem.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Document<Case>")] document: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    ) -> Result<Self, JsValue> {
        let asked = Asked::read(&options)?.options;
        let case = self::document(&document)?;
        let plan = case.and_then(|case| {
            let text = case.text()?;
            worthwhile::Plan::read_with(text, asked.catalogue())
        });
        let plan = plan.map_err(|error| thrown(&asked.told(error)))?;
        Ok(Self { plan, redact: asked.redact.unwrap_or(false) })
    }

    /// Replaces some inputs, and leaves this plan as it is.
    ///
    /// @param values - Numbers or estimates, as in a case, by the name of their input, each in the unit of the
    /// input. They count as given by the case.
    /// @returns Another plan, with memory of its own to free.
    /// @throws {@link ValidationError}: there is no such input, it does not accept the value, or the values do
    /// not go together; the path of a problem begins with the name of the input.
    pub fn replace(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Record<string, number | object>")] values: JsValue,
    ) -> Result<Self, JsValue> {
        if !values.is_object() {
            return Err(type_error("values are an object, by the name of their input"));
        }
        let plan = json_by_path(&values).and_then(|text| self.plan.with_json(&text));
        let plan = plan.map_err(|error| self.thrown(error))?;
        Ok(Self { plan, redact: self.redact })
    }

    /// Every number of the case by name, in the order of person, assumptions, pursuits.
    ///
    /// @returns The inputs.
    #[wasm_bindgen(unchecked_return_type = "Input[]")]
    pub fn inputs(&self) -> Result<JsValue, JsValue> {
        self.part(Operation::Inputs, JsValue::UNDEFINED)
    }

    /// The mean of every input in its unit, in the order of {@link Plan.inputs}: a row for
    /// {@link Plan.evaluate}.
    ///
    /// @returns A copy.
    pub fn base(&self) -> Vec<f64> {
        self.plan.base().to_vec()
    }

    /// Computes the answer.
    ///
    /// @param options - How to compute.
    /// @returns The assessment, the same as that of {@link assess}.
    /// @throws {@link ValidationError} if an option is out of range, or the computation would take too much.
    #[wasm_bindgen(unchecked_return_type = "Assessment")]
    pub fn assess(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        parsed(&self.text(Operation::Assess, &options)?)
    }

    /// Computes what each uncertain input does to the margin of the pursuit in question: a part of the answer.
    ///
    /// @param options - How to compute.
    /// @returns The inputs, the one that matters most first. Empty if nothing is uncertain.
    #[wasm_bindgen(unchecked_return_type = "Sensitivity[]")]
    pub fn sensitivity(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.part(Operation::Sensitivity, options)
    }

    /// Looks at every number for a value that would change the answer: a part of the answer.
    ///
    /// @param options - How to compute.
    /// @returns Changes of one input each, the smallest first, on the scale of the input.
    #[wasm_bindgen(unchecked_return_type = "Flip[]")]
    pub fn flips(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.part(Operation::Flips, options)
    }

    /// Computes what it would be worth to find something out before deciding: a part of the answer.
    ///
    /// @param options - How to compute.
    /// @returns What knowing everything, and each uncertain input alone, would be worth, in points. Null if
    /// nothing is uncertain or the pursuit in question does not fit.
    #[wasm_bindgen(unchecked_return_type = "Information | null")]
    pub fn information(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.part(Operation::Information, options)
    }

    /// Computes what it would be worth to know some inputs together.
    ///
    /// @param names - Names of uncertain inputs, 64 at most.
    /// @param options - How to compute.
    /// @returns What knowing them would be worth, in points.
    /// @throws {@link ValidationError}: no uncertain input has one of the names, or there are too many.
    #[wasm_bindgen(js_name = informationAbout, unchecked_return_type = "InputInformation")]
    pub fn information_about(
        &self,
        names: Vec<String>,
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let found = self.ask(&options, &[], |run| run.information_about(&names))?;
        parsed(&serde_json::to_string(&found).unwrap_or_default())
    }

    /// Computes the figures of every pursuit in every scenario.
    ///
    /// Row 7 is the same scenario in all columns. Margins are those of the plans that the answer chose. It
    /// takes up to 160 bytes per pursuit and scenario.
    ///
    /// @param options - How to compute.
    /// @returns A column for each figure, with a number for each scenario.
    /// @throws {@link ValidationError} as {@link Plan.assess}.
    #[wasm_bindgen(unchecked_return_type = "Samples")]
    pub fn samples(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        rows::samples(&self.ask(&options, &[], |run| run.samples())?)
    }

    /// Computes the figures of every pursuit, or of the one in question, for a table of inputs.
    ///
    /// Each row is a separate base case, for which plans are chosen again. It is a what-if: a number that the
    /// case leaves out and that follows another one, such as `usual_per_year`, stays where the case has it. A
    /// row with a number that its input does not take is refused: its figures are NaN, and `problems` says
    /// what is wrong.
    ///
    /// @param table - Columns of the inputs that differ, by name, each with a number for every row; what is
    /// null or undefined counts as NaN. Or a Float64Array with a number for each of {@link Plan.inputs} in
    /// every row, one row after the other.
    /// @param options - `questionOnly`, `contributions`, and whom to tell of progress.
    /// @returns A column for each figure, with a number for each row.
    /// @throws {@link ValidationError}: the table has the wrong shape (`wrong_shape`), or a column is for no
    /// input (`unknown_item`).
    #[wasm_bindgen(unchecked_return_type = "Figures")]
    pub fn evaluate(
        &self,
        #[wasm_bindgen(
            unchecked_param_type = "Float64Array | Record<string, ArrayLike<number | null | undefined>>"
        )]
        table: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "TableOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let asked = Asked::of_plan(&options, self.redact, &FIGURES)?;
        let outputs = match flag(&options, "questionOnly")? {
            true => Outputs::question(),
            false => Outputs::all(),
        };
        let outputs = match flag(&options, "contributions")? {
            true => outputs.with_contributions(),
            false => outputs,
        };
        let table = Table::read(&table, &self.plan)?;
        let table = table.map_err(|error| self.thrown(error))?;
        table.evaluated(&self.plan, outputs, &asked, &options)
    }
}

impl Plan {
    /// A part of an assessment that has its name in what the operation answers with.
    fn part(&self, operation: Operation, options: JsValue) -> Result<JsValue, JsValue> {
        let document = parsed(&self.text(operation, &options)?)?;
        Reflect::get(&document, &operation.as_str().into())
    }

    fn text(&self, operation: Operation, options: &JsValue) -> Result<String, JsValue> {
        let asked = Asked::of_plan(options, self.redact, &[])?;
        watched(options, asked.is_watched, |watch| {
            let call = Call::new(operation).plan(&self.plan).options(&asked.options);
            call.watch(&mut |now| watch(now)).run()
        })
    }

    /// Asks a question under options, some of which are of the method alone.
    pub(crate) fn ask<T>(
        &self,
        options: &JsValue,
        besides: &[&str],
        question: impl FnOnce(Run<'_>) -> Result<T, Error>,
    ) -> Result<T, JsValue> {
        let asked = Asked::of_plan(options, self.redact, besides)?;
        watched(options, asked.is_watched, |watch| {
            question(self.plan.run().options(&asked.options).watch(&mut |now| watch(now)))
        })
    }

    fn thrown(&self, error: Error) -> JsValue {
        thrown(&worthwhile::Options::default().with_redact(self.redact).told(error))
    }
}

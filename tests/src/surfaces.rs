//! Which surface has which operation and option, how it is called there, and why one lacks it.
//!
//! It is data, so that a test can hold every surface to it and a page can show it.

use Cell::{Has, Lacks};

/// What one surface has of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// How it is called there.
    Has(&'static str),
    /// Why it is not there.
    Lacks(&'static str),
}

/// The surfaces, in the order of the cells of a row.
pub const SURFACES: [&str; 8] =
    ["Rust", "text", "command", "C", "Python", "JavaScript", "OpenAPI", "tool"];

/// The place of each surface among the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "their names are in `SURFACES`")]
pub enum Surface {
    Rust,
    Text,
    Command,
    C,
    Python,
    JavaScript,
    OpenApi,
    Tool,
}

/// One operation or option, on every surface.
#[derive(Debug)]
pub struct Row {
    /// Its name in the library's table.
    pub name: &'static str,
    /// What each of [`SURFACES`] has of it.
    pub cells: [Cell; SURFACES.len()],
}

impl Row {
    /// What a surface has of it.
    #[must_use]
    pub fn on(&self, surface: Surface) -> Cell {
        self.cells[surface as usize]
    }
}

const NUMBERS: Cell = Lacks("numbers are not text; a plan returns them as they are");
const PART_OF_ASSESS: Cell = Lacks("the answer of `assess` contains it");
const NO_SCHEMA: Cell = Lacks("its answer has no schema yet");
const FOR_PROGRAMS: Cell = Lacks("tables of numbers are for programs, which have a library");
const READS_WORDS: Cell = Lacks("a model reads what `assess` sums up, not tables of numbers");

/// Every operation of the library, in its order.
pub const OPERATIONS: &[Row] = &[
    Row {
        name: "assess",
        cells: [
            Has("Plan::assess"),
            Has("Operation::Assess"),
            Has("assess"),
            Has("worthwhile_assess"),
            Has("assess"),
            Has("assess"),
            Has("/assess"),
            Has("assess_commitment"),
        ],
    },
    Row {
        name: "ask",
        cells: [
            Has("Interview::questions"),
            Has("Operation::Ask"),
            Has("ask"),
            Has("worthwhile_ask"),
            Has("ask"),
            Has("ask"),
            Has("/ask"),
            Lacks("a model asks in its own words, and writes the case that it understood"),
        ],
    },
    Row {
        name: "compare",
        cells: [
            Has("Run::compare"),
            Has("Operation::Compare"),
            Has("compare"),
            Has("worthwhile_compare"),
            Has("compare"),
            Has("compare"),
            CASE_ALONE,
            Lacks("the tool takes one case; a model can call it twice"),
        ],
    },
    Row {
        name: "check",
        cells: [
            Has("Document::check"),
            Has("Operation::Check"),
            Has("check"),
            Has("worthwhile_check"),
            Has("check"),
            Has("check"),
            Has("/check"),
            Lacks("a refused call reports the same problems"),
        ],
    },
    Row {
        name: "expand",
        cells: [
            Has("Plan::expanded"),
            Has("Operation::Expand"),
            Has("expand"),
            Has("worthwhile_expand"),
            Has("expand"),
            Has("expand"),
            Has("/expand"),
            Lacks("a model has no use for a longer case"),
        ],
    },
    Row {
        name: "presets",
        cells: [
            Has("Catalogue::preset"),
            Has("Operation::Presets"),
            Has("presets"),
            Has("worthwhile_presets"),
            Has("presets"),
            Has("presets"),
            NO_SCHEMA,
            Lacks("the input of the tool describes them"),
        ],
    },
    Row {
        name: "schema",
        cells: [
            Has("schema::named"),
            Has("Operation::Schema"),
            Has("schema"),
            Has("worthwhile_schema"),
            Has("schema"),
            Has("schema"),
            Lacks("the OpenAPI document contains the schemas"),
            Lacks("the definition of the tool contains its schema"),
        ],
    },
    Row {
        name: "inputs",
        cells: [
            Has("Plan::inputs"),
            Has("Operation::Inputs"),
            Lacks("`expand` writes out every number of a case"),
            Has("worthwhile_plan_inputs"),
            Has("Plan.inputs"),
            Has("Plan.inputs"),
            NO_SCHEMA,
            Lacks("a model knows the case that it wrote"),
        ],
    },
    Row {
        name: "sensitivity",
        cells: [
            Has("Run::sensitivity"),
            Has("Operation::Sensitivity"),
            PART_OF_ASSESS,
            Has("worthwhile_plan_sensitivity"),
            Has("Plan.sensitivity"),
            Has("Plan.sensitivity"),
            NO_SCHEMA,
            PART_OF_ASSESS,
        ],
    },
    Row {
        name: "flips",
        cells: [
            Has("Run::flips"),
            Has("Operation::Flips"),
            Lacks("the answer of `assess --flips` contains it"),
            Has("worthwhile_plan_flips"),
            Has("Plan.flips"),
            Has("Plan.flips"),
            NO_SCHEMA,
            Lacks("the answer of `assess` contains levers, which people can act on"),
        ],
    },
    Row {
        name: "information",
        cells: [
            Has("Run::information"),
            Has("Operation::Information"),
            PART_OF_ASSESS,
            Has("worthwhile_plan_information"),
            Has("Plan.information"),
            Has("Plan.information"),
            NO_SCHEMA,
            PART_OF_ASSESS,
        ],
    },
    Row {
        name: "information_about",
        cells: [
            Has("Run::information_about"),
            Has("Operation::InformationAbout"),
            Lacks(
                "names of inputs are long to type; the answer of `assess` says what each is worth alone",
            ),
            Has("worthwhile_plan_information_about"),
            Has("Plan.information_about"),
            Has("Plan.informationAbout"),
            NO_SCHEMA,
            Lacks("the answer of `assess` says what each number is worth alone"),
        ],
    },
    Row {
        name: "samples",
        cells: [
            Has("Run::samples"),
            NUMBERS,
            FOR_PROGRAMS,
            Has("worthwhile_plan_samples"),
            Has("Plan.samples"),
            Has("Plan.samples"),
            NUMBERS,
            READS_WORDS,
        ],
    },
    Row {
        name: "evaluate",
        cells: [
            Has("Plan::evaluate"),
            NUMBERS,
            FOR_PROGRAMS,
            Has("worthwhile_plan_evaluate"),
            Has("Plan.evaluate"),
            Has("Plan.evaluate"),
            NUMBERS,
            READS_WORDS,
        ],
    },
];

const IN_CASE: Cell = Lacks("the `analysis` of the case has it");
const DEFAULTS: Cell = Lacks("the short case of a tool leaves it at its default");
const HOSTS: Cell = Lacks("that is for the operator of the server to decide, not for a caller");
const CASE_ALONE: Cell = Lacks("a request is a case and nothing else");
const ANOTHER_CASE: Cell = Lacks("change the numbers in the case instead");
const FILES: Cell = Lacks("the shipped presets are enough for a conversation");

/// Every option of a call, in the order of the library, and then what else a call can have.
pub const OPTIONS: &[Row] = &[
    option("scenarios", "Options::with_scenarios", Has("--scenarios"), IN_CASE),
    option("replicates", "Options::with_replicates", IN_CASE, IN_CASE),
    option("seed", "Options::with_seed", Has("--seed"), IN_CASE),
    option("totals", "Options::with_totals", Has("--totals"), IN_CASE),
    Row {
        name: "threads",
        cells: [
            Has("Options::with_threads"),
            Has("threads"),
            Has("--threads"),
            Has("threads"),
            Has("threads"),
            Lacks("a page has one thread for it; workers are the caller's"),
            HOSTS,
            DEFAULTS,
        ],
    },
    option("levers", "Options::with_levers", Has("--no-levers"), CASE_ALONE),
    option("flips", "Options::with_flips", Has("--flips"), CASE_ALONE),
    Row {
        name: "presets",
        cells: [
            Has("Options::with_preset"),
            Has("presets"),
            Has("--preset-file"),
            Has("presets"),
            Has("presets"),
            Has("presets"),
            CASE_ALONE,
            FILES,
        ],
    },
    Row {
        name: "redact",
        cells: [
            Has("Options::with_redact"),
            Has("redact"),
            Has("--redact"),
            Has("redact"),
            Has("redact"),
            Has("redact"),
            CASE_ALONE,
            CASE_ALONE,
        ],
    },
    Row {
        name: "values",
        cells: [
            Has("Plan::with_values"),
            ANOTHER_CASE,
            ANOTHER_CASE,
            Has("worthwhile_plan_with_values"),
            Has("overrides"),
            Has("Plan.replace"),
            ANOTHER_CASE,
            ANOTHER_CASE,
        ],
    },
    Row {
        name: "watch",
        cells: [
            Has("Run::watch"),
            Has("Call::watch"),
            Lacks("a terminal shows a line of progress, and Ctrl-C stops the run"),
            Has("worthwhile_watch"),
            Lacks("Ctrl-C stops a run; no one has asked for a callback yet"),
            Has("onProgress"),
            Lacks("a reply comes once the computation is done"),
            Lacks("a reply comes once the computation is done"),
        ],
    },
];

/// An option that JSON and keywords have by its name, and the hosts of a model not at all.
const fn option(name: &'static str, rust: &'static str, command: Cell, openapi: Cell) -> Row {
    let named = Has(name);
    Row { name, cells: [Has(rust), named, command, named, named, named, openapi, DEFAULTS] }
}

const BY_CRATE: Cell = Lacks("the crate `worthwhile-report` makes it of an assessment");
const ANSWERS_DOCUMENTS: Cell = Lacks("a call answers with the document");
const OWN_LAYOUT: Cell = Lacks("a page that asks lays the document out itself");
const READS_DOCUMENT: Cell = Lacks("a model reads the document");

/// What an answer can be written as, and how each surface writes it.
pub const FORMS: &[Row] = &[
    Row {
        name: "json",
        cells: [
            Has("Assessment::to_json"),
            Has("Operation::Assess"),
            Has("--format json"),
            Has("worthwhile_assessment_json"),
            Has("Assessment.to_json"),
            Has("call"),
            Has("/assess"),
            Has("assess_commitment"),
        ],
    },
    Row {
        name: "text",
        cells: [
            Has("Assessment::to_text"),
            ANSWERS_DOCUMENTS,
            Has("--format text"),
            Has("worthwhile_assessment_text"),
            Has("Assessment.to_text"),
            Has("Plan.toText"),
            OWN_LAYOUT,
            READS_DOCUMENT,
        ],
    },
    Row {
        name: "html",
        cells: [
            Has("Report::html"),
            BY_CRATE,
            Has("--format html"),
            Has("worthwhile_assessment_html"),
            Has("Assessment.to_html"),
            Has("Plan.toHtml"),
            OWN_LAYOUT,
            READS_DOCUMENT,
        ],
    },
    Row {
        name: "markdown",
        cells: [
            Has("Report::markdown"),
            BY_CRATE,
            Has("--format md"),
            Has("worthwhile_assessment_markdown"),
            Has("Assessment.to_markdown"),
            Has("Plan.toMarkdown"),
            OWN_LAYOUT,
            READS_DOCUMENT,
        ],
    },
    Row {
        name: "comparison",
        cells: [
            Has("Comparison::to_text"),
            ANSWERS_DOCUMENTS,
            Has("--format text"),
            Has("worthwhile_comparison_page"),
            Has("Comparison.to_text"),
            Has("comparisonToText"),
            CASE_ALONE,
            READS_DOCUMENT,
        ],
    },
];

/// How a kind of error shows on the surfaces that have numbers or classes for it.
#[derive(Debug)]
pub struct Ending {
    /// The word of the kind.
    pub kind: &'static str,
    /// The exit code of the command.
    pub exit_code: i32,
    /// The status in C.
    pub status: &'static str,
    /// The exception in Python and in JavaScript.
    pub exception: &'static str,
}

/// Every kind of error, in the order of the library.
pub const ENDINGS: &[Ending] = &[
    Ending {
        kind: "invalid",
        exit_code: 3,
        status: "WORTHWHILE_STATUS_INVALID",
        exception: "ValidationError",
    },
    // The command and Python have no watch: what a signal raises takes the place of the error.
    Ending {
        kind: "stopped",
        exit_code: 1,
        status: "WORTHWHILE_STATUS_STOPPED",
        exception: "WorthwhileError",
    },
    Ending {
        kind: "not_found",
        exit_code: 1,
        status: "WORTHWHILE_STATUS_NOT_FOUND",
        exception: "WorthwhileError",
    },
];

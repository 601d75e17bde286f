//! Declarations of what has no schema. Those of the documents are made from the schemas, and those of
//! options from the library's table, by `cargo dev js`.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
import type {
  Assessment, Case, Comparison, Flip, Information, InputInformation, Interview, Problem, Questions, Sensitivity,
} from "./documents.js";
import type { Computing } from "./options.js";

/** A document: an object, its JSON, or the bytes of its JSON. */
export type Document<T> = T | string | Uint8Array;

/** How to compute, whom to tell, and when to stop. A call ignores those that it does not use. */
export interface Options extends Computing, Watching {}

/**
 * A call computes on the thread that makes it and returns when it is done. While it runs, no event of that
 * thread arrives: a signal that a button aborts is noticed only before the next call. What does stop a call
 * is `onProgress`, `stop`, or the end of the worker that it runs in.
 */
export interface Watching {
  /** Receives progress after each step. A call stops if it returns false; what it throws, the call throws. */
  onProgress?: (progress: Progress) => unknown;
  /**
   * Looked at before the call and after each step. If it is aborted, the call throws its reason. Within the
   * call only `onProgress` can abort it, or a timeout that has passed (`AbortSignal.timeout` fires between
   * calls alone).
   */
  signal?: AbortSignal;
  /**
   * Over a SharedArrayBuffer: another thread stops the call by `Atomics.store(stop, 0, 1)`. Browsers have
   * such memory in pages that are isolated from other origins, Node.js has it always.
   */
  stop?: Int32Array;
}

/** Steps of a stage. The stages run one after the other, and `done` starts again with each. */
export interface Progress {
  /** What is being computed. Later releases may have more stages. */
  stage: "scenarios" | "totals" | "flips" | "search" | "levers" | "inputs" | "comparison" | "other";
  /** Steps that are done. */
  done: number;
  /** Steps in all; of the search, its limit. */
  total: number;
}

/** What to compute for a table, and whom to tell. */
export interface TableOptions extends Options {
  /** The figures of the pursuit in question alone: several times as fast, and the numbers are the same. */
  questionOnly?: boolean;
  /** What the worth of a pursuit is made of as well, in points. */
  contributions?: boolean;
}

/** The figures of every scenario. */
export interface Samples {
  /** By name, such as `/pursuits/mvp/worth`: a number for each scenario, in the unit of the figure. */
  columns: Record<string, Float64Array>;
  /** How many scenarios there are: one if nothing is uncertain. */
  scenarios: number;
  /** Independent replicates among them, one after the other, all the same size. */
  replicates: number;
}

/** The figures of a table. */
export interface Figures {
  /** By name, such as `/pursuits/mvp/yes`: a number for each row, NaN in a row that was refused. */
  columns: Record<string, Float64Array>;
  /** How many rows were refused. */
  refused: number;
  /** Why, row by row, counted from 0. The path of a problem is the name of the input. */
  problems: { row: number; problem: Problem }[];
  /** Problems beyond the 10,000 that are listed. */
  unlisted: number;
}

/** A number of a case. */
export interface Input {
  /** Its name, such as `/person/time/free_hours_per_week`. */
  name: string;
  /** Its mean, in its unit. */
  mean: number;
  /** What is known about it, as in a case. */
  estimate: number | object;
  /** Its unit, such as `hours per week`. */
  unit: string;
  /** What it means. */
  meaning: string;
  /** The least that it can be. */
  minimum: number;
  /** The most that it can be. */
  maximum: number;
  /** Whether it has to be above the least. */
  exclusive_minimum: boolean;
  /** Whether it has to be below the most. */
  exclusive_maximum: boolean;
  /** Whether it is a whole number. */
  whole: boolean;
  /** Whether it is uncertain. */
  uncertain: boolean;
  /** Where it comes from: the case, a preset, the catalogue, or a default. */
  origin: "case" | "preset" | "catalogue" | "default";
  /** What people call it. */
  label: string;
}

/** What an operation takes, for {@link call}. */
export interface CallInput {
  /** A case; for `ask`, an interview. */
  case?: Document<object>;
  /** Another case. */
  other?: Document<object>;
  /** The id of a preset, or names of inputs separated by spaces. */
  name?: string;
}

/** A preset in a list. */
export interface PresetSummary {
  /** The name that a case uses. */
  id: string;
  /** What it is called. */
  name: string;
  /** What it is, in a sentence. */
  about: string;
}

/** A preset, in the format of its file. */
export interface Preset extends PresetSummary {
  /** Its figures, each with its source. */
  [more: string]: unknown;
}

/** How to compute a page of text, and how to lay it out. */
export interface TextOptions extends Options {
  /** Columns, 80 if absent. */
  width?: number;
  /** Every pursuit is explained, and not only the one in question. */
  all?: boolean;
  /** The first lines alone. */
  brief?: boolean;
}

/** How to compute a comparison, and how to lay it out. */
export interface ComparisonTextOptions extends Options {
  /** Columns, 80 if absent. */
  width?: number;
  /** What the two are called; the first and the second case if absent. */
  names?: readonly [string, string];
}

/** How to compute a report, and how to lay it out. */
export interface HtmlOptions extends Options {
  /** Every pursuit is explained, and not only the one in question. */
  all?: boolean;
  /** A part for another page, and not a file. */
  fragment?: boolean;
}

/** How to compute a report in Markdown, and how to lay it out. */
export interface MarkdownOptions extends Options {
  /** Every pursuit is explained, and not only the one in question. */
  all?: boolean;
}
"#;

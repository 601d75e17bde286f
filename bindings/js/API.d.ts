// The surface that the package will have, for whoever begins before it is built. It goes when the
// generated declarations are there: /tmp/r/js/worthwhile/index.d.ts.
//
//   import { init, assess, ask, Plan, ValidationError } from "worthwhile";
//   await init();                       // once; safe to call again. In browsers it loads worthwhile_bg.wasm
//                                       // beside the module (one file, same origin), nothing else.
//   const answer = assess(caseObject, { scenarios: 4096 });
//
// Every computation is synchronous: it returns when it is done (100 ms for the default on a laptop, see
// README). To keep a page responsive, call it in a worker, and end the worker to cancel, or pass `stop`.

// Types that are generated from crates/worthwhile/schema/*.json (names as the titles of the schemas):
// `Case`, `Person`, `Pursuit`, ... ; `Assessment`, `Lever`, `Flip`, `Sensitivity`, ...; `Interview`,
// `Questions`, `InterviewQuestion`, ...; `Comparison`; `Problem`, `ProblemData`.
// Until then, write them with json-schema-to-typescript from {case,assessment}.codegen.json,
// {interview,questions,comparison}.json, openapi.json ("Problem").
import type {
  Assessment, Case, Comparison, Flip, Information, InputInformation, Interview, Problem, Questions, Sensitivity,
} from "./types.js";

/** Loads the library. Must have resolved before any other call. With no argument: the file beside the module. */
export function init(
  from?: URL | string | Request | Response | BufferSource | WebAssembly.Module | Promise<Response>,
): Promise<void>;

/** A document: an object, its JSON, or the bytes of its JSON. */
export type Document<T> = T | string | Uint8Array;

/** Options of every call; a call ignores those it does not use. */
export interface Options {
  scenarios?: number;
  replicates?: number;
  seed?: number;
  totals?: boolean;
  /** Whether to look for levers and "how much"; true by default. false is several times as fast. */
  levers?: boolean;
  /** Whether to look at every number for what would change the answer; false by default. */
  flips?: boolean;
  /** Custom presets, each as the object in its file. */
  presets?: object[];
  /** Problems without what the case says. */
  redact?: boolean;

  /** Called after each step. `false` stops the computation. */
  onProgress?: (progress: Progress) => void | boolean;
  /** Looked at before the call and after every step: a call stops if `onProgress` aborts it. Nothing else of
   * this thread can abort it while a call runs. Throws the reason of the signal. */
  signal?: AbortSignal;
  /** Over a SharedArrayBuffer: another thread stops the call by setting element 0 to anything but 0. */
  stop?: Int32Array;
}

export interface Progress {
  stage: "scenarios" | "totals" | "flips" | "search" | "levers" | "inputs" | "comparison";
  done: number;
  total: number;
}

export function assess(commitment: Document<Case>, options?: Options): Assessment;
export function ask(interview: Document<Interview>, options?: Options): Questions;
export function compare(first: Document<Case>, other: Document<Case>, options?: Options): Comparison;
/** Never throws for what is wrong with a case: that is what it returns. Errors and warnings. */
export function check(commitment: Document<Case>, options?: Options): Problem[];
export function expand(commitment: Document<Case>, options?: Options): Case;
export function presets(options?: Options): PresetSummary[];
/** One preset, in the format of its file: every figure with its source. */
export function preset(id: string, options?: Options): object;
/** A schema or tool definition by name, from the JSON files of the package (also `worthwhile/schema/case.json`). */
export function schema(name: SchemaName): Promise<object>;
/** Any operation over text by its name: the bytes that every other surface gives. */
export function call(
  operation: string,
  input: { case?: Document<Case | Interview>; other?: Document<Case>; name?: string },
  options?: Options,
): string;

// toText, toHtml and toMarkdown are methods of Plan, and compute: plan.toHtml({ fragment: true }).

/** A case that is compiled once and asked often. */
export class Plan {
  constructor(commitment: Document<Case>, options?: Pick<Options, "presets" | "redact">);
  /** Another plan with some inputs replaced by numbers or estimates, by the name of the input. */
  replace(values: Record<string, unknown>): Plan;
  inputs(): Input[];
  /** The mean of every input: a row for `evaluate`. */
  base(): Float64Array;
  assess(options?: Options): Assessment;
  sensitivity(options?: Options): Sensitivity[];
  flips(options?: Options): Flip[];
  information(options?: Options): Information | null;
  informationAbout(names: string[], options?: Options): InputInformation;
  samples(options?: Options): Samples;
  /** Rows of all inputs, or columns of some of them; each row is a case of its own. */
  evaluate(table: Float64Array | Record<string, ArrayLike<number>>, options?: EvaluateOptions): Figures;
  /** Gives the memory back. A plan that was freed throws. */
  free(): void;
  [Symbol.dispose](): void;
}

export interface EvaluateOptions extends Options {
  questionOnly?: boolean;
  contributions?: boolean;
}
export interface Samples {
  /** By name, such as `/pursuits/mvp/worth`: a number for each scenario. */
  columns: Record<string, Float64Array>;
  scenarios: number;
  replicates: number;
}
export interface Figures {
  /** By name, such as `/pursuits/mvp/yes`: a number for each row, NaN in a row that was refused. */
  columns: Record<string, Float64Array>;
  /** How many rows were refused, why, and how many problems are not listed. */
  refused: number;
  problems: { row: number; problem: Problem }[];
  unlisted: number;
}
export interface Input {
  name: string; label: string; mean: number; estimate: unknown; unit: string; meaning: string;
  minimum: number; maximum: number; uncertain: boolean; origin: unknown;
}
export interface PresetSummary { id: string; name: string; about: string }
export type SchemaName = "case" | "assessment" | "comparison" | "interview" | "questions" | "case.codegen" | string;

/** What this library throws. `kind`: "invalid", "stopped" (by onProgress or stop) or "not_found". */
export class WorthwhileError extends Error { kind: "invalid" | "stopped" | "not_found" }
/** A case, an option or a value was refused: every problem, in document order. */
export class ValidationError extends WorthwhileError { kind: "invalid"; problems: Problem[] }

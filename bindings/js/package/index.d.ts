/// <reference lib="esnext.disposable" />
import type { SchemaName } from "./schemas.js";

export type * from "./documents.js";
export type { Computing } from "./options.js";
export type { SchemaName } from "./schemas.js";
export type {
  CallInput, ComparisonTextOptions, Document, Figures, HtmlOptions, Input, MarkdownOptions, Options, Preset, PresetSummary, Progress, Samples,
  TableOptions, TextOptions, Watching,
} from "./worthwhile.js";
export {
  Plan, ask, assess, call, check, compare, comparisonToText, expand, preset, presets, version,
} from "./worthwhile.js";
export { ValidationError, WorthwhileError } from "./errors.js";

/** What the library can be loaded from. */
export type Source = URL | string | Request | Response | BufferSource | WebAssembly.Module;

/**
 * Loads the library. Every other call needs it to be done; later calls do nothing.
 *
 * @param from - Where the file `worthwhile_bg.wasm` is, or what is in it. If absent, it is the one beside this
 * module: browsers fetch it, Node.js reads it. Nothing else is ever loaded but schemas, on request.
 * @throws What loading and compiling throw. It can be tried again.
 */
export declare function init(from?: Source | Promise<Source>): Promise<void>;

/**
 * Reads a JSON Schema, or something derived from one, from the files of the package. They are also there as
 * `worthwhile/schema/case.json` and so on. It does not need {@link init}.
 *
 * @param name - `case` and `assessment` are the contracts, `case.codegen` is a profile, `tool.mcp` a tool definition.
 * @returns The schema.
 * @throws {@link WorthwhileError} of kind `not_found`; its message lists the names.
 */
export declare function schema(name: SchemaName): Promise<Record<string, unknown>>;

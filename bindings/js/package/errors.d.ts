import type { Problem } from "./documents.js";

/** What this library throws, besides a TypeError for a call that is wrong in itself. */
export declare class WorthwhileError extends Error {
  /** `invalid`: see {@link ValidationError}. `stopped`: `onProgress` or `stop` ended the call. `not_found`: there
   * is nothing of that name; the message lists what there is. */
  readonly kind: "invalid" | "stopped" | "not_found";
  constructor(kind: "invalid" | "stopped" | "not_found", message: string);
}

/** A case, an option or a value was refused. The message has one line for each problem. */
export declare class ValidationError extends WorthwhileError {
  readonly kind: "invalid";
  /** Every problem, in document order. */
  readonly problems: Problem[];
  constructor(message: string, problems: Problem[]);
}

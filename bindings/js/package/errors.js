/** What this library throws. */
export class WorthwhileError extends Error {
  /**
   * @param {"invalid" | "stopped" | "not_found"} kind
   * @param {string} message
   */
  constructor(kind, message) {
    super(message);
    this.name = "WorthwhileError";
    this.kind = kind;
  }
}

/** A case, an option or a value was refused. */
export class ValidationError extends WorthwhileError {
  /**
   * @param {string} message
   * @param {import("./documents.js").Problem[]} problems
   */
  constructor(message, problems) {
    super("invalid", message);
    this.name = "ValidationError";
    this.problems = problems;
  }
}

/** The exception of a kind of error. The library calls this. */
export function failure(kind, message, problems) {
  if (kind === "invalid") return new ValidationError(message, JSON.parse(problems).problems);
  return new WorthwhileError(kind, message);
}

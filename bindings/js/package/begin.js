import load from "./worthwhile.js";

let begun;

/** Loads the library once. After a failure it can be tried again. */
export function begin(from) {
  begun ??= Promise.resolve(typeof from === "function" ? from() : from)
    .then((source) => load({ module_or_path: source }))
    .then(() => undefined, (error) => {
      begun = undefined;
      throw error;
    });
  return begun;
}

// What is the same wherever the package runs.
export {
  Plan,
  ask,
  assess,
  call,
  check,
  compare,
  comparisonToText,
  expand,
  preset,
  presets,
  version,
} from "./worthwhile.js";
export { ValidationError, WorthwhileError } from "./errors.js";

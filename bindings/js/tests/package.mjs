// The package as `cargo dev js` builds it.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
export const folder = join(root, "target/js/worthwhile");
export const worthwhile = await import(join(folder, "node.js"));

/** Somebody with a job, as in the README. */
export const person = {
  schema_version: 1,
  person: { motivations: { learning: 7 }, time: { free_hours_per_week: 10 } },
  pursuits: [{ preset: "certification" }],
};

// Seconds of a few calls, one a line, for `cargo bench -p worthwhile-benches --bench js`:
// node cost.mjs PACKAGE CASE
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, file] = process.argv.slice(2);
const { call, init, Plan } = await import(pathToFileURL(resolve(folder, "node.js")).href);
await init();
const text = readFileSync(file, "utf8");
const plan = new Plan(text);
const hours = Float64Array.from({ length: 2000 }, (_, at) => 4 + (at % 100) / 5);
const table = { "/person/time/free_hours_per_week": hours };

/** The quickest of a few: others may be at work. */
function seconds(run, times) {
  let least = Infinity;
  for (let at = 0; at < times; at += 1) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least / 1000;
}

for (const [run, times] of [
  [() => call("assess", { case: text }), 5],
  [() => call("assess", { case: text }, { levers: false }), 5],
  [() => call("assess", { case: text }, { scenarios: 1024, levers: false }), 10],
  [() => plan.evaluate(table, { questionOnly: true }), 5],
]) {
  console.log(seconds(run, times));
}

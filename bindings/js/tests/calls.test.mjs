// What the package promises besides the answers: what it takes, what it throws, how it is watched and stopped.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { Worker } from "node:worker_threads";

import { folder, person, root, worthwhile } from "./package.mjs";

const {
  Plan, ValidationError, WorthwhileError, ask, assess, call, check, compare, comparisonToText, expand, init, preset, presets,
  schema, version,
} = worthwhile;
const HOURS = "/person/time/free_hours_per_week";
const quick = { scenarios: 64, levers: false };

/** The problems that a call throws, as path and code. */
function problems(run) {
  try {
    run();
  } catch (error) {
    assert(error instanceof ValidationError && error instanceof WorthwhileError && error instanceof Error, `${error}`);
    assert.equal(error.kind, "invalid");
    assert.equal(error.name, "ValidationError");
    return error.problems.map(({ path, code }) => `${path} ${code}`);
  }
  assert.fail("nothing was refused");
}

test("a call before the library is loaded says what to do", async () => {
  assert.throws(() => assess(person), /call `await init\(\)` first/);
  assert.throws(() => new Plan(person), /call `await init\(\)` first/);
  assert.equal((await schema("case")).title, "Case");
});

test("loading that fails can be tried again, and is done once", async () => {
  await assert.rejects(init(new Uint8Array([1, 2, 3])), WebAssembly.CompileError);
  await assert.rejects(init(new URL("file:///no/such/file.wasm")), { code: "ENOENT" });
  const first = init(readFileSync(join(folder, "worthwhile_bg.wasm")));
  assert.equal(init(), first);
  assert.equal(await first, undefined);
  assert.equal(version(), JSON.parse(readFileSync(join(folder, "package.json"))).version);
});

test("an object, its text and its bytes are one case", () => {
  const text = JSON.stringify(person);
  const answer = assess(person, quick);
  assert.deepEqual(assess(text, quick), answer);
  assert.deepEqual(assess(new TextEncoder().encode(text), quick), answer);
  assert.deepEqual(assess(Buffer.from(text), quick), answer);
  assert.deepEqual(assess({ ...person, name: undefined }, quick), answer);
  assert.equal(call("assess", { case: person }, quick), call("assess", { case: text }, quick));
});

test("what is no document is a TypeError", () => {
  for (const wrong of [undefined, null, 7, true, Symbol("case"), () => {}]) {
    if (wrong === undefined) assert.deepEqual(problems(() => call("assess", {})), [" missing_field"]);
    else assert.throws(() => assess(wrong), TypeError, String(wrong));
  }
  assert.throws(() => assess(person, 7), TypeError);
  assert.throws(() => assess(person, { onProgress: 7 }), TypeError);
  assert.throws(() => assess(person, { stop: [0] }), TypeError);
});

test("what JSON cannot hold is found, and nothing is lost in silence", () => {
  const of = (motivations) => ({ ...person, person: { ...person.person, motivations } });
  assert.deepEqual(problems(() => assess(of({ learning: NaN, career: Infinity }))), [
    "/person/motivations/learning not_finite",
    "/person/motivations/career not_finite",
  ]);
  assert.deepEqual(problems(() => assess({ ...person, "a/b~c": [1n, undefined, Symbol("s")], name: new Map() })), [
    "/a~1b~0c/0 wrong_type",
    "/a~1b~0c/1 wrong_type",
    "/a~1b~0c/2 wrong_type",
    "/name wrong_type",
  ]);
  assert.deepEqual(problems(() => assess({ ...person, name: new Date() })), ["/name wrong_type"]);
  assert.deepEqual(problems(() => assess({ ...person, name: "\ud800" })), ["/name invalid_json"]);
  assert.deepEqual(problems(() => assess('{"name": "\udc00"}')), [" invalid_json"]);
  const found = check(of({ learning: NaN }));
  assert.deepEqual(found.map(({ path, code, severity }) => [path, code, severity]), [
    ["/person/motivations/learning", "not_finite", "error"],
  ]);
});

test("a case that contains itself, and one that shares its parts, end", () => {
  const knot = { ...person };
  knot.person = knot;
  const start = performance.now();
  assert.match(problems(() => assess(knot))[0], / too_deep$/);
  let tree = { a: 1 };
  for (let at = 0; at < 40; at += 1) tree = { a: tree, b: tree };
  assert.deepEqual(problems(() => assess(tree)), [" too_large"]);
  assert.deepEqual(problems(() => assess(" ".repeat(200_000_000))), [" too_large"]);
  assert.deepEqual(problems(() => assess(new Uint8Array(200_000_000))), [" too_large"]);
  assert(performance.now() - start < 20_000);
});

test("more than a hundred problems are counted", () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`n${at}`, NaN]));
  assert.equal(problems(() => assess(many)).length, 101);
});

test("options are judged by the library", () => {
  assert.deepEqual(problems(() => assess(person, { scenarios: 0 })), ["/scenarios out_of_range"]);
  assert.deepEqual(problems(() => assess(person, { scenario: 64 })), ["/scenario unknown_field"]);
  assert.deepEqual(problems(() => assess(person, { seed: NaN })), ["/seed not_finite"]);
  assert.deepEqual(assess(person, { ...quick, threads: 2 }), assess(person, quick));
  assert.notDeepEqual(assess(person, { ...quick, seed: 7 }), assess(person, quick));
});

test("custom presets are used", () => {
  const siesta = { ...preset("rest"), id: "siesta", name: "A siesta" };
  const options = { ...quick, presets: [siesta] };
  const day = { ...person, pursuits: [{ preset: "siesta" }] };
  assert.deepEqual(check(day).map(({ code }) => code), ["unknown_preset"]);
  assert.equal(assess(day, options).pursuits[0].name, "A siesta");
  assert(presets(options).some(({ id }) => id === "siesta") && !presets().some(({ id }) => id === "siesta"));
  const plan = new Plan(day, options);
  assert.equal(plan.assess(quick).pursuits[0].name, "A siesta");
  plan.free();
});

test("redacted problems say nothing of the case", () => {
  const secret = { ...person, note: 7, "my-secret": 1 };
  for (const run of [
    () => assess(secret, { redact: true }),
    () => new Plan(secret, { redact: true }),
    () => assess({ ...person, "my-secret": NaN }, { redact: true }),
    () => new Plan(person, { redact: true }).replace({ "/my-secret": 1 }),
    () => new Plan(person, { redact: true }).assess({ "my-secret": 1 }),
    () => new Plan(person, { redact: true }).evaluate({ "/my-secret": [1] }),
  ]) {
    assert.throws(run, (error) => error instanceof ValidationError && !JSON.stringify([error.message, error.problems]).includes("secret"));
  }
  const found = check(secret, { redact: true });
  assert(found.length === 2 && !JSON.stringify(found).includes("secret"));
});

test("there is nothing of a wrong name", async () => {
  assert.throws(() => preset("resst"), (error) => error.kind === "not_found" && /did you mean `rest`/.test(error.message));
  assert.throws(() => call("asses"), (error) => error.kind === "not_found" && !(error instanceof ValidationError));
  assert.throws(() => call("samples"), { kind: "not_found" });
  await assert.rejects(schema("cases"), { kind: "not_found", name: "WorthwhileError" });
  await assert.rejects(schema("constructor"), { kind: "not_found" });
});

test("an interview goes on to an answer", () => {
  const answers = {};
  const few = { scenarios: 64 };
  let asked = ask({ schema_version: 1, answers }, few);
  for (let count = 0; count < 60 && asked.questions.length > 0; count += 1) {
    const [question] = asked.questions;
    answers[question.id] = question.options?.length ? question.options[0].id : "don't know";
    asked = ask({ schema_version: 1, answers }, few);
  }
  const listed = ask({ schema_version: 1, answers }, quick);
  assert.deepEqual([listed.case, listed.answered, listed.so_far], [asked.case, asked.answered, undefined]);
  assert.equal(asked.answered.length, Object.keys(answers).length);
  assert.equal(assess(asked.case, quick).question.answer, asked.so_far.answer);
  assert.match(problems(() => ask({ schema_version: 1, answers: { award: "42" } }, quick))[0], /^\/answers\/award /);
});

test("two cases are compared", () => {
  const busy = { ...person, person: { ...person.person, time: { free_hours_per_week: 4 } } };
  const found = compare(person, busy, quick);
  assert.deepEqual(found.differences.map(({ input }) => input), [HOURS]);
  assert.deepEqual(problems(() => compare(person, { ...busy, pursuits: [] })), ["/second/pursuits empty_list"]);
  const page = comparisonToText(person, busy, { ...quick, width: 60, names: ["today", "a busy year"] });
  assert(page.split("\n").every((line) => line.length <= 60), page);
  assert.match(page, /a busy year/);
  assert.notEqual(page, comparisonToText(person, busy, quick));
  for (const wrong of [{ names: ["one"] }, { names: "two" }, { names: ["one", 2] }, { width: 0.5 }]) {
    assert.throws(() => comparisonToText(person, busy, wrong), TypeError);
  }
  assert.deepEqual(problems(() => comparisonToText({ ...busy, pursuits: [] }, person)), ["/first/pursuits empty_list"]);
});

test("an answer is written as text, HTML and Markdown", () => {
  const plan = new Plan({ ...person, pursuits: [{ preset: "certification" }, { preset: "rest" }] });
  const text = plan.toText(quick);
  assert(plan.toText({ ...quick, brief: true }).length < text.length);
  assert(text.length < plan.toText({ ...quick, all: true, width: 60 }).length);
  assert(plan.toText({ ...quick, width: 60 }).split("\n").every((line) => line.length <= 60));
  assert.match(plan.toHtml(quick), /^<!DOCTYPE html>/);
  assert.match(plan.toHtml({ ...quick, fragment: true }), /^<div class="worthwhile"/);
  assert.match(plan.toMarkdown({ ...quick, all: true }), /\n## /);
  for (const wrong of [{ width: 0.5 }, { width: "60" }, { all: 1 }]) assert.throws(() => plan.toText(wrong), TypeError);
  assert.deepEqual(problems(() => plan.toText({ widht: 60 })), ["/widht unknown_field"]);
  plan.free();
});

test("expanding writes everything out", () => {
  const whole = expand(person);
  assert(whole.pursuits[0].activities.length > 0);
  assert.deepEqual(check(whole), []);
  assert.equal(assess(whole, quick).question.confidence, assess(person, quick).question.confidence);
});

test("a plan answers as the case does, part by part", () => {
  const plan = new Plan(person);
  const answer = assess(person, { scenarios: 1024, flips: true });
  assert.deepEqual(plan.assess({ scenarios: 1024, flips: true }), answer);
  assert.deepEqual(plan.sensitivity({ scenarios: 1024 }), answer.sensitivity);
  assert.deepEqual(plan.flips(), answer.flips);
  assert.deepEqual(plan.information({ scenarios: 1024 }), answer.information);
  const names = answer.sensitivity.slice(0, 2).map(({ input }) => input);
  assert(plan.informationAbout(names, quick).evppi >= 0);
  assert.deepEqual(problems(() => plan.informationAbout(["", names[0]], quick)), [" unknown_item"]);
  const inputs = plan.inputs();
  assert.deepEqual(Array.from(plan.base()), inputs.map(({ mean }) => mean));
  assert.deepEqual(Object.keys(inputs[0]).sort(), [
    "estimate", "exclusive_maximum", "exclusive_minimum", "label", "maximum", "mean", "meaning", "minimum", "name",
    "origin", "uncertain", "unit", "whole",
  ]);
  plan.free();
});

test("replaced values make another plan", () => {
  const plan = new Plan(person);
  const busy = plan.replace({ [HOURS]: { low: 2, high: 6 } });
  assert.notDeepEqual(busy.assess(quick), plan.assess(quick));
  assert.deepEqual(plan.assess(quick), assess(person, quick));
  assert.deepEqual(problems(() => plan.replace({ [HOURS]: 400, "/person/burnout_risc": 0.3 })), [
    `${HOURS} out_of_range`,
    "/person/burnout_risc unknown_item",
  ]);
  assert.deepEqual(problems(() => plan.replace({ [HOURS]: { low: NaN, high: 6 } })), [`${HOURS}/low not_finite`]);
  assert.throws(() => plan.replace(7), TypeError);
  busy.free();
  plan.free();
});

test("a plan that was freed throws, and is freed once", () => {
  const plan = new Plan(person);
  if (Symbol.dispose) plan[Symbol.dispose]();
  else plan.free();
  assert.throws(() => plan.assess(), Error);
  const other = new Plan(person);
  assert.equal(other.assess(quick).schema_version, 1);
  other.free();
});

test("samples are columns of doubles", () => {
  const plan = new Plan(person);
  const { columns, scenarios, replicates } = plan.samples({ scenarios: 1024 });
  assert.deepEqual([scenarios, replicates], [1024, 8]);
  const worth = columns["/pursuits/certification/worth"];
  assert(worth instanceof Float64Array && worth.length === 1024);
  const mean = worth.reduce((sum, each) => sum + each, 0) / 1024;
  assert(Math.abs(mean - plan.assess({ scenarios: 1024 }).pursuits[0].worth.mean) < 1e-9);
  assert.deepEqual(problems(() => plan.samples({ scenarios: 2 ** 21 })), ["/scenarios out_of_range"]);
  plan.free();
});

test("samples that would take more bytes than 32 bits can count are refused as elsewhere", () => {
  const pursuits = Array.from({ length: 64 }, (_, at) => ({ id: `p${at}`, preset: "rest" }));
  // One of them at most, so that there are few mixes.
  const plan = new Plan({ ...person, pursuits, either_or: [pursuits.map(({ id }) => id)] });
  assert.throws(() => plan.samples({ scenarios: 2 ** 20 }), (error) => {
    const [{ code, data }] = error.problems;
    // In 32 bits this would be 0.
    return code === "over_budget" && data.found === 2 ** 32;
  });
  plan.free();
});

test("tables give columns, and tell of rows that they refuse", () => {
  const plan = new Plan(person);
  const hours = [1, 4, 16, -5, null];
  const figures = plan.evaluate({ [HOURS]: hours });
  assert.deepEqual(Array.from(figures.columns["/pursuits/certification/yes"]), [0, 0, 1, NaN, NaN]);
  assert.deepEqual([figures.refused, figures.unlisted], [2, 0]);
  assert.deepEqual(figures.problems.map(({ row, problem }) => [row, problem.path, problem.code]), [
    [3, HOURS, "out_of_range"],
    [4, HOURS, "not_finite"],
  ]);
  const at = plan.inputs().findIndex(({ name }) => name === HOURS);
  const base = plan.base();
  const rows = new Float64Array(base.length * 3);
  [1, 4, 16].forEach((each, row) => {
    rows.set(base, row * base.length);
    rows[row * base.length + at] = each;
  });
  const same = plan.evaluate(rows);
  for (const [name, column] of Object.entries(same.columns)) {
    assert.deepEqual(column, figures.columns[name].slice(0, 3), name);
  }
  const own = plan.evaluate({ [HOURS]: hours }, { questionOnly: true, contributions: true });
  assert.deepEqual(own.columns["/pursuits/certification/worth"], figures.columns["/pursuits/certification/worth"]);
  assert(Object.keys(own.columns).length > Object.keys(figures.columns).length);
  plan.free();
});

test("a table that does not fit is refused", () => {
  const plan = new Plan(person);
  assert.deepEqual(problems(() => plan.evaluate(new Float64Array(3))), [" wrong_shape"]);
  assert.deepEqual(problems(() => plan.evaluate({ "/person/hours": [] })), ["/person/hours unknown_item"]);
  const two = { [HOURS]: [1, 2], "/person/burnout_risk": [0.1] };
  assert.deepEqual(problems(() => plan.evaluate(two)), ["/person/burnout_risk wrong_shape"]);
  assert.throws(() => plan.evaluate([[1, 2]]), TypeError);
  assert.throws(() => plan.evaluate({ [HOURS]: ["4"] }), TypeError);
  assert.throws(() => plan.evaluate({ [HOURS]: [1] }, { questionOnly: 1 }), TypeError);
  const none = plan.evaluate({ [HOURS]: [] });
  assert(Object.values(none.columns).every(({ length }) => length === 0) && none.refused === 0);
  plan.free();
});

test("a table of many blocks has the figures of each row, and one progress", () => {
  const plan = new Plan(person);
  const hours = Float64Array.from({ length: 5000 }, (_, at) => 1 + (at % 50) / 2);
  let last = 0;
  const figures = plan.evaluate({ [HOURS]: hours }, {
    questionOnly: true,
    onProgress({ stage, done, total }) {
      assert(stage === "scenarios" && total === 5000 && done > last);
      last = done;
    },
  });
  assert.equal(last, 5000);
  const worth = figures.columns["/pursuits/certification/worth"];
  assert(hours.every((_, at) => Object.is(worth[at], worth[at % 50])));
  plan.free();
});

test("whoever watches hears of every stage, and can stop", () => {
  const stages = new Set();
  assess(person, { scenarios: 1024, onProgress: ({ stage, done, total }) => {
    assert(Number.isInteger(done) && done <= total);
    stages.add(stage);
  } });
  assert(["scenarios", "inputs", "levers"].every((stage) => stages.has(stage)), [...stages].join());
  let told = 0;
  const stopped = { kind: "stopped", name: "WorthwhileError" };
  assert.throws(() => assess(person, { onProgress: () => (told += 1) < 3 }), stopped);
  assert.equal(told, 3);
  const own = new Error("mine");
  assert.throws(() => assess(person, { onProgress: () => { throw own; } }), (error) => error === own);
  assert.equal(assess(person, quick).schema_version, 1);
});

test("a signal stops before a call, and within it where a callback aborts it", () => {
  const reason = new Error("enough");
  let told = 0;
  const count = () => { told += 1; };
  assert.throws(() => assess(person, { signal: AbortSignal.abort(reason), onProgress: count }), (error) => error === reason);
  assert.equal(told, 0);
  // This one has no steps after which it could look.
  assert.throws(() => expand(person, { signal: AbortSignal.abort(reason) }), (error) => error === reason);
  const controller = new AbortController();
  const abort = () => { told += 1; controller.abort(reason); };
  assert.throws(() => assess(person, { signal: controller.signal, onProgress: abort }), (error) => error === reason);
  assert.equal(told, 1);
  assert.equal(assess(person, { ...quick, signal: new AbortController().signal }).schema_version, 1);
});

test("another thread stops a call by a flag", async () => {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const code = `
    const { parentPort, workerData } = require("node:worker_threads");
    import(workerData.path).then(async ({ init, assess }) => {
      await init();
      parentPort.postMessage("begins");
      try {
        assess(workerData.person, { scenarios: 2 ** 20, totals: true, flips: true, stop: workerData.stop });
        parentPort.postMessage("was not stopped");
      } catch (error) {
        parentPort.postMessage(error.kind);
      }
    });`;
  const workerData = { path: join(folder, "node.js"), person, stop };
  const worker = new Worker(code, { eval: true, workerData });
  const said = [];
  await new Promise((done, failed) => {
    worker.on("error", failed);
    worker.on("message", (message) => {
      said.push(message);
      if (message === "begins") setTimeout(() => Atomics.store(stop, 0, 1), 200);
      else done();
    });
  });
  await worker.terminate();
  assert.deepEqual(said, ["begins", "stopped"]);
});

test("a callback may call the library", () => {
  const plan = new Plan(person);
  let inner;
  const answer = plan.assess({ ...quick, onProgress: () => { inner = plan.assess(quick); } });
  assert.deepEqual(inner, answer);
  plan.free();
});

test("every schema is there as a file and by its name", async () => {
  const committed = readdirSync(join(root, "crates/worthwhile/schema"));
  for (const file of committed) {
    const text = readFileSync(join(folder, "schema", file), "utf8");
    assert.equal(text, readFileSync(join(root, "crates/worthwhile/schema", file), "utf8"), file);
    assert.deepEqual(await schema(file.replace(/\.json$/, "")), JSON.parse(text));
  }
});

test("answers that take more memory than is kept at once are those of the library", () => {
  // More columns than half of the most memory holds: computed in parts.
  const pursuits = Array.from({ length: 12 }, (_, at) => ({ id: `p${at}`, preset: "rest" }));
  const answer = assess({ ...person, pursuits }, { scenarios: 2 ** 18, levers: false });
  assert.equal(answer.engine.scenarios, 2 ** 18);
});

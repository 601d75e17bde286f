// Every vector in Node.js: the bytes of the library.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { hold, lines } from "./expected.mjs";
import { root, worthwhile } from "./package.mjs";

const folder = join(root, "target/js/vectors");
const all = lines(readFileSync(join(folder, "index"), "utf8"));

await worthwhile.init();

test("every vector has the bytes of the library", async (t) => {
  assert(all.length > 500, `only ${all.length}`);
  for (const line of all) {
    const part = (ending) => new Uint8Array(readFileSync(join(folder, `${line.number}.${ending}`)));
    const parts = { in: part("in"), options: part("options"), out: part("out") };
    if (line.isRefused) parts.told = part("told");
    await t.test(`${line.call} ${line.name}`, () => hold(worthwhile, line, parts));
  }
});

// The worker of the page: the vectors, or a computation that would take minutes.
import * as worthwhile from "/package/index.js";

import { hold, lines } from "./expected.mjs";

const bytes = async (path) => new Uint8Array(await (await fetch(`/vectors/${path}`)).arrayBuffer());

addEventListener("message", async ({ data }) => {
  await worthwhile.init();
  postMessage(data.ask === "vectors" ? await vectors() : long(data));
});

async function vectors() {
  const all = lines(new TextDecoder().decode(await bytes("index")));
  const failed = [];
  let held = 0;
  for (const line of all) {
    const [input, options, out] = await Promise.all(["in", "options", "out"].map((ending) => bytes(`${line.number}.${ending}`)));
    const parts = { in: input, options, out };
    if (line.isRefused) parts.told = await bytes(`${line.number}.told`);
    try {
      await hold(worthwhile, line, parts);
      held += 1;
    } catch (error) {
      failed.push(`${line.call} ${line.name}: ${error.message}`);
    }
  }
  return { held, failed };
}

function long({ person, stop }) {
  postMessage("begins");
  try {
    worthwhile.assess(person, { scenarios: 2 ** 20, totals: true, flips: true, stop });
    return "was not stopped";
  } catch (error) {
    return error.kind;
  }
}

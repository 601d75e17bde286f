import { readFile } from "node:fs/promises";

import { begin } from "./begin.js";
import { read } from "./schemas.js";

export * from "./shared.js";

const wasm = () => new URL("./worthwhile_bg.wasm", import.meta.url);
const isFile = (from) => from instanceof URL && from.protocol === "file:";

// Node.js does not fetch files.
export const init = (from = wasm()) => begin(isFile(from) ? () => readFile(from) : from);

export const schema = (name) => read(name, async (url) => JSON.parse(await readFile(url, "utf8")));

import { begin } from "./begin.js";
import { read } from "./schemas.js";

export * from "./shared.js";

// In a bundle these two name the files that the bundler puts beside it.
const wasm = () => new URL("./worthwhile_bg.wasm", import.meta.url);

export const init = (from) => begin(from ?? wasm());

export const schema = (name) => read(name, async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return response.json();
});

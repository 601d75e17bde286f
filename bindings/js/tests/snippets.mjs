// The examples of the documentation: fenced code in Markdown and in comments, each a module of its own.
import { readFileSync } from "node:fs";

/** What an example prints stands in comments: at the end of the line that prints it, or in lines of their own. */
function example(code) {
  const said = [];
  for (const line of code.split("\n")) {
    const alone = line.match(/^\/\/ (.+)$/);
    const beside = line.match(/console\.log\(.*\/\/ (.+)$/);
    if (alone && !/^\w+\.js$/.test(alone[1])) said.push(alone[1]);
    else if (beside) said.push(beside[1]);
  }
  return { code, said };
}

/** Those of a page, by a name for each. */
export function examples(path, name) {
  const found = [...readFileSync(path, "utf8").matchAll(/^```ts\n([^]*?)^```$/gm)];
  return Object.fromEntries(found.map(([, code], at) => [`${name}_${at}`, example(code)]));
}

/** Those in the comments of declarations. */
export function blocks(path, name) {
  const found = [...readFileSync(path, "utf8").matchAll(/^ *\* ```ts\n([^]*?)^ *\* ```$/gm)];
  return Object.fromEntries(found.map(([, code], at) => [`${name}_${at}`, example(code.replace(/^ *\* ?/gm, ""))]));
}

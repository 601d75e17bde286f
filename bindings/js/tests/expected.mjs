// What every surface has to say, as `cargo dev c-vectors` writes it, and whether this one says it: byte for
// byte. It runs in Node.js and in a browser.

const utf8 = new TextDecoder();
const json = (bytes) => JSON.parse(utf8.decode(bytes));

/** The lines of the index: call, status, name. */
export function lines(index) {
  return index.trim().split("\n").map((line, number) => {
    const [call, status, ...name] = line.split(" ");
    return { number, call, isRefused: status !== "0", name: name.join(" ") };
  });
}

/**
 * Puts one line to the package. `parts` are the bytes of its files by their endings. Throws a sentence where
 * something differs.
 */
export async function hold(worthwhile, line, parts) {
  const text = utf8.decode(parts.in);
  let said;
  try {
    said = await put(worthwhile, line.call, text, parts);
  } catch (error) {
    if (!(error instanceof worthwhile.WorthwhileError)) throw error;
    return refused(worthwhile, line, parts, error);
  }
  if (said.refused) return rowsRefused(line, parts, said);
  if (line.isRefused) throw new Error("it answered, and should have refused");
  same(said, utf8.decode(parts.out), parts.out);
  if (said.bytes) return undefined;
  if (["assess", "check", "expand", "ask"].includes(line.call)) {
    same(put(worthwhile, line.call, parts.in, parts), utf8.decode(parts.out));
    const object = read(text);
    // An object has each key once, and no number beyond the largest. One that is too large is not written out.
    const isSmall = text.length < 2 ** 22;
    if (isSmall && isPlain(text, object)) same(put(worthwhile, line.call, object, parts), utf8.decode(parts.out));
  }
  return undefined;
}

function put(worthwhile, call, input, parts) {
  const options = parts.options.length > 0 && call !== "compare" && call !== "rows" ? json(parts.options) : undefined;
  switch (call) {
    case "assess":
    case "check":
    case "expand":
    case "ask":
      return worthwhile.call(call, { case: input }, options);
    case "compare":
      return worthwhile.call("compare", { case: input, other: parts.options }, undefined);
    case "presets":
      return worthwhile.call("presets", input === "" ? {} : { name: input });
    case "schema":
      return worthwhile.schema(input).then((schema) => `${JSON.stringify(schema, null, 2)}\n`);
    case "plan_json":
      return planned(worthwhile, input, (plan) => ({ document: plan.assess(options) }));
    case "plan_text":
      return planned(worthwhile, input, (plan) => plan.toText(options));
    case "rows":
      return planned(worthwhile, input, (plan) => ofRows(plan, parts.options));
    default:
      throw new Error(`no one knows how to call ${call}`);
  }
}

function planned(worthwhile, input, ask) {
  const plan = new worthwhile.Plan(input);
  try {
    return ask(plan);
  } finally {
    plan.free();
  }
}

function ofRows(plan, bytes) {
  // A copy, since doubles have to begin at a multiple of 8.
  const figures = plan.evaluate(new Float64Array(bytes.slice().buffer));
  if (figures.refused > 0) return figures;
  const columns = Object.values(figures.columns);
  const numbers = new Float64Array(columns.length * (columns[0]?.length ?? 0));
  columns.forEach((column, at) => column.forEach((number, row) => (numbers[row * columns.length + at] = number)));
  return { bytes: new Uint8Array(numbers.buffer) };
}

/** Text is compared as it is, a document of values by its numbers, and numbers by their bits. */
function same(said, expected, bytes) {
  if (typeof said === "string") {
    if (said !== expected) throw new Error(`it says\n${near(said, expected)}\nand not\n${near(expected, said)}`);
  } else if (said.bytes) {
    const isSame = said.bytes.length === bytes.length && said.bytes.every((byte, at) => byte === bytes[at]);
    if (!isSame) throw new Error("the numbers are others");
  } else {
    same(JSON.stringify(said.document), JSON.stringify(JSON.parse(expected)));
  }
}

/** The place where two texts part. */
function near(text, other) {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  return text.slice(Math.max(0, at - 60), at + 120);
}

function refused(worthwhile, line, parts, error) {
  if (!line.isRefused) throw error;
  const told = utf8.decode(parts.told);
  const [listed] = told.split(/\n(?=[^\n]*\t)/);
  if (line.call === "schema") {
    // No edit distance is computed for a file: the names are told all the same.
    if (error.kind !== "not_found") throw error;
    return;
  }
  const { problems } = json(parts.out);
  if (problems.length === 0) {
    same(error.message, listed.replace(/\n$/, ""));
    if (error.kind !== "not_found") throw new Error(`it is ${error.kind}`);
  } else {
    if (!(error instanceof worthwhile.ValidationError)) throw error;
    same(JSON.stringify(error.problems), JSON.stringify(problems));
    if (!told.startsWith(error.message.replaceAll("\0", "\ufffd"))) throw new Error(`the message is ${error.message}`);
  }
}

/** The problems of rows have the row in their path elsewhere, where there is but one list of problems. */
function rowsRefused(line, parts, figures) {
  if (!line.isRefused) throw new Error("rows were refused");
  const { problems } = json(parts.out);
  const found = figures.problems.map(({ row, problem }) => ({ ...problem, path: `/${row}${problem.path}` }));
  same(JSON.stringify(found), JSON.stringify(problems));
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether an object says the same as the text that it was read from. */
function isPlain(text, object) {
  if (typeof object !== "object" || object === null || Array.isArray(object)) return false;
  const keys = (value) => value === null || typeof value !== "object" ? 0
    : Object.values(value).reduce((sum, part) => sum + keys(part), Array.isArray(value) ? 0 : Object.keys(value).length);
  const isFinite = (value) => typeof value === "number" ? Number.isFinite(value)
    : value === null || typeof value !== "object" || Object.values(value).every(isFinite);
  return keys(object) === (text.match(/"(?:[^"\\]|\\.)*"\s*:/g) ?? []).length && isFinite(object);
}

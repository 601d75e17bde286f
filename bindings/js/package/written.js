// What the library reads is JSON. JSON.stringify turns what JSON cannot hold into null or leaves it out, so
// that a number would be lost without a word. Here each such value is found, with its pointer.

const TOO_DEEP = "too_deep";
const WRONG_TYPE = "wrong_type";
const MAX_FINDINGS = 101;

/** JSON of a value, or a list of findings: path, code, sentence. Keys of the value may be paths themselves. */
export function written(value, isByPath, maxDepth, maxLength) {
  const writer = new Writer(maxDepth, maxLength);
  writer.value(value, "", 0, isByPath);
  return writer.findings.length > 0 ? writer.findings : writer.text;
}

class Writer {
  constructor(maxDepth, maxLength) {
    this.maxDepth = maxDepth;
    this.maxLength = maxLength;
    this.text = "";
    this.findings = [];
    this.isTooDeep = false;
  }

  found(path, code, sentence) {
    if (this.findings.length < MAX_FINDINGS) this.findings.push([path, code, sentence]);
  }

  value(value, path, depth, isByPath = false) {
    switch (typeof value) {
      case "string":
        if (bytesOf(value) === undefined) {
          this.found(path, "invalid_json", "the string has half of a surrogate pair, which is not a character");
        }
        this.text += JSON.stringify(value);
        break;
      case "number":
        if (!Number.isFinite(value)) this.found(path, "not_finite", `\`${value}\` is not a finite number`);
        this.text += JSON.stringify(value);
        break;
      case "boolean":
        this.text += value;
        break;
      case "object":
        if (value === null) this.text += "null";
        else if (Array.isArray(value)) this.list(value, path, depth);
        else this.object(value, path, depth, isByPath);
        break;
      default:
        this.found(path, WRONG_TYPE, `JSON cannot hold ${typeof value}`);
    }
  }

  list(list, path, depth) {
    let separator = "[";
    // By place: a list with holes has undefined there.
    for (let at = 0; at < list.length && !this.isAtItsLimits(path, depth); at += 1) {
      this.text += separator;
      separator = ",";
      this.value(list[at], `${path}/${at}`, depth + 1);
    }
    this.text += separator === "[" ? "[]" : "]";
  }

  object(object, path, depth, isByPath) {
    const kind = Object.prototype.toString.call(object);
    if (kind !== "[object Object]") {
      this.found(path, WRONG_TYPE, `JSON cannot hold ${kind.slice(8, -1)}`);
      return;
    }
    let separator = "{";
    for (const key of Object.keys(object)) {
      if (this.isAtItsLimits(path, depth)) break;
      const value = object[key];
      // A member that is undefined is one that is not there.
      if (value === undefined) continue;
      const at = isByPath ? key : `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (bytesOf(key) === undefined) this.found(path, "invalid_json", "a key has half of a surrogate pair");
      this.text += `${separator}${JSON.stringify(key)}:`;
      separator = ",";
      this.value(value, at, depth + 1);
    }
    this.text += separator === "{" ? "{}" : "}";
  }

  /** Something that contains itself would go on forever in depth, something that shares its parts in breadth. */
  isAtItsLimits(path, depth) {
    if (depth >= this.maxDepth && !this.isTooDeep) {
      this.isTooDeep = true;
      this.found(path, TOO_DEEP, `nested more than ${this.maxDepth} levels deep, or inside itself`);
    }
    return this.isTooDeep || this.text.length > this.maxLength;
  }
}

/** How many bytes a text takes in UTF-8; undefined where half of a character stands alone in it. */
export function bytesOf(text) {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    if (unit < 0x800) {
      bytes += 1;
      continue;
    }
    bytes += 2;
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = text.charCodeAt(at + 1);
    if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return undefined;
    // Two units are four bytes.
    at += 1;
  }
  return bytes;
}

/** A copy of an object without some of its members. */
export function without(object, names) {
  if (Object.prototype.toString.call(object) !== "[object Object]") return object;
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** The numbers of a column; what is missing becomes NaN. */
export function numbers(column) {
  if (column instanceof Float64Array) return column;
  if (typeof column !== "object" || column === null || typeof column.length !== "number") {
    throw new TypeError("a column is an array of numbers");
  }
  return Float64Array.from(column, (number) => {
    if (typeof number === "number") return number;
    if (number === null || number === undefined) return Number.NaN;
    throw new TypeError(`a column has numbers, not ${typeof number}`);
  });
}

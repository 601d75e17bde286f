// The package as a stranger gets it: packed, installed into an empty project, typed, bundled.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { publint } from "publint";
import { formatMessage } from "publint/utils";
import ts from "typescript";

import { folder, root } from "./package.mjs";
import { blocks, examples } from "./snippets.mjs";

const own = join(root, "bindings/js");
const bin = (name) => join(own, "node_modules/.bin", name);
const programs = join(root, "tests/schema-tools/.venv/bin");
const npm = join(programs, "npm");
const project = mkdtempSync(join(tmpdir(), "worthwhile-js-"));
after(() => rmSync(project, { recursive: true, force: true }));
const env = { ...process.env, PATH: `${programs}:${process.env.PATH}` };
const run = (program, args, cwd = project) => {
  try {
    return execFileSync(program, args, { cwd, env, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    throw new Error(`${program} ${args.join(" ")}\n${error.stdout}\n${error.stderr}`);
  }
};

// The tarball, and an empty project that it is installed into.
const packed = JSON.parse(run(npm, ["pack", "--json", "--pack-destination", project], folder))[0];
writeFileSync(join(project, "package.json"), JSON.stringify({ name: "empty", private: true, type: "module" }));
run(npm, ["install", "--offline", "--no-audit", "--no-fund", join(project, packed.filename)]);
const installed = join(project, "node_modules/worthwhile");

test("the package has what it needs, with the licenses, and nothing else", () => {
  const schemas = readdirSync(join(root, "crates/worthwhile/schema")).map((name) => `schema/${name}`);
  const made = packed.files.map(({ path }) => path);
  const tools = made.filter((path) => path.startsWith("schema/tool."));
  assert.deepEqual(made.sort(), [
    "LICENSE-APACHE", "LICENSE-JOE-KUO", "LICENSE-MIT", "README.md", "begin.js", "documents.d.ts", "errors.d.ts",
    "errors.js", "index.d.ts", "index.js", "node.js", "options.d.ts", "package.json", ...schemas, ...tools, "schemas.d.ts",
    "schemas.js", "shared.js", "watch.js", "worthwhile.d.ts", "worthwhile.js", "worthwhile_bg.wasm", "written.js",
  ].sort());
  for (const name of ["LICENSE-APACHE", "LICENSE-JOE-KUO", "LICENSE-MIT"]) {
    assert.equal(readFileSync(join(installed, name), "utf8"), readFileSync(join(root, name), "utf8"));
  }
  const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  const workspace = readFileSync(join(root, "Cargo.toml"), "utf8");
  assert(workspace.includes(`\nversion = "${manifest.version}"\n`));
  const repository = workspace.match(/\nrepository = "(.*)"/)[1];
  assert.equal(manifest.repository.url, `git+${repository}.git`);
  assert.equal(manifest.license, "(MIT OR Apache-2.0) AND BSD-3-Clause");
  assert(!("dependencies" in manifest) && !("scripts" in manifest));
});

/** Bytes of module and scripts, compressed: what README.md says, and a little more. */
const MOST = 600_000;

test("the module is small", (t) => {
  const wasm = readFileSync(join(installed, "worthwhile_bg.wasm"));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
  const brotli = brotliCompressSync(wasm, { params }).length;
  const code = readdirSync(installed).filter((name) => name.endsWith(".js"));
  const scripts = code.reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(installed, name))).length, 0);
  t.diagnostic(`module ${wasm.length} bytes, gzip ${gzipSync(wasm, { level: 9 }).length}, brotli ${brotli}; scripts ${scripts}`);
  assert(brotli + scripts <= MOST, `${brotli} + ${scripts}`);
});

test("nothing in it evaluates text as code", () => {
  for (const name of readdirSync(installed).filter((name) => name.endsWith(".js"))) {
    const code = readFileSync(join(installed, name), "utf8");
    assert(!/\beval\b|new Function|\bFunction\(|https?:/.test(code), name);
  }
});

test("publint has nothing to say", async () => {
  const { messages, pkg } = await publint({ pkgDir: installed, strict: true, pack: false });
  assert.deepEqual(messages.map((message) => formatMessage(message, pkg)), []);
});

test("the types are not wrong", () => {
  run(bin("attw"), [
    join(project, packed.filename), "--profile", "esm-only", "--exclude-entrypoints", "./worthwhile_bg.wasm",
  ], own);
});

/** What the compiler says of some files, in a project of its own with every check, those of the package's types too. */
function complaints(files, options) {
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(project, name), text);
    return join(project, name);
  });
  const program = ts.createProgram(paths, {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
    types: [],
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    ...options,
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file, start }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName}:${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

const NODE = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
const BUNDLER = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };

test("README and documentation are well typed", () => {
  const all = { ...examples(join(own, "README.md"), "readme"), ...blocks(join(installed, "worthwhile.d.ts"), "types") };
  assert(Object.keys(all).length > 12, Object.keys(all).join());
  const files = Object.fromEntries(Object.entries(all).map(([name, { code }]) => [`${name}.ts`, code]));
  assert.deepEqual(complaints(files, NODE), []);
  assert.deepEqual(complaints(files, BUNDLER), []);
});

test("a wrong case is a wrong type", () => {
  const code = (person, more = "") => `
    import { assess, init } from "worthwhile";
    await init();
    assess({ schema_version: 1, person: ${person}, pursuits: [{ preset: "rest" }]${more} });`;
  const good = '{ motivations: { learning: 7 }, time: { free_hours_per_week: 10 } }';
  const wrong = {
    "good.ts": code(good),
    "key.ts": code('{ motivations: { lerning: 7 }, time: { free_hours_per_week: 10 } }'),
    "missing.ts": code("{ motivations: { learning: 7 } }"),
    "kind.ts": code('{ motivations: { learning: "7" }, time: { free_hours_per_week: 10 } }'),
    "option.ts": `${code(good)}\nassess("{}", { scenario: 64 });`,
    "before.ts": 'import { assess } from "worthwhile";\nconst hours: string = assess("{}").question.hours;',
  };
  const found = complaints(wrong, NODE).map((line) => line.match(/(\w+)\.ts:/)[1]);
  assert.deepEqual([...new Set(found)].sort(), ["before", "key", "kind", "missing", "option"]);
});

for (const [name, { code, said }] of Object.entries({
  ...examples(join(own, "README.md"), "readme"),
  ...blocks(join(installed, "worthwhile.d.ts"), "types"),
})) {
  test(`${name} says what it promises`, () => {
    const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } });
    writeFileSync(join(project, `${name}.mjs`), outputText);
    const told = run(process.execPath, [`${name}.mjs`]).trimEnd().split("\n");
    for (const line of said) assert(told.includes(line), `${line}\nis not among\n${told.join("\n")}`);
  });
}

test("every public function has an example that is run", () => {
  const types = readFileSync(join(installed, "worthwhile.d.ts"), "utf8");
  const readme = readFileSync(join(own, "README.md"), "utf8");
  const names = [...types.matchAll(/^export function (\w+)\(/gm)].map(([, name]) => name);
  assert(names.length >= 9, names.join());
  const run = [...Object.values(examples(join(own, "README.md"), "readme")), ...Object.values(blocks(join(installed, "worthwhile.d.ts"), "types"))];
  for (const name of names.filter((name) => !["initSync"].includes(name))) {
    assert(readme.includes(name) || run.some(({ code }) => code.includes(`${name}(`)), name);
  }
});

// What a page does with the package, for those that bundle it.
const PAGE = (load) => `
import { assess, init, schema } from "worthwhile";
${load}
const { question } = assess({
  schema_version: 1,
  person: { motivations: { learning: 7 }, time: { free_hours_per_week: 10 } },
  pursuits: [{ preset: "certification" }],
});
globalThis.told = question.verdict;
document.title = question.verdict;
`;
const bundles = join(root, "target/js/bundles");

test("Vite, webpack and esbuild bundle it", async () => {
  rmSync(bundles, { recursive: true, force: true });
  mkdirSync(bundles, { recursive: true });
  const html = '<!DOCTYPE html><meta charset="utf-8"><title>waiting</title><script type="module" src="./page.js"></script>';
  const usual = PAGE("await init();");
  const byPath = PAGE('import wasm from "worthwhile/worthwhile_bg.wasm";\nawait init(new URL(wasm, import.meta.url));');
  const source = (name, code) => {
    const at = join(project, name);
    mkdirSync(at, { recursive: true });
    writeFileSync(join(at, "page.js"), code);
    writeFileSync(join(at, "index.html"), html);
    return at;
  };
  const { build } = await import("vite");
  await build({
    root: source("vite", usual), base: "./", logLevel: "error", configFile: false,
    build: { outDir: join(bundles, "vite"), emptyOutDir: true, target: "es2022" },
  });
  const { default: webpack } = await import("webpack");
  const packed = await new Promise((done, failed) => webpack({
    mode: "production", context: source("webpack", usual), entry: "./page.js",
    output: { path: join(bundles, "webpack"), filename: "page.js", module: true, publicPath: "auto" },
    experiments: { outputModule: true },
    performance: { hints: false },
  }).run((error, stats) => (error ? failed(error) : done(stats))));
  assert.deepEqual(packed.toJson().errors.concat(packed.toJson().warnings).map(({ message }) => message), []);
  writeFileSync(join(bundles, "webpack/index.html"), html);
  const esbuild = await import("esbuild");
  await esbuild.build({
    entryPoints: [join(source("esbuild", byPath), "page.js")], bundle: true, format: "esm", logLevel: "error",
    outdir: join(bundles, "esbuild"), loader: { ".wasm": "file" },
  });
  writeFileSync(join(bundles, "esbuild/index.html"), html);
  for (const name of ["vite", "webpack", "esbuild"]) {
    const files = readdirSync(join(bundles, name), { recursive: true }).map(String);
    assert(files.some((path) => path.endsWith(".wasm")), `${name}: ${files}`);
  }
});

// Runs the tools of JavaScript over the committed schemas and the documents of the vectors.
//
// Usage: node tools.mjs FOLDER, with cases/ and assessments/ in the folder.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import Ajv2020 from 'ajv/dist/2020.js';
import { compile } from 'json-schema-to-typescript';
import { jsonSchemaToZod } from 'json-schema-to-zod';
import openapiTS, { astToString } from 'openapi-typescript';
import { FetchingJSONSchemaStore, InputData, JSONSchemaInput, quicktype } from 'quicktype-core';
import ts from 'typescript';

const here = import.meta.dirname;
const folder = process.argv[2];
const schemas = join(here, '../../crates/worthwhile/schema');
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const version = (name) => read(join(here, 'node_modules', name, 'package.json')).version;
const contracts = [
  ['Case', 'case', documents('cases')],
  ['Assessment', 'assessment', documents('assessments')],
];

function documents(kind) {
  const inside = join(folder, kind);
  // JavaScript writes -0 as 0, so it is no loss of a type that it comes back so.
  const plain = (document) => JSON.parse(JSON.stringify(document));
  return readdirSync(inside).map((name) => [name, plain(read(join(inside, name)))]);
}

async function tool(name, run) {
  const start = performance.now();
  const said = await run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name}: ${said} (${seconds} s)`);
}

// What people would have to read past: types that say nothing, and names that a generator made up.
// Gives the number of types that are declared.
function isClean(name, code, least = 20) {
  const plain = code.replace(/"(?:\\.|[^"\\])*"|`[^`]*`|\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const types = [...plain.matchAll(/\b(?:interface|type|class|enum|struct)\s+(\w+)/g)];
  assert(types.length >= least, `${name}: ${types.length} types`);
  assert.deepEqual(types.map((found) => found[1]).filter((type) => /\d/.test(type)), [], name);
  assert.equal(code.match(/\bOption ?\d/)?.[0], undefined, name);
  // Nothing is known of the further fields of an open object, and of what a problem speaks of.
  const known = plain.replace(/(: string\]|\b(allowed|found|suggestion)\?): unknown;/g, '')
    // A field of that name is none of that type.
    .replace(/\b(any|unknown)\??:/g, '');
  const empty = known.match(/.*(\bany\b|\bunknown\b|\binterface\s*\{\s*\}).*/);
  assert.equal(empty?.[0], undefined, name);
  return types.length;
}

// Compiles without a file of its own being wrong; gives the number of files.
function strict(paths) {
  const program = ts.createProgram(paths, {
    strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler, skipLibCheck: true, types: [],
  });
  const said = ts.getPreEmitDiagnostics(program);
  const text = ts.formatDiagnostics(said.slice(0, 10), {
    getCanonicalFileName: (name) => name, getCurrentDirectory: () => here, getNewLine: () => '\n',
  });
  assert.equal(said.length, 0, text);
}

// Every document as a constant of its type: a type checker reads them all.
const constants = (title, all) =>
  all.map(([, document], at) => `export const d${at}: ${title} = ${JSON.stringify(document)};`).join('\n');

await tool(`ajv ${version('ajv')}`, () => {
  let count = 0;
  for (const name of ['case', 'assessment', 'case.codegen', 'assessment.codegen', 'case.openai', 'case.anthropic', 'case.gemini']) {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    const validate = ajv.compile(read(join(schemas, `${name}.json`)));
    for (const [title, contract, all] of contracts) {
      if (name !== contract && name !== `${contract}.codegen`) continue;
      for (const [file, document] of all) {
        assert(validate(document), `${title} ${file}: ${ajv.errorsText(validate.errors)}`);
        assert(!validate({ ...document, schema_version: 2 }));
        count += 1;
      }
    }
  }
  return `strict mode compiles 7 schemas, and ${count} documents are valid`;
});

await tool(`json-schema-to-typescript ${version('json-schema-to-typescript')}, tsc ${ts.version}`, async () => {
  const paths = [];
  let types = 0;
  for (const [title, name, all] of contracts) {
    const code = await compile(read(join(schemas, `${name}.codegen.json`)), title, { bannerComment: '', additionalProperties: true });
    types += isClean('json-schema-to-typescript', code);
    paths.push(join(folder, `json2ts_${name}.ts`));
    writeFileSync(paths.at(-1), `${code}\n${constants(title, all)}\n`);
  }
  strict(paths);
  return `${types} types, every document is of its type under --strict`;
});

await tool(`json-schema-to-zod ${version('json-schema-to-zod')}, zod ${version('zod')}`, async () => {
  let count = 0;
  for (const [title, name, all] of contracts) {
    const schema = inlined(read(join(schemas, `${name}.codegen.json`)));
    const code = jsonSchemaToZod(schema, { name: 'schema', module: 'esm' });
    isClean('json-schema-to-zod', code, 0);
    // Written beside this script, so that it finds zod.
    const path = join(here, 'made', `zod_${name}.mjs`);
    writeFileSync(path, code);
    const { schema: parser } = await import(pathToFileURL(path).href);
    for (const [file, document] of all) {
      assert.deepEqual(parser.parse(document), document, `${title} ${file}`);
      assert(!parser.safeParse({ ...document, schema_version: 2 }).success);
      count += 1;
    }
  }
  return `${count} documents come back whole`;
});

// This generator does not follow references.
function inlined(root) {
  const follow = (value) => {
    if (Array.isArray(value)) return value.map(follow);
    if (value === null || typeof value !== 'object') return value;
    if (value.$ref) return follow(root.$defs[value.$ref.split('/').at(-1)]);
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$defs').map(([key, inner]) => [key, follow(inner)]));
  };
  return follow(root);
}

async function generate(title, name, lang, rendererOptions = {}) {
  const input = new JSONSchemaInput(new FetchingJSONSchemaStore());
  await input.addSource({ name: title, schema: readFileSync(join(schemas, `${name}.codegen.json`), 'utf8') });
  const inputData = new InputData();
  inputData.addInput(input);
  const code = (await quicktype({ inputData, lang, rendererOptions })).lines.join('\n');
  // What has no title would be called by a part of the file's name.
  assert(name !== 'case' || /\b(type|enum) Motive\b/.test(code), 'no type is called Motive');
  return code;
}

await tool(`quicktype ${version('quicktype-core')} for TypeScript`, async () => {
  let [types, count] = [0, 0];
  for (const [title, name, all] of contracts) {
    const code = await generate(title, name, 'typescript');
    // What converts takes anything; what it gives does not.
    types += isClean('quicktype', code.split('export class Convert')[0]);
    const path = join(folder, `quicktype_${name}.ts`);
    writeFileSync(path, code);
    strict([path]);
    const script = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } }).outputText;
    writeFileSync(path.replace('.ts', '.mjs'), script);
    const { Convert } = await import(pathToFileURL(path.replace('.ts', '.mjs')).href);
    const [from, to] = [`to${title}`, `${title[0].toLowerCase()}${title.slice(1)}ToJson`];
    for (const [file, document] of all) {
      const back = JSON.parse(Convert[to](Convert[from](JSON.stringify(document))));
      assert.deepEqual(back, document, `${title} ${file}`);
      count += 1;
    }
  }
  return `${types} types, ${count} documents come back whole`;
});

await tool(`quicktype ${version('quicktype-core')} for Go`, async () => {
  let types = 0;
  // A package cannot be called `case`: the language has taken the word.
  for (const [title, name, inside] of [['Case', 'case', 'casefile'], ['Assessment', 'assessment', 'assessment']]) {
    const made = await generate(title, name, 'go', { package: inside, 'omit-empty': true });
    // Go leaves out a list that is empty. Behind a pointer it is written, and an absent one is not.
    const code = made.replace(/(\s)((\[\]|map\[string\])\S+\s+`json:"\w+,omitempty"`)/g, '$1*$2');
    assert.notEqual(code, made);
    // Functions that tell the branches of a union apart take anything; no type does.
    types += isClean('quicktype for Go', code.replace(/^func [\s\S]*?^\}/gm, ''));
    mkdirSync(join(folder, 'go', inside), { recursive: true });
    writeFileSync(join(folder, 'go', inside, 'types.go'), code);
  }
  writeFileSync(join(folder, 'go', 'go.mod'), 'module made\n\ngo 1.19\n');
  const env = { ...process.env, GOCACHE: resolve(folder, 'go-cache'), GOPROXY: 'off', GOTOOLCHAIN: 'local' };
  const go = (...args) => execFileSync(join(here, '.venv/bin/go'), args, { cwd: join(here, 'go'), env, encoding: 'utf8', timeout: 150_000 });
  const [count, compiler] = [go('run', '.', resolve(folder)), go('env', 'GOVERSION')];
  return `${types} types, ${count.trim()} documents come back whole (${compiler.trim()})`;
});

await tool(`openapi-typescript ${version('openapi-typescript')}`, async () => {
  const code = astToString(await openapiTS(pathToFileURL(join(schemas, 'openapi.json'))));
  // One type holds all the others, under their names.
  isClean('openapi-typescript', code, 4);
  const names = [...code.matchAll(/^ {8}(\w+): /gm)].map(([, name]) => name).filter((name) => /^[A-Z]/.test(name));
  assert(names.length > 100 && !names.some((name) => /\d/.test(name)), `${names}`);
  const uses = contracts.map(([title, , all]) => constants(`components['schemas']['${title}']`, all).replaceAll('const d', `const ${title}`));
  const path = join(folder, 'openapi.ts');
  writeFileSync(path, `${code}\n${uses.join('\n')}\n`);
  strict([path]);
  const operations = Object.keys(read(join(schemas, 'openapi.json')).paths);
  return `types for ${operations.join(', ')}, every document is of its type under --strict`;
});

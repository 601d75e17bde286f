// Writes the declarations of the documents, from the schemas: `node documents.mjs SCHEMAS OUT`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { compile } from 'json-schema-to-typescript';

const [schemas, out] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(join(schemas, `${name}.json`), 'utf8'));

// The contracts in the profile for generators, whose parts have names, and what has no profile.
const documents = ['case.codegen', 'assessment.codegen', 'comparison', 'interview', 'questions'].map(read);
const problems = read('openapi').components.schemas;
const defs = {};

/** The same type in several schemas is one. What they say of it may differ, what it is may not. */
function add(name, schema) {
  const known = defs[name];
  if (known === undefined) defs[name] = schema;
  else if (shape(known) !== shape(schema)) throw new Error(`two schemas have a type ${name}, and they differ`);
}

function shape(schema) {
  const words = new Set(['description', 'title', '$comment', 'examples']);
  const plain = (value, isMap = false) => {
    if (Array.isArray(value)) return value.map((part) => plain(part));
    if (value === null || typeof value !== 'object') return value;
    const kept = Object.entries(value).filter(([key, part]) => {
      const isEmpty = key === 'properties' && Object.keys(part).length === 0;
      return isMap || !(words.has(key) || isEmpty);
    });
    return Object.fromEntries(kept.sort().map(([key, part]) => [key, plain(part, key === 'properties')]));
  };
  return JSON.stringify(plain(schema));
}

for (const { $defs, $schema, $id, ...document } of documents) {
  for (const [name, schema] of Object.entries($defs)) add(name, schema);
  add(document.title, document);
}
for (const name of ['Problem', 'ProblemData', 'Problems', 'Severity']) {
  add(name, JSON.parse(JSON.stringify(problems[name]).replaceAll('#/components/schemas/', '#/$defs/')));
}
// Every type has its name as title, so that it is called so wherever it stands.
for (const [name, schema] of Object.entries(defs)) schema.title = name;

// Its schema says `object`, so that each document has a schema of its own. Here it has a name.
defs.Questions.properties.case = { $ref: '#/$defs/Case' };

/** What stands beside a reference would make a numbered copy of the type. */
function bare(value) {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== 'object') return value;
  if (typeof value.$ref === 'string') return { $ref: value.$ref };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, bare(part)]));
}

const root = {
  title: 'Documents',
  type: 'object',
  additionalProperties: false,
  required: Object.keys(defs),
  properties: Object.fromEntries(Object.keys(defs).map((name) => [name, { $ref: `#/$defs/${name}` }])),
  $defs: bare(defs),
};
let code = await compile(root, 'Documents', {
  additionalProperties: true,
  bannerComment: '// Made from the schemas of the documents by `cargo dev js`.',
  enableConstEnums: false,
  style: { printWidth: 120, singleQuote: false },
});
// What held them together is no type of ours.
code = code.replace(/\[(`[^`]+`)\]\(crate::[^)]*\)/g, '$1').replace(/export interface Documents \{[^]*?\n\}\n/, '');
if (/\bany\b(?=[;[\]])|\b[A-Z]\w*\d\b/.test(code.replace(/\/\*\*[^]*?\*\//g, ''))) {
  throw new Error('a generated type has a number in its name, or is any');
}
writeFileSync(out, code);

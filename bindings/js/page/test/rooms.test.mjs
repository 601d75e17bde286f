// Rooms one way: what a file imports stands in the same room or in one below.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

const source = join(import.meta.dirname, '../src');
/** The ground first. */
const ROOMS = ['documents', 'words', 'numbers', 'case', 'worker', 'state', 'charts', 'form', 'answer', 'frame', 'main'];

const files = readdirSync(source, { recursive: true }).filter((name) => /\.tsx?$/.test(name));
const room = (path) => path.split('/')[0].replace(/\.tsx?$/, '');
const imports = (name) => [...readFileSync(join(source, name), 'utf8').matchAll(/from '(\.[^']+)'/g)]
  .map(([, path]) => relative(source, join(source, dirname(name), path)));

test('rooms know only those below them', () => {
  assert(files.length > 30);
  const up = files.flatMap((name) => imports(name)
    .filter((path) => ROOMS.indexOf(room(path)) > ROOMS.indexOf(room(name)) || !ROOMS.includes(room(path)))
    .map((path) => `${name} imports ${path}`));
  assert.deepEqual(up, []);
});

test('no files import each other in a circle', () => {
  const whole = (path) => files.find((name) => name.replace(/\.tsx?$/, '') === path);
  const open = new Set();
  const done = new Set();
  const visit = (name, trail) => {
    assert(!open.has(name), `${[...trail, name].join(' -> ')}`);
    if (done.has(name)) return;
    open.add(name);
    imports(name).map(whole).filter(Boolean).forEach((other) => visit(other, [...trail, name]));
    open.delete(name);
    done.add(name);
  };
  files.forEach((name) => visit(name, []));
});

test('every word of the page is in one file', () => {
  // Text between tags, and names for screen readers, come from `words`.
  const found = files.filter((name) => name.endsWith('.tsx')).flatMap((name) => {
    const text = readFileSync(join(source, name), 'utf8');
    const tags = [...text.matchAll(/[>}]([^<>{}\n]*[A-Za-z]{3,}[^<>{}\n]*)[<{]/g)].map(([, own]) => own.trim())
      .filter((own) => !['catch', 'else', 'finally'].includes(own));
    const lines = [...text.matchAll(/^ *([A-Z][a-z]* [A-Za-z ,.:!?]+)$/gm)].map(([, own]) => own);
    const labels = [...text.matchAll(/(?:aria-label|placeholder|title|alt)="([^"]*)"/g)].map(([, own]) => own);
    const isWords = (own) => /^[A-Za-z ,.:!?'’-]+$/.test(own);
    return [...tags.filter(isWords), ...lines, ...labels].map((own) => `${name}: ${own}`);
  });
  assert.deepEqual(found, []);
});

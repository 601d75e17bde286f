// Runs all tests of the page in a browser, one file after the other.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.mjs')).sort();
const given = process.argv.slice(2);
const wanted = files.filter((name) => given.length === 0 || given.some((own) => name.startsWith(own)));
const done = spawnSync(
  process.execPath,
  ['--test', '--test-concurrency=1', '--test-timeout=600000', ...wanted.map((name) => join(import.meta.dirname, name))],
  { stdio: 'inherit' },
);
process.exitCode = done.status ?? 1;

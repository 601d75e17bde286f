// Looks at reports in a real browser: what axe finds, whether anything is cut off or too wide, and
// what the content security policy stops, in both themes, on a phone, on paper and within a page of
// others.
//
// Usage: node test.mjs FOLDER_OF_REPORTS [CHROMIUM]
//
// The folder has NAME.html, files of their own, and NAME.part, fragments. Pictures of all of them go
// into its folder `seen`, to be looked at.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const onPath = () => process.env.PATH.split(delimiter).map((at) => join(at, 'chromium')).find(existsSync);
const [given, executablePath = onPath()] = process.argv.slice(2);
assert(given, 'usage: node test.mjs FOLDER_OF_REPORTS [CHROMIUM]');
assert(executablePath, 'there is no chromium on the path');
const folder = resolve(given);
const seen = join(folder, 'seen');
mkdirSync(seen, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const args = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

const tooLong = setTimeout(() => {
  console.error('The reports were not looked at within 280 s. It takes about 30 s where nothing is wrong.');
  process.exit(1);
}, 280_000);

const named = (ending) => readdirSync(folder).filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length)).sort();
const reports = named('.html').filter((name) => !name.startsWith('host-'));
assert(reports.length >= 5, `only ${reports.length} reports in ${folder}`);

const browser = await chromium.launch({ executablePath, args, timeout: 60_000 });
try {
  for (const name of reports) {
    for (const colorScheme of ['light', 'dark']) {
      for (const width of [1000, 320]) await looksWell(name, colorScheme, width);
    }
    await prints(name);
  }
  for (const name of named('.part')) await staysInside(name);
  console.log(`${reports.length} reports, in both themes, at 1000 and 320 pixels, and on paper: nothing found`);
} finally {
  await browser.close();
  clearTimeout(tooLong);
}

async function opened(path, options) {
  const context = await browser.newContext({ deviceScaleFactor: 1, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) complaints.push(`asks for ${request.url()}`);
  });
  await page.goto(pathToFileURL(path).href);
  return { context, page, complaints };
}

async function looksWell(name, colorScheme, width) {
  const { context, page, complaints } = await opened(join(folder, `${name}.html`), {
    colorScheme, viewport: { width, height: 900 },
  });
  const what = `${name}, ${colorScheme}, ${width} pixels`;
  await page.screenshot({ path: join(seen, `${name}-${colorScheme}-${width}.png`), fullPage: true });
  assert.deepEqual(await page.evaluate(misplaced), [], what);
  // What is folded has to be well too.
  await page.evaluate(() => document.querySelectorAll('details').forEach((own) => { own.open = true; }));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert(wide <= 0, `${what}: ${wide} pixels too wide`);
  // What the page says of itself, before axe comes in with a script.
  assert.deepEqual(complaints, [], what);
  if (width === 1000) assert.deepEqual(await found(page), [], what);
  await context.close();
}

// The policy forbids scripts of the page; those of a debugger run.
async function found(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return result.violations.map((own) => `${own.id}: ${own.nodes.map((node) => node.html).slice(0, 3).join(' ')}`);
}

// Labels that overlap or leave their frame, and pictures that show nothing.
function misplaced() {
  const all = [];
  for (const svg of document.querySelectorAll('svg.ww-frame')) {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
    texts.forEach(([name, box], at) => {
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
        all.push(`${name} leaves its frame`);
      }
      for (const [other, its] of texts.slice(at + 1)) {
        const apart = box.right <= its.left || its.right <= box.left || box.bottom <= its.top + 4 || its.bottom <= box.top + 4;
        if (!apart) all.push(`${name} is over ${other}`);
      }
    });
    // The dots are one picture in several frames; the last has the axis alone.
    const picture = svg.closest('.ww-dots') ?? svg;
    if (!picture.querySelector('rect, circle, polyline')) all.push('a picture is empty');
    if (frame.width < 60) all.push(`a picture is only ${frame.width} pixels wide`);
  }
  return all;
}

// On paper nothing is wider than the page. The file is there to be looked at.
async function prints(name) {
  const { context, page } = await opened(join(folder, `${name}.html`), { colorScheme: 'dark' });
  for (const format of ['A4', 'Letter']) {
    const paper = await page.pdf({ format, preferCSSPageSize: false });
    assert(paper.length > 5000);
    writeFileSync(join(seen, `${name}-${format}.pdf`), paper);
  }
  await context.close();
}

// In a page of others, a fragment changes nothing that is not its own.
async function staysInside(name) {
  const part = readFileSync(join(folder, `${name}.part`), 'utf8');
  const others = '<h1 class="o">A</h1><h2 class="o">B</h2><p class="o">C</p><ul class="o"><li class="o">D</li></ul>'
    + '<table class="o"><tr><th class="o">E</th><td class="o">F</td></tr></table><svg class="o"><text class="o" y="9">G</text></svg>'
    + '<figure class="o"><figcaption class="o">H</figcaption></figure><details class="o"><summary class="o">I</summary></details><dl class="o"><dt class="o">J</dt></dl>';
  const styles = async (inside) => {
    const path = join(folder, `host-${name}.html`);
    writeFileSync(path, `<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><body><main>${others}${inside}</main>`);
    const { context, page, complaints } = await opened(path, { colorScheme: 'light', viewport: { width: 800, height: 600 } });
    const found = await page.evaluate(() => [...document.querySelectorAll('.o, body, html')].map((own) => {
      const style = getComputedStyle(own);
      return ['color', 'backgroundColor', 'font', 'margin', 'padding', 'border', 'display', 'listStyle', 'fill', 'stroke'].map((key) => style[key]).join('; ');
    }));
    if (inside) await page.screenshot({ path: join(seen, `${name}-part.png`), fullPage: true });
    assert.deepEqual(complaints, []);
    await context.close();
    return found;
  };
  const [alone, together] = [await styles(''), await styles(part + part)];
  assert.deepEqual(together, alone, `${name} changes the page around it`);
}

// A browser, a server of static files, and hands that only press keys.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { basename, delimiter, extname, join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

export const root = resolve(import.meta.dirname, '../../../..');
export const folder = join(root, 'target/page');
const command = resolve(process.env.WORTHWHILE ?? join(root, 'target/page-test/worthwhile'));

const args = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

const TYPES = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm', '.json': 'application/json', '.webmanifest': 'application/manifest+json',
};

/** What the command says. */
export function worthwhile(...given) {
  return execFileSync(command, given, { encoding: 'utf8', maxBuffer: 2 ** 28 });
}

/** Serves the folder on a port of its own, or names the place where the page is served already. */
export async function serve() {
  const elsewhere = process.env.WORTHWHILE_PAGE;
  if (elsewhere) return { url: elsewhere, close: () => undefined };
  assert(existsSync(join(folder, 'index.html')), `there is no page in ${folder}: cargo dev page builds it`);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** A browser and a server, for the tests of one file. */
export async function start() {
  const onPath = process.env.PATH.split(delimiter).map((at) => join(at, 'chromium')).find(existsSync);
  assert(onPath, 'there is no chromium on the path');
  const [server, browser] = await Promise.all([serve(), chromium.launch({ executablePath: onPath, args, timeout: 60_000 })]);
  const stop = async () => {
    await browser.close();
    server.close();
  };
  return { browser, url: server.url, stop };
}

/** The page with a case in it, and the slider of the free hours. */
export async function withSlider(session, file) {
  const { context, page } = await opened(session);
  await openFile(page, file);
  await settled(page);
  await findNumber(page, 'free hours');
  const slider = page.locator('.row input[type=range]').first();
  await slider.waitFor();
  return { context, page, slider };
}

/** The page, once it asks its first question. What goes wrong on it is in `complaints`. */
export async function opened({ browser, url }, { at = '', ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('request', (request) => {
    const own = new URL(request.url());
    if (own.protocol !== 'blob:' && own.origin !== new URL(url).origin) complaints.push(`asks for ${request.url()}`);
  });
  await page.goto(url + at);
  await page.locator('[data-question], .enough').first().waitFor();
  return { context, page, complaints };
}

/** Waits until the answer to what was said last is there with its doubt. */
export async function settled(page) {
  await page.locator('.shown[data-working="false"]').waitFor();
}

/** Presses Tab until this has the focus. */
export async function tabOn(page, control, { most = 900 } = {}) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    const [isThere, isOutside] = await control.evaluate((own) => [own === document.activeElement, document.activeElement === document.body]);
    if (isThere) return;
    // Behind the last control a browser comes round to the first. Without a window it does not.
    if (isOutside && pressed > 0) await page.locator('.skip').focus();
    else await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${control}`);
}

/** Presses Tab until the first element that fits has the focus. */
export const tabTo = (page, selector) => tabOn(page, page.locator(selector).first());

/** Presses a button of the tools by keyboard, in the menu or beside it, or of those to keep or send. */
export async function press(page, name) {
  const button = page.locator('.tools button, .keep button', { hasText: name });
  if (!(await button.isVisible())) {
    await tabTo(page, '.menu summary');
    await page.keyboard.press('Enter');
  }
  await tabOn(page, button);
  await page.keyboard.press('Enter');
}

/** What a download says that pressing a button begins. */
export async function downloaded(page, name) {
  const waiting = page.waitForEvent('download');
  await press(page, name);
  const download = await waiting;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** Opens a file by keyboard. */
export async function openFile(page, file) {
  const waiting = page.waitForEvent('filechooser');
  await press(page, 'Open a file…');
  await (await waiting).setFiles(file);
  await page.locator('.notice', { hasText: basename(file) }).waitFor();
}

/** Looks for a number among all of them, by keyboard. */
export async function findNumber(page, text) {
  const numbers = page.locator('#numbers');
  if (!(await numbers.evaluate((own) => own.open))) {
    await tabTo(page, '#numbers > summary');
    await page.keyboard.press('Enter');
  }
  await tabTo(page, '#numbers input[type=search]');
  await page.keyboard.type(text);
  const isYours = page.getByLabel('Only those that you gave');
  if (await isYours.isChecked()) {
    await tabOn(page, isYours);
    await page.keyboard.press('Space');
  }
}

/** What axe finds. */
export async function violations(page) {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const result = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return result.violations.map((own) => `${own.id}: ${own.nodes.map((node) => node.html).slice(0, 3).join(' ')}`);
}

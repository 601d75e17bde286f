// How it looks: what axe finds in both themes, narrow and large, and what is printed. Pictures go into
// target/page-test/seen, to be looked at.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { findNumber, openFile, opened, press, root, settled, start, violations } from './browser.mjs';
import { answer, reach } from './hands.mjs';

const seen = join(root, 'target/page-test/seen');
mkdirSync(seen, { recursive: true });
const example = join(root, 'crates/worthwhile/examples/mvp.json');

let session;
before(async () => { session = await start(); });
after(() => session.stop());

const tooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

// 200 % zoom of a window of 1280 pixels is one of 640 with pixels twice as large.
const SIZES = [
  ['desktop', { viewport: { width: 1280, height: 900 } }],
  ['phone', { viewport: { width: 390, height: 844 }, hasTouch: true }],
  ['narrow', { viewport: { width: 320, height: 640 } }],
  ['zoomed', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
];

for (const colorScheme of ['light', 'dark']) {
  for (const [size, options] of SIZES) {
    test(`${size}, ${colorScheme}`, async () => {
      const { context, page, complaints } = await opened(session, { colorScheme, ...options });
      const shot = (name) => page.screenshot({ path: join(seen, `${size}-${colorScheme}-${name}.png`), fullPage: true });
      await shot('begin');
      const answers = { about: 'microsoft-mvp', situation: 'new', 'week-job': '38 to 42', 'week-sleep': '7,5' };
      await reach(page, 'week-care', answers);
      await answer(page, 'week-care', '900');
      await page.locator('[data-question="week-care"] .wrong').waitFor();
      await answer(page, 'week-care', '4');
      await reach(page, 'drives', answers);
      await page.locator('[data-question="drives"] .others button').first().click();
      await settled(page);
      await shot('asked');
      assert((await tooWide(page)) <= 0, 'too wide while it asks');
      assert.deepEqual(await violations(page), [], 'while it asks');

      await openFile(page, example);
      await settled(page);
      await page.locator('.levers li button').first().click();
      await page.locator('.trying').waitFor();
      await settled(page);
      await page.locator('.how-much .table summary').click();
      await findNumber(page, 'speaking');
      await page.locator('.row').first().waitFor();
      await shot('answered');
      assert((await tooWide(page)) <= 0, 'too wide with an answer');
      assert.deepEqual(await violations(page), [], 'with an answer');

      await press(page, 'Keep to compare');
      await page.locator('.row input[type=text]').first().fill('3');
      await page.locator('.row input[type=text]').first().press('Enter');
      await page.locator('.compare:not(.is-stale) tbody tr').first().waitFor();
      await shot('compared');
      assert((await tooWide(page)) <= 0, 'too wide with two variants');
      assert.deepEqual(await violations(page), [], 'with two variants');
      // axe adds a style of its own, which the policy of the page stops.
      assert.deepEqual(complaints.filter((text) => !text.includes('axe')), []);
      await context.close();
    });
  }
}

test("the browser's own command to print prints the report too, once it is there", async () => {
  const { context, page } = await opened(session);
  await openFile(page, example);
  await page.waitForFunction(() => performance.getEntriesByName('report').length > 0);
  assert.equal(await page.locator('.printed > *').count(), 0);
  // Without a window no browser prints; this is all that one tells a page of it.
  const printing = () => page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await printing();
  assert.equal(await page.locator('.printed .ww-answer').count(), 1);
  // What is changed afterwards is not printed with the report of before.
  await page.locator('.levers li button').first().click();
  await printing();
  assert.equal(await page.locator('.printed > *').count(), 0);
  await context.close();
});

test('what is printed is the report', async () => {
  const { context, page } = await opened(session);
  await openFile(page, example);
  await settled(page);
  await page.evaluate(() => {
    window.print = () => {
      dispatchEvent(new Event('beforeprint'));
      window.isPrinted = true;
    };
  });
  await press(page, 'Print');
  await page.waitForFunction(() => window.isPrinted);
  await page.emulateMedia({ media: 'print' });
  assert(!(await page.locator('.page').isVisible()), 'the form is not printed');
  assert(await page.locator('.printed .ww-answer').isVisible());
  const answered = await page.locator('.printed .ww-answer').innerText();
  await page.screenshot({ path: join(seen, 'printed.png'), fullPage: true });
  const paper = await page.pdf({ format: 'A4' });
  writeFileSync(join(seen, 'printed.pdf'), paper);
  assert(paper.length > 20_000);
  await page.emulateMedia({ media: 'screen' });
  assert.equal(await page.locator('.verdict .first').innerText(), answered);
  await context.close();
});

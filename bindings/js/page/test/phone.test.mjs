// On a phone: no answer before there is one, and what stands at the foot of the screen.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { findNumber, openFile, opened, root, settled, start } from './browser.mjs';
import { answer, firstAnswer } from './hands.mjs';

const seen = join(root, 'target/page-test/seen');
mkdirSync(seen, { recursive: true });
const example = join(root, 'crates/worthwhile/examples/mvp.json');
const NARROW = { viewport: { width: 320, height: 640 } };
const PHONE = { viewport: { width: 390, height: 844 } };

let session;
before(async () => { session = await start(); });
after(() => session.stop());

/** Whether all of the foot of the screen can be read, in a line or two. */
const foot = (page) => page.locator('.glance').evaluate((own) => ({
  isWhole: own.scrollWidth <= own.clientWidth && [...own.children].every((part) => part.scrollHeight <= part.clientHeight + 1 || getComputedStyle(part).display === 'inline'),
  height: own.offsetHeight,
  text: own.innerText,
}));

test('there is no answer before the interview has what it needs, and it says how far it is', async () => {
  const { context, page } = await opened(session, NARROW);
  assert.match((await foot(page)).text, /answer will be here/);
  await answer(page, 'about', 'book');
  await settled(page);
  assert.equal(await page.locator('.verdict:not(.is-waiting)').count(), 0);
  assert.equal(await page.locator('.levers, .chance, .plans').count(), 0);
  assert.match(await page.locator('.verdict .first').innerText(), /^\d+ more questions? until the first answer$/);
  assert.match(await page.locator('.verdict').innerText(), /Known so far: 1 answer\./);
  const underway = await foot(page);
  assert.match(underway.text, /^First answer in \d+ questions?/);
  assert(underway.isWhole && underway.height < 70, JSON.stringify(underway));
  await page.screenshot({ path: join(seen, 'phone-underway.png'), fullPage: true });
  for (const name of ['Print', 'Save the answer', 'Save a report']) {
    assert(await page.locator('.tools button, .keep button', { hasText: name }).isDisabled(), name);
  }
  await firstAnswer(page, { situation: 'new' });
  assert.match(await page.locator('.verdict .first').innerText(), /^(Yes|No|About even|The work)/);
  await page.evaluate(() => scrollTo(0, 0));
  const first = await foot(page);
  assert.match(first.text, /chance of yes/);
  assert(first.isWhole && first.height < 70, JSON.stringify(first));
  await page.screenshot({ path: join(seen, 'phone-first.png') });
  await context.close();
});

test('a case that was opened is answered at once', async () => {
  const { context, page } = await opened(session, PHONE);
  await openFile(page, example);
  await settled(page);
  assert.match(await page.locator('.verdict .first').innerText(), /^(Yes|No|About even|The work)/);
  await context.close();
});

test('an award is called by its name, and what is recommended is on the curve', async () => {
  const { context, page } = await opened(session, PHONE);
  await openFile(page, join(root, 'crates/worthwhile/examples/book-or-business.json'));
  await settled(page);
  assert.match(await page.locator('.plans').innerText(), /without a publisher/);
  assert.doesNotMatch(await page.locator('.answer').innerText(), /the award/i);
  await openFile(page, example);
  await page.locator('.verdict .question-asked', { hasText: 'MVP' }).waitFor();
  await settled(page);
  // What is done anyway is the least that can be chosen, wherever it stands.
  await findNumber(page, 'anyway');
  await page.locator('.row input[type=text]').first().fill('67');
  await page.locator('.row input[type=text]').first().press('Enter');
  await settled(page);
  const levels = await page.locator('.how-much tbody th').allTextContents();
  assert.equal(levels[0], '67%', levels.join());
  await context.close();
});

test('what is kept or sent is in one place beside the answer, and says what each does', async () => {
  const { context, page } = await opened(session, PHONE);
  await openFile(page, example);
  await settled(page);
  await page.locator('.top').getByRole('link', { name: 'Keep or send' }).click();
  const place = page.locator('.answer .keep');
  const top = async () => (await place.boundingBox()).y;
  assert((await top()) < 844, 'it is on the screen');
  for (const own of await place.locator('li').all()) assert((await own.locator('.faint').innerText()).length > 20);
  await place.getByRole('button', { name: 'Copy a link' }).click();
  const link = page.locator('.notice .link');
  await link.waitFor();
  const box = await link.boundingBox();
  assert(box.y >= 0 && box.y < 844, 'the link is on the screen');
  await page.screenshot({ path: join(seen, 'phone-keep.png') });
  await context.close();
});

test('the answer stays in view at the foot of the screen while a number above it moves', async () => {
  const { context, page } = await opened(session, PHONE);
  await openFile(page, example);
  await settled(page);
  await findNumber(page, 'free hours');
  await page.locator('.row input[type=range]').first().press('ArrowRight');
  await settled(page);
  // The answer begins below the last number, at the edge of the screen.
  await page.evaluate(() => {
    const { top } = document.getElementById('answer').getBoundingClientRect();
    scrollBy(0, top - innerHeight + 30);
  });
  await page.waitForTimeout(200);
  await page.locator('.glance').waitFor();
  await page.evaluate(() => document.getElementById('answer').scrollIntoView());
  await page.locator('.glance').waitFor({ state: 'detached' });
  await context.close();
});

test('nothing that is unfolded is under the foot of the screen', async () => {
  const { context, page } = await opened(session, NARROW);
  await answer(page, 'about', 'book');
  await settled(page);
  const why = page.locator('.question.is-open .why');
  // Its summary just above the foot.
  await why.evaluate((own) => scrollBy(0, own.getBoundingClientRect().bottom - document.querySelector('.glance').getBoundingClientRect().top));
  await why.locator('summary').click();
  await page.waitForTimeout(300);
  const [text, bar] = await Promise.all([why.locator('p').first().boundingBox(), page.locator('.glance').boundingBox()]);
  assert(text.y + text.height <= bar.y + 1, `${text.y + text.height} is under ${bar.y}`);
  await context.close();
});

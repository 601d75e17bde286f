// Files, links, what is kept, two variants, and the page without a network.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { downloaded, findNumber, openFile, opened, press, root, settled, start } from './browser.mjs';
import { answer } from './hands.mjs';

let session;
before(async () => { session = await start(); });
after(() => session.stop());

const folder = mkdtempSync(join(tmpdir(), 'worthwhile-files-'));
const example = (name) => join(root, 'crates/worthwhile/examples', name);
const written = (name, text) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

test('a refused file loses nothing, and says everything that is wrong with it', async () => {
  const { context, page } = await opened(session);
  await answer(page, 'about', 'rest');
  await settled(page);
  const before = (await downloaded(page, 'Save the case')).text;
  const refused = [
    [written('no.json', '{"schema_version": 1,'), /not JSON/],
    [written('other.json', '{"schema_version": 7, "pursuits": [{"preset": "no-such-thing"}], "person": {"time": {"free_hours_per_week": -1}}}'), /no\.json|other\.json/],
    [written('large.json', `{"note": "${'x'.repeat(5e6)}"}`), /larger/],
    [written('list.json', '[1, 2]'), /was not opened/],
  ];
  for (const [file, says] of refused) {
    await openFile(page, file);
    await page.waitForFunction((source) => new RegExp(source).test(document.querySelector('.notice.is-wrong')?.innerText ?? ''), says.source);
    const text = await page.locator('.notice.is-wrong').innerText();
    assert.match(text, /what you had is still here/);
    if (file.endsWith('other.json')) assert((await page.locator('.notice li').count()) >= 3, text);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    assert.equal((await downloaded(page, 'Save the case')).text, before, file);
  }
  await context.close();
});

test('names in a file cannot turn or hide text, and are no code', async () => {
  const { context, page, complaints } = await opened(session);
  const given = JSON.parse(readFileSync(example('mvp.json'), 'utf8'));
  const evil = '\u202Edoog\u2066 \u200F<img src=x onerror="document.title=1">';
  for (const pursuit of given.pursuits) pursuit.name = evil;
  await openFile(page, written('evil.json', JSON.stringify(given)));
  await settled(page);
  await press(page, 'Keep to compare');
  await findNumber(page, 'hours');
  await page.locator('.compare:not(.is-stale) .side').first().waitFor();
  await page.locator('.plans').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Stop comparing' }).click();
  await page.locator('.plans li').first().waitFor();
  const text = await page.evaluate(() => document.body.textContent);
  assert(text.includes('<img src=x'), 'the name is shown');
  assert.doesNotMatch(text, /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
  assert.equal(await page.locator('img').count(), 0);
  assert.equal(await page.title(), 'Is it worth my time?');
  assert.deepEqual(complaints, []);
  const names = JSON.parse((await downloaded(page, 'Save the case')).text).pursuits.map((own) => own.name);
  assert.equal(names[0], evil, 'the file keeps it as it was');
  await context.close();
});

test('a file that is dropped is opened', async () => {
  const { context, page } = await opened(session);
  const text = readFileSync(example('holder.json'), 'utf8');
  await page.evaluate((given) => {
    const data = new DataTransfer();
    data.items.add(new File([given], 'holder.json', { type: 'application/json' }));
    const event = (type) => new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
    document.querySelector('.page').dispatchEvent(event('dragover'));
    document.querySelector('.page').dispatchEvent(event('drop'));
  }, text);
  await settled(page);
  assert.deepEqual(JSON.parse((await downloaded(page, 'Save the case')).text), JSON.parse(text));
  await context.close();
});

async function linkOf(page) {
  await press(page, 'Copy a link');
  return page.locator('.notice .link').inputValue();
}

test('a link brings back everything, in another browser', async () => {
  const { context, page } = await opened(session);
  await openFile(page, example('mvp.json'));
  await settled(page);
  await page.locator('.levers li button').first().click();
  await page.locator('.trying').waitFor();
  await settled(page);
  const link = await linkOf(page);
  const before = [await downloaded(page, 'Save the case'), await downloaded(page, 'Save the answer')];
  await context.close();
  assert.match(link, /#case=1\.[A-Za-z0-9_-]+$/);

  const other = await opened(session, { at: new URL(link).hash });
  await settled(other.page);
  await other.page.locator('.trying').waitFor();
  const after = [await downloaded(other.page, 'Save the case'), await downloaded(other.page, 'Save the answer')];
  assert.deepEqual(after.map((own) => own.text), before.map((own) => own.text));
  assert.equal(new URL(other.page.url()).hash, '', 'the address no longer says what the case is');
  assert.deepEqual(other.complaints, []);
  await other.context.close();
});

test('a link that is broken or of another version says so', async () => {
  const first = await opened(session);
  await answer(first.page, 'about', 'rest');
  const link = new URL(await linkOf(first.page)).hash;
  await first.context.close();
  const middle = Math.floor(link.length / 2);
  const flipped = link.slice(0, middle) + (link[middle] === 'A' ? 'B' : 'A') + link.slice(middle + 1);
  const wrong = [
    [link.slice(0, -7), /damaged or incomplete/],
    [flipped, /damaged or incomplete/],
    ['#case=1.', /damaged or incomplete/],
    ['#case=1.%%%', /damaged or incomplete/],
    [link.replace('case=1.', 'case=2.'), /another version \(2\)/],
  ];
  for (const [at, says] of wrong) {
    const { context, page, complaints } = await opened(session, { at });
    const notice = page.locator('.notice.is-wrong');
    await notice.waitFor();
    assert.match(await notice.innerText(), says, at.slice(0, 40));
    assert.equal(await page.locator('[data-question="about"] input:checked').count(), 0);
    assert.deepEqual(complaints, []);
    await context.close();
  }
});

test('it is kept only for whoever wants that', async () => {
  const { context, page } = await opened(session);
  await answer(page, 'about', 'rest');
  const kept = () => page.evaluate(() => localStorage.length);
  assert.equal(await kept(), 0);
  await page.getByLabel('Keep on this device').check();
  assert.equal(await kept(), 1);
  await page.reload();
  await page.locator('[data-question="situation"], [data-question="week-job"]').first().waitFor();
  await page.getByLabel('Keep on this device').uncheck();
  assert.equal(await kept(), 0);
  await page.evaluate(() => localStorage.setItem('worthwhile', '{"answers": 5}'));
  await page.reload();
  await page.locator('.notice.is-wrong').waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem('worthwhile')), '{"answers": 5}', 'what cannot be read stays');
  await context.close();
});

test('two variants stand side by side, and change places', async () => {
  const { context, page, complaints } = await opened(session);
  await openFile(page, example('mvp.json'));
  await settled(page);
  await press(page, 'Keep to compare');
  await page.locator('.compare').waitFor();
  await page.locator('.compare').getByText('Nothing differs yet').waitFor();
  await findNumber(page, 'free hours');
  await page.locator('.row input[type=text]').first().fill('9');
  await page.locator('.row input[type=text]').first().press('Enter');
  await page.locator('.compare:not(.is-stale) tbody tr').first().waitFor();
  const row = page.locator('.compare tbody tr');
  assert.match(await row.first().innerText(), /free/);
  const sides = () => page.locator('.compare .side .first').allInnerTexts();
  const before = await sides();
  await page.getByRole('button', { name: 'Swap' }).click();
  await page.waitForFunction((first) => document.querySelector('.compare:not(.is-stale) .side .first')?.innerText === first, before[1]);
  assert.deepEqual(await sides(), before.reverse());
  await page.getByRole('button', { name: 'Stop comparing' }).click();
  await page.locator('.compare').waitFor({ state: 'detached' });
  assert.deepEqual(complaints, []);
  await context.close();
});

test('after the first visit it needs no network', async () => {
  const { context, page } = await opened(session);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.reload();
  await page.locator('[data-question="about"]').waitFor();
  await answer(page, 'about', 'rest');
  await settled(page);
  assert.match(await page.locator('.verdict .question-asked').innerText(), /rest/i);
  await context.close();
});

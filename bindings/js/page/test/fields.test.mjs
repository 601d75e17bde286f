// What is typed: decimal commas, ranges, what is refused and where that is said, and names that would
// rather be code.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { downloaded, findNumber, opened, press, settled, start, tabOn, tabTo } from './browser.mjs';
import { answer, firstAnswer, reach } from './hands.mjs';

let session;
before(async () => { session = await start(); });
after(() => session.stop());

const focused = (page) => page.evaluate(() => document.activeElement?.closest('[data-question]')?.dataset.question);

const REST = { about: 'rest', situation: 'new' };
const withWeek = (page) => reach(page, 'week-job', REST);

test('what is refused is said next to its field, which has the focus; the rest still counts', async () => {
  const { context, page } = await opened(session);
  await withWeek(page);
  await answer(page, 'week-job', '200');
  const wrong = page.locator('[data-question="week-job"] .wrong');
  await wrong.waitFor();
  assert.match(await wrong.innerText(), /200 is out of range/);
  const field = page.locator('[data-question="week-job"] input[type=text]');
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  const described = await field.getAttribute('aria-describedby');
  assert(described.split(' ').includes(await wrong.getAttribute('id')), described);
  await page.waitForFunction(() => document.activeElement?.closest('[data-question]')?.dataset.question === 'week-job');
  assert.equal(await field.inputValue(), '200', 'what was typed is still there');
  await page.locator('.verdict .first').waitFor();
  await answer(page, 'week-job', '38');
  await wrong.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.closest('[data-question]')?.dataset.question === 'week-sleep');
  assert.equal(await focused(page), 'week-sleep');
  await context.close();
});

test('whoever does not know after all keeps the focus in the question', async () => {
  const { context, page } = await opened(session);
  await withWeek(page);
  await answer(page, 'week-job', '38');
  const own = page.locator('[data-question="week-job"]');
  await tabOn(page, own.getByRole('button', { name: 'I don’t know', exact: true }));
  await page.keyboard.press('Enter');
  await own.locator('.unknown').waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[data-question]')?.dataset.question === 'week-job');
  await context.close();
});

test('what is refused stays the question at hand, in plain words, and its slider stays where it is', async () => {
  const { context, page } = await opened(session);
  await withWeek(page);
  await answer(page, 'week-job', 'lots, 20 here and 30 there');
  const own = page.locator('[data-question="week-job"]');
  const told = await own.locator('.wrong').innerText();
  assert.match(told, /“lots.*” has more than one number.*20 to 30/);
  assert.doesNotMatch(told, /`/);
  assert.equal(await own.locator('input[type=range]').getAttribute('class'), 'is-unset');
  assert(await own.getByRole('button', { name: 'Continue' }).isVisible());
  const frames = await page.locator('.question.is-open').evaluateAll((all) =>
    all.filter((one) => getComputedStyle(one).boxShadow !== 'none').map((one) => one.closest('[data-question]').dataset.question));
  assert.deepEqual(frames, ['week-job']);
  await context.close();
});

test('the slider stands where the words say, and both of a range are as long', async () => {
  const { context, page } = await opened(session);
  await withWeek(page);
  const own = page.locator('[data-question="week-job"]');
  const sliders = own.locator('input[type=range]');
  for (const [text, ...values] of [['none', '0'], ['no idea, maybe 35', '35'], ['55 sometimes 60', '55', '60'], ['8, some weeks none', '0', '8']]) {
    await answer(page, 'week-job', text);
    await settled(page);
    assert.equal(await own.locator('.wrong').count(), 0, text);
    assert.equal(await own.locator('.is-unset').count(), 0, text);
    assert.deepEqual(await sliders.evaluateAll((all) => all.map((one) => one.value)), values, text);
  }
  const [from, to] = await sliders.evaluateAll((all) => all.map((one) => one.offsetWidth));
  assert.equal(from, to);
  await context.close();
});

test('the first of several refused answers has the focus', async () => {
  const { context, page } = await opened(session);
  await withWeek(page);
  await answer(page, 'week-job', '999');
  await page.locator('[data-question="week-job"] .wrong').waitFor();
  await answer(page, 'week-sleep', 'long');
  await page.locator('[data-question="week-sleep"] .wrong').waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[data-question]')?.dataset.question === 'week-job');
  assert.match(await page.locator('.further .wrong').innerText(), /^2 answers/);
  await context.close();
});

test('a decimal comma and a point are the same, and a range is one', async () => {
  const cases = [];
  for (const [job, sleep] of [['37,5', '7 to 8,5'], ['37.5', '7 to 8.5']]) {
    const { context, page } = await opened(session);
    await withWeek(page);
    await answer(page, 'week-job', job);
    await answer(page, 'week-sleep', sleep);
    await page.locator('[data-question="week-everyday"]').waitFor();
    const { answers: _, ...rest } = JSON.parse((await downloaded(page, 'Save the case')).text);
    cases.push(rest);
    const slider = page.locator('[data-question="week-job"] input[type=range]');
    assert.equal(await slider.inputValue(), '37.5');
    await context.close();
  }
  assert.deepEqual(cases[0], cases[1]);
  assert.equal(cases[0].person.time.work_hours_per_week, 37.5);
});

test('a number among all numbers is read with a comma, and refused next to itself', async () => {
  const { context, page } = await opened(session);
  await answer(page, 'about', 'rest');
  await settled(page);
  await findNumber(page, 'job');
  const row = page.locator('.row').filter({ hasText: 'job' }).first();
  const field = row.locator('input[type=text]');
  await field.fill('38,5');
  await field.press('Enter');
  await page.locator('.trying').waitFor();
  assert.match(await page.locator('.trying').innerText(), /38\.5/);
  await field.fill('many');
  await field.press('Enter');
  assert.match(await row.locator('.wrong').innerText(), /not a number/);
  await field.fill('1000');
  await field.press('Enter');
  assert.match(await row.locator('.wrong').innerText(), /from/);
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  await context.close();
});

test('names that would rather be code are only names', async () => {
  const { context, page, complaints } = await opened(session);
  const name = '<img src=x onerror="document.title=1"> & <b>me</b>';
  await answer(page, 'about', 'own');
  await answer(page, 'own-name', name);
  await firstAnswer(page, { situation: 'new' });
  assert.match(await page.locator('.verdict .question-asked').innerText(), /<img src=x onerror/i);
  assert.equal(await page.locator('main img, main b:has-text("me")').count(), 0);
  assert.equal(await page.title(), 'Is it worth my time?');
  // The report too, which is put into the page to be printed.
  await page.evaluate(() => { window.print = () => dispatchEvent(new Event('beforeprint')); });
  await press(page, 'Print');
  await page.locator('.printed .ww-question').waitFor({ state: 'attached' });
  assert.equal(await page.locator('.printed img').count(), 0);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('marks that turn the direction of text are refused by the field, and what was there stays', async () => {
  const { context, page } = await opened(session);
  await answer(page, 'about', 'own');
  await tabTo(page, '[data-question="own-name"] input');
  await page.evaluate(() => document.execCommand('insertText', false, 'a\u202Echoir'));
  await page.keyboard.press('Enter');
  const wrong = page.locator('[data-question="own-name"] .wrong');
  await wrong.waitFor();
  assert.match(await wrong.innerText(), /control characters/);
  assert.equal(await page.locator('[data-question="about"]').count(), 1);
  await context.close();
});

/** Drags the name of a row above another row. */
async function drag(page, from, to) {
  const id = await from.getAttribute('data-id');
  const [start, end] = [await from.locator('.name').boundingBox(), await to.locator('.name').boundingBox()];
  await page.mouse.move(start.x + 5, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 8, start.y - 6, { steps: 3 });
  await page.mouse.move(end.x + 8, end.y + 4, { steps: 12 });
  // The list looks where the pointer is twenty times a second.
  await page.waitForFunction((own) => document.querySelector('.ranked [data-id]:not(.sortable-drag)')?.dataset.id === own, id);
  await page.mouse.up();
}

test('a ranking by drag is the one by keyboard', async () => {
  const { context, page } = await opened(session);
  await withWeek(page);
  await reach(page, 'drives', REST);
  const own = page.locator('[data-question="drives"]');
  for (const id of ['altruism', 'learning', 'career']) await own.locator(`.others [data-id="${id}"] button`).click();
  const order = () => own.locator('.ranked [data-id]').evaluateAll((all) => all.map((item) => item.dataset.id).join());
  assert.equal(await order(), 'altruism,learning,career');
  await drag(page, own.locator('.ranked [data-id="career"]'), own.locator('.ranked [data-id="altruism"]'));
  await page.waitForFunction(() => document.querySelector('.ranked [data-id]')?.dataset.id === 'career');
  assert.equal(await order(), 'career,altruism,learning');
  await own.locator('.ranked [data-id="career"] .handle').focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.querySelector('.ranked [data-id]')?.dataset.id === 'altruism');
  assert.equal(await page.evaluate(() => document.activeElement.closest('[data-id]').dataset.id), 'career', 'the focus goes with it');
  const { text } = await downloaded(page, 'Save the case');
  assert.deepEqual(JSON.parse(text).person.motivation_ranking, ['altruism', 'career', 'learning']);
  await press(page, 'Undo');
  await page.waitForFunction(() => document.querySelector('.ranked [data-id]')?.dataset.id === 'career');
  await context.close();
});

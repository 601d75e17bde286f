// The example people, through the page by keyboard alone.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { downloaded, findNumber, openFile, opened, press, root, settled, start, tabOn, tabTo, worthwhile } from './browser.mjs';
import { answerAll } from './hands.mjs';

let session;
before(async () => { session = await start(); });
after(() => session.stop());

const made = mkdtempSync(join(tmpdir(), 'worthwhile-page-'));

/** The case that the page saves, and that the answer it saves is the one of the command, byte for byte. */
async function agrees(page, name) {
  const saved = await downloaded(page, 'Save the case');
  const file = join(made, `${name}.json`);
  writeFileSync(file, saved.text);
  const told = await downloaded(page, 'Save the answer');
  assert.equal(told.text.trimEnd(), worthwhile('assess', file, '--format', 'json').trimEnd(), name);
  return { file, saved: JSON.parse(saved.text), told: JSON.parse(told.text) };
}

const examples = join(root, 'crates/worthwhile/examples');
const people = readdirSync(examples).filter((name) => name.endsWith('.json'))
  .filter((name) => JSON.parse(readFileSync(join(examples, name), 'utf8')).person);

test('there are example people', () => assert(people.length >= 9, people.join()));

for (const name of people) {
  test(`${name}: opened, changed and saved`, async () => {
    const { context, page, complaints } = await opened(session);
    await openFile(page, join(examples, name));
    await settled(page);
    const before = await agrees(page, `${name}-opened`);
    const given = JSON.parse(readFileSync(join(examples, name), 'utf8'));
    const { answers: _, ...rest } = before.saved;
    assert.deepEqual(rest, given, 'the case is saved as it was opened');

    // One number is moved by the arrow keys of its slider.
    await findNumber(page, 'free hours');
    await tabTo(page, '.row input[type=range]');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: 'You are trying' }).waitFor();
    await settled(page);
    const after = await agrees(page, `${name}-changed`);
    assert.equal(typeof after.saved.person.time.free_hours_per_week, 'number');
    assert.notDeepEqual(after.saved, before.saved);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

const interviews = join(root, 'tests/interview');
for (const name of readdirSync(interviews).filter((own) => own.endsWith('.answers.json'))) {
  test(`${name}: asked and answered`, async () => {
    const { context, page, complaints } = await opened(session);
    const { answers } = JSON.parse(readFileSync(join(interviews, name), 'utf8'));
    const given = await answerAll(page, answers);
    // A few answers are to questions that only come up if one knows their names.
    assert(Object.keys(given).length >= 0.8 * Object.keys(answers).length, Object.keys(given).join());
    await settled(page);
    const { saved } = await agrees(page, name);
    const file = join(made, name);
    writeFileSync(file, JSON.stringify({ schema_version: 1, answers: given }));
    const asked = JSON.parse(worthwhile('ask', '--questions', file));
    const { answers: kept, ...rest } = saved;
    const { answers: keptThere, ...restThere } = asked.case;
    assert.deepEqual(rest, restThere);
    assert.deepEqual(Object.keys(kept), Object.keys(keptThere));
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test('a lever is tried and taken back by keyboard', async () => {
  const { context, page } = await opened(session);
  await openFile(page, join(examples, 'mvp.json'));
  await settled(page);
  const first = page.locator('.verdict .first');
  const before = await first.innerText();
  const asked = await page.locator('.levers li').first().innerText();
  // At what turns it, it is about even: that is no promise of a yes.
  const told = await page.locator('.levers li b').allInnerTexts();
  assert(told.every((own) => /^(turns to|still) /.test(own)), told.join());
  const chance = () => page.locator('.chance .big b').innerText();
  const sureBefore = await chance();
  await tabTo(page, '.levers li:first-child button');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'You are trying' }).waitFor();
  await settled(page);
  assert.notEqual(await first.innerText(), before, asked);
  const compared = await page.locator('.trying p').first().innerText();
  assert.equal(compared, `Chance of yes: ${sureBefore} before, ${await chance()} now.`);
  await agrees(page, 'lever');
  await tabTo(page, '.trying li:first-child button');
  await page.keyboard.press('Enter');
  await page.locator('.trying').waitFor({ state: 'detached' });
  await settled(page);
  assert.equal(await first.innerText(), before);
  await press(page, 'Undo');
  await page.locator('.trying').waitFor();
  await press(page, 'Redo');
  await page.locator('.trying').waitFor({ state: 'detached' });
  await context.close();
});

for (const name of ['mvp.json', 'holder.json']) {
  test(`${name}: every lever does what it says`, async () => {
    const { context, page } = await opened(session);
    await openFile(page, join(examples, name));
    await settled(page);
    const { told } = await agrees(page, `${name}-levers`);
    const shown = page.locator('.levers li');
    const count = await shown.count();
    if (!told.question.base_answer) assert(count >= 1);
    for (let at = 0; at < count; at += 1) {
      const text = (await shown.nth(at).locator('span').innerText()).toLowerCase();
      const lever = told.levers.find((own) => text.startsWith(own.text.toLowerCase()));
      assert(lever, text);
      await tabOn(page, shown.nth(at).locator('button'));
      await page.keyboard.press('Enter');
      await page.locator('.trying').waitFor();
      assert.equal(await page.locator('.trying li').count(), 1, 'one thing to take back');
      await settled(page);
      const { told: then } = await agrees(page, `${name}-lever-${at}`);
      // Levers are about the averages.
      assert.equal(then.question.base_answer ?? then.question.answer, lever.answer, lever.text);
      await tabTo(page, '.trying li:first-child button');
      await page.keyboard.press('Enter');
      await page.locator('.trying').waitFor({ state: 'detached' });
      await settled(page);
    }
    await context.close();
  });
}

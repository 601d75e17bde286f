// Changes that come faster than answers.
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { downloaded, findNumber, openFile, opened, root, settled, start, worthwhile } from './browser.mjs';

let session;
before(async () => { session = await start(); });
after(() => session.stop());

const example = join(root, 'crates/worthwhile/examples/mvp.json');

async function withSlider() {
  const { context, page } = await opened(session);
  await openFile(page, example);
  await settled(page);
  await findNumber(page, 'free hours');
  const slider = page.locator('.row input[type=range]').first();
  await slider.waitFor();
  return { context, page, slider };
}

/** Moves the slider to each value in turn, with so many milliseconds between. */
function slide(slider, [values, pause]) {
  const wait = () => new Promise((done) => { setTimeout(done, pause); });
  return values.reduce((before, value) => before.then(() => {
    slider.value = String(value);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    return wait();
  }), Promise.resolve());
}

for (const pause of [0, 16, 70]) {
  test(`the last of many changes is the one on the screen, ${pause} ms apart`, async () => {
    const { context, page, slider } = await withSlider();
    await page.evaluate(() => {
      const shown = document.querySelector('.shown');
      window.versions = [];
      new MutationObserver(() => window.versions.push(Number(shown.dataset.version)))
        .observe(shown, { attributes: true, attributeFilter: ['data-version'] });
    });
    const values = Array.from({ length: 40 }, (_, at) => 8 + ((at * 7) % 25));
    await slider.evaluate(slide, [values, pause]);
    await settled(page);
    const versions = await page.evaluate(() => window.versions);
    assert.deepEqual(versions, [...versions].sort((one, other) => one - other), 'no older answer comes after a newer one');
    assert(versions.length >= 1);

    const lines = await page.locator('.verdict .first, .verdict > p:not([class])').allInnerTexts();
    const saved = await downloaded(page, 'Save the case');
    assert.equal(JSON.parse(saved.text).person.time.free_hours_per_week, values.at(-1));
    const file = join(mkdtempSync(join(tmpdir(), 'worthwhile-race-')), 'case.json');
    writeFileSync(file, saved.text);
    const told = JSON.parse(worthwhile('assess', file, '--format', 'json', '--scenarios', '2048'));
    const whole = JSON.parse(worthwhile('assess', file, '--format', 'json'));
    // By now the whole answer may have taken the place of the one from fewer scenarios.
    const isIt = [told, whole].some((own) => own.question.in_brief.join('|') === lines.join('|'));
    assert(isIt, `${lines.join('|')}\nis not\n${told.question.in_brief.join('|')}`);
    await context.close();
  });
}

test('a newer change ends what is being computed for an older one', async () => {
  const { context, page, slider } = await withSlider();
  const doubts = () => page.evaluate(() => performance.getEntriesByName('doubt').length);
  await page.waitForTimeout(2500);
  const before = await doubts();
  // Long enough apart for the work to begin, and not for it to end.
  await slider.evaluate(slide, [Array.from({ length: 15 }, (_, at) => 10 + at), 60]);
  await settled(page);
  assert((await doubts()) - before < 15, 'not every change was computed to its end');
  await context.close();
});

// Changes that come faster than answers.
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { downloaded, root, settled, start, withSlider, worthwhile } from './browser.mjs';

let session;
before(async () => { session = await start(); });
after(() => session.stop());

const example = join(root, 'crates/worthwhile/examples/mvp.json');

/** Moves the slider to each value in turn, with so many milliseconds between. */
function slide(slider, [values, pause]) {
  const wait = () => new Promise((done) => { setTimeout(done, pause); });
  return values.reduce((before, value) => before.then(() => {
    slider.value = String(value);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    return wait();
  }), Promise.resolve());
}

/** Notes every answer that the page gives as one with its doubt, and of which version it says that it is. */
function watch() {
  const shown = document.querySelector('.shown');
  const lines = () => [...shown.querySelectorAll('.verdict .first, .verdict > p:not([class])')].map((own) => own.textContent);
  window.seen = [];
  window.versions = [];
  new MutationObserver(() => {
    const { version, working } = shown.dataset;
    window.versions.push(Number(version));
    if (working === 'false') window.seen.push({ version: Number(version), told: lines().join('|') });
  }).observe(shown, { attributes: true, childList: true, characterData: true, subtree: true });
  return Number(shown.dataset.version);
}

const folder = mkdtempSync(join(tmpdir(), 'worthwhile-race-'));

/** What the command says of a case, from few scenarios and from all. */
function toldBy(saved, hours) {
  const changed = structuredClone(saved);
  changed.person.time.free_hours_per_week = hours;
  const file = join(folder, `${hours}.json`);
  writeFileSync(file, JSON.stringify(changed));
  const ways = [['--scenarios', '2048'], []];
  return ways.map((more) => JSON.parse(worthwhile('assess', file, '--format', 'json', ...more)).question.in_brief.join('|'));
}

for (const pause of [0, 16, 70, 180]) {
  test(`no answer is shown for a newer change than its own, ${pause} ms apart`, async () => {
    const { context, page, slider } = await withSlider(session, example);
    const first = await page.evaluate(watch);
    const values = Array.from({ length: 24 }, (_, at) => 8 + ((at * 7) % 25));
    await slider.evaluate(slide, [values, pause]);
    await settled(page);
    const { seen, versions } = await page.evaluate(() => ({ seen: window.seen, versions: window.versions }));
    assert.deepEqual(versions, [...versions].sort((one, other) => one - other), 'no older answer comes after a newer one');

    const saved = JSON.parse((await downloaded(page, 'Save the case')).text);
    assert.equal(saved.person.time.free_hours_per_week, values.at(-1));
    assert.equal(seen.at(-1).version, first + values.length, 'the last change is the one on the screen');
    for (const { version, told } of new Map(seen.map((own) => [JSON.stringify(own), own])).values()) {
      const expected = toldBy(saved, values[version - first - 1]);
      assert(expected.includes(told), `change ${version - first}: ${told}\nis not\n${expected.join('\n')}`);
    }
    await context.close();
  });
}

test('a newer change ends what is being computed for an older one', async () => {
  const { context, page, slider } = await withSlider(session, example);
  const doubts = () => page.evaluate(() => performance.getEntriesByName('doubt').length);
  await page.waitForTimeout(2500);
  const before = await doubts();
  // Long enough apart for the work to begin, and not for it to end.
  await slider.evaluate(slide, [Array.from({ length: 15 }, (_, at) => 10 + at), 60]);
  await settled(page);
  assert((await doubts()) - before < 15, 'not every change was computed to its end');
  await context.close();
});

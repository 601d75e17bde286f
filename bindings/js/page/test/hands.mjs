// Answers questions as someone does who has a keyboard and nothing else.
import assert from 'node:assert/strict';

import { tabOn, tabTo } from './browser.mjs';

const inQuestion = (id, rest) => `[data-question="${id}"] ${rest}`;

/** Answers a question with the words that a terminal would take. */
export async function answer(page, id, text) {
  const own = page.locator(`[data-question="${id}"]`);
  await shown(page, id);
  await own.waitFor();
  const kind = await own.evaluate(kindOf);
  if (text === "don't know") {
    await tabToText(page, id, 'I don’t know');
    await page.keyboard.press('Enter');
  } else if (kind === 'radio') await choose(page, id, text);
  else if (kind === 'checkbox') await tick(page, id, text);
  else if (kind === 'rank') await rank(page, id, text);
  else {
    await tabTo(page, inQuestion(id, 'input[type=text]'));
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
}

function kindOf(item) {
  if (item.querySelector('.rank')) return 'rank';
  const [first] = item.querySelectorAll('.options input, input[type=text]');
  return first?.type ?? 'text';
}

/** Questions that come later are behind a button. */
async function shown(page, id) {
  const own = page.locator(`[data-question="${id}"]`);
  const more = page.getByRole('button', { name: /^Show \d+ more/ });
  for (let tries = 0; tries < 100 && (await own.count()) === 0; tries += 1) {
    if (!id.startsWith('/') || (await more.count()) === 0) {
      await page.waitForTimeout(50);
      continue;
    }
    await tabToText(page, undefined, /^Show \d+ more/);
    await page.keyboard.press('Enter');
  }
}

async function tabToText(page, id, name) {
  const scope = id === undefined ? page : page.locator(`[data-question="${id}"]`);
  await tabOn(page, scope.getByRole('button', { name, exact: true }));
}

async function choose(page, id, wanted) {
  await tabTo(page, inQuestion(id, 'input[type=radio]'));
  const values = await page.locator(inQuestion(id, 'input[type=radio]')).evaluateAll((all) =>
    all.map((own) => [own.value, own.closest('label').querySelector('span').firstChild.textContent]));
  const place = values.findIndex((names) => names.some((name) => name.toLowerCase() === wanted.toLowerCase()));
  assert(place >= 0, `${id} has no option ${wanted}: ${values}`);
  await page.keyboard.press('Space');
  for (let step = 0; step < values.length; step += 1) {
    const at = await page.evaluate(() => document.activeElement.value);
    if (at === values[place][0]) break;
    await page.keyboard.press('ArrowDown');
  }
  assert.equal(await page.evaluate(() => document.activeElement.value), values[place][0]);
  await page.keyboard.press('Enter');
}

async function tick(page, id, text) {
  for (const wanted of text.split(',').map((part) => part.trim())) {
    await tabTo(page, inQuestion(id, `input[type=checkbox][value="${wanted}"]`));
    await page.keyboard.press('Space');
  }
  await page.keyboard.press('Enter');
}

async function rank(page, id, text) {
  const parts = text.split(',').map((part) => part.trim());
  for (const wanted of parts) {
    await tabTo(page, inQuestion(id, `.others [data-id="${wanted}"] button`));
    await page.keyboard.press('Enter');
    await page.locator(inQuestion(id, `.ranked [data-id="${wanted}"]`)).waitFor();
  }
  await tabToText(page, id, 'Continue');
  await page.keyboard.press('Enter');
}

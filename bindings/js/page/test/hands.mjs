// Answers questions as someone does who has a keyboard and nothing else.
import assert from 'node:assert/strict';

import { settled, tabOn, tabTo } from './browser.mjs';

const inQuestion = (id, rest) => `[data-question="${id}"] ${rest}`;

/** Gives the answers to all that is asked, each once its question is there, and returns those. */
export async function answerAll(page, answers) {
  const left = new Map(Object.entries(answers));
  const given = {};
  const more = page.getByRole('button', { name: /^Show \d+ more/ });
  while (left.size > 0) {
    // What is asked next may still be computed.
    if (await page.locator('.shown').count()) await settled(page);
    await page.locator('.questions[aria-busy="false"]').waitFor();
    const there = () => page.locator('[data-question]').evaluateAll((all) => all.map((own) => own.dataset.question));
    let id = (await there()).find((own) => left.has(own));
    if (id === undefined) {
      if (await more.count()) {
        await tabOn(page, more);
        await page.keyboard.press('Enter');
      }
      id = (await there()).find((own) => left.has(own));
    }
    if (id === undefined) break;
    await answer(page, id, left.get(id));
    given[id] = left.get(id);
    left.delete(id);
  }
  return given;
}

/** Answers whatever is asked before a question, with these answers where there is one. */
export async function reach(page, id, answers = {}) {
  for (let asked = 0; asked < 40; asked += 1) {
    const open = page.locator('.question.is-open').first();
    await open.waitFor();
    const next = await open.evaluate((own) => own.closest('[data-question]').dataset.question);
    if (next === id) return;
    await answer(page, next, answers[next] ?? "don't know");
  }
  throw new Error(`${id} is never asked`);
}

/** Answers whatever is asked until there is an answer, with these answers where there is one. */
export async function firstAnswer(page, answers = {}) {
  for (let asked = 0; asked < 40; asked += 1) {
    await settled(page);
    if (await page.locator('.verdict:not(.is-waiting)').count()) return;
    const open = page.locator('.question.is-open').first();
    const next = await open.evaluate((own) => own.closest('[data-question]').dataset.question);
    await answer(page, next, answers[next] ?? "don't know");
  }
  throw new Error('there is never an answer');
}

/** Answers a question with the words that a terminal would take. */
export async function answer(page, id, text) {
  const own = page.locator(`[data-question="${id}"]`);
  await own.waitFor();
  const before = await wrongOf(own);
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
  await hasGoneOn(page, id, text, before);
}

/** What a question says is wrong with its answer, if anything. */
const wrongOf = (own) => own.evaluate((item) => item.querySelector('.wrong')?.textContent);

/** Waits until the page has gone on by itself, or says what is wrong with this answer. */
async function hasGoneOn(page, id, text, before) {
  const isOn = ([question, wrongBefore]) => {
    const item = document.querySelector(`[data-question="${question}"]`);
    const { activeElement, body } = document;
    if (activeElement !== body && !item?.contains(activeElement)) return true;
    const wrong = item?.querySelector('.wrong')?.textContent;
    return wrong !== undefined && wrong !== wrongBefore;
  };
  try {
    await page.waitForFunction(isOn, [id, before]);
  } catch (error) {
    const there = await page.evaluate(() => ({
      focus: document.activeElement.outerHTML.slice(0, 300),
      questions: [...document.querySelectorAll('.question')].map((own) =>
        `${own.closest('[data-question]').dataset.question}${own.matches('.is-open') ? ' (open)' : ''}`),
      busy: document.querySelector('.questions')?.ariaBusy,
      notice: document.querySelector('.notice')?.textContent,
    }));
    throw new Error(`the page does not go on from ${id}, answered ${text}: ${JSON.stringify(there)}`, { cause: error });
  }
}

function kindOf(item) {
  if (item.querySelector('.rank')) return 'rank';
  const [first] = item.querySelectorAll('.options input, input[type=text]');
  return first?.type ?? 'text';
}

async function tabToText(page, id, name) {
  await tabOn(page, page.locator(`[data-question="${id}"]`).getByRole('button', { name, exact: true }));
}

async function choose(page, id, wanted) {
  // Of radio buttons, Tab leads to the one that is chosen, or else to the first.
  const chosen = page.locator(inQuestion(id, 'input[type=radio]:checked'));
  await tabOn(page, (await chosen.count()) ? chosen : page.locator(inQuestion(id, 'input[type=radio]')).first());
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

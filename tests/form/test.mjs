// Fills in the form in a real browser, by typing, and lets the command check what comes out.
//
// Usage: node test.mjs PATH_OF_WORTHWHILE [CHROMIUM]
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

import { make, page as folder } from './build.mjs';

const onPath = () => process.env.PATH.split(delimiter).map((at) => join(at, 'chromium')).find(existsSync);
const [worthwhile, executablePath = onPath()] = process.argv.slice(2);
assert(worthwhile, 'usage: node test.mjs PATH_OF_WORTHWHILE [CHROMIUM]');
assert(executablePath, 'there is no chromium on the path');

const args = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

// What is typed, and nothing else: no default, no empty part.
const expected = {
  schema_version: 1,
  name: 'Should I go for MVP this year?',
  person: {
    time: { free_hours_per_week: { low: 8, high: 14 }, work_hours_per_week: 42 },
    motivations: { altruism: 8, enjoyment: 7.5, belonging: 6 },
    protections: {},
  },
  pursuits: [
    {
      preset: 'microsoft-mvp',
      anyway: 0.5,
      award: { held: true },
      drawbacks: [{ kind: 'rude_users', bother: 3 }, { kind: 'the_commute', bother: 7.5, during: 'always' }],
    },
    {
      id: 'run-a-meetup',
      name: 'Run a meetup',
      activities: [{ kind: 'organizing', hours: { min: 3, mode: 6, max: 12 }, per_year: 10 }],
      benefits: [{ category: 'networking', strength: 6 }],
      costs: [{ id: 'room-and-snacks', money_per_year: 300 }],
    },
  ],
};

// Nothing here takes long: what does will not come.
const tooLong = setTimeout(() => {
  console.error('The form was not filled in within 150 s. It takes about 20 s where nothing is wrong.');
  process.exit(1);
}, 150_000);

await make();
const browser = await chromium.launch({ executablePath, args, timeout: 60_000 }).catch((error) => {
  console.error(`Chromium could not be started from ${executablePath}: ${error.message}`);
  process.exit(1);
});
try {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  page.setDefaultTimeout(20_000);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  await page.getByRole('button', { name: 'I am done' }).waitFor();
  await isNoWall(page);
  await noNamesOfTheMachine(page);
  await refusesWhatIsMissing(page);
  await fillsIn(page);
  await noNamesOfTheMachine(page);
  const made = await take(page);
  assert.deepEqual(made, expected);
  accepted(made);
  await page.screenshot({ path: join(folder, 'filled.png'), fullPage: true });
  await opensWhatIsWrong(page);
  await refusesWhatIsTooMuch(page);
  await asksForTheOtherEnd(page);
  // What ajv's strict mode and React say of the page is said to its author only.
  assert.deepEqual(complaints.filter((text) => !text.startsWith('Form validation failed')), []);
  console.log(`the form made a case of ${JSON.stringify(made).length} bytes, and it is accepted`);
} finally {
  await browser.close();
  clearTimeout(tooLong);
}

// A label for everything: no name of a field, no number of an option.
async function noNamesOfTheMachine(page) {
  const text = await page.locator('main').innerText();
  const options = await page.locator('select option').allInnerTexts();
  const found = [...text.split('\n'), ...options].filter((line) => /\bOption \d|[a-z]_[a-z]|`/.test(line));
  assert.deepEqual(found, []);
}

// A fresh form shows what is asked of everybody: it ends within about two screens.
async function isNoWall(page) {
  await page.screenshot({ path: join(folder, 'fresh.png'), fullPage: true });
  const height = await page.evaluate(() => document.body.scrollHeight);
  assert(height < 2000, `a fresh form is ${height} pixels high`);
  const controls = await page.locator('input:visible:not([type=range]), select:visible').count();
  assert(controls <= 14, `a fresh form has ${controls} controls`);
}

async function refused(page, ...messages) {
  await done(page);
  await page.getByText(messages.length === 1 ? /^One thing needs/ : `${messages.length} things need`).waitFor();
  assert.deepEqual(await page.locator('.error-detail li').allInnerTexts(), messages);
  await noNamesOfTheMachine(page);
  assert.equal(await page.locator('#case').count(), 0);
}

async function done(page) {
  await page.getByRole('button', { name: 'I am done' }).click();
}

async function refusesWhatIsMissing(page) {
  await refused(
    page, 'Give it a name, or choose what to start from.',
    'At least one of these has to matter to you.', 'This is required.',
  );
}

// A field that is folded away has to be seen when it is wrong.
async function opensWhatIsWrong(page) {
  const years = page.getByLabel('Years to look ahead');
  assert(!(await years.isVisible()));
  await page.locator('summary', { hasText: 'years to look ahead' }).click();
  await type(years, '31');
  await page.locator('summary', { hasText: 'years to look ahead' }).click();
  await refused(page, 'This has to be 30 or less.');
  assert(await years.isVisible());
  await years.fill('');
}

async function refusesWhatIsTooMuch(page) {
  const rating = page.getByLabel('Helping others', { exact: true });
  await type(rating, '80');
  await refused(page, 'This has to be 10 or less.');
  await type(rating, '8');
}

// Of the five forms that it could have been, only the one that was begun is spoken of.
async function asksForTheOtherEnd(page) {
  await page.getByText('Choose this when you can name a range that would rarely surprise you.').waitFor();
  await page.getByLabel('Rarely above').fill('');
  await refused(page, 'This is required.');
  await type(page.getByLabel('Rarely above'), '7');
  await refused(page, 'This has to be more than the other end.');
}

async function type(control, text) {
  await control.click();
  await control.fill('');
  await control.pressSequentially(text);
}

// A part of the form, by the path of its field.
function part(page, path, kind = '') {
  return page.locator(`${kind}[id="root_${path.replaceAll('/', '_')}"]`);
}

async function fillIn(page, path) {
  const legend = part(page, path).locator(':scope > legend');
  await legend.getByRole('button', { name: 'Fill in' }).click();
}

async function addOne(page, path) {
  await part(page, path).locator(':scope > button', { hasText: 'Add ' }).click();
}

function field(page, path) {
  return part(page, path, 'input');
}

async function choose(page, path, form) {
  const estimate = page.locator('.estimate', { has: field(page, path) });
  await estimate.getByRole('button', { name: 'Not sure?' }).click();
  await part(page, `${path}__anyof_select`, 'select').selectOption({ label: form });
}

async function fillsIn(page) {
  await type(page.getByLabel('Your question'), 'Should I go for MVP this year?');
  await choose(page, 'person/time/free_hours_per_week', 'A range');
  await type(page.getByLabel('Rarely below'), '8');
  await type(page.getByLabel('Rarely above'), '14');
  await type(page.getByLabel('Hours a week in your job'), '42');
  await type(page.getByLabel('Helping others', { exact: true }), '8');
  await type(page.getByLabel('Enjoying the work itself'), '7.5');
  await page.locator('.slider', { has: field(page, 'person/motivations/belonging') }).locator('[type=range]').fill('6');

  await page.getByLabel('Start from').selectOption({ label: 'Microsoft MVP' });
  await fillIn(page, 'pursuits/0/award');
  await page.getByLabel('I hold it today').check();
  await asksWhatIsDoneAnywayFirst(page);
  await type(field(page, 'pursuits/0/anyway'), '0.5');
  await addOne(page, 'pursuits/0/drawbacks');
  await part(page, 'pursuits/0/drawbacks/0/kind', 'select').selectOption({ label: 'Rude users' });
  await part(page, 'pursuits/0/drawbacks/0/bother', 'select').selectOption({ label: 'Somewhat' });
  await addOne(page, 'pursuits/0/drawbacks');
  await part(page, 'pursuits/0/drawbacks/1/kind', 'select').selectOption({ label: 'Something else' });
  await type(field(page, 'pursuits/0/drawbacks/1/kind/_own'), 'The commute');
  await part(page, 'pursuits/0/drawbacks/1/bother', 'select').selectOption({ label: 'Another number' });
  await type(field(page, 'pursuits/0/drawbacks/1/bother/_own'), '7.5');
  await part(page, 'pursuits/0/drawbacks/1/during', 'select').selectOption({ label: 'In every year, as part of the work itself' });

  await addOne(page, 'pursuits');
  await page.getByText('What you could do instead').waitFor();
  await type(field(page, 'pursuits/1/name'), 'Run a meetup');
  await addOne(page, 'pursuits/1/activities');
  await type(field(page, 'pursuits/1/activities/0/kind'), 'Organizing');
  await choose(page, 'pursuits/1/activities/0/hours', 'Lowest, usual, highest');
  await type(field(page, 'pursuits/1/activities/0/hours/min'), '3');
  await type(field(page, 'pursuits/1/activities/0/hours/mode'), '6');
  await type(field(page, 'pursuits/1/activities/0/hours/max'), '12');
  await type(field(page, 'pursuits/1/activities/0/per_year'), '10');
  await addOne(page, 'pursuits/1/benefits');
  await part(page, 'pursuits/1/benefits/0/category', 'select').selectOption({ label: 'Networking' });
  await type(field(page, 'pursuits/1/benefits/0/strength'), '6');
  await addOne(page, 'pursuits/1/costs');
  await type(field(page, 'pursuits/1/costs/0/id'), 'Room and snacks');
  await type(field(page, 'pursuits/1/costs/0/money_per_year'), '300');
  // An optional part that was opened says nothing yet: no default goes into the file.
  await fillIn(page, 'person/protections');
}

// What would be done anyway changes what every later question is about.
async function asksWhatIsDoneAnywayFirst(page) {
  const asked = part(page, 'pursuits/0', 'fieldset').locator('label[for], legend');
  const texts = (await asked.allInnerTexts()).map((text) => text.trim());
  const at = (words) => texts.findIndex((text) => text.startsWith(words));
  const anyway = at('How much of this would you do anyway?');
  assert(anyway > at('Name') && anyway < at('The award it can earn'), texts.join(' | '));
}

async function take(page) {
  await done(page);
  const shown = JSON.parse(await page.locator('#case').textContent());
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save my answers' }).click(),
  ]);
  const saved = JSON.parse(readFileSync(await download.path(), 'utf8'));
  assert.deepEqual(saved, shown);
  return saved;
}

// The command is the judge.
function accepted(made) {
  const path = join(folder, 'case.json');
  writeFileSync(path, JSON.stringify(made));
  const check = execFileSync(worthwhile, ['check', '--format', 'json', path], { encoding: 'utf8' });
  assert.deepEqual(JSON.parse(check), { problems: [] });
  const answer = execFileSync(worthwhile, ['assess', '--format', 'json', path], { encoding: 'utf8' });
  assert.equal(JSON.parse(answer).question.pursuit, 'microsoft-mvp');
}

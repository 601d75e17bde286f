// What is taken along: the case, its answer, the report, and a link that holds all that was said.
import { computed } from '@preact/signals';

import { isEmpty } from '../case/said';
import { words } from '../words';
import { Overtaken } from '../worker/lane';
import { report, whole } from './answering';
import { notice } from './begin';
import { nameOf, save } from './files';
import { packed } from './link';
import { best, isAnswerable, said, shown } from './store';

export const hasCase = computed(() => !isEmpty(said.value));
export const hasAnswer = computed(() => hasCase.value && isAnswerable.value && best.value !== undefined);

const caseName = () => nameOf(shown.value.text);

export function saveCase() {
  save(`${caseName()}.json`, shown.value.text, 'application/json');
}

/** Does something with what takes a moment, or says why there is nothing. */
async function once<T>(found: Promise<T>, use: (found: T) => void) {
  notice.value = { text: words.tools.preparing };
  try {
    const it = await found;
    notice.value = undefined;
    use(it);
  } catch (error) {
    const text = error instanceof Overtaken ? words.tools.overtaken : String(error);
    notice.value = { text, isWrong: true };
  }
}

export const saveAnswer = () => once(whole(), ({ text }) => save(`${caseName()}.answer.json`, text, 'application/json'));
export const saveReport = () => once(report({ isPart: false }), (html) => save(`${caseName()}.html`, html, 'text/html'));
export const printed = () => once(report({ isPart: true }), () => window.print());

export async function copyLink() {
  const link = `${location.origin}${location.pathname}#${await packed(said.value)}`;
  try {
    await navigator.clipboard.writeText(link);
    notice.value = { text: words.tools.linkCopied, link };
  } catch {
    notice.value = { text: words.tools.linkShown, link };
  }
}

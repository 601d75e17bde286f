// How the page begins: from a link, from what was kept, or from nothing.
import { effect, signal } from '@preact/signals';

import { NOTHING, type Said } from '../case/said';
import type { Problem } from '../documents';
import { words } from '../words';
import { Refused } from '../worker/lane';
import { read, start } from './answering';
import { OtherVersion, saidOf, unpacked } from './link';
import { said, say } from './store';

const PLACE = 'worthwhile';

export interface Notice {
  text: string;
  problems?: Problem[];
  isWrong?: boolean;
  link?: string;
}

/** What the page has to say, until it is dismissed. */
export const notice = signal<Notice | undefined>(undefined);
export const isKept = signal(false);

export async function begin() {
  restore();
  start();
  effect(keep);
  effect(goOn);
  addEventListener('hashchange', () => void followLink());
  await followLink();
}

/** Opens what the fragment of the address carries, and takes it out of the address. */
async function followLink() {
  const { hash } = location;
  if (hash.length < 2) return;
  try {
    const brought = await unpacked(hash);
    if (!brought) return;
    await read(brought);
    say(brought);
  } catch (error) {
    if (error instanceof OtherVersion) notice.value = { text: words.refused.linkVersion(error.version), isWrong: true };
    else if (error instanceof Refused) notice.value = { text: words.refused.linkBroken, problems: error.problems, isWrong: true };
    else notice.value = { text: words.refused.linkBroken, isWrong: true };
  }
  window.history.replaceState(null, '', location.pathname + location.search);
}

function restore() {
  try {
    const kept = localStorage.getItem(PLACE);
    if (kept === null) return;
    isKept.value = true;
    const before: Said = saidOf(JSON.parse(kept));
    if (before !== NOTHING) say(before);
  } catch {
    // What is there stays there: it may be of a newer page.
    isKept.value = false;
    notice.value = { text: words.refused.kept, isWrong: true };
  }
}

/** What was said of the step before is over with the next one; what went wrong stays until it is dismissed. */
function goOn() {
  void said.value;
  if (!notice.peek()?.isWrong) notice.value = undefined;
}

function keep() {
  const now = said.value;
  if (!isKept.value) return;
  try {
    localStorage.setItem(PLACE, JSON.stringify(now));
  } catch {
    isKept.value = false;
    notice.value = { text: words.tools.notKept, isWrong: true };
  }
}

/** Keeps what is said in this browser from now on, or no longer. */
export function keepHere(wanted: boolean) {
  isKept.value = wanted;
  if (wanted) {
    if (isKept.value) notice.value = { text: words.tools.kept };
    return;
  }
  try {
    localStorage.removeItem(PLACE);
  } catch {
    // Nothing could be kept in the first place.
  }
  notice.value = { text: words.tools.forgotten };
}

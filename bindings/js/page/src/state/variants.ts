// Two variants side by side: one that was kept, and the one that is being changed.
import { computed, effect, signal } from '@preact/signals';

import type { Said } from '../case/said';
import type { Comparison } from '../documents';
import { Overtaken } from '../worker/lane';
import { compare } from './answering';
import { brought } from './files';
import { isWorking, said, say, shown } from './store';

interface Kept { said: Said; text: string }

export const kept = signal<Kept | undefined>(undefined);
export const comparison = signal<{ version: number; found: Comparison } | undefined>(undefined);
export const isComparing = computed(() => kept.value !== undefined);

export function keepToCompare() {
  kept.value = { said: said.value, text: shown.value.text };
}

/** Puts the case of a file beside the one on the screen. */
export async function compareWith(file: File) {
  const found = await brought(file);
  if (!found) return;
  const before = { said: said.value, text: shown.value.text };
  // First what is on the screen, so that nothing is compared with itself.
  say(found);
  kept.value = before;
}

export function swap() {
  const before = kept.value;
  if (!before) return;
  const now = { said: said.value, text: shown.value.text };
  say(before.said);
  kept.value = now;
}

export function stop() {
  kept.value = undefined;
  comparison.value = undefined;
}

let count = 0;

// Once the answer itself is there, so that the two do not wait for each other.
effect(() => {
  const [first, second] = [kept.value?.text, shown.value.text];
  const { version, base } = shown.value;
  const mine = ++count;
  if (first === undefined || isWorking.value || !base) return;
  compare(first, second).then(
    (found) => { if (mine === count) comparison.value = { version, found }; },
    (error: unknown) => { if (!(error instanceof Overtaken)) comparison.value = undefined; },
  );
});

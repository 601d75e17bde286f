// What the page knows: what was said, with its history, and the newest results.
import { computed, signal } from '@preact/signals';

import { withoutNumber, withTry, type Try } from '../case/changes';
import { NOTHING, type Said } from '../case/said';
import type { Assessment, Input, Problem, Questions } from '../documents';
import type { Whole } from '../worker/protocol';

interface History { past: readonly Said[]; present: Said; future: readonly Said[] }

const history = signal<History>({ past: [], present: NOTHING, future: [] });
/** Steps that can be taken back. */
const MOST = 500;
/** Changes of one thing within so many milliseconds are one step. */
const ONE_STEP = 800;

export const said = computed(() => history.value.present);
export const canUndo = computed(() => history.value.past.length > 0);
export const canRedo = computed(() => history.value.future.length > 0);

let last = { what: '', at: 0 };

/** Says something else. `what` names the one thing that changes, if it is one. */
export function say(next: Said, what = '') {
  const { past, present } = history.value;
  const now = performance.now();
  const isSameStep = what !== '' && what === last.what && now - last.at < ONE_STEP && past.length > 0;
  last = { what, at: now };
  history.value = { past: isSameStep ? past : [...past.slice(-MOST), present], present: next, future: [] };
}

export function undo() {
  const { past, present, future } = history.value;
  const before = past.at(-1);
  if (!before) return;
  last = { what: '', at: 0 };
  history.value = { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redo() {
  const { past, present, future } = history.value;
  const [next, ...rest] = future;
  if (!next) return;
  last = { what: '', at: 0 };
  history.value = { past: [...past, present], present: next, future: rest };
}

/** Answers a question. All that one slider does while it moves is one step. */
export function answer(question: string, text: string, { isSliding = false } = {}) {
  const { answers, ...rest } = said.value;
  if (answers[question] === text) return;
  say({ ...rest, answers: { ...answers, [question]: text } }, isSliding ? `answer ${question}` : '');
}

export function tryOut(own: Try, what = '') {
  say({ ...said.value, changes: withTry(said.value.changes, own) }, what);
}

/** Takes back one of the things that are tried. */
export function takeBack(own: Try) {
  say({ ...said.value, changes: said.value.changes.filter((other) => other !== own) });
}

export const putBack = (name: string) => say({ ...said.value, changes: withoutNumber(said.value.changes, name) });
export const takeAllBack = () => say({ ...said.value, changes: [] });

/** The results on the screen, each with the version of what was said that it is of. */
export interface Shown {
  version: number;
  /** Of the questions that can be known at once, and of those in their order. */
  questions?: Questions;
  isOrdered: boolean;
  /** The case that is saved. */
  text: string;
  inputs: Input[];
  problems: Problem[];
  base?: Assessment;
  /** The answer with its doubt, and the version that it is of. */
  doubt?: Assessment;
  doubtVersion: number;
  whole?: Whole;
  wholeVersion: number;
  /** The report, as a part of a page, to be printed. */
  part?: string;
  partVersion: number;
  /** Milliseconds that the base case took in the worker. */
  took: number;
}

export const shown = signal<Shown>({
  version: -1, isOrdered: false, text: '', inputs: [], problems: [], doubtVersion: -1, wholeVersion: -1, partVersion: -1, took: 0,
});

/** The best answer to what is on the screen. */
export const best = computed(() => {
  const { version, base, doubt, doubtVersion, whole, wholeVersion } = shown.value;
  if (whole && wholeVersion === version) return whole.answer;
  return doubt && doubtVersion === version ? doubt : base;
});

/** Whether there is an answer to give: of a case that was opened at once, else once the interview has what it needs. */
export const isAnswerable = computed(() =>
  said.value.start !== undefined || shown.value.questions?.progress.before_first_answer === 0);

/** Counts what was said; the newest version may not have a result yet. */
export const current = signal(0);

/** Whether the doubt of what was said last is still being computed. */
export const isWorking = computed(() => shown.value.doubtVersion !== current.value);

/** The chance of yes of what was said with nothing tried, where it was known. */
export const untried = signal<{ of: Said; chance: number | undefined } | undefined>(undefined);

/** Notes the chance of an answer with its doubt, if nothing is tried. */
export function note(of: Said, { question }: Assessment) {
  if (of.changes.length === 0) untried.value = { of, chance: question.chance_of_yes };
}

/** Why nothing can be computed. */
export const failure = signal<string | undefined>(undefined);

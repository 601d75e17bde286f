// Keeps the results up with what is said: at once from the base case, then with doubt, then the order
// of the questions and the whole answer. What is older never takes the place of what is newer.
import { effect } from '@preact/signals';
import wasm from 'worthwhile/worthwhile_bg.wasm?url';

import { isEmpty, type Said } from '../case/said';
import { words } from '../words';
import { Lane, Overtaken, Refused } from '../worker/lane';
import type { Base, Whole } from '../worker/protocol';
import { current, failure, note, said, shown, type Shown } from './store';

/** Milliseconds without a change before the long work begins. */
const QUIET = 40;
/** Milliseconds without a change before the whole answer is computed. */
const IDLE = 700;

let compiled: Promise<WebAssembly.Module> | undefined;
/** Compiled once, for all workers. */
const model = () => (compiled ??= load());

async function load(): Promise<WebAssembly.Module> {
  const response = await fetch(wasm);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  // Some servers do not know the type of such a file.
  const isTyped = response.headers.get('content-type')?.startsWith('application/wasm');
  return isTyped ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

let quick: Lane;
let thorough: Lane;
let timer: ReturnType<typeof setTimeout> | undefined;

export function start() {
  const module = model();
  module.catch((error: Error) => { failure.value = words.broken(error.message); });
  quick = new Lane(module, { isPatient: true });
  thorough = new Lane(module, { isPatient: false });
  effect(() => { void follow(said.value); });
}

async function follow(now: Said) {
  const mine = current.peek() + 1;
  current.value = mine;
  clearTimeout(timer);
  thorough.cancel();
  try {
    const base = await quick.run({ kind: 'base', said: now });
    if (mine < shown.value.version) return;
    show(mine, base);
    if (mine === current.peek() && base.answer) timer = setTimeout(() => void deepen(mine, now, base.text), QUIET);
  } catch (error) {
    tell(error);
  }
}

function show(mine: number, base: Base) {
  failure.value = undefined;
  const { text, answer, inputs, problems, took } = base;
  const before = shown.value;
  const questions = inOrderOf(before.questions, base.questions);
  shown.value = { ...before, version: mine, questions, isOrdered: false, text, inputs, problems, base: answer, took };
  if (answer) performance.mark('answer', { detail: { took } });
}

/** Until it is known again what is worth asking, the open questions of before stay as they are. */
function inOrderOf(before: Shown['questions'], now: Base['questions']): Base['questions'] {
  const isLater = (own: Base['questions']) => own.progress.before_first_answer === 0;
  const about = (own: Base['questions']) => own.answered.find((question) => question.id === 'about')?.answer;
  if (!before || !isLater(before) || !isLater(now) || about(before) !== about(now)) return now;
  const given = new Set(now.answered.map((question) => question.id));
  const questions = before.questions.filter((question) => !given.has(question.id));
  const { good_enough, good_enough_because, hangs_on, progress } = before;
  return { ...now, questions, good_enough, good_enough_because, hangs_on, progress };
}

async function deepen(mine: number, now: Said, text: string) {
  try {
    const doubt = await thorough.run({ kind: 'doubt', text });
    if (mine !== current.peek()) return;
    shown.value = { ...shown.value, doubt, doubtVersion: mine };
    note(now, doubt);
    performance.mark('doubt');
    if (!isEmpty(now) && shown.value.questions?.progress.before_first_answer === 0) {
      const questions = await thorough.run({ kind: 'questions', said: now });
      if (mine !== current.peek()) return;
      shown.value = { ...shown.value, questions, isOrdered: true };
    }
    timer = setTimeout(() => void finish(mine, now), IDLE);
  } catch (error) {
    tell(error);
  }
}

async function finish(mine: number, now: Said) {
  try {
    const { text } = shown.value;
    const whole = await thorough.run({ kind: 'whole', text });
    if (mine !== current.peek()) return;
    shown.value = { ...shown.value, whole, wholeVersion: mine };
    note(now, whole.answer);
    // Ready for the browser's own command to print, which waits for nothing.
    const part = await thorough.run({ kind: 'report', text, isPart: true });
    if (mine !== current.peek()) return;
    shown.value = { ...shown.value, part, partVersion: mine };
    performance.mark('report');
  } catch (error) {
    tell(error);
  }
}

/** The whole answer to what is on the screen, computed now if it is not there yet. */
export async function whole(): Promise<Whole> {
  const { whole: known, wholeVersion } = shown.value;
  if (known && wholeVersion === current.peek()) return known;
  const mine = current.peek();
  clearTimeout(timer);
  const found = await thorough.run({ kind: 'whole', text: shown.value.text });
  if (mine === current.peek()) {
    const isDoubtful = shown.value.doubtVersion === mine;
    shown.value = {
      ...shown.value, whole: found, wholeVersion: mine,
      ...(isDoubtful ? {} : { doubt: found.answer, doubtVersion: mine }),
    };
  }
  return found;
}

/** Whether what someone brings can be read; throws its problems. */
export const read = (brought: Said) => errands().run({ kind: 'read', said: brought });

/** The report of the case on the screen, as the command writes it. */
export async function report({ isPart }: { isPart: boolean }): Promise<string> {
  const mine = current.peek();
  const { part, partVersion } = shown.peek();
  if (isPart && part !== undefined && partVersion === mine) return part;
  const found = await errands().run({ kind: 'report', text: shown.value.text, isPart });
  if (isPart) shown.value = { ...shown.value, part: found, partVersion: mine };
  return found;
}

/** Compares two cases. */
export const compare = (first: string, second: string) => errands().run({ kind: 'compare', first, second });

let third: Lane | undefined;
/** Only who reads or compares needs a worker for it. */
const errands = () => (third ??= new Lane(model(), { isPatient: true }));

function tell(error: unknown) {
  if (error instanceof Overtaken) return;
  if (error instanceof Refused) {
    shown.value = { ...shown.value, version: current.peek(), problems: error.problems, base: undefined };
    return;
  }
  failure.value = words.failed(error instanceof Error ? error.message : String(error));
}


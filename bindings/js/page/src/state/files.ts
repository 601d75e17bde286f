// Cases from files and into files.
import { idOf } from '../case/pointer';
import type { Said } from '../case/said';
import type { JsonObject } from '../documents';
import { words } from '../words';
import { Refused } from '../worker/lane';
import { read } from './answering';
import { notice } from './begin';
import { say } from './store';

const MOST = 4 * 1024 * 1024;

/** What a file says, or nothing, with a notice that says why. What was there before stays. */
export async function brought(file: File): Promise<Said | undefined> {
  const refuse = (text: string, problems?: Refused['problems']) => {
    notice.value = { text: `${words.refused.file(file.name)} ${text}`, problems, isWrong: true };
    return undefined;
  };
  if (file.size > MOST) return refuse(words.refused.tooLarge);
  let start: JsonObject;
  try {
    start = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()));
  } catch {
    return refuse(words.refused.notJson);
  }
  const found: Said = { start, answers: {}, changes: [] };
  try {
    await read(found);
    return found;
  } catch (error) {
    return error instanceof Refused ? refuse('', error.problems) : refuse(String(error));
  }
}

export async function open(file: File) {
  const found = await brought(file);
  if (!found) return;
  say(found);
  notice.value = { text: words.tools.opened(file.name) };
}

/** Gives a file to the person. */
export function save(name: string, text: string, type: string) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  notice.value = { text: words.tools.saved(name) };
}

/** A name for files of this case: the id of the pursuit in question. */
export function nameOf(text: string): string {
  const { pursuits } = JSON.parse(text) as JsonObject;
  const [first] = Array.isArray(pursuits) ? pursuits : [];
  const id = first === undefined ? undefined : idOf(first, 'pursuits');
  return id !== undefined && /^[a-z0-9-]+$/.test(id) ? id : 'case';
}

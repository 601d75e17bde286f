// Names as they are shown: a case from elsewhere may have marks in them that turn or hide text.
import type { Assessment } from '../documents';
import { words } from '../words';

/** As `is_hidden` of the library has it. */
const HIDDEN = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** A name without what cannot be seen of it. */
export const shownName = (name: string) => name.replace(HIDDEN, '');

/** What the library quotes, in the marks of a text for people. */
export const quoted = (text: string) => text.replace(/`([^`]*)`/g, '“$1”');

/** What the award of the pursuit in question is called. */
export function awardOf({ pursuits, question }: Assessment): string {
  const name = pursuits.find((own) => own.id === question.pursuit)?.award?.name;
  return shownName(name ?? '').trim() || words.award;
}

export const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

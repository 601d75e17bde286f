// Everything a person has said: the case that they began from, their answers, and what they try.
import type { JsonObject } from '../documents';
import type { Changes } from './changes';

export interface Said {
  /** A case that was loaded, as it was. */
  readonly start?: JsonObject;
  /** By the id of a question, as typed. */
  readonly answers: Readonly<Record<string, string>>;
  readonly changes: Changes;
}

export const NOTHING: Said = { answers: {}, changes: [] };

/** The document of the interview, without the answers in `leaving`. */
export function interview(said: Said, leaving: readonly string[] = []): JsonObject {
  const answers = Object.fromEntries(
    Object.entries(said.answers).filter(([id]) => !leaving.includes(id)),
  );
  return { schema_version: 1, ...(said.start ? { case: said.start } : {}), answers };
}

export const isEmpty = (said: Said) => !said.start && Object.keys(said.answers).length === 0;

/** The question that a path of the interview leads to, if it does. */
export function answerOf(path: string): string | undefined {
  const [, part, id] = path.split('/');
  return part === 'answers' && id !== undefined ? id.replaceAll('~1', '/').replaceAll('~0', '~') : undefined;
}

/** The answer of someone who does not know. */
export const UNKNOWN = "don't know";

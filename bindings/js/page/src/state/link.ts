// A link that carries what was said in its fragment, which no browser sends anywhere: a version, then
// the JSON, compressed (zlib, whose checksum shows what is damaged), in letters that need no escapes.
import type { Said } from '../case/said';
import type { JsonObject } from '../documents';

const VERSION = '1';
/** Far more than any case; what is packed could otherwise unfold without end. */
const MOST = 4 * 1024 * 1024;

export class BrokenLink extends Error {}
export class OtherVersion extends Error {
  constructor(readonly version: string) { super(version); }
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST) throw new BrokenLink();
    chunks.push(value as Uint8Array<ArrayBuffer>);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

const letters = (bytes: Uint8Array) => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

const bytesOf = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

/** The fragment, without its `#`. */
export async function packed(said: Said): Promise<string> {
  const json = new TextEncoder().encode(JSON.stringify(said));
  const small = await through(json, new CompressionStream('deflate'));
  return `case=${VERSION}.${letters(small)}`;
}

/** What a fragment carries; none where it is no such link. */
export async function unpacked(fragment: string): Promise<Said | undefined> {
  const match = /^#?case=([^.]*)\.(.*)$/s.exec(fragment);
  if (!match) return undefined;
  const [, version = '', text = ''] = match;
  if (version !== VERSION) throw new OtherVersion(version.slice(0, 20));
  try {
    const json = await through(bytesOf(text), new DecompressionStream('deflate'));
    return saidOf(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)));
  } catch {
    throw new BrokenLink();
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was said, from a document that may be anything. */
export function saidOf(document: unknown): Said {
  if (!isObject(document)) throw new BrokenLink();
  const { start, answers = {}, changes = [] } = document;
  const isText = (value: unknown) => typeof value === 'string';
  if (!isObject(answers) || !Object.values(answers).every(isText)) throw new BrokenLink();
  const isTry = (own: unknown) => isObject(own) && isObject(own.values) && Array.isArray(own.without)
    && own.without.every(isText) && (own.text === undefined || isText(own.text));
  if (!Array.isArray(changes) || !changes.every(isTry)) throw new BrokenLink();
  if (start !== undefined && !isObject(start)) throw new BrokenLink();
  return {
    ...(start ? { start: start as JsonObject } : {}),
    answers: answers as Record<string, string>,
    changes: changes as Said['changes'],
  };
}

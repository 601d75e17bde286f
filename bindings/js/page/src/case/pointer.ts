// Places in a case: pointers in which items of lists are named by id, as the library names inputs.
import type { Json, JsonObject } from '../documents';

/** The lists whose items have ids, and what an id is taken from where there is none. */
const LISTS: Record<string, string> = {
  pursuits: 'preset', activities: 'kind', benefits: 'category', costs: 'id', drawbacks: 'kind',
};

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The id of an item of such a list. */
export function idOf(item: Json, list: string): string | undefined {
  if (!isObject(item)) return undefined;
  if (typeof item.id === 'string') return item.id;
  const other = item[LISTS[list] ?? 'id'];
  return typeof other === 'string' ? other.replaceAll('_', '-') : undefined;
}

const parts = (pointer: string) =>
  pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

/** A copy of the case with this value at that place. Objects and items that are not there are made. */
export function withValue(commitment: JsonObject, pointer: string, value: Json): JsonObject {
  return put(commitment, parts(pointer), value) as JsonObject;
}

function put(at: Json | undefined, path: string[], value: Json): Json {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const object = isObject(at) ? at : {};
  const [id, ...inside] = rest;
  if (LISTS[name] === undefined || id === undefined) {
    return { ...object, [name]: put(own(object, name), rest, value) };
  }
  const before = own(object, name);
  const items = Array.isArray(before) ? [...before] : [];
  const place = items.findIndex((item) => idOf(item, name) === id);
  if (place < 0) items.push(put({ id }, inside, value));
  else items[place] = put(items[place], inside, value);
  return { ...object, [name]: items };
}

/** A member that the object has itself. */
function own(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A copy of the case without one pursuit, and without what names it. */
export function withoutPursuit(commitment: JsonObject, id: string): JsonObject {
  const pursuits = Array.isArray(commitment.pursuits) ? commitment.pursuits : [];
  const eitherOr = Array.isArray(commitment.either_or) ? commitment.either_or : [];
  const left = eitherOr
    .map((group) => (Array.isArray(group) ? group.filter((name) => name !== id) : group))
    .filter((group) => !Array.isArray(group) || group.length > 1);
  const rest = { ...commitment, pursuits: pursuits.filter((item) => idOf(item, 'pursuits') !== id) };
  if (left.length > 0) return { ...rest, either_or: left };
  const { either_or: _, ...without } = rest as JsonObject;
  return without;
}

/** The id of the pursuit that an input belongs to. */
export function pursuitOf(pointer: string): string | undefined {
  const [list, id] = parts(pointer);
  return list === 'pursuits' ? id : undefined;
}

// What the person tries on top of what they said: numbers put in the place of others, and pursuits
// left out.
import type { Input, Json, JsonObject, Lever } from '../documents';
import { pursuitOf, withValue, withoutPursuit } from './pointer';

/** One thing that is tried. */
export interface Try {
  /** The lever that it is of, in words. Absent if a number was moved. */
  readonly text?: string;
  /** By the name of an input: the number or estimate in its place. */
  readonly values: Readonly<Record<string, Json>>;
  /** Ids of pursuits left out. */
  readonly without: readonly string[];
}

/** What is tried, the newest last. */
export type Changes = readonly Try[];

/** The numbers in place of others, those of newer tries first. */
export const valuesOf = (changes: Changes): Record<string, Json> =>
  Object.assign({}, ...changes.map((own) => own.values));

/** The case with the changes. */
export function changed(commitment: JsonObject, changes: Changes): JsonObject {
  const without = changes.flatMap((own) => own.without);
  const left = without.reduce(withoutPursuit, commitment);
  const isThere = (name: string) => !without.includes(pursuitOf(name) ?? '');
  return Object.entries(valuesOf(changes))
    .filter(([name]) => isThere(name))
    .reduce((all, [name, value]) => withValue(all, name, value), left);
}

/** The changes with one more. A number that is moved again takes the place of where it was moved before. */
export function withTry(changes: Changes, own: Try): Changes {
  const names = Object.keys(own.values);
  const isSame = (other: Try) => !own.text && !other.text && Object.keys(other.values).join() === names.join();
  const at = changes.findIndex(isSame);
  return at < 0 ? [...changes, own] : changes.map((other, place) => (place === at ? own : other));
}

/** The changes without those of one number. */
export function withoutNumber(changes: Changes, name: string): Changes {
  return changes
    .map((own) => ({ ...own, values: Object.fromEntries(Object.entries(own.values).filter(([other]) => other !== name)) }))
    .filter((own) => own.without.length > 0 || Object.keys(own.values).length > 0);
}

/** What trying a lever is. */
export function ofLever(lever: Lever, inputs: readonly Input[]): Try {
  const { text } = lever;
  if (lever.kind === 'without') {
    const ids = lever.inputs.map(pursuitOf).filter((id) => id !== undefined);
    return { text, values: {}, without: ids };
  }
  const known = new Map(inputs.map((input) => [input.name, input]));
  const factor = lever.kind === 'gains' ? lever.shown : lever.shown / lever.from;
  const values = lever.inputs.map((name): [string, Json] => {
    const input = known.get(name);
    const isScaled = lever.kind === 'hours' || lever.kind === 'gains';
    return [name, isScaled && input ? scaled(input, factor) : lever.shown];
  });
  return { text, values: Object.fromEntries(values), without: [] };
}

/** An estimate times a factor, within the bounds of its input. */
function scaled(input: Input, factor: number): Json {
  const times = (value: Json): Json =>
    typeof value === 'number'
      ? Math.min(input.maximum, Math.max(input.minimum, tidy(value * factor)))
      : value;
  const estimate = input.estimate as Json;
  if (typeof estimate === 'number') return times(estimate);
  if (typeof estimate !== 'object' || estimate === null || Array.isArray(estimate)) return estimate;
  const parts = Object.entries(estimate).map(([key, value]) => {
    if (key === 'weights') return [key, value];
    return [key, Array.isArray(value) ? value.map(times) : times(value)];
  });
  return Object.fromEntries(parts) as Json;
}

/** Without the digits that a multiplication adds. */
const tidy = (value: number) => Number(value.toPrecision(12));

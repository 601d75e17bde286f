// What the person tries on top of what they said: numbers put in the place of others, and pursuits
// left out.
import type { Input, Json, JsonObject, Lever } from '../documents';
import { pursuitOf, withValue, withoutPursuit } from './pointer';

export interface Changes {
  /** By the name of an input: the number or estimate in its place. */
  readonly values: Readonly<Record<string, Json>>;
  /** Ids of pursuits left out. */
  readonly without: readonly string[];
}

export const NO_CHANGES: Changes = { values: {}, without: [] };

export const isChanged = (changes: Changes) =>
  changes.without.length > 0 || Object.keys(changes.values).length > 0;

/** The case with the changes. */
export function changed(commitment: JsonObject, changes: Changes): JsonObject {
  const left = changes.without.reduce(withoutPursuit, commitment);
  const isThere = (name: string) => !changes.without.includes(pursuitOf(name) ?? '');
  return Object.entries(changes.values)
    .filter(([name]) => isThere(name))
    .reduce((all, [name, value]) => withValue(all, name, value), left);
}

/** The changes that a lever stands for. */
export function ofLever(lever: Lever, inputs: readonly Input[]): Changes {
  if (lever.kind === 'without') {
    const ids = lever.inputs.map(pursuitOf).filter((id) => id !== undefined);
    return { values: {}, without: ids };
  }
  const known = new Map(inputs.map((input) => [input.name, input]));
  const factor = lever.kind === 'gains' ? lever.shown : lever.shown / lever.from;
  const values = lever.inputs.map((name): [string, Json] => {
    const input = known.get(name);
    const isScaled = lever.kind === 'hours' || lever.kind === 'gains';
    return [name, isScaled && input ? scaled(input, factor) : lever.shown];
  });
  return { values: Object.fromEntries(values), without: [] };
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

export function merged(one: Changes, other: Changes): Changes {
  return {
    values: { ...one.values, ...other.values },
    without: [...new Set([...one.without, ...other.without])],
  };
}

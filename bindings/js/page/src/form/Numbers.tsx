// Every number of the case: its value, where it comes from, and a slider to try another one.
import { valuesOf } from '../case/changes';
import { shownName } from '../case/name';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import type { Assumption, Input } from '../documents';
import { pursuitOf } from '../case/pointer';
import { best, said, shown } from '../state/store';
import { words } from '../words';
import { NumberRow } from './NumberRow';

/** The most rows of a group that are drawn at once. */
const MOST = 80;

export function Numbers() {
  const wanted = useSignal('');
  const isOpen = useSignal(false);
  const isYours = useSignal(false);
  const { inputs } = shown.value;
  const { start } = said.value;
  // Whoever opens a case that someone wrote has its numbers at hand, as there are no answers to change.
  useEffect(() => {
    if (!start || start.answers) return;
    isOpen.value = true;
    isYours.value = true;
  }, [start]);
  if (inputs.length === 0) return null;
  return (
    <details class="numbers" id="numbers" open={isOpen.value} onToggle={(event) => { isOpen.value = event.currentTarget.open; }}>
      <summary><h2>{words.numbers.heading}</h2> <span class="faint">{words.numbers.count(inputs.length)}</span></summary>
      {isOpen.value && (
        <>
          <p class="faint">{words.numbers.about}</p>
          <div class="search">
            <input type="search" class="text" aria-label={words.numbers.find} placeholder={words.numbers.find} onInput={(event) => { wanted.value = event.currentTarget.value; }} />
            <label class="check">
              <input type="checkbox" checked={isYours.value} onChange={(event) => { isYours.value = event.currentTarget.checked; }} />
              {words.numbers.onlyYours}
            </label>
          </div>
          <Groups wanted={wanted.value} isYours={isYours.value} inputs={inputs} />
        </>
      )}
    </details>
  );
}

function Groups({ wanted, isYours, inputs }: { wanted: string; isYours: boolean; inputs: Input[] }) {
  const parts = wanted.toLowerCase().split(/\s+/).filter((part) => part !== '');
  const values = valuesOf(said.value.changes);
  const sources = new Map((shown.value.doubt?.assumptions ?? []).map((own): [string, Assumption] => [own.input, own]));
  const fits = (input: Input) => {
    const text = `${input.label} ${input.name}`.toLowerCase();
    const isOwn = !isYours || input.origin === 'case' || input.name in values;
    return isOwn && parts.every((part) => text.includes(part));
  };
  const groups = new Map<string, Input[]>();
  for (const input of inputs.filter(fits)) {
    const name = groupOf(input.name);
    groups.set(name, [...(groups.get(name) ?? []), input]);
  }
  if (groups.size === 0) return <p class="faint">{words.numbers.none}</p>;
  const isFew = [...groups.values()].flat().length <= 40;
  return (
    <>
      {[...groups].map(([name, own]) => (
        <Group key={`${name} ${isFew}`} name={name} inputs={own} sources={sources} isOpen={isFew} />
      ))}
    </>
  );
}

interface GroupProps { name: string; inputs: Input[]; sources: Map<string, Assumption>; isOpen: boolean }

function Group({ name, inputs, sources, isOpen }: GroupProps) {
  const isShown = useSignal(isOpen);
  return (
    <details open={isOpen} onToggle={(event) => { isShown.value = event.currentTarget.open; }}>
      <summary>{titleOf(name)} <span class="faint">({inputs.length})</span></summary>
      {isShown.value && (
        <ul class="rows">
          {inputs.slice(0, MOST).map((input) => (
            <NumberRow key={input.name} input={input} source={sources.get(input.name)} />
          ))}
        </ul>
      )}
    </details>
  );
}

const groupOf = (name: string) => {
  const id = pursuitOf(name);
  return id === undefined ? (name.split('/')[1] ?? '') : `pursuit ${id}`;
};

function titleOf(group: string): string {
  if (group === 'person') return words.numbers.you;
  if (!group.startsWith('pursuit ')) return words.numbers.model;
  const id = group.slice('pursuit '.length);
  return shownName(best.value?.pursuits.find((pursuit) => pursuit.id === id)?.name ?? id);
}

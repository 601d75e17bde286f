import { useSignal } from '@preact/signals';

import { valuesOf } from '../case/changes';
import type { Assumption, Input, Json } from '../documents';
import * as numbers from '../numbers';
import { best, putBack, said, tryOut } from '../state/store';
import { words } from '../words';
import { scaleOf } from './scale';
import { Typed } from './Typed';

interface Props { input: Input; source: Assumption | undefined }

export function NumberRow({ input, source }: Props) {
  const refused = useSignal<string | undefined>(undefined);
  const isChanged = input.name in valuesOf(said.value.changes);
  const currency = best.value?.person.currency;
  const isShare = numbers.isShare(input);
  const factor = isShare ? 100 : 1;
  const isMoney = input.unit.includes('currency');
  const scale = scaleOf({ id: input.name, kind: isShare ? 'share' : 'amount', unit: input.unit, minimum: input.minimum * factor, maximum: input.maximum * factor }, input.mean * factor);
  const step = input.whole ? 1 : scale.step;
  const value = input.mean * factor;
  const unit = numbers.unit(input, currency);

  const set = (next: number, what?: string) => tryOut({ values: { [input.name]: next / factor }, without: [] }, what);
  const typed = (text: string) => {
    const next = numbers.read(text, { isMoney });
    const [low, high] = [input.minimum * factor, input.maximum * factor];
    if (next === undefined) refused.value = words.numbers.refused(text);
    else if (next < low || next > high) refused.value = words.numbers.range(numbers.plain(low), numbers.plain(high));
    else {
      refused.value = undefined;
      if (Math.abs(next - value) > 1e-9 * Math.max(1, Math.abs(value))) set(input.whole ? Math.round(next) : next);
    }
  };
  const id = `n-${input.name.replaceAll(/[^a-zA-Z0-9-]/g, '-')}`;
  return (
    <li class={isChanged ? 'row is-changed' : 'row'}>
      <label for={id}>{input.label}</label>
      <div class="controls">
        <input
          type="range"
          min={scale.low}
          max={scale.high}
          step={step}
          value={value}
          aria-label={words.questions.slider(input.label)}
          aria-valuetext={numbers.told(input.mean, input, currency)}
          onInput={(event) => {
            refused.value = undefined;
            set(Number(event.currentTarget.value), `number ${input.name}`);
          }}
        />
        <Typed id={id} class="text is-tiny" value={numbers.typed(value)} describedBy={`${id}-about`} isWrong={refused.value !== undefined} take={typed} />
        <span class="faint unit">{unit}</span>
        {isChanged && <button type="button" class="quiet" aria-label={`${words.numbers.back}: ${input.label}`} onClick={() => putBack(input.name)}>{words.numbers.back}</button>}
      </div>
      <p class="faint about" id={`${id}-about`}>
        {refused.value && <span class="wrong">{refused.value} </span>}
        {input.uncertain && sentence(numbers.spread(input.estimate as Json, input, currency))}
        {isChanged ? words.numbers.source.changed : sourceOf(input, source)}
      </p>
    </li>
  );
}

function sourceOf(input: Input, source: Assumption | undefined): string {
  if (input.origin === 'case') return words.numbers.source.case;
  if (!source) return '';
  return source.follows === undefined ? source.source.text : `${words.numbers.follows} ${source.source.text}`;
}

const sentence = (text: string) => (text === '' ? '' : `${text}. `);

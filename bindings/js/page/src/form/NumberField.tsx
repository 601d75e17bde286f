// A number or a range: typed, or by sliders with the numbers beside them.
import { useSignal } from '@preact/signals';

import * as numbers from '../numbers';
import { said as state } from '../state/store';
import { words } from '../words';
import type { FieldProps } from './field';
import { isMoney, scaleOf } from './scale';
import { Typed } from './Typed';

export function NumberField({ question, said, take, goOn, describedBy, isWrong, id }: FieldProps) {
  const isRange = useSignal(question.kind === 'interval');
  const options = question.options ?? [];
  const word = options.find(({ id: own, label }) => [own, label.toLowerCase()].includes((said ?? '').trim().toLowerCase()));
  // What is refused is no number, and leaves the slider alone.
  const typed = isWrong ? undefined : numbers.ends(said ?? '', { isMoney: isMoney(question) });
  const found = word?.value === undefined ? typed : [word.value, word.value] as const;
  // A bare number between 0 and 1 is a share already, as the library reads it.
  const factor = question.kind === 'share' && found && found[1] > 0 && found[1] < 1 && !said?.includes('%') ? 100 : 1;
  const [low, high] = found ? [found[0] * factor, found[1] * factor] : [undefined, undefined];
  const isSpread = low !== undefined && high !== undefined && low < high;
  const scale = scaleOf(question, high);
  const middle = (scale.low + scale.high) / 2;
  const unit = question.unit === '%' ? '%' : question.unit?.replace('your currency', currency()) ?? '';

  const slid = (end: 'both' | 'low' | 'high') => (event: Event & { currentTarget: HTMLInputElement }) => {
    const value = Number(event.currentTarget.value);
    if (end === 'both') return take(numbers.typed(value), { isSliding: true });
    const [from, to] = [low ?? middle, high ?? middle];
    const ends = end === 'low' ? [value, Math.max(value, to)] : [Math.min(value, from), value];
    take(ends[0] === ends[1] ? numbers.typed(value) : ends.map((own) => numbers.typed(own as number)).join(' to '), { isSliding: true });
  };
  const slider = (end: 'both' | 'low' | 'high', value: number | undefined, label: string) => (
    <input
      type="range"
      class={value === undefined ? 'is-unset' : undefined}
      min={scale.low}
      max={scale.high}
      step={scale.step}
      value={value ?? middle}
      aria-label={label}
      aria-valuetext={value === undefined ? words.week.open : `${numbers.plain(value)} ${unit}`}
      onInput={slid(end)}
    />
  );
  const isWide = isRange.value || isSpread;
  return (
    <div class="number">
      <div class="typed">
        <Typed id={id} class="text is-short" value={word?.label ?? said ?? ''} label={question.text} describedBy={describedBy} isWrong={isWrong} take={take} goOn={goOn} />
        <span class="faint">{unit}</span>
      </div>
      <div class="sliders">
        {isWide ? (
          <>
            <label><span>{words.questions.from}</span>{slider('low', low, `${words.questions.from}: ${question.text}`)}</label>
            <label><span>{words.questions.to}</span>{slider('high', high, `${words.questions.to}: ${question.text}`)}</label>
          </>
        ) : slider('both', low, words.questions.slider(question.text))}
        {question.kind !== 'interval' && !isSpread && (
          <button type="button" class="quiet" aria-label={`${isRange.value ? words.questions.number : words.questions.range}: ${question.text}`} onClick={() => { isRange.value = !isRange.value; }}>
            {isRange.value ? words.questions.number : words.questions.range}
          </button>
        )}
      </div>
      {options.length > 0 && (
        <div class="words">
          {options.map((option) => (
            <button
              type="button"
              key={option.id}
              class={word?.id === option.id ? 'chip is-chosen' : 'chip'}
              aria-pressed={word?.id === option.id}
              onClick={() => take(option.id)}
            >
              {option.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** The currency that the person said, as a word of a unit. */
function currency(): string {
  const own = state.value.answers['money-currency']?.trim().toUpperCase();
  return own && /^[A-Z]{3}$/.test(own) ? own : 'your currency';
}

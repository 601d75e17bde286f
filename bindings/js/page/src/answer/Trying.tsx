// What is being tried on top of what was said, each to be taken back.
import type { Json } from '../documents';
import * as numbers from '../numbers';
import { isTrying, said, shown, takeAllBack, takeBack } from '../state/store';
import { words } from '../words';

export function Trying() {
  if (!isTrying.value) return null;
  const { values, without } = said.value.changes;
  const { inputs } = shown.value;
  const rows: [string, string][] = [
    ...Object.entries(values).map(([name, value]): [string, string] => {
      const input = inputs.find((own) => own.name === name);
      const isShare = input !== undefined && input.maximum <= 1 && input.minimum >= 0;
      const unit = isShare ? '%' : input?.unit && !/\d/.test(input.unit) ? ` ${input.unit}` : '';
      return [name, words.trying.is(input?.label ?? name, `${told(value, isShare ? 100 : 1)}${unit}`)];
    }),
    ...without.map((id): [string, string] => [id, words.trying.without(id)]),
  ];
  return (
    <section class="trying" aria-label={words.trying.heading}>
      <h3>{words.trying.heading}</h3>
      <ul>
        {rows.map(([name, text]) => (
          <li key={name}>
            <span>{text}</span>
            <button type="button" class="quiet" aria-label={words.trying.undoThis(text)} onClick={() => takeBack(name)}>{words.trying.undo}</button>
          </li>
        ))}
      </ul>
      {rows.length > 1 && <button type="button" class="quiet" onClick={takeAllBack}>{words.trying.all}</button>}
      <p class="faint">{words.trying.keep}</p>
    </section>
  );
}

/** A number, or the ends of an estimate. */
function told(value: Json, factor: number): string {
  if (typeof value === 'number') return numbers.plain(value * factor);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const [low, high] = [value.low ?? value.min, value.high ?? value.max];
  if (typeof low !== 'number' || typeof high !== 'number') return '';
  return words.numbers.interval(numbers.plain(low * factor), numbers.plain(high * factor));
}

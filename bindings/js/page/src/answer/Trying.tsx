// What is being tried on top of what was said, each to be taken back.
import * as numbers from '../numbers';
import { isTrying, said, shown, takeAllBack, takeBack } from '../state/store';
import { words } from '../words';

export function Trying() {
  if (!isTrying.value) return null;
  const { values, without } = said.value.changes;
  const { inputs, base } = shown.value;
  const currency = base?.person.currency;
  const rows: [string, string][] = [
    ...Object.entries(values).map(([name, value]): [string, string] => {
      const input = inputs.find((own) => own.name === name);
      const text = input ? numbers.spread(value, input, currency) : String(value);
      return [name, words.trying.is(input?.label ?? name, text)];
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

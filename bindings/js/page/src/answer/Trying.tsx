// What is being tried on top of what was said, each to be taken back.
import type { Try } from '../case/changes';
import { capital, shownName } from '../case/name';
import * as numbers from '../numbers';
import { said, shown, takeAllBack, takeBack } from '../state/store';
import { words } from '../words';

export function Trying() {
  const { changes } = said.value;
  if (changes.length === 0) return null;
  return (
    <section class="trying" aria-label={words.trying.heading}>
      <h3>{words.trying.heading}</h3>
      <ul>
        {changes.map((own, at) => {
          const text = inWords(own);
          return (
            <li key={at}>
              <span>{text}</span>
              <button type="button" class="quiet" aria-label={words.trying.undoThis(text)} onClick={() => takeBack(own)}>{words.trying.undo}</button>
            </li>
          );
        })}
      </ul>
      {changes.length > 1 && <button type="button" class="quiet" onClick={takeAllBack}>{words.trying.all}</button>}
      <p class="faint">{words.trying.keep}</p>
    </section>
  );
}

function inWords({ text, values, without }: Try): string {
  if (text !== undefined) return capital(shownName(text));
  const { inputs, base } = shown.value;
  const numbersTried = Object.entries(values).map(([name, value]) => {
    const input = inputs.find((own) => own.name === name);
    return words.trying.is(input?.label ?? name, input ? numbers.spread(value, input, base?.person.currency) : String(value));
  });
  return [...numbersTried, ...without.map(words.trying.without)].join('; ');
}

// What is being tried on top of what was said, each to be taken back.
import type { Try } from '../case/changes';
import { capital, shownName } from '../case/name';
import * as numbers from '../numbers';
import { best, isWorking, said, shown, takeAllBack, takeBack, untried } from '../state/store';
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
      <Compared />
      {changes.length > 1 && <button type="button" class="quiet" onClick={takeAllBack}>{words.trying.all}</button>}
      <p class="faint">{words.trying.keep}</p>
    </section>
  );
}

/** The chance with what is tried beside the one without, where that is known. */
function Compared() {
  const now = best.value?.question.chance_of_yes;
  const before = untried.value;
  const isOfThis = before?.of.answers === said.value.answers && before.of.start === said.value.start;
  if (!isOfThis || before.chance === undefined || now === undefined || isWorking.value) return null;
  return <p>{words.trying.chance(numbers.chance(before.chance), numbers.chance(now))}</p>;
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

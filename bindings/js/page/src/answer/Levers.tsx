// What would change the answer, each to be tried by a click.
import { ofLever } from '../case/changes';
import { awardOf, capital } from '../case/name';
import type { Assessment, Lever } from '../documents';
import { isWorking, shown, tryOut } from '../state/store';
import { words } from '../words';

export function Levers({ answer }: { answer: Assessment }) {
  const isBusy = isWorking.value;
  const before = shown.value.doubt;
  const of = isBusy && before?.question.pursuit === answer.question.pursuit ? before : answer;
  // Levers are about the answer at the averages, which may be another one.
  if ((isBusy && of === answer) || of.question.base_answer) return null;
  return (
    <section class={isBusy ? 'levers is-stale' : 'levers'} aria-label={isBusy ? words.answer.stale : undefined}>
      <h3>{words.levers.heading}</h3>
      {of.levers.some((own) => own.turns) && <p class="faint">{words.levers.about}</p>}
      {of.levers.length === 0 ? <p>{words.levers.none}</p> : (
        <ul>
          {nearest(of.levers).map((lever) => (
            <li key={lever.text}>
              <span>{capital(lever.text)} <b>{outcome(lever, of)}</b></span>
              <button
                type="button"
                disabled={isBusy}
                aria-label={words.levers.tryThis(lever.text)}
                onClick={() => {
                  tryOut(ofLever(lever, shown.value.inputs));
                  requestAnimationFrame(showTrying);
                }}
              >
                {words.levers.try}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Where the person can see what it did, and take it back. */
function showTrying() {
  const trying = document.querySelector('.trying');
  trying?.scrollIntoView({ block: 'start' });
  trying?.querySelector<HTMLElement>('li:last-child button')?.focus({ preventScroll: true });
}

/** As on the page of the command: the nearest, few of a kind, and what would not change it. */
const [TURNING, OF_ONE_KIND, REASSURING] = [6, 2, 2];

function nearest(levers: Lever[]): Lever[] {
  const turning: Lever[] = [];
  for (const lever of levers.filter((own) => own.turns)) {
    const alike = turning.filter((own) => own.kind === lever.kind).length;
    if (turning.length < TURNING && alike < OF_ONE_KIND) turning.push(lever);
  }
  return [...turning, ...levers.filter((own) => !own.turns).slice(0, REASSURING)];
}

function outcome(lever: Lever, answer: Assessment): string {
  if (!lever.turns) return words.levers.still(lever.answer);
  const isWork = lever.answer === 'no' && answer.pursuits.some((own) => own.id === answer.question.pursuit && own.award) && lever.level !== undefined;
  return isWork ? words.levers.work(awardOf(answer)) : words.levers[lever.answer];
}

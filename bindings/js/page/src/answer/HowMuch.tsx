import { HowMuchCurve } from '../charts/HowMuchCurve';
import type { Assessment } from '../documents';
import * as numbers from '../numbers';
import { isWorking, shown } from '../state/store';
import { awardOf } from '../case/name';
import { words } from '../words';

export function HowMuch({ answer }: { answer: Assessment }) {
  const isBusy = isWorking.value;
  const before = shown.value.doubt;
  const of = isBusy && before?.question.pursuit === answer.question.pursuit ? before : answer;
  const amounts = of.question.how_much ?? [];
  if (amounts.length < 2) return null;
  const hasAward = amounts.some((own) => own.chance_ever !== undefined);
  const cell = (value: number | undefined, write: (value: number) => string) => (value === undefined ? '–' : write(value));
  return (
    <section class={isBusy ? 'how-much is-stale' : 'how-much'} aria-label={isBusy ? words.answer.stale : undefined}>
      <h3>{words.howMuch.heading}</h3>
      <HowMuchCurve amounts={amounts} level={of.question.level} label={words.howMuch.caption} />
      <p class="faint">{words.howMuch.caption}</p>
      <details class="table">
        <summary>{words.howMuch.table}</summary>
        <div class="scroll" tabIndex={0} role="group" aria-label={words.howMuch.heading}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.howMuch.amount}</th>
                <th scope="col">{words.howMuch.hours}</th>
                <th scope="col">{words.howMuch.points}</th>
                {hasAward && <th scope="col">{words.howMuch.chance(awardOf(answer))}</th>}
              </tr>
            </thead>
            <tbody>
              {amounts.map((own) => (
                <tr key={own.level}>
                  <th scope="row">{numbers.amount(own.level)}</th>
                  <td>{numbers.hours(own.hours_per_week)}</td>
                  <td>{cell(own.margin_over_none, numbers.points)}</td>
                  {hasAward && <td>{cell(own.chance_ever, numbers.share)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

import { Dots } from '../charts/Dots';
import type { Assessment, PursuitAnswer } from '../documents';
import * as numbers from '../numbers';
import { shown } from '../state/store';
import { words } from '../words';

interface Props { answer: Assessment; asked: PursuitAnswer; isBusy: boolean }

export function Chance({ answer, asked, isBusy }: Props) {
  // While the doubt is computed again, the dots of before keep their place, and are marked.
  const before = isBusy ? shown.value.doubt : answer;
  const isSame = before?.question.pursuit === answer.question.pursuit;
  const of = isSame ? before : answer;
  const own = of?.pursuits.find((pursuit) => pursuit.id === asked.id);
  const chance = of?.question.chance_of_yes;
  if (!own?.margin_quantiles || chance === undefined) return null;
  const label = words.chance.picture(numbers.chance(chance), numbers.points(own.margin.p5), numbers.points(own.margin.p95));
  return (
    <section class={isBusy ? 'chance is-stale' : 'chance'} aria-label={isBusy ? words.answer.stale : undefined}>
      <h3>{words.chance.heading}</h3>
      <p class="big"><span class="faint">{words.chance.label}</span> <b>{numbers.chance(chance)}</b></p>
      <Dots quantiles={own.margin_quantiles} label={label} />
      <p class="faint">{words.chance.about} {words.chance.scope}</p>
      {!isBusy && of?.question.close_call && <p>{words.chance.close}</p>}
    </section>
  );
}

import { capital, shownName } from '../case/name';
import { Waterfall } from '../charts/Waterfall';
import type { Assessment, PursuitAnswer } from '../documents';
import { words } from '../words';

/** Less than this is no bar. */
const LEAST = 0.5;

export function Contributions({ asked }: { answer: Assessment; asked: PursuitAnswer }) {
  const parts = asked.contributions
    .filter((own) => Math.abs(own.points) >= LEAST)
    .sort((one, other) => other.points - one.points)
    .map((own) => ({ name: words.contributions.names[own.id] ?? own.id, points: own.points }));
  const bars = [...parts, { name: words.contributions.together, points: asked.worth.mean, isSum: true }];
  const heading = words.contributions.heading(capital(shownName(asked.name)));
  return (
    <section class="contributions">
      <h3>{heading}</h3>
      <Waterfall bars={bars} label={heading} />
      <p class="faint">{words.contributions.caption}</p>
    </section>
  );
}

// The week as a bar that fills.
import type { Question, Week as WeekData } from '../documents';
import * as numbers from '../numbers';
import { words } from '../words';

const ALL = 168;
const NIGHTS = 7;
const PARTS = ['job', 'sleep', 'everyday', 'care'] as const;

export function Week({ week, answered }: { week: WeekData | undefined; answered: Question[] }) {
  const parts = PARTS.map((part): [string, number | undefined] => [part, week?.[part] ?? soFar(part, answered)]);
  const taken = parts.reduce((sum, [, hours]) => sum + (hours ?? 0), 0);
  const isWhole = week !== undefined;
  const free = week?.free ?? Math.max(0, ALL - taken);
  const all: [string, number | undefined][] = [...parts, ['free', isWhole ? free : undefined]];
  const name = (part: string) => words.week.parts[part as keyof typeof words.week.parts];
  return (
    <figure class="week">
      <figcaption>{words.week.heading}<span class="faint"> {words.week.of}</span></figcaption>
      <svg viewBox="0 0 168 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="part-open" width="168" height="10" />
        {bars(all).map(({ part, start, width }) => (
          <rect key={part} class={`part-${part}`} x={start} width={width} height="10" />
        ))}
      </svg>
      <ul class="legend">
        {all.map(([part, hours]) => (
          <li key={part} class={part === 'free' ? 'is-free' : undefined}>
            <svg viewBox="0 0 10 10" aria-hidden="true"><rect class={hours === undefined ? 'part-open' : `part-${part}`} width="10" height="10" rx="2" /></svg>
            {name(part)} <b>{hours === undefined ? words.week.open : words.week.hours(numbers.hours(hours))}</b>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Where each part stands in the week; what is too much is cut off at its end. */
function bars(parts: [string, number | undefined][]) {
  let start = 0;
  return parts.map(([part, hours = 0]) => {
    const from = Math.min(start, ALL);
    start += hours;
    return { part, start: from, width: Math.max(0, Math.min(start, ALL) - from) };
  });
}

/** The hours of a part that has an answer while others have none. */
function soFar(part: string, answered: Question[]): number | undefined {
  const text = answered.find((question) => question.id === `week-${part}`)?.answer;
  const ends = text === undefined ? undefined : numbers.ends(text);
  return ends && ((ends[0] + ends[1]) / 2) * (part === 'sleep' ? NIGHTS : 1);
}

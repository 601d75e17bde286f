// What it gives and costs: each bar starts where the one before ended.
import * as numbers from '../numbers';
import { pointsScale } from './scales';

export interface Bar { name: string; points: number; isSum?: boolean }

export function Waterfall({ bars, label }: { bars: Bar[]; label: string }) {
  let before = 0;
  const spans = bars.map((bar) => {
    const from = bar.isSum ? 0 : before;
    before = bar.isSum ? before : before + bar.points;
    return { ...bar, from, to: bar.isSum ? bar.points : before };
  });
  const x = pointsScale(spans.flatMap((own) => [own.from, own.to]), [0, 100]);
  return (
    <ul class="waterfall" aria-label={label}>
      {spans.map((own) => (
        <li key={own.name} class={own.isSum ? 'is-sum' : undefined}>
          <span class="name">{own.name}</span>
          <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
            <line class="axis" x1={x(0)} x2={x(0)} y1="0" y2="14" />
            <rect
              class={own.isSum ? 'sum' : own.points < 0 ? 'bad' : 'good'}
              x={Math.min(x(own.from), x(own.to))}
              width={Math.max(0.6, Math.abs(x(own.to) - x(own.from)))}
              y="2"
              height="10"
            />
          </svg>
          <span class="figure">{numbers.points(own.points)}</span>
        </li>
      ))}
    </ul>
  );
}

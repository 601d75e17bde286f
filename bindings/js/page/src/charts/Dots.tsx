// Twenty equally likely sets of numbers as dots along the points, stacked where they are near.
import * as numbers from '../numbers';
import { pointsScale } from './scales';
import { useWidth } from './width';

const SIDE = 16;

/** `quantiles` are those at 0, 0.05, ... and 1. */
export function Dots({ quantiles, label }: { quantiles: number[]; label: string }) {
  const { place: frame, width } = useWidth(560);
  const radius = Math.max(5, Math.min(9, width / 50));
  const step = 2 * radius + 2;
  const spots = quantiles.slice(0, -1).map((own, at) => (own + (quantiles[at + 1] ?? own)) / 2);
  const x = pointsScale(spots, [SIDE, width - SIDE]);
  const stacks = new Map<number, number>();
  const dots = spots.map((own) => {
    // No dot stands on both sides of zero.
    const column = Math.floor((x(own) - x(0)) / step);
    const place = stacks.get(column) ?? 0;
    stacks.set(column, place + 1);
    return { at: x(0) + (column + 0.5) * step, place, isGood: own > 0 };
  });
  const high = Math.max(...stacks.values()) * step + 6;
  const ends = [Math.min(0, ...spots), Math.max(0, ...spots)];
  return (
    <div ref={frame}>
      <svg class="chart" width={width} height={high + 24} viewBox={`0 0 ${width} ${high + 24}`} role="img" aria-label={label}>
        {dots.map((dot, at) => (
          <circle key={at} class={dot.isGood ? 'dot' : 'dot is-bad'} cx={dot.at} cy={high - radius - dot.place * step} r={radius} />
        ))}
        <line class="rule" x1="0" x2={width} y1={high} y2={high} />
        <line class="axis" x1={x(0)} x2={x(0)} y1="0" y2={high} />
        <text class="faint" x={x(0)} y={high + 18} text-anchor={x(0) < 40 ? 'start' : x(0) > width - 40 ? 'end' : 'middle'}>0</text>
        {ends.map((end) => Math.abs(x(end) - x(0)) > 60 && (
          <text class="faint" key={end} x={end < 0 ? 0 : width} y={high + 18} text-anchor={end < 0 ? 'start' : 'end'}>{numbers.points(end)}</text>
        ))}
      </svg>
    </div>
  );
}

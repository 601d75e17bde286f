// Twenty equally likely sets of numbers as dots along the points, stacked where they are near.
import * as numbers from '../numbers';
import { pointsScale } from './scales';

const [WIDTH, SIDE, RADIUS] = [560, 24, 9];
const STEP = 2 * RADIUS + 2;

/** `quantiles` are those at 0, 0.05, ... and 1. */
export function Dots({ quantiles, label }: { quantiles: number[]; label: string }) {
  const spots = quantiles.slice(0, -1).map((own, at) => (own + (quantiles[at + 1] ?? own)) / 2);
  const x = pointsScale(spots, [SIDE, WIDTH - SIDE]);
  const stacks = new Map<number, number>();
  const dots = spots.map((own) => {
    // No dot stands on both sides of zero.
    const column = Math.floor((x(own) - x(0)) / STEP);
    const place = stacks.get(column) ?? 0;
    stacks.set(column, place + 1);
    return { at: x(0) + (column + 0.5) * STEP, place, isGood: own > 0 };
  });
  const high = Math.max(...stacks.values()) * STEP + 6;
  const ends = [Math.min(0, ...spots), Math.max(0, ...spots)];
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${high + 24}`} role="img" aria-label={label}>
      {dots.map((dot, at) => (
        <circle key={at} class={dot.isGood ? 'dot' : 'dot is-bad'} cx={dot.at} cy={high - RADIUS - dot.place * STEP} r={RADIUS} />
      ))}
      <line class="rule" x1="0" x2={WIDTH} y1={high} y2={high} />
      <line class="axis" x1={x(0)} x2={x(0)} y1="0" y2={high} />
      <text class="faint" x={x(0)} y={high + 18} text-anchor={x(0) < 40 ? 'start' : x(0) > WIDTH - 40 ? 'end' : 'middle'}>0</text>
      {ends.map((end) => Math.abs(x(end) - x(0)) > 60 && (
        <text class="faint" key={end} x={end < 0 ? 0 : WIDTH} y={high + 18} text-anchor={end < 0 ? 'start' : 'end'}>{numbers.points(end)}</text>
      ))}
    </svg>
  );
}

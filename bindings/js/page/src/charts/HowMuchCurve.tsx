// The curve of how much: points better off by hours a week.
import { scaleLinear } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';

import type { HowMuch } from '../documents';
import * as numbers from '../numbers';
import { words } from '../words';
import { pointsScale } from './scales';
import { useWidth } from './width';

const HEIGHT = 230;
const [LEFT, RIGHT, TOP, BOTTOM] = [44, 20, 26, 44];

interface Props { amounts: HowMuch[]; level: number; label: string }

export function HowMuchCurve({ amounts, level, label }: Props) {
  const { place, width } = useWidth(560);
  const spots = amounts.filter((own) => own.margin_over_none !== undefined)
    .map((own) => ({ level: own.level, hours: own.hours_per_week, points: own.margin_over_none ?? 0 }));
  const x = scaleLinear().domain([0, Math.max(0.1, ...spots.map((own) => own.hours))]).range([LEFT, width - RIGHT]).nice(5);
  const y = pointsScale(spots.map((own) => own.points), [HEIGHT - BOTTOM, TOP]).nice(4);
  const path = line<{ hours: number; points: number }>().x((own) => x(own.hours)).y((own) => y(own.points)).curve(curveMonotoneX);
  return (
    <div ref={place}>
      <svg class="chart" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line class={tick === 0 ? 'axis' : 'rule'} x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
            <text class="faint" x={LEFT - 8} y={y(tick) + 4} text-anchor="end">{numbers.points(tick)}</text>
          </g>
        ))}
        {x.ticks(width < 400 ? 4 : 6).map((tick) => (
          <text class="faint" key={tick} x={x(tick)} y={HEIGHT - BOTTOM + 18} text-anchor="middle">{numbers.plain(tick)}</text>
        ))}
        <text class="faint" x={width - RIGHT} y={HEIGHT - 8} text-anchor="end">{words.howMuch.hours}</text>
        <text class="faint" x={4} y={14}>{words.howMuch.points}</text>
        <path class="curve" d={path(spots) ?? undefined} />
        {spots.map((own) => {
          const isHere = Math.abs(own.level - level) < 1e-9;
          return (
            <g key={own.level} class={isHere ? 'is-here' : undefined}>
              <circle class={isHere ? 'dot is-marked' : 'dot'} cx={x(own.hours)} cy={y(own.points)} r={isHere ? 7 : 4.5}>
                <title>{`${numbers.amount(own.level)}: ${numbers.hours(own.hours)} ${words.howMuch.hours}, ${numbers.points(own.points)}`}</title>
              </circle>
              {isHere && <text class="strong" x={x(own.hours)} y={y(own.points) + (own.points < 0 ? 22 : -12)} text-anchor={anchor(x(own.hours), width)}>{`${numbers.points(own.points)} ${words.howMuch.here}`}</text>}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** So that a label at an end is not cut off. */
const anchor = (at: number, width: number) => (at > width - 90 ? 'end' : at < LEFT + 60 ? 'start' : 'middle');

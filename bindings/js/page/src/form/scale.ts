// From where to where a slider goes, and in which steps.
import type { Question } from '../documents';

export interface Scale { low: number; high: number; step: number }

/** The scale of a question: its bounds, but no further than a week or an amount usually goes. */
export function scaleOf(question: Pick<Question, 'kind' | 'unit' | 'minimum' | 'maximum' | 'id'>, value?: number): Scale {
  const { kind, unit = '', minimum = 0, maximum = 100 } = question;
  const scale = usual(kind, unit, minimum, maximum, question.id);
  const high = value === undefined ? scale.high : Math.max(scale.high, nice(value));
  return { low: Math.max(minimum, scale.low), high: Math.min(maximum, high), step: scale.step };
}

function usual(kind: string, unit: string, minimum: number, maximum: number, id: string): Scale {
  if (kind === 'share') return { low: 0, high: 100, step: 1 };
  if (kind === 'rating') return { low: minimum, high: maximum, step: 0.5 };
  if (unit.includes('night')) return { low: 0, high: 12, step: 0.25 };
  if (unit === 'hours a week' || kind === 'interval') return { low: 0, high: Math.min(maximum, 80), step: 0.5 };
  if (unit === 'hours') return { low: 0, high: Math.min(maximum, 60), step: 0.5 };
  if (isMoney({ unit })) {
    const [high, step] = unit.endsWith('hour') ? [200, 1] : [20_000, 100];
    return { low: minimum < 0 ? -high : 0, high, step };
  }
  if (id === 'money-rate') return { low: 0, high: 3, step: 0.01 };
  if (maximum <= 1) return { low: 0, high: 1, step: 0.01 };
  if (maximum <= 40) return { low: minimum, high: maximum, step: maximum > 10 ? 1 : 0.5 };
  return { low: Math.max(minimum, 0), high: Math.min(maximum, 100), step: 1 };
}

/** Whether it is an amount of money, in a currency by its code where it is known. */
export const isMoney = ({ unit = '' }: Pick<Question, 'unit'>) => /^(your currency|[A-Z]{3}) /.test(unit);

/** A round number from which a value is not at the very end. */
function nice(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, Math.abs(value))));
  return Math.ceil(value / power) * power;
}

// Numbers for people: written as the library's sentences have them, and read with a decimal comma or
// point.
import type { Json } from './documents';
import { words } from './words';

const format = (options: Intl.NumberFormatOptions) => {
  const own = new Intl.NumberFormat(words.language, options);
  return (value: number) => own.format(Object.is(Math.round(value * 1e6), -0) || value === 0 ? 0 : value);
};

const whole = format({ maximumFractionDigits: 0 });
const signed = format({ maximumFractionDigits: 0, signDisplay: 'exceptZero' });
const tenths = format({ maximumFractionDigits: 1, minimumFractionDigits: 1 });
const percent = format({ style: 'percent', maximumFractionDigits: 0 });
const short = format({ maximumFractionDigits: 2 });

/** Beyond so many points there is nothing left to count. */
const FAR = 999;
const near = (points: number) => Math.max(-FAR, Math.min(FAR, points));

const noMinusZero = (value: number) => (Math.abs(value) < 0.5 ? 0 : value);

export const points = (value: number) => signed(noMinusZero(near(value)));
export const hours = (value: number) => tenths(Math.abs(value) < 0.05 ? 0 : value);
export const share = (value: number) => percent(Math.abs(value) < 0.005 ? 0 : value);
/** A chance by scenarios: all of those looked at is not certainty. */
export function chance(value: number): string {
  if (value > 0.995 && value <= 1) return words.chance.over(percent(0.99));
  return value < 0.005 ? words.chance.under(percent(0.01)) : percent(value);
}
/** How much of a pursuit, in words where there are some. */
export const amount = (level: number) => words.amount(level, percent(level));
export const count = (value: number) => whole(value);
export const plain = (value: number) => (Math.abs(value) >= 1000 ? whole(value) : short(value));

/** An amount of money; a currency that the browser does not know is written as it is. */
export function money(value: number, currency: string | undefined): string {
  if (!currency) return plain(value);
  try {
    const options = { style: 'currency', currency, maximumFractionDigits: Math.abs(value) >= 100 ? 0 : 2 } as const;
    return new Intl.NumberFormat(words.language, options).format(value);
  } catch {
    return `${plain(value)} ${currency}`;
  }
}

/** What a number of a case is in words depends on its unit and bounds. */
interface Measured { unit: string; minimum: number; maximum: number }

export const isShare = ({ minimum, maximum }: Measured) => minimum >= 0 && maximum <= 1;
const MONEY = 'your currency';

/** A unit beside a number; that of a rating is a scale, which says nothing there. */
export function unit(of: Measured, currency: string | undefined): string {
  if (isShare(of)) return '%';
  if (of.unit.startsWith(MONEY)) return currency ? of.unit.replace(MONEY, currency) : of.unit;
  return /\d/.test(of.unit) ? '' : of.unit;
}

/** A number of a case with its unit. */
export function told(value: number, of: Measured, currency: string | undefined): string {
  if (isShare(of)) return `${plain(100 * value)}%`;
  if (of.unit.startsWith(MONEY) && currency) return money(value, currency) + of.unit.slice(MONEY.length);
  return `${plain(value)} ${unit(of, currency)}`.trim();
}

/** A number or the ends of an estimate, with its unit; nothing where an estimate has no ends. */
export function spread(estimate: Json, of: Measured, currency: string | undefined): string {
  if (typeof estimate === 'number') return told(estimate, of, currency);
  if (typeof estimate !== 'object' || estimate === null || Array.isArray(estimate)) return '';
  const [low, high] = [estimate.low ?? estimate.min, estimate.high ?? estimate.max];
  if (typeof low !== 'number' || typeof high !== 'number') return '';
  const [one, other] = [low, high].map((end) => told(end, of, currency));
  return words.numbers.interval(one ?? '', other ?? '');
}

/** Currencies with their names, for whoever chooses one. */
export function currencies(): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([words.language], { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code) => ({ code, name: names.of(code) ?? code }));
}

/** The number that someone typed, with a decimal comma or point and groups of thousands. */
export function read(text: string, { isMoney = false } = {}): number | undefined {
  const digits = text.trim().replace(/[\s'’%\u00a0\u202f]/g, '').replace('−', '-');
  const match = /^-?(\d[\d.,]*|[.,]\d+)$/.exec(digits);
  if (!match) return undefined;
  const marks = [...digits.matchAll(/[.,]/g)];
  const last = marks.at(-1);
  if (!last) return Number(digits);
  const isRepeated = marks.length > 1 && marks.every(([mark]) => mark === last[0]);
  const isGroup = isMoney && marks.length === 1 && /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
  const at = isRepeated || isGroup ? digits.length : last.index;
  const groups = digits.slice(0, at).split(/[.,]/);
  if (groups.length > 1 && groups.slice(1).some((group) => group.length !== 3)) return undefined;
  const value = Number(`${groups.join('')}.${digits.slice(at + 1)}`);
  return Number.isFinite(value) ? value : undefined;
}

const A_NUMBER = /(?<![\d.,])[-−]?(?:\d[\d.,]*(?:[ '’\u00a0\u202f]\d{3}(?!\d))*|[.,]\d+)(?:\s?(k|thousand)\b)?|\b(none|nothing|nil|zero|no)\b/gi;

/** The ends of what was typed; for where a slider stands, not for what it means. */
export function ends(text: string, { isMoney = false } = {}): [number, number] | undefined {
  const found = [...text.replace(/\bno (idea|clue)\b/i, '').matchAll(A_NUMBER)];
  // Of `10 to 15k` both are thousands.
  const factor = found.some(([, thousand]) => thousand) ? 1000 : 1;
  const values = found.map(([own, , none]) => {
    const value = none ? 0 : read(own.replace(/[a-z.,\s]+$/i, ''), { isMoney });
    return value === undefined || Math.abs(value) >= 1000 ? value : value * factor;
  });
  const isRead = values.every((value) => value !== undefined);
  if (!isRead || values.length === 0 || values.length > 2) return undefined;
  return [Math.min(...values), Math.max(...values)];
}

/** A number as one would type it into a field. */
export const typed = (value: number) => String(Number(value.toPrecision(4)));

// What the pictures have in common.
import { scaleLinear } from 'd3-scale';

/** Beyond so many points a picture would show nothing else. */
const END = 150;
const within = (value: number) => Math.max(-END, Math.min(END, value));

/** A scale around all of these points and zero. */
export function pointsScale(values: number[], range: [number, number]) {
  const all = values.filter(Number.isFinite).map(within);
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  const domain = low === high ? [low, low + 1] : [low, high];
  return scaleLinear().domain(domain).range(range).clamp(true);
}

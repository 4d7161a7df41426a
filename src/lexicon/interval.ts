/**
 * A range of numbers. An end that is absent is unbounded; an end belongs to the range unless `open`
 * names it. The unit is in the name of the field that holds the interval.
 */
export interface Interval {
  readonly min?: number;
  readonly max?: number;
  readonly open?: 'min' | 'max' | 'both';
}

/** Tells whether `value` lies in `interval`; NaN lies in none. */
export function contains(interval: Interval, value: number): boolean {
  const { min = -Infinity, max = Infinity, open } = interval;
  const aboveMin = open === 'min' || open === 'both' ? value > min : value >= min;
  const belowMax = open === 'max' || open === 'both' ? value < max : value <= max;
  return aboveMin && belowMax;
}

/**
 * Prints an interval exactly as its ends are: `>2 to ≤10%`, `0.5–1 mm`, `≥95%`. A unit other than
 * `%` follows a narrow no-break space. Throws if the interval has no end at all.
 */
export function printInterval(interval: Interval, unit: 'mm' | '%'): string {
  const { min, max, open } = interval;
  const suffix = unit === '%' ? '%' : `\u202f${unit}`;
  if (min !== undefined && min === max) return `${min}${suffix}`;
  if (min !== undefined && max !== undefined && open === undefined) return `${min}–${max}${suffix}`;
  const ends: string[] = [];
  if (min !== undefined) ends.push(`${open === 'min' || open === 'both' ? '>' : '≥'}${min}`);
  if (max !== undefined) ends.push(`${open === 'max' || open === 'both' ? '<' : '≤'}${max}`);
  if (ends.length === 0) throw new RangeError('An interval without ends cannot be printed.');
  return `${ends.join(' to ')}${suffix}`;
}

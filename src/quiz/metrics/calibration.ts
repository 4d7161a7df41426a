import { type Estimate, type Measure, minimum, tooFew } from './measure.ts';
import { proportion } from './proportion.ts';

/** A chance that a reader gave, from 0 to 1, and whether it came true. */
export interface Forecast {
  readonly chance: number;
  readonly happened: boolean;
}

/**
 * The Brier score: the mean square of how far the chance was from what happened; 0 is perfect, and 0.25
 * is what saying one half each time gives. Source: G. W. Brier, Mon Weather Rev 1950;78:1, for one
 * class.
 */
export function brier(forecasts: readonly Forecast[]): Measure {
  if (forecasts.length < minimum.cases)
    return tooFew('answers with a certainty', forecasts.length, minimum.cases);
  const sum = forecasts.reduce(
    (total, { chance, happened }) => total + (chance - (happened ? 1 : 0)) ** 2,
    0,
  );
  return { value: sum / forecasts.length, interval: null, cases: forecasts.length };
}

/** What came true where a chance was said: a point of the reliability diagram. */
export interface ReliabilityPoint {
  /** Mean of the chances said. */
  readonly said: number;
  readonly happened: Estimate;
}

/** The reliability diagram: forecasts in bins of equal width, empty ones left out. */
export function reliability(forecasts: readonly Forecast[], bins = 5): ReliabilityPoint[] {
  const sorted = Array.from({ length: bins }, () => [] as Forecast[]);
  for (const each of forecasts)
    sorted[Math.min(bins - 1, Math.floor(each.chance * bins))]?.push(each);
  return sorted
    .filter((bin) => bin.length > 0)
    .map((bin) => ({
      said: bin.reduce((sum, { chance }) => sum + chance, 0) / bin.length,
      happened: proportion(bin.filter(({ happened }) => happened).length, bin.length),
    }));
}

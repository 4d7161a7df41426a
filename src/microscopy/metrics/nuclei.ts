import { blurred, gaussianKernel } from '../light/blur.ts';

/** What looks like nuclei in a picture, without knowing where they are. */
export interface NuclearCount {
  readonly perMm2: number;
  /** Median area of those that stand alone, in µm². */
  readonly medianUm2: number;
  /** Part of the picture that they cover. */
  readonly part: number;
}

/** Standard deviation of the blur that takes the chromatin out before the stain is parted, in µm. */
const smoothUm = 0.55;
/** Less is dust; more is a clump of nuclei, whose area says nothing of one. */
const [leastUm2, mostUm2] = [8, 120];

/**
 * Counts what is darkest in haematoxylin: the smoothed load, parted in two where the two parts differ
 * most (Otsu 1979), and joined to bodies by their sides. Touching nuclei count as one: it is a measure to
 * compare pictures by, not a count of cells.
 */
export function nucleiOf(
  haematoxylin: Float32Array,
  widthPx: number,
  pitchUm: number,
): NuclearCount {
  const heightPx = haematoxylin.length / widthPx;
  const smooth = blurred(haematoxylin, widthPx, heightPx, gaussianKernel(smoothUm / pitchUm));
  const least = parting(smooth);
  const areas = bodies(smooth, widthPx, least).map((pixels) => pixels * pitchUm * pitchUm);
  const single = areas.filter((um2) => um2 > leastUm2 && um2 < mostUm2).sort((a, b) => a - b);
  const fieldUm2 = haematoxylin.length * pitchUm * pitchUm;
  return {
    perMm2: (1e6 * areas.filter((um2) => um2 > leastUm2).length) / fieldUm2,
    medianUm2: single[Math.floor(single.length / 2)] ?? Number.NaN,
    part: areas.reduce((sum, um2) => sum + um2, 0) / fieldUm2,
  };
}

/** The value that parts a picture into two whose means lie farthest apart, by their numbers (Otsu). */
function parting(values: Float32Array): number {
  const [bins, perUnit] = [200, 80];
  const histogram = new Float64Array(bins);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(value * perUnit)));
    histogram[bin] = (histogram[bin] as number) + 1;
  }
  const total = histogram.reduce((sum, number, bin) => sum + bin * number, 0);
  let [below, sumBelow, best, found] = [0, 0, 0, 0];
  histogram.forEach((number, bin) => {
    below += number;
    sumBelow += bin * number;
    const above = values.length - below;
    if (below === 0 || above === 0) return;
    const apart = sumBelow / below - (total - sumBelow) / above;
    const between = below * above * apart * apart;
    if (between > best) [best, found] = [between, (bin + 1) / perUnit];
  });
  return found;
}

/** The sizes, in pixels, of what hangs together by its sides at or above a value. */
function bodies(values: Float32Array, widthPx: number, least: number): number[] {
  const seen = new Uint8Array(values.length);
  const sizes: number[] = [];
  const waiting: number[] = [];
  const visit = (n: number) => {
    if (seen[n] || (values[n] as number) < least) return;
    seen[n] = 1;
    waiting.push(n);
  };
  for (let start = 0; start < values.length; start++) {
    visit(start);
    let size = 0;
    for (let n = waiting.pop(); n !== undefined; n = waiting.pop()) {
      size++;
      const x = n % widthPx;
      if (x > 0) visit(n - 1);
      if (x < widthPx - 1) visit(n + 1);
      if (n >= widthPx) visit(n - widthPx);
      if (n + widthPx < values.length) visit(n + widthPx);
    }
    if (size > 0) sizes.push(size);
  }
  return sizes;
}

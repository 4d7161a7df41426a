/** What looks like nuclei in a picture, without knowing where they are. */
export interface NuclearCount {
  readonly perMm2: number;
  /** Median area of those that stand alone, in µm². */
  readonly medianUm2: number;
  /** Part of the picture that they cover. */
  readonly part: number;
}

/** Half the side of the square over which the stain is averaged before it is parted, in µm. */
const smoothUm = 0.9;
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
  const smooth = averaged(haematoxylin, widthPx, Math.max(1, Math.round(smoothUm / pitchUm)));
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

/** The mean of the square about each pixel, whose rim is cut where the picture ends. */
function averaged(values: Float32Array, widthPx: number, half: number): Float32Array {
  const heightPx = values.length / widthPx;
  const alongRows = slid(values, widthPx, 1, heightPx, widthPx, half);
  return slid(alongRows, heightPx, widthPx, widthPx, 1, half);
}

/** Slides a mean along `lines` lines of `length` values, which lie `step` apart and begin `apart` apart. */
function slid(
  values: Float32Array,
  length: number,
  step: number,
  lines: number,
  apart: number,
  half: number,
): Float32Array {
  const out = new Float32Array(values.length);
  for (let line = 0; line < lines; line++) {
    const at = (n: number) => line * apart + n * step;
    let [sum, count] = [0, 0];
    for (let n = -half; n < length; n++) {
      if (n + half < length)
        [sum, count] = [sum + Math.max(0, values[at(n + half)] as number), count + 1];
      if (n - half > 0)
        [sum, count] = [sum - Math.max(0, values[at(n - half - 1)] as number), count - 1];
      if (n >= 0) out[at(n)] = sum / count;
    }
  }
  return out;
}

/** The value that parts a picture into two whose means lie farthest apart, by their numbers (Otsu). */
function parting(values: Float32Array): number {
  const [bins, perUnit] = [200, 80];
  const histogram = new Float64Array(bins);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.floor(value * perUnit));
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

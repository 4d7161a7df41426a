import { transform } from './fourier.ts';
import { checkedRegion, type Image, type Region } from './region.ts';

/** A modulation transfer function: contrast passed, 1 at frequency 0, at even steps of frequency. */
export interface Mtf {
  readonly cyclesPerMm: readonly number[];
  readonly contrast: readonly number[];
}

/** How finely the edge is sampled, in parts of a pixel. */
const finer = 8;

/**
 * The presampled MTF from a straight edge that runs nearly along the columns, tilted by some degrees
 * so that its rows sample it at many phases (Samei 1998; ISO 12233). `angle` is that between edge and
 * columns in radians and `crossingPx` the x at which the edge crosses the region's middle row, as the
 * maker of the edge knows them. Values are taken as linear in the signal.
 *
 * Pixels are put in bins an eighth of a pixel wide by their distance to the edge, the edge profile is
 * differentiated, tapered, transformed and freed of the blur of bin and difference.
 */
export function edgeMtf(
  image: Image,
  region: Region,
  edge: { readonly angle: number; readonly crossingPx: number },
): Mtf {
  const { x, y, widthPx, heightPx } = checkedRegion(image, region);
  const bins = 2 ** Math.floor(Math.log2((widthPx / 2) * finer));
  const sum = new Float64Array(bins + 1);
  const count = new Float64Array(bins + 1);
  const [c, s] = [Math.cos(edge.angle), Math.sin(edge.angle)];
  for (let j = y; j < y + heightPx; j++) {
    for (let i = x; i < x + widthPx; i++) {
      const distance = (i - edge.crossingPx) * c - (j - (y + (heightPx - 1) / 2)) * s;
      const bin = Math.floor(distance * finer + bins / 2 + 0.5);
      if (bin < 0 || bin > bins) continue;
      sum[bin] = (sum[bin] as number) + (image.pixels[j * image.widthPx + i] as number);
      count[bin] = (count[bin] as number) + 1;
    }
  }
  if (count.includes(0))
    throw new RangeError('The edge is too steep or too short: some of its bins hold no pixel.');
  const profile = sum.map((value, bin) => value / (count[bin] as number));
  const line = new Float64Array(bins);
  for (let bin = 0; bin < bins; bin++) {
    const taper = 0.5 - 0.5 * Math.cos((2 * Math.PI * (bin + 0.5)) / bins);
    line[bin] = ((profile[bin + 1] as number) - (profile[bin] as number)) * taper;
  }
  const imaginary = new Float64Array(bins);
  transform(line, imaginary);
  const step = finer / bins;
  const magnitude = (k: number) => Math.hypot(line[k] as number, imaginary[k] as number);
  const used = Array.from({ length: Math.floor(0.5 / step) + 1 }, (_, k) => k);
  return {
    cyclesPerMm: used.map((k) => (k * step * 1000) / image.pitchUm),
    contrast: used.map((k) => {
      const half = (Math.PI * k * step) / finer;
      // The bin and the difference blur by the same width.
      const own = half === 0 ? 1 : (Math.sin(half) / half) ** 2;
      return magnitude(k) / magnitude(0) / own;
    }),
  };
}

/** The contrast at a frequency, straight between the measured ones. */
export function contrastAt({ cyclesPerMm, contrast }: Mtf, frequency: number): number {
  const next = cyclesPerMm.findIndex((f) => f >= frequency);
  if (next < 0) throw new RangeError(`The MTF was not measured as far as ${frequency}/mm.`);
  if (next === 0) return contrast[0] as number;
  const [low, high] = [cyclesPerMm[next - 1] as number, cyclesPerMm[next] as number];
  const part = (frequency - low) / (high - low);
  return (contrast[next - 1] as number) * (1 - part) + (contrast[next] as number) * part;
}

import { logarithm } from '../phantom/index.ts';
import { layOn, noExcess, takeOffExcess } from './dense.ts';
import { expandRow, type Level, reduced } from './image-pyramid.ts';
import type { Processing } from './processing.ts';
import type { FloatRaster } from './raster.ts';

/**
 * Raises contrast by the size of the detail, in place: the image is taken apart into bands an octave
 * wide (Laplacian pyramid, Burt and Adelson 1983), each band is multiplied by the gain of its size,
 * strong details less than weak ones, those as weak as noise less too, and dark ones only so far; then the bands
 * are put together again. What is coarser than all bands keeps `coarseGain` of its distance from `reference`. What lies in a row from `blackFrom` on will
 * not be seen, and is left as it is; where `objects` says how much of each pixel is object, what is very dense is
 * laid on afterwards. Yields from 0 to 1 how much is done.
 */
export function* raiseLocalContrast(
  image: FloatRaster,
  processing: Processing,
  reference: number,
  blackFrom?: Int32Array,
  objects?: Uint8Array,
): Generator<number, void, void> {
  const pitchMm = image.pitchUm / 1000;
  const coarsestMm = processing.gains.at(-1)?.[0] ?? 0;
  let levels = levelsOf(image, pitchMm, coarsestMm);
  yield 0.4;
  const n = levels.findIndex((_, at) => sizeMm(at, pitchMm) > denseMm);
  const excess =
    objects && n > 0
      ? takeOffExcess(image, levels[1] as Level, levels[n] as Level, 1 << n, reference, objects)
      : noExcess;
  if (excess.at.length > 0) levels = levelsOf(image, pitchMm, coarsestMm);

  const coarsest = levels.at(-1) as Level;
  let raised: Level = {
    ...coarsest,
    pixels: coarsest.pixels.map((value) => reference + processing.coarseGain * (value - reference)),
  };
  for (let n = levels.length - 2; n >= 0; n--) {
    const raise = raiseOf(processing, sizeMm(n, pitchMm));
    const level = levels[n] as Level;
    const pixels = n === 0 ? level.pixels : new Float32Array(level.pixels.length);
    rejoin(level, levels[n + 1] as Level, raised, raise, n === 0 ? blackFrom : undefined, pixels);
    raised = { ...level, pixels };
  }
  layOn(image, excess);
  yield 1;
}

/** An image at ever half the size, until it is as coarse as the coarsest detail. */
function levelsOf(image: FloatRaster, pitchMm: number, coarsestMm: number): Level[] {
  const { widthPx, heightPx, pixels } = image;
  const levels: Level[] = [{ widthPx, heightPx, pixels }];
  while (sizeMm(levels.length - 1, pitchMm) < coarsestMm) {
    const last = levels.at(-1) as Level;
    if (Math.min(last.widthPx, last.heightPx) < 4) break;
    levels.push(reduced(last));
  }
  return levels;
}

/** Dense things are looked for in the first level that is blurred by more than that. */
const denseMm = 0.3;

/**
 * Blur in millimetres that separates the band of a level from the coarser ones. Each reduction blurs
 * by one pixel of its level (the variance of the binomial kernel), so variances add up as 1 + 4 + 16 ….
 */
function sizeMm(level: number, pitchMm: number): number {
  let variance = 1;
  for (let n = 0; n < level; n++) variance = 4 * variance + 1;
  return pitchMm * Math.sqrt(variance);
}

/** Gain at a size: straight between the given points over the logarithm of the size. */
export function gainOf({ gains }: Processing, size: number): number {
  const next = gains.findIndex(([mm]) => mm >= size);
  if (next <= 0) return (next === 0 ? gains[0] : gains.at(-1))?.[1] ?? 1;
  const [lowMm, low] = gains[next - 1] as readonly [number, number];
  const [highMm, high] = gains[next] as readonly [number, number];
  return low + ((high - low) * logarithm(size / lowMm)) / logarithm(highMm / lowMm);
}

/** How the details of a band are raised; contrasts in nepers before that. */
interface Raise {
  readonly gain: number;
  /** From this contrast on bright details are raised less and less; dark ones come no farther than that. */
  readonly knee: number;
  readonly darkest: number;
  /** The contrast of noise, which keeps this part of the gain. */
  readonly noise: number;
  readonly kept: number;
}

/** The size in millimetres at which a processing gives the contrast of noise. */
const noiseMm = 0.07;

/** How details of a size are raised. White noise has the less contrast the wider they are. */
function raiseOf(processing: Processing, size: number): Raise {
  const gain = gainOf(processing, size);
  return {
    gain,
    knee: processing.kneeNepers,
    darkest: processing.darkestNepers / gain,
    noise: (processing.noise.nepers * noiseMm) / size,
    kept: processing.noise.kept,
  };
}

/**
 * Puts a band back on the raised image of the next coarser level, into `to`, which may be the fine
 * level's own pixels, as far as the end of each row. The band's value b becomes gain · b where it is weak, gain · b /
 * (1 + (b / knee)²)^¼ where it is bright and gain · b / (1 + (b / darkest)⁴)^¼ where it is dark; beside noise n, the part
 * (b² + kept · n²) / (b² + n²) of that.
 */
function rejoin(
  fine: Level,
  coarse: Level,
  raised: Level,
  { gain, knee, darkest, noise, kept }: Raise,
  ends: Int32Array | undefined,
  to: Float32Array,
): void {
  const before = new Float32Array(fine.widthPx);
  const after = new Float32Array(fine.widthPx);
  const perKnee = 1 / (knee * knee);
  const perDarkest = 1 / (darkest * darkest * darkest * darkest);
  // Never nothing, so that an even picture does not divide nothing by nothing.
  const noiseSquare = noise * noise + 1e-30;
  for (let y = 0; y < fine.heightPx; y++) {
    const end = ends?.[y] ?? fine.widthPx;
    expandRow(coarse, y, before.subarray(0, end));
    expandRow(raised, y, after.subarray(0, end));
    for (let x = 0, at = y * fine.widthPx; x < end; x++, at++) {
      const band = (fine.pixels[at] as number) - (before[x] as number);
      const square = band * band;
      const part = band < 0 ? square * square * perDarkest : square * perKnee;
      const weaker = Math.sqrt(Math.sqrt(1 + part));
      const clear = (square + kept * noiseSquare) / (square + noiseSquare);
      to[at] = (after[x] as number) + (gain * clear * band) / weaker;
    }
  }
}

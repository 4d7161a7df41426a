import { expandRow, type Level, reduced } from './image-pyramid.ts';

/** What rises so many nepers over the tissue about it, over a third of a millimetre, is mineral or metal. */
const denseNepers = 0.3;
/** That much of it takes part in what tissue is processed by; the rest is laid on it afterwards. */
const keptNepers = 0.08;
/** So many places of that level beside a dense thing, and less nearer to it, so much more takes part: else an edge shows. */
const around = 7;
const moreNepers = 0.3;
const openNepers = keptNepers + moreNepers;
/** Nearer than that to air are skin and nipple, which are dense beside it. */
const skin = 30;
/** The excess is raised by so much: it keeps its structure. */
const excessGain = 3;
/** The tissue about a place is that of so many halvings wider than the level it is looked for on. */
const halvings = 3;
/** What stands out is left out of it again and again: a large thing hides much tissue. */
const rounds = 4;
const tolerated = 0.04;

/** What was taken off an image: how much, in nepers, at which pixels. */
export interface Excess {
  readonly at: readonly number[];
  readonly nepers: readonly number[];
}

export const noExcess: Excess = { at: [], nepers: [] };

/**
 * Takes off an image, in place, what very dense things have more than the tissue about them. Raising local contrast
 * over it would draw a dark halo round each of them and leave no structure within. `coarse` is the image `times` as
 * coarse; `fat` is the attenuation that air counts as; a row ends at `airFrom`, and skin is left as it is.
 */
export function takeOffExcess(
  image: Level,
  coarse: Level,
  times: number,
  fat: number,
  airFrom: Int32Array,
): Excess {
  const { widthPx, heightPx } = coarse;
  const tissue = tissueOf({ ...coarse, pixels: coarse.pixels.map((v) => Math.max(v, fat)) });
  const isBesideAir = (i: number, j: number) =>
    [j - skin, j, j + skin].some((row) => {
      const end = airFrom[Math.min(Math.max(row * times, 0), image.heightPx - 1)] as number;
      return end < image.widthPx && end < (i + skin) * times;
    });
  const ceiling = ceilingOf(
    coarse,
    (i, j, n) =>
      (coarse.pixels[n] as number) - (tissue[n] as number) > denseNepers && !isBesideAir(i, j),
  );
  const at: number[] = [];
  const nepers: number[] = [];
  for (let j = 0, n = 0; j < heightPx; j++) {
    for (let i = 0; i < widthPx; i++, n++) {
      if (!((ceiling[n] as number) < openNepers)) continue;
      const right = i + 1 < widthPx ? 1 : 0;
      const under = j + 1 < heightPx ? widthPx : 0;
      const [a, b, c, d] = [n, n + right, n + under, n + under + right].map(
        (at) => (tissue[at] as number) + (ceiling[at] as number),
      ) as [number, number, number, number];
      for (let y = j * times; y < Math.min((j + 1) * times, image.heightPx); y++) {
        const down = y / times - j;
        for (let x = i * times; x < Math.min((i + 1) * times, image.widthPx); x++) {
          const along = x / times - i;
          const level = (1 - down) * (a + along * (b - a)) + down * (c + along * (d - c));
          const place = y * image.widthPx + x;
          const over = (image.pixels[place] as number) - level;
          if (over <= 0) continue;
          image.pixels[place] = level;
          at.push(place);
          nepers.push(over);
        }
      }
    }
  }
  return { at, nepers };
}

/** Lays on an image what was taken off it. */
export function layOn({ pixels }: Level, { at, nepers }: Excess): void {
  at.forEach((place, n) => {
    pixels[place] = (pixels[place] as number) + excessGain * (nepers[n] as number);
  });
}

/** How much over its tissue each place keeps: less, the nearer something dense is. */
function ceilingOf(
  { widthPx, heightPx }: Level,
  isDense: (i: number, j: number, place: number) => boolean,
): Float64Array {
  const ceiling = new Float64Array(widthPx * heightPx).fill(openNepers);
  for (let n = 0; n < ceiling.length; n++) {
    const i = n % widthPx;
    const j = (n - i) / widthPx;
    if (!isDense(i, j, n)) continue;
    for (let y = Math.max(j - around, 0); y <= Math.min(j + around, heightPx - 1); y++) {
      for (let x = Math.max(i - around, 0); x <= Math.min(i + around, widthPx - 1); x++) {
        const part = ((x - i) * (x - i) + (y - j) * (y - j)) / (around * around);
        const at = y * widthPx + x;
        if (part < 1) ceiling[at] = Math.min(ceiling[at] as number, keptNepers + moreNepers * part);
      }
    }
  }
  return ceiling;
}

/** The level of the tissue at each pixel, as if nothing dense lay in it. */
function tissueOf(level: Level): Float32Array {
  let tissue = blurred(level);
  // Nothing dense is in it, mostly.
  if (level.pixels.every((v, i) => v - (tissue[i] as number) < denseNepers / 2)) return tissue;
  for (let n = 0; n < rounds; n++) {
    const known = tissue;
    const pixels = level.pixels.map((v, i) => Math.min(v, (known[i] as number) + tolerated));
    tissue = blurred({ ...level, pixels });
  }
  return tissue;
}

function blurred(level: Level): Float32Array {
  const levels = [level];
  for (let n = 0; n < halvings; n++) levels.push(reduced(levels.at(-1) as Level));
  let wide = levels.at(-1) as Level;
  for (let n = halvings - 1; n >= 0; n--) {
    const { widthPx, heightPx } = levels[n] as Level;
    const pixels = new Float32Array(widthPx * heightPx);
    for (let y = 0; y < heightPx; y++)
      expandRow(wide, y, pixels.subarray(y * widthPx, (y + 1) * widthPx));
    wide = { widthPx, heightPx, pixels };
  }
  return wide.pixels;
}

import { smoothStep } from '../phantom/index.ts';
import { expandRow, type Level, reduced } from './image-pyramid.ts';

/** What rises so many nepers over the tissue about it, over a third of a millimetre, is mineral or metal. */
const denseNepers = 0.3;
/** So is what rises so much and is narrow: it rises nearly as much over the mean of a millimetre about it. A lobule does not. */
const narrow = { riseNepers: 0.085, overMeanNepers: 0.07, halvings: 2 } as const;
/** So many places of that level beside a dense thing belong to it the less, the farther they are. */
const around = 7;
/** Of these, what rises less than the first of these over the tissue is tissue; from the other on all is taken off. */
const [tissueRise, wholeRise] = [0.02, 0.08];
/** Nearer than that to air are skin and nipple, which are dense beside it. */
const skin = 30;
/** Of what is less of an object than that, in 255 parts, nothing is shown. */
const air = 8;
/** The excess is raised by so much: it keeps its structure. The noise on it is not. */
const excessGain = 3;
/** The tissue about a place is that of so many halvings wider than the level it is looked for on. */
const halvings = 3;
/** What stands out is left out of it again and again: a large thing hides much tissue. */
const rounds = 4;
const tolerated = 0.04;

/** What is to be laid on an image again: how much, in nepers, at which pixels. */
export interface Excess {
  readonly at: readonly number[];
  readonly nepers: readonly number[];
}

export const noExcess: Excess = { at: [], nepers: [] };

/**
 * Takes off an image, in place, what very dense things have more than the tissue about them. Raising local contrast
 * over it would draw a dark halo round each of them and leave no structure within. `half` is the image at half its size
 * and `coarse` that `times` as coarse; `fat` is the attenuation that air counts as; `objects` says how much of each pixel is
 * object, from 0 in the air, and skin is left as it is. Returns what is to be laid on again.
 */
export function takeOffExcess(
  image: Level,
  half: Level,
  coarse: Level,
  times: number,
  fat: number,
  objects: Uint8Array,
): Excess {
  const { widthPx, heightPx } = coarse;
  const tissue = tissueOf({ ...coarse, pixels: coarse.pixels.map((v) => Math.max(v, fat)) });
  const isBesideAir = (i: number, j: number) =>
    [j - skin, j, j + skin].some((row) => {
      const y = Math.min(Math.max(row * times, 0), image.heightPx - 1);
      const x = Math.min((i + skin) * times, image.widthPx - 1);
      return (objects[y * image.widthPx + x] as number) < air;
    });
  const rises = coarse.pixels.map((value, n) => value - (tissue[n] as number));
  const mean = blurred(coarse, narrow.halvings);
  const isMineral = (n: number) => {
    const rise = rises[n] as number;
    const overMean = (coarse.pixels[n] as number) - (mean[n] as number);
    return rise > denseNepers || (rise > narrow.riseNepers && overMean > narrow.overMeanNepers);
  };
  const parts = partsOf(coarse, (i, j, n) => isMineral(n) && !isBesideAir(i, j)).map(
    (part, n) => part * smoothStep(tissueRise, wholeRise, rises[n] as number),
  );
  const [background, share] = [
    { ...coarse, pixels: tissue },
    { ...coarse, pixels: parts },
  ];
  const at: number[] = [];
  const nepers: number[] = [];
  for (let j = 0, n = 0; j < heightPx; j++) {
    for (let i = 0; i < widthPx; i++, n++) {
      const right = i + 1 < widthPx ? n + 1 : n;
      const under = j + 1 < heightPx ? widthPx : 0;
      if ([n, right, n + under, right + under].every((corner) => parts[corner] === 0)) continue;
      for (let y = j * times; y < Math.min((j + 1) * times, image.heightPx); y++) {
        for (let x = i * times; x < Math.min((i + 1) * times, image.widthPx); x++) {
          const place = y * image.widthPx + x;
          const level = valueAt(background, x / times, y / times);
          const part = valueAt(share, x / times, y / times);
          const taken = part * ((image.pixels[place] as number) - level);
          const smooth = part * Math.max(valueAt(half, x / 2, y / 2) - level, 0);
          image.pixels[place] = (image.pixels[place] as number) - taken;
          at.push(place);
          nepers.push(taken + (excessGain - 1) * smooth);
        }
      }
    }
  }
  return { at, nepers };
}

/** The value between the pixels of a level. */
function valueAt({ widthPx, heightPx, pixels }: Level, x: number, y: number): number {
  const i = Math.min(x | 0, widthPx - 1);
  const j = Math.min(y | 0, heightPx - 1);
  const right = Math.min(i + 1, widthPx - 1);
  const [here, under] = [j * widthPx, Math.min(j + 1, heightPx - 1) * widthPx];
  const along = x - i;
  const mixed = (row: number) =>
    (pixels[row + i] as number) * (1 - along) + (pixels[row + right] as number) * along;
  return mixed(here) * (1 - (y - j)) + mixed(under) * (y - j);
}

/** Lays it on an image afterwards. */
export function layOn({ pixels }: Level, { at, nepers }: Excess): void {
  at.forEach((place, n) => {
    pixels[place] = (pixels[place] as number) + (nepers[n] as number);
  });
}

/** How much each place belongs to a dense thing: 1 in it, and less beside it. */
function partsOf(
  { widthPx, heightPx }: Level,
  isDense: (i: number, j: number, place: number) => boolean,
): Float32Array {
  const parts = new Float32Array(widthPx * heightPx);
  for (let n = 0; n < parts.length; n++) {
    const i = n % widthPx;
    const j = (n - i) / widthPx;
    if (!isDense(i, j, n)) continue;
    for (let y = Math.max(j - around, 0); y <= Math.min(j + around, heightPx - 1); y++) {
      for (let x = Math.max(i - around, 0); x <= Math.min(i + around, widthPx - 1); x++) {
        const away = ((x - i) * (x - i) + (y - j) * (y - j)) / (around * around);
        const at = y * widthPx + x;
        parts[at] = Math.max(parts[at] as number, 1 - away);
      }
    }
  }
  return parts;
}

/** The level of the tissue at each pixel, as if nothing dense lay in it. */
function tissueOf(level: Level): Float32Array {
  let tissue = blurred(level, halvings);
  // Nothing dense is in it, mostly.
  if (level.pixels.every((v, i) => v - (tissue[i] as number) < narrow.riseNepers / 2))
    return tissue;
  for (let n = 0; n < rounds; n++) {
    const known = tissue;
    const pixels = level.pixels.map((v, i) => Math.min(v, (known[i] as number) + tolerated));
    tissue = blurred({ ...level, pixels }, halvings);
  }
  return tissue;
}

function blurred(level: Level, halvings: number): Float32Array {
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

import type { GreyRaster } from './raster.ts';
import type { PixelBox } from './truth/view-truth.ts';

/** Letters of five by seven dots, of which only those of the badge are needed. */
const letters: Readonly<Record<string, readonly string[]>> = {
  S: [' ####', '#', '#', ' ###', '    #', '    #', '####'],
  I: [' ###', '  #', '  #', '  #', '  #', '  #', ' ###'],
  M: ['#   #', '## ##', '# # #', '#   #', '#   #', '#   #', '#   #'],
  U: ['#   #', '#   #', '#   #', '#   #', '#   #', '#   #', ' ###'],
  L: ['#', '#', '#', '#', '#', '#', '#####'],
  A: [' ###', '#   #', '#   #', '#####', '#   #', '#   #', '#   #'],
  T: ['#####', '  #', '  #', '  #', '  #', '  #', '  #'],
  E: ['#####', '#', '#', '####', '#', '#', '#####'],
  D: ['####', '#   #', '#   #', '#   #', '#   #', '#   #', '####'],
};
const word = 'SIMULATED';
const lettersHigh = 7;
const lettersApart = 6;
/** Dots left free about the word. */
const margin = 3;

/** One dot of the letters is so many pixels wide: the word stays small, but readable on a whole screen. */
const dotOf = ({ heightPx }: GreyRaster): number => Math.max(1, Math.round(heightPx / 1000 + 0.3));

/**
 * Writes SIMULATED small into the pixels of a finished picture, in the darker of its lower corners
 * that keeps clear of `keepClear`; in an upper one if neither does. The letters are at the upper end of
 * the grey scale and edged with its lower end, so that every window shows them. Returns where they are;
 * a picture too small for the word is left as it is, and null returned.
 */
export function writeBadge(raster: GreyRaster, keepClear: PixelBox | null): PixelBox | null {
  const dot = dotOf(raster);
  const widthPx = (word.length * lettersApart - 1 + 2 * margin) * dot;
  const heightPx = (lettersHigh + 2 * margin) * dot;
  if (widthPx > raster.widthPx || heightPx > raster.heightPx) return null;
  const [right, bottom] = [raster.widthPx - widthPx, raster.heightPx - heightPx];
  const corners = [bottom, 0].map((yPx) =>
    [right, 0].map((xPx): PixelBox => ({ xPx, yPx, widthPx, heightPx })),
  );
  const clear = corners.map((row) => row.filter((box) => !keepClear || !overlap(box, keepClear)));
  const choice = clear.find((row) => row.length > 0) ?? corners[0];
  const [box] = (choice ?? []).toSorted((a, b) => meanGrey(raster, a) - meanGrey(raster, b));
  if (!box) return null;
  const dots = inkedDots();
  const edge = Math.max(1, dot >> 1);
  for (const [x, y] of dots)
    fill(raster, box.xPx + x * dot - edge, box.yPx + y * dot - edge, dot + 2 * edge, 0);
  for (const [x, y] of dots) fill(raster, box.xPx + x * dot, box.yPx + y * dot, dot, 65535);
  return box;
}

/** Columns and rows of all dots of the word, margin and all. */
const inkedDots = (): (readonly [number, number])[] =>
  [...word].flatMap((letter, n) =>
    (letters[letter] ?? []).flatMap((line, y) =>
      [...line].flatMap((mark, x) =>
        mark === '#' ? [[margin + n * lettersApart + x, margin + y] as const] : [],
      ),
    ),
  );

function fill({ widthPx, pixels }: GreyRaster, x: number, y: number, side: number, grey: number) {
  for (let row = y; row < y + side; row++)
    pixels.fill(grey, row * widthPx + x, row * widthPx + x + side);
}

function meanGrey({ widthPx, pixels }: GreyRaster, box: PixelBox): number {
  let sum = 0;
  for (let y = box.yPx; y < box.yPx + box.heightPx; y++)
    for (let x = box.xPx; x < box.xPx + box.widthPx; x++) sum += pixels[y * widthPx + x] as number;
  return sum;
}

const overlap = (a: PixelBox, b: PixelBox): boolean =>
  a.xPx < b.xPx + b.widthPx &&
  b.xPx < a.xPx + a.widthPx &&
  a.yPx < b.yPx + b.heightPx &&
  b.yPx < a.yPx + a.heightPx;

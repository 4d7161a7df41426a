import { areaOf } from './polygon.ts';
import type { PixelPoint } from './view-truth.ts';

type Outlines = readonly (readonly PixelPoint[])[];

/** How wide and how high outlines are, in pixels. */
export function boundsOf(outlines: Outlines): {
  readonly widthPx: number;
  readonly heightPx: number;
} {
  const xs = outlines.flat().map(([x]) => x);
  const ys = outlines.flat().map(([, y]) => y);
  if (xs.length === 0) return { widthPx: 0, heightPx: 0 };
  return {
    widthPx: Math.max(...xs) - Math.min(...xs),
    heightPx: Math.max(...ys) - Math.min(...ys),
  };
}

/** The area within outlines, holes left out. */
export const areaWithin = (outlines: Outlines): number =>
  outlines.reduce((sum, outline) => sum + areaOf(outline), 0);

/**
 * The calibre of something long and thin, forked or not, in pixels: the width of the rectangle of the
 * same area A and perimeter P, (P − √(P² − 16 A)) / 4. For something compact it is about its diameter.
 */
export function calibrePx(outlines: Outlines): number {
  const perimeter = outlines.reduce((sum, outline) => sum + lengthOf(outline), 0);
  const left = perimeter * perimeter - 16 * areaWithin(outlines);
  return (perimeter - Math.sqrt(Math.max(left, 0))) / 4;
}

function lengthOf(outline: readonly PixelPoint[]): number {
  return outline.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = outline[(i + 1) % outline.length] as PixelPoint;
    return sum + Math.sqrt((nextX - x) * (nextX - x) + (nextY - y) * (nextY - y));
  }, 0);
}

/** An edge counts as flat where it is within this part of the height from its outermost point. */
const flatPart = 0.2;

/**
 * How much of its width the upper and the lower edge of a shape are flat, from 0 to 1: about 1 above
 * and ½ below for sediment in a cyst seen from the side, the same above and below for a disc.
 */
export function flatnessOf(outline: readonly PixelPoint[]): {
  readonly above: number;
  readonly below: number;
} {
  const xs = outline.map(([x]) => x);
  const ys = outline.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const near = flatPart * (bottom - top);
  const steps = 64;
  let [above, below] = [0, 0];
  for (let n = 0; n < steps; n++) {
    const x = left + ((n + 0.5) / steps) * (right - left);
    const crossed = crossingsAt(outline, x);
    if (crossed.length === 0) continue;
    if (Math.min(...crossed) <= top + near) above++;
    if (Math.max(...crossed) >= bottom - near) below++;
  }
  return { above: above / steps, below: below / steps };
}

/** The heights at which an outline crosses a vertical line. */
function crossingsAt(outline: readonly PixelPoint[], x: number): number[] {
  return outline.flatMap(([ax, ay], i) => {
    const [bx, by] = outline[(i + 1) % outline.length] as PixelPoint;
    return ax > x !== bx > x ? [ay + ((x - ax) / (bx - ax)) * (by - ay)] : [];
  });
}

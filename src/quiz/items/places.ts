/** Where the calcifications of a view lie, as its trace says, for judging a mark. Pure. */
import type { ViewTrace } from '../../trace/trace.ts';
import type { Place, Region } from '../scoring/localisation.ts';

/** A mark that a learner has set: in which of the item's pictures, and where in it. */
export interface PlacedMark extends Place {
  /** Number of the picture, from 0. */
  readonly picture: number;
}

/** What lies within this of a calcification is on it: a finger's breadth at the size of a screen. */
export const reachMm = 3;

/** A rod or a cast is looked for at places so far apart along it. */
const strideMm = 1.5;

/**
 * The finding of a view: a disc about its calcifications, those that are seen if any are, and a small
 * disc about each of them. Undefined where none lies in the view.
 */
export function findingIn({ specks }: ViewTrace, umPerPixel: number): Region | undefined {
  const there = specks.filter(({ outlinesPx }) => outlinesPx.length > 0);
  const seen = there.filter(({ hidden }) => hidden === null);
  const mm = (px: number) => (px * umPerPixel) / 1000;
  const parts = (seen.length > 0 ? seen : there).flatMap(({ outlinesPx }) =>
    placesOf(outlinesPx, (1000 * strideMm) / umPerPixel).map(([x, y]) => ({
      ...{ xMm: mm(x), yMm: mm(y), radiusMm: reachMm },
    })),
  );
  if (parts.length === 0) return undefined;
  const [xs, ys] = [parts.map(({ xMm }) => xMm), parts.map(({ yMm }) => yMm)];
  const xMm = (Math.min(...xs) + Math.max(...xs)) / 2;
  const yMm = (Math.min(...ys) + Math.max(...ys)) / 2;
  const radiusMm =
    Math.max(...parts.map((each) => Math.hypot(each.xMm - xMm, each.yMm - yMm))) + reachMm;
  return { xMm, yMm, radiusMm, parts };
}

/** The middle of a calcification, and places along the outline of one that is longer than a stride. */
function placesOf(
  outlines: readonly (readonly number[])[],
  stridePx: number,
): (readonly [number, number])[] {
  const places: (readonly [number, number])[] = [middleOf(outlines)];
  for (const outline of outlines)
    for (let at = 0; at < outline.length; at += 2) {
      const [x, y] = [outline[at] as number, outline[at + 1] as number];
      if (places.every(([px, py]) => Math.hypot(x - px, y - py) >= stridePx)) places.push([x, y]);
    }
  return places;
}

function middleOf(outlines: readonly (readonly number[])[]): [number, number] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const outline of outlines)
    for (let at = 0; at < outline.length; at += 2) {
      const [x, y] = [outline[at] as number, outline[at + 1] as number];
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  return [(left + right) / 2, (top + bottom) / 2];
}

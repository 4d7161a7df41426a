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

/**
 * The finding of a view: a disc about its calcifications, those that are seen if any are, and a small
 * disc about each of them. Undefined where none lies in the view.
 */
export function findingIn({ specks }: ViewTrace, umPerPixel: number): Region | undefined {
  const there = specks.filter(({ outlinesPx }) => outlinesPx.length > 0);
  const seen = there.filter(({ hidden }) => hidden === null);
  const middles = (seen.length > 0 ? seen : there).map(({ outlinesPx }) => middleOf(outlinesPx));
  if (middles.length === 0) return undefined;
  const mm = (px: number) => (px * umPerPixel) / 1000;
  const parts = middles.map(([x, y]) => ({ xMm: mm(x), yMm: mm(y), radiusMm: reachMm }));
  const [xs, ys] = [parts.map(({ xMm }) => xMm), parts.map(({ yMm }) => yMm)];
  const xMm = (Math.min(...xs) + Math.max(...xs)) / 2;
  const yMm = (Math.min(...ys) + Math.max(...ys)) / 2;
  const radiusMm =
    Math.max(...parts.map((each) => Math.hypot(each.xMm - xMm, each.yMm - yMm))) + reachMm;
  return { xMm, yMm, radiusMm, parts };
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

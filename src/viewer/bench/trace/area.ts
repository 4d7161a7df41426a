/** The area that the calcifications of a view take up: what a reader calls the group. Pure. */
import type { ImagePoint } from '../projection.ts';
import type { Mark } from './mark.ts';

/** Fewer calcifications than this are a few, and no group. */
const fewest = 5;

/**
 * The corners of the smallest convex area that holds all marks, turning one way, in pixels of the image;
 * empty where there are too few of them.
 */
export function areaOf(marks: readonly Mark[]): readonly ImagePoint[] {
  if (marks.length < fewest) return [];
  const corners = marks
    .flatMap(({ box: { left, top, right, bottom } }): ImagePoint[] => [
      [left, top],
      [right, top],
      [left, bottom],
      [right, bottom],
    ])
    .sort(([ax, ay], [bx, by]) => ax - bx || ay - by);
  // Andrew's monotone chain: the lower border from left to right, then the upper one back.
  return [...borderOf(corners), ...borderOf(corners.toReversed())];
}

/** One side of the hull of sorted points, without its last, which begins the other side. */
function borderOf(sorted: readonly ImagePoint[]): ImagePoint[] {
  const border: ImagePoint[] = [];
  for (const point of sorted) {
    while (border.length > 1 && !turns(border.at(-2), border.at(-1), point)) border.pop();
    border.push(point);
  }
  return border.slice(0, -1);
}

function turns(a: ImagePoint | undefined, b: ImagePoint | undefined, [x, y]: ImagePoint): boolean {
  if (!a || !b) return true;
  return (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]) > 0;
}

/** The marks of a view: where its specks lie, as they are drawn and pointed at. Pure. */
import type { SpeckTrace, ViewTrace } from '../../../trace/index.ts';
import type { ImagePoint } from '../projection.ts';

/** A rectangle of an image, in its pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A speck, or a piece of one, in a view. */
export interface Mark {
  readonly id: number;
  readonly mineral: SpeckTrace['mineral'];
  readonly isSeen: boolean;
  readonly outlinesPx: SpeckTrace['outlinesPx'];
  readonly box: Box;
}

/** The marks of all that lies in a view. */
export const marksOf = ({ specks }: ViewTrace): Mark[] =>
  specks.flatMap(({ id, mineral, hidden, outlinesPx }) =>
    outlinesPx.length === 0
      ? []
      : [{ id, mineral, isSeen: hidden === null, outlinesPx, box: boxAbout(outlinesPx) }],
  );

/** The mark at a place: the smallest that surrounds it, else the nearest within reach. */
export function markAt(
  marks: readonly Mark[],
  [x, y]: ImagePoint,
  reachPx: number,
): Mark | undefined {
  let best: Mark | undefined;
  let least = Infinity;
  for (const mark of marks) {
    const { left, top, right, bottom } = mark.box;
    const aside = Math.max(left - x, 0, x - right);
    const above = Math.max(top - y, 0, y - bottom);
    const awayPx = Math.hypot(aside, above);
    if (awayPx > reachPx) continue;
    // Within a box its size decides, so that a small speck before a large one can be pointed at.
    const worth = awayPx > 0 ? 1e6 + awayPx : Math.min(sizeOf(mark.box), 1e6);
    if (worth < least) [best, least] = [mark, worth];
  }
  return best;
}

/** The longer side of a box. */
export const sizeOf = ({ left, top, right, bottom }: Box): number =>
  Math.max(right - left, bottom - top);

/** The middle of a box. */
export const middleOf = ({ left, top, right, bottom }: Box): ImagePoint => [
  (left + right) / 2,
  (top + bottom) / 2,
];

function boxAbout(outlinesPx: Mark['outlinesPx']): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const outline of outlinesPx)
    for (let at = 0; at < outline.length; at += 2) {
      const [x, y] = [outline[at] as number, outline[at + 1] as number];
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  return { left, top, right, bottom };
}

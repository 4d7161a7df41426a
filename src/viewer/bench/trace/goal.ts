/** Where panes go when they turn to a speck: the same speck in the middle, in sight and in context. Pure. */
import { type FieldMm, fieldMmOf } from '../link.ts';
import { type Mark, middleOf, sizeOf } from './mark.ts';

/** A pane that is to show a speck. */
export interface Seeker {
  /** Only panes of one plane share a scale. */
  readonly plane: string;
  readonly umPerPixel: number;
  readonly frameWidthPx: number;
  /** Where it stands now. */
  readonly field: FieldMm;
  /** What there is of the speck in it. */
  readonly marks: readonly Mark[];
}

/** A speck of this size on the screen is in sight, and smaller than the frame by the other. */
const leastPx = 24;
const mostShare = 0.4;
/** The size it gets where it is out of these bounds. */
const wantedPx = 56;
/** No more than so many screen pixels for one of the image. */
const mostEnlarged = 4;

/**
 * The fields in which the panes show the speck, in their order; null where there is nothing of it. A
 * pane keeps its scale if the speck is in sight at it.
 */
export function goalsOf(seekers: readonly Seeker[]): (FieldMm | null)[] {
  const scales = new Map<string, number>();
  for (const seeker of seekers) {
    if (seeker.marks.length === 0) continue;
    const scale = scaleOf(seeker);
    scales.set(seeker.plane, Math.max(scale, scales.get(seeker.plane) ?? 0));
  }
  return seekers.map((seeker) => {
    const largest = largestOf(seeker.marks);
    if (!largest) return null;
    const [centreXPx, centreYPx] = middleOf(largest.box);
    const at = fieldMmOf({ centreXPx, centreYPx }, 1, seeker.umPerPixel);
    return { ...at, mmPerScreenPx: scales.get(seeker.plane) ?? seeker.field.mmPerScreenPx };
  });
}

const largestOf = (marks: readonly Mark[]): Mark | undefined =>
  marks.reduce<Mark | undefined>(
    (best, mark) => (!best || sizeOf(mark.box) > sizeOf(best.box) ? mark : best),
    undefined,
  );

function scaleOf({ umPerPixel, frameWidthPx, field, marks }: Seeker): number {
  const largest = largestOf(marks);
  const mmPerPx = umPerPixel / 1000;
  const sizeMm = largest ? Math.max(sizeOf(largest.box), 1) * mmPerPx : 0;
  const onScreen = sizeMm / field.mmPerScreenPx;
  if (onScreen >= leastPx && onScreen <= mostShare * frameWidthPx) return field.mmPerScreenPx;
  return Math.max(sizeMm / wantedPx, mmPerPx / mostEnlarged);
}

/** How panes of one plane move together, in millimetres. Pure. */
import type { Extent, Field } from '../field.ts';
import type { BenchView } from './state.ts';

/** A field in millimetres: its centre from the image's upper left corner, and its width. */
export interface FieldMm {
  readonly xMm: number;
  readonly yMm: number;
  /** What one screen pixel covers. */
  readonly mmPerScreenPx: number;
}

/** How far the centre of one pane lies from that of another, in millimetres of their images. */
export type Offset = readonly [xMm: number, yMm: number];

/** Whether two views move together when they are linked. */
export const movesWith = (a: BenchView, b: BenchView): boolean => a.plane === b.plane;

/** The offset at which two panes stand; while they are linked it stays. */
export const offsetOf = (from: FieldMm, to: FieldMm): Offset => [
  to.xMm - from.xMm,
  to.yMm - from.yMm,
];

/** The offset at which two views are centred alike: how panes stand that nobody has moved. */
export const centred = (from: BenchView, to: BenchView): Offset => [
  (to.widthPx * to.umPerPixel - from.widthPx * from.umPerPixel) / 2000,
  (to.heightPx * to.umPerPixel - from.heightPx * from.umPerPixel) / 2000,
];

/**
 * The field of a pane that follows, at the leader's scale. It is computed from the leader's alone and
 * never from where the follower was, so that no error can add up however often the panes move.
 */
export function follow(leader: FieldMm, [xMm, yMm]: Offset): FieldMm {
  return { ...leader, xMm: leader.xMm + xMm, yMm: leader.yMm + yMm };
}

/** A field of an image in millimetres, from its pixels and how many lie under one of the screen. */
export function fieldMmOf(
  field: Omit<Field, keyof Extent>,
  imagePxPerScreenPx: number,
  umPerPixel: number,
): FieldMm {
  const mmPerPx = umPerPixel / 1000;
  return {
    xMm: field.centreXPx * mmPerPx,
    yMm: field.centreYPx * mmPerPx,
    mmPerScreenPx: imagePxPerScreenPx * mmPerPx,
  };
}

/** The field in pixels that shows it in a frame of this width. */
export function fieldPxOf(
  { xMm, yMm, mmPerScreenPx }: FieldMm,
  umPerPixel: number,
  frameWidthPx: number,
): Omit<Field, 'heightPx'> {
  const pxPerMm = 1000 / umPerPixel;
  return {
    centreXPx: xMm * pxPerMm,
    centreYPx: yMm * pxPerMm,
    widthPx: mmPerScreenPx * frameWidthPx * pxPerMm,
  };
}

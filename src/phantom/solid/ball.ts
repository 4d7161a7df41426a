import type { Vector } from '../vector.ts';

/** A ball about a point, in the frame of a solid. */
export interface Ball {
  readonly at: Vector;
  readonly radiusMm: number;
}

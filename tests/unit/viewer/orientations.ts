import fc from 'fast-check';
import type { Orientation } from '../../../src/viewer/orientation.ts';

/** All eight ways in which a picture can lie. */
export const orientations: fc.Arbitrary<Orientation> = fc.record({
  turnDeg: fc.constantFrom(0, 90, 180, 270),
  mirrored: fc.boolean(),
});

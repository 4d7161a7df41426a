import { type Axes, between, length, scaled, type Vector, within } from '../vector.ts';
import type { MineralField } from './texture.ts';

/** Crystal plates that cross each other, as calcium oxalate forms them: thin six-sided tablets. */
export interface Plates {
  readonly kind: 'plates';
  readonly plates: readonly {
    readonly at: Vector;
    readonly axes: Axes;
    /** Half the length, half the breadth and half the thickness. */
    readonly halfMm: Vector;
  }[];
  readonly packing: number;
}

/** Opens the field of plates. */
export function openPlates({ plates, packing }: Plates): MineralField {
  return (point) => {
    for (const { at, axes, halfMm } of plates) {
      const [x, y, z] = within(axes, between(at, point));
      const long = Math.abs(x) / halfMm[0];
      const broad = Math.abs(y) / halfMm[1];
      // The corners of the tablet are cut off: a hexagon.
      if (broad <= 1 && long + broad / 2 <= 1 && Math.abs(z) <= halfMm[2]) return packing;
    }
    return 0;
  };
}

/** The radius of a ball around the centre that holds the plates. */
export const platesReachMm = ({ plates }: Plates): number =>
  Math.max(...plates.map(({ at, halfMm }) => length(at) + length(halfMm)));

/** Plates `factor` times as large. */
export const scaledPlates = (solid: Plates, factor: number): Plates => ({
  ...solid,
  plates: solid.plates.map(({ at, axes, halfMm }) => ({
    at: scaled(at, factor),
    axes,
    halfMm: scaled(halfMm, factor),
  })),
});

import type { MineralId, MorphologyId } from '../lexicon/index.ts';
import type { Compression } from './compression.ts';
import { turnedAxes } from './compression.ts';
import { courseLengthMm } from './curve.ts';
import type { CompressedPoint, PhantomPoint } from './frame.ts';
import type { Part } from './lesion.ts';
import { downIn } from './position.ts';
import type { Solid } from './solid/solid.ts';
import type { Limb } from './solid/tube.ts';
import { type Axes, between, moved, outOf, scaled, uprightAxes, within } from './vector.ts';

/** One calcification. */
export interface Speck {
  readonly id: number;
  /** The term that describes this speck; a few in a case may be the look-alike's. */
  readonly morphology: MorphologyId;
  readonly at: PhantomPoint;
  /** How the body lies: the directions of its own x, y and z. */
  readonly axes: Axes;
  readonly solid: Solid;
  readonly mineral: MineralId;
  readonly host: Host;
  /** Greatest distance between two points of the body. */
  readonly spanMm: number;
  readonly equivalentDiameterMm: number;
  /** Volume of the mineral alone, without its pores. */
  readonly mineralMm3: number;
}

/** The structure that holds a speck. */
export interface Host {
  readonly structure: Part['kind'];
  /** Index of the structure in the parts of the lesion. */
  readonly part: number;
  readonly lobe: number | null;
  readonly tdlu: number | null;
  readonly ducts: readonly number[];
  readonly vessel: number | null;
}

/** A speck as it lies between the plates of a view. */
export interface SpeckInView {
  readonly id: number;
  readonly at: CompressedPoint;
  readonly axes: Axes;
  readonly solid: Solid;
}

/**
 * The speck between the plates. Compact pieces turn with the tissue but keep their shape. Casts and
 * calcified walls bend with their duct or vessel; a cast keeps its length. Milk of calcium settles
 * anew: gravity is where the patient stands, not where the beam comes from.
 */
export function inView(speck: Speck, compression: Compression): SpeckInView {
  const at = compression.compress(speck.at);
  const { id, solid } = speck;
  switch (solid.kind) {
    case 'cast': {
      const limbs = solid.limbs.map((limb) => bent(limb, speck, compression, true));
      return { id, at, axes: uprightAxes, solid: { ...solid, limbs } };
    }
    case 'sheath': {
      const limb = bent(solid.limb, speck, compression, false);
      const lengthMm = courseLengthMm(limb.course);
      return { id, at, axes: uprightAxes, solid: { ...solid, limb, lengthMm } };
    }
    case 'sediment':
      return { id, at, axes: uprightAxes, solid: { ...solid, down: downIn(compression.position) } };
    default:
      return { id, at, axes: turnedAxes(compression, speck.at, speck.axes), solid };
  }
}

/** A point of the phantom in terms of a speck's own axes, as its solid understands it. */
export const inBody = (speck: Speck, point: PhantomPoint) =>
  within(speck.axes, between(speck.at, point));

function bent(limb: Limb, speck: Speck, compression: Compression, keepLength: boolean): Limb {
  const at = compression.compress(speck.at);
  const course = limb.course.map((point) =>
    between(at, compression.compress(moved(speck.at, outOf(speck.axes, point)))),
  );
  const stretch = keepLength ? courseLengthMm(limb.course) / courseLengthMm(course) : 1;
  return { course: course.map((point) => scaled(point, stretch)), radiiMm: limb.radiiMm };
}

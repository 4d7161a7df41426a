import {
  type BlockPoint,
  blockPoint,
  type Core,
  type CorePoint,
  corePoint,
  type EmbeddedCore,
  fromCore,
  halfWidthMm,
  isInCore,
  type Lie,
  openEmbedded,
  type Phantom,
  type PhantomPoint,
  toCore,
} from '../../phantom/index.ts';
import { type Field, fieldAround, type SlidePoint, slidePoint } from '../frame.ts';
import { openTissueEdge } from './tissue-edge.ts';

/** A core in the block, ready to be cut at any depth. */
export interface OpenedCore {
  readonly core: Core;
  readonly lie: Lie<BlockPoint>;
  /** How far a point lies within the tissue of the core; see `Piece.insideUm`. */
  readonly insideMm: (point: CorePoint) => number;
  /** Where it may have tissue, at whatever depth. */
  readonly reach: Field;
}

/** A piece of tissue on the slide: one core, cut by the plane of the section. */
export interface Piece {
  readonly core: Core;
  readonly reach: Field;
  /**
   * How far a place lies within the torn surface of the core: about the distance near the surface,
   * negative outside, and never more than `deepUm`.
   */
  insideUm(place: SlidePoint): number;
  /** Where a place lay in the breast; beyond the core's surface, where it would have lain. */
  toBreast(place: SlidePoint): PhantomPoint;
  /** Where a point of the breast came to lie; the inverse of `toBreast`. */
  onSlide(point: PhantomPoint): SlidePoint;
  /** Tells whether what lay at a place was taken by this core and by no other. */
  holds(place: SlidePoint): boolean;
}

/** Deeper within a piece than this nobody asks for its surface. */
export const deepUm = 200;

/** How far a torn surface may stand out beyond the core's cylinder, at its sides and its ends. */
const sideSlackMm = 0.75;
const endSlackMm = 1.2;

/** Opens a core of the block. */
export function openCore(phantom: Phantom, core: Core, laid: EmbeddedCore): OpenedCore {
  const lie = openEmbedded(core, laid);
  const radius = 1000 * (1.3 * halfWidthMm(core) + sideSlackMm);
  const discs = Array.from({ length: 33 }, (_, n) => {
    const along = (n / 32) * (core.lengthMm + 2 * endSlackMm) - endSlackMm;
    const [x, y] = lie.place(corePoint(along, 0, 0));
    return { x: 1000 * x, y: 1000 * y, radius };
  });
  const reach = fieldAround(discs) as Field;
  return { core, lie, insideMm: openTissueEdge(phantom, core), reach };
}

/** Cuts an opened core at a depth below the face of the block. */
export function cutCore({ core, lie, insideMm, reach }: OpenedCore, depthUm: number): Piece {
  const inBlock = ([x, y, below]: SlidePoint) =>
    blockPoint(x / 1000, y / 1000, (depthUm + below) / 1000);
  return {
    core,
    reach,
    insideUm: (place) => Math.min(1000 * insideMm(lie.trace(inBlock(place))), deepUm),
    toBreast: (place) => fromCore(core, lie.trace(inBlock(place))),
    onSlide(point) {
      const [x, y, z] = lie.place(toCore(core, point));
      return slidePoint(1000 * x, 1000 * y, 1000 * z - depthUm);
    },
    holds: (place) => isInCore(core, lie.trace(inBlock(place))),
  };
}

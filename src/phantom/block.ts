import { type Biopsy, type Core, fromCore, isInCore, toCore } from './cores.ts';
import type { Draw } from './draw.ts';
import { type BlockPoint, blockPoint, type CorePoint, type PhantomPoint } from './frame.ts';
import { type LaidCore, type Lie, openLie, rollOf } from './laid-core.ts';
import type { Phantom } from './phantom.ts';
import { openPatient } from './position.ts';

/** A core as it lies in the paraffin. */
export type EmbeddedCore = LaidCore<BlockPoint>;

/** A paraffin block: its cores side by side, in the order in which they were laid. */
export interface Block {
  readonly widthMm: number;
  readonly heightMm: number;
  /** Depth of paraffin below the face that can be cut. */
  readonly depthMm: number;
  readonly cores: readonly EmbeddedCore[];
}

/** How many cores lie in a row. */
const perRow = 2;

/** Embeds the cores of a biopsy: laid in rows, nearly parallel, not quite flat, some end for end. */
export function embed(phantom: Phantom, { bounds, cores }: Biopsy): Block {
  const draw = openPatient(phantom.plan.seed).branch('block');
  const pitchY = bounds.widthMm * 1.45;
  const pitchX = bounds.lengthMm * 1.08;
  const columns = Math.min(perRow, cores.length);
  const rows = Math.ceil(cores.length / columns);
  const depthMm = bounds.thicknessMm * 1.5;
  return {
    widthMm: columns * pitchX + 4,
    heightMm: rows * pitchY + 4,
    depthMm,
    cores: cores.map((core, order) => embedCore(core, order, { draw, pitchX, pitchY, depthMm })),
  };
}

function embedCore(
  core: Core,
  order: number,
  room: { draw: Draw; pitchX: number; pitchY: number; depthMm: number },
): EmbeddedCore {
  const chance = room.draw.branch(order);
  const column = order % perRow;
  const row = Math.floor(order / perRow);
  const dip = chance.normal(0, 0.008);
  return {
    core: core.id,
    at: blockPoint(
      2 + (column + 0.5) * room.pitchX + chance.normal(0, 0.3),
      2 + (row + 0.5) * room.pitchY,
      room.depthMm / 2 + chance.normal(0, room.depthMm * 0.04),
    ),
    turnDeg: chance.normal(0, 1),
    rollDeg: rollOf(core, chance),
    reversed: chance.chance(0.35),
    dip,
    bowMm: chance.normal(0, 0.35) / core.flatness,
    swayMm: 0,
  };
}

/** Opens a core of the block, to map many of its points. */
export const openEmbedded = (core: Core, laid: EmbeddedCore): Lie<BlockPoint> =>
  openLie(core, laid, blockPoint);

/** Maps a point of a core to the block. */
export const toBlock = (core: Core, laid: EmbeddedCore, point: CorePoint): BlockPoint =>
  openEmbedded(core, laid).place(point);

/** Maps a point of the block into a core's frame: the inverse of `toBlock`. */
export const fromBlock = (core: Core, laid: EmbeddedCore, point: BlockPoint): CorePoint =>
  openEmbedded(core, laid).trace(point);

/** What a point of the block was: the core, the place in it, and where in the breast that lay. */
export interface Origin {
  readonly core: Core;
  readonly inCore: CorePoint;
  readonly inBreast: PhantomPoint;
}

/** Traces a point of the block back to the breast; null in bare paraffin. */
export function originOf(biopsy: Biopsy, block: Block, point: BlockPoint): Origin | null {
  for (const laid of block.cores) {
    const core = biopsy.cores[laid.core] as Core;
    const inCore = fromBlock(core, laid, point);
    if (isInCore(core, inCore)) return { core, inCore, inBreast: fromCore(core, inCore) };
  }
  return null;
}

/** Where a point of the breast went: a place in the block for each core that holds it. */
export function placesInBlock(biopsy: Biopsy, block: Block, point: PhantomPoint): BlockPoint[] {
  return block.cores.flatMap((laid) => {
    const core = biopsy.cores[laid.core] as Core;
    const inCore = toCore(core, point);
    return isInCore(core, inCore) ? [toBlock(core, laid, inCore)] : [];
  });
}

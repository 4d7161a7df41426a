import {
  type BlockPoint,
  blockPoint,
  type CorePoint,
  corePoint,
  type PhantomPoint,
} from './frame.ts';
import { type Biopsy, type Core, fromCore, isInCore, toCore } from './cores.ts';
import type { Draw } from './draw.ts';
import { cosine, pi, sine } from './elementary.ts';
import type { Phantom } from './phantom.ts';
import { openPatient } from './position.ts';

/**
 * A core as it lies in the paraffin: a rigid move, then a gentle bow in the plane of the face. Both
 * can be undone in closed form.
 */
export interface EmbeddedCore {
  readonly core: number;
  /** Place of the core's middle in the block. */
  readonly at: BlockPoint;
  /** How the core is turned in the face; 0 lies along x. */
  readonly turnDeg: number;
  /** How it was rolled about itself. */
  readonly rollDeg: number;
  /** Whether its tip points the other way. */
  readonly reversed: boolean;
  /** How the core dips from end to end, as a slope. */
  readonly dip: number;
  /** The bow: sideways shift at the ends against the middle. */
  readonly bowMm: number;
}

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
export function embed(phantom: Phantom, { needle, cores }: Biopsy): Block {
  const draw = openPatient(phantom.plan.seed).branch('block');
  const pitchY = needle.coreMm * 1.45;
  const pitchX = needle.notchMm * 1.08;
  const rows = Math.ceil(cores.length / perRow);
  const depthMm = needle.coreMm * 1.5;
  return {
    widthMm: perRow * pitchX + 4,
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
    rollDeg: chance.uniform(0, 360),
    reversed: chance.chance(0.35),
    dip,
    bowMm: chance.normal(0, 0.35),
  };
}

/** Maps a point of a core to the block. */
export function toBlock(core: Core, laid: EmbeddedCore, point: CorePoint): BlockPoint {
  const { turnCos, turnSin, rollCos, rollSin, direction } = angles(laid);
  const along = (point[0] - core.lengthMm / 2) * direction;
  const outward = point[1] * direction;
  const across = outward * rollCos - point[2] * rollSin;
  const down = outward * rollSin + point[2] * rollCos;
  const bowed = across + bow(core, laid, along);
  return blockPoint(
    laid.at[0] + along * turnCos - bowed * turnSin,
    laid.at[1] + along * turnSin + bowed * turnCos,
    laid.at[2] + down + laid.dip * along,
  );
}

/** Maps a point of the block into a core's frame: the inverse of `toBlock`. */
export function fromBlock(core: Core, laid: EmbeddedCore, point: BlockPoint): CorePoint {
  const { turnCos, turnSin, rollCos, rollSin, direction } = angles(laid);
  const dx = point[0] - laid.at[0];
  const dy = point[1] - laid.at[1];
  const along = dx * turnCos + dy * turnSin;
  const across = dy * turnCos - dx * turnSin - bow(core, laid, along);
  const down = point[2] - laid.at[2] - laid.dip * along;
  const outward = across * rollCos + down * rollSin;
  return corePoint(
    along * direction + core.lengthMm / 2,
    outward * direction,
    down * rollCos - across * rollSin,
  );
}

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

const bow = (core: Core, laid: EmbeddedCore, along: number) => {
  const part = (2 * along) / core.lengthMm;
  return laid.bowMm * part * part;
};

/** A reversed core is turned end for end about the axis across it, which keeps it right-handed. */
function angles({ turnDeg, rollDeg, reversed }: EmbeddedCore) {
  const turn = (turnDeg * pi) / 180;
  const roll = (rollDeg * pi) / 180;
  return {
    turnCos: cosine(turn),
    turnSin: sine(turn),
    rollCos: cosine(roll),
    rollSin: sine(roll),
    direction: reversed ? -1 : 1,
  };
}

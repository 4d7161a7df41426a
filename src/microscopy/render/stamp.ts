import { scatter } from '../../phantom/index.ts';
import type { NucleusKind } from '../cell/nucleus-kind.ts';
import { type DyeId, dyeIds } from '../light/dye.ts';
import { blankLoads, type Loads } from '../light/loads.ts';
import { nucleusOf } from '../scene/nucleus.ts';
import type { Place } from '../scene/placing.ts';
import { inkBody } from './cell-body.ts';
import { inkNucleus } from './ink.ts';
import { inkRedCell } from './red-cell.ts';

/**
 * What cells of one kind do to the loads about them, on the average over many: where one lies, loads
 * become `gives + keeps · before`.
 */
export interface Stamp {
  /** Area that a cell covers. */
  readonly areaUm2: number;
  readonly gives: Readonly<Record<DyeId, number>>;
  readonly keeps: Readonly<Record<DyeId, number>>;
  /** Variance of the haematoxylin within cells and between them. */
  readonly variance: number;
}

const pitchUm = 0.5;
const sidePx = 64;
/** So many cells of a kind are drawn to know it. */
const drawn = 40;
/** What a pixel has more than this of is covered. */
const covered = 0.12;

const known = new WeakMap<NucleusKind, Stamp>();
let redCell: Stamp | undefined;

/** What nuclei of a kind do, found by drawing some. */
export function stampOf(kind: NucleusKind): Stamp {
  const found =
    known.get(kind) ??
    measured((place, loads, at, whole) => {
      const nucleus = nucleusOf(place, kind);
      inkBody(nucleus, loads, at, whole);
      inkNucleus(nucleus, loads, at, whole);
    });
  known.set(kind, found);
  return found;
}

/** What red cells do. */
export function redCellStamp(): Stamp {
  redCell ??= measured(inkRedCell);
  return redCell;
}

function measured(
  ink: (
    place: Place,
    loads: Loads,
    at: { column: number; row: number; pitchUm: number },
    whole: { left: number; top: number; right: number; bottom: number },
  ) => void,
): Stamp {
  const at = { column: -sidePx / 2, row: -sidePx / 2, pitchUm };
  const whole = { left: 0, top: 0, right: sidePx, bottom: sidePx };
  let area = 0;
  let squares = 0;
  const sums = { haematoxylin: 0, eosin: 0, orange: 0, brown: 0 };
  const kept = { ...sums };
  for (let n = 0; n < drawn; n++) {
    const place = { x: 0, y: 0, bits: scatter(7919 * (n + 1)) };
    const onGlass = blankLoads(sidePx, sidePx);
    const onGround = blankLoads(sidePx, sidePx);
    for (const dye of dyeIds) onGround.dyes[dye].fill(1);
    ink(place, onGlass, at, whole);
    ink(place, onGround, at, whole);
    const glass = onGlass.dyes;
    for (let px = 0; px < sidePx * sidePx; px++) {
      const h = glass.haematoxylin[px] as number;
      // Most of the square is bare.
      if (h < covered && (glass.eosin[px] as number) < covered)
        if ((glass.orange[px] as number) < covered && (glass.brown[px] as number) < covered)
          continue;
      area++;
      squares += h * h;
      for (const dye of dyeIds) {
        const here = glass[dye][px] as number;
        sums[dye] += here;
        kept[dye] += (onGround.dyes[dye][px] as number) - here;
      }
    }
  }
  const mean = (of: typeof sums) => ({
    haematoxylin: of.haematoxylin / Math.max(1, area),
    eosin: of.eosin / Math.max(1, area),
    orange: of.orange / Math.max(1, area),
    brown: of.brown / Math.max(1, area),
  });
  const gives = mean(sums);
  return {
    areaUm2: (area * pitchUm * pitchUm) / drawn,
    gives,
    keeps: mean(kept),
    variance: Math.max(0, squares / Math.max(1, area) - gives.haematoxylin * gives.haematoxylin),
  };
}

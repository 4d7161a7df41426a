import { widened } from '../frame.ts';
import type { CutBody } from '../section/cut-body.ts';
import { nearUm } from '../section/cut-body.ts';
import type { Glands } from './glands.ts';
import { roundUm } from './adipocytes.ts';
import { fillGrid, type Grid, gridAt } from './grid.ts';

/** So far about a vessel its distance is told. */
export const vesselUm = 10;
/** And so far about one that lymphocytes leave. */
const cuffedUm = 40;
/** More lymphocytes than this are a cuff. */
const cuffFrom = 0.1;

/** How far a place is from what a field tells the distance of; endless beyond what it tells. */
function roomBeside(field: Grid, toldUm: number, x: number, y: number): number {
  const off = -gridAt(field, x, y);
  return off < toldUm - 0.5 ? off : Infinity;
}

/**
 * Lays vessels into the fields of the glands, the vessels of one lining at a time: what is there
 * before, and fat, they leave their room.
 */
export function layVessels(
  glands: Glands,
  vessels: readonly CutBody[],
  fat: Grid,
  { wide, narrow }: { readonly wide: Grid; readonly narrow: Grid },
): Glands {
  const { gland, lumen, nearest } = glands;
  const added = [...new Set(vessels.flatMap(({ body }) => body.lining ?? []))].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const linings = [...glands.linings, ...added];
  for (const lining of added) {
    const taken: Grid = { ...gland, values: gland.values.slice() };
    const index = linings.indexOf(lining) + 1;
    const toldUm = lining.around.lymphocytes > cuffFrom ? cuffedUm : vesselUm;
    for (const { body, reach, insideUm } of vessels) {
      if (body.lining !== lining) continue;
      const wallUm = 1000 * body.wallMm;
      const rough = body.kind === 'vessel' ? 0.4 : 1;
      const near = widened(reach, toldUm - (body.nearUm ?? nearUm));
      const insideAt = (x: number, y: number) => {
        const free = Math.min(
          roomBeside(taken, nearUm, x, y) - 3,
          roomBeside(fat, roundUm, x, y) - 1.2,
        );
        const uneven = 2 * gridAt(narrow, x, y) + 4 * lining.uneven * gridAt(wide, x, y);
        return Math.min(insideUm(x, y) + rough * uneven, free);
      };
      fillGrid(
        lumen,
        (x, y, before) => {
          const inside = insideAt(x, y);
          return inside > 0 ? Math.max(before, inside - wallUm) : before;
        },
        near,
      );
      fillGrid(
        gland,
        (x, y, before, node) => {
          const inside = insideAt(x, y);
          if (inside <= before) return before;
          nearest[node] = index;
          return inside;
        },
        near,
      );
    }
  }
  return { ...glands, linings };
}

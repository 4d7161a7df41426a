import { openDraw } from '../../phantom/index.ts';
import type { CellLayer } from '../lesion/lining.ts';
import { gridAt } from './grid.ts';
import { moulded } from './moulding.ts';
import { type Nucleus, oriented } from './nucleus.ts';
import { partOf, type Place, placesIn } from './placing.ts';
import { fineTexture, textureAt } from './texture.ts';
import { liningAt, type Tissue } from './tissue.ts';

/** How far a cell strays from its place each way, as a part of the spacing. */
const strayShare = 0.27;

/** How far within the edge of the tissue cells stand. */
export const withinUm = 5;

/** The cells of each lining, layer by layer, pressed against each other. */
export function liningCells(tissue: Tissue, seed: number): Nucleus[] {
  const { reach, edge, gland, lumen, linings } = tissue;
  const seeds = openDraw(seed, 'linings');
  const nuclei = linings.flatMap((lining) =>
    lining.layers.flatMap((layer, n) => {
      const { nucleus, insideUm, lumenUm, share, stands } = layer;
      const own = seeds.branch(`${lining.name} ${n}`).seed();
      const isRoom = (x: number, y: number) => {
        const inside = gridAt(gland, x, y);
        if (inside < insideUm[0] || inside > insideUm[1]) return false;
        if (!isPatch(layer, x, y)) return false;
        const free = gridAt(lumen, x, y);
        if (free < lumenUm[0] || free > lumenUm[1]) return false;
        return liningAt(tissue, x, y) === lining && gridAt(edge, x, y) > withinUm;
      };
      return placesIn(
        reach,
        own,
        layer.spacingUm,
        layer.rounds,
        (x, y, bits) => partOf(bits, 9) <= share && isRoom(x, y),
      ).map((kept) => {
        const at = nucleus.hasCell ? strayed(kept, strayShare * layer.spacingUm, isRoom) : kept;
        const isNearLumen = stands === 'to-lumen' && gridAt(lumen, at.x, at.y) > -14;
        const lines = isNearLumen ? lumen : gland;
        const event = eventOf(at.bits, layer.mitoses ?? 0, layer.apoptoses ?? 0);
        const found = oriented(at, nucleus, lines, stands !== 'flat', stands === 'any');
        return event ? { ...found, event } : found;
      });
    }),
  );
  return moulded(nuclei);
}

/** A place up to so far off each way, where there is room: cells do not keep their distance. */
function strayed(place: Place, mostUm: number, isRoom: (x: number, y: number) => boolean): Place {
  const x = place.x + mostUm * (2 * partOf(place.bits, 120) - 1);
  const y = place.y + mostUm * (2 * partOf(place.bits, 121) - 1);
  return isRoom(x, y) ? { ...place, x, y } : place;
}

function eventOf(bits: number, mitoses: number, apoptoses: number): Nucleus['event'] {
  const drawn = partOf(bits, 50);
  if (drawn < mitoses) return 'mitosis';
  return drawn < mitoses + apoptoses ? 'apoptosis' : undefined;
}

/** Whether cells of a layer lie at a place, where they keep to patches. */
export const isPatch = (
  { clumped, patchUm = 32 }: Pick<CellLayer, 'clumped' | 'patchUm'>,
  x: number,
  y: number,
): boolean =>
  clumped === undefined ||
  textureAt(fineTexture, x / patchUm + 5, y / patchUm + 11) > clumped * 1.4 - 1;

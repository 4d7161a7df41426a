import { type PixelPlace, xOf, yOf } from '../frame.ts';
import type { Loads } from '../light/loads.ts';
import type { Chunk } from '../scene/scene.ts';
import { inkCrystal } from './oxalate.ts';
import { type Part, pixelsOf } from './part.ts';
import { inkPhosphate, inkShard, inkTear } from './phosphate.ts';

/** The pixels of a tile on which minerals leave nothing to be seen of what is under them; null for none. */
export function hiddenPixels(
  { phosphates }: Chunk['minerals'],
  { widthPx, heightPx }: Loads,
  place: PixelPlace,
  part: Part,
): Uint8Array | null {
  if (phosphates.length === 0) return null;
  const { pitchUm } = place;
  const hidden = new Uint8Array(widthPx * heightPx);
  for (const phosphate of phosphates) {
    const { left, top, right, bottom } = pixelsOf(phosphate.reach, place, part);
    for (let j = top; j < bottom; j++) {
      const y = yOf(place, j);
      for (let i = left; i < right; i++)
        if (phosphate.hides(xOf(place, i, j), y, pitchUm)) hidden[j * widthPx + i] = 1;
    }
  }
  return hidden;
}

/** Lays the minerals of a chunk over its tissue and cells, and what the knife did there. */
export function layMinerals(
  { layers, minerals }: Chunk,
  loads: Loads,
  place: PixelPlace,
  part: Part,
): void {
  const { phosphates, oxalates, tears, shards } = minerals;
  for (const tear of tears) inkTear(tear, loads, place, part);
  for (const phosphate of phosphates) {
    const own = layers.find(({ tissue }) => tissue.piece === phosphate.cut.piece);
    inkPhosphate(phosphate, own?.tissue, loads, place, part);
  }
  for (const shard of shards) inkShard(shard, loads, place, part);
  for (const { crystals } of oxalates)
    for (const crystal of crystals) inkCrystal(crystal, loads, place, part);
}

import type { PixelPlace } from '../frame.ts';
import type { Loads } from '../light/loads.ts';
import type { Chunk } from '../scene/scene.ts';
import { inkCrystal } from './oxalate.ts';
import type { Part } from './part.ts';
import { inkPhosphate, inkShard, inkTear } from './phosphate.ts';

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

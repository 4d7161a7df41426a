import { type Field, meet, widened } from '../frame.ts';
import type { Section } from '../section/section.ts';
import type { Crystal } from './crystal.ts';
import { openOxalate, type Oxalate } from './oxalate.ts';
import { aboutUm, openPhosphate, type Phosphate } from './phosphate.ts';
import { dragOf, dragUm, type Tear } from './tears.ts';

/** The mineral of a field: what the plane cuts, and what the knife made of it. */
export interface Minerals {
  readonly phosphates: readonly Phosphate[];
  readonly oxalates: readonly Oxalate[];
  readonly tears: readonly Tear[];
  /** Shards of phosphate that the knife carried off. */
  readonly shards: readonly Crystal[];
}

/** Opens the specks that a section cuts in a field, or that reach into it with what they did there. */
export function openMinerals(section: Section, field: Field): Minerals {
  const phosphates: Phosphate[] = [];
  const oxalates: Oxalate[] = [];
  const tears: Tear[] = [];
  const shards: Crystal[] = [];
  for (const cut of section.specksIn(widened(field, aboutUm + 1.5 * dragUm))) {
    if (cut.speck.mineral === 'calcium-oxalate') {
      const oxalate = openOxalate(section, cut, field);
      if (oxalate.crystals.length > 0) oxalates.push(oxalate);
      continue;
    }
    const phosphate = openPhosphate(section, cut, field);
    if (!phosphate) continue;
    if (meet(phosphate.reach, field)) phosphates.push(phosphate);
    const drag = dragOf(cut, phosphate.fate);
    tears.push(...drag.tears.filter(({ reach }) => meet(reach, field)));
    shards.push(...drag.shards.filter((shard) => meet(boxOf(shard), field)));
  }
  return { phosphates, oxalates, tears, shards };
}

/** The rectangle around a crystal or shard. */
export const boxOf = ({ x, y, radius }: Crystal): Field => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

import type { Anatomy } from '../anatomy.ts';
import type { Draw } from '../draw.ts';
import type { Plan } from '../plan.ts';
import { openGroup, openRegion, openWhole } from './cloud.ts';
import { openLine } from './line.ts';
import { openSegment } from './lobar.ts';
import type { Territory } from './territory.ts';

/** Opens the territory of a plan; calcifications that lie alone get a group's. */
export function openTerritory(anatomy: Anatomy, plan: Plan, draw: Draw): Territory {
  switch (plan.distribution) {
    case 'regional':
      return openRegion(anatomy, plan, draw);
    case 'diffuse':
      return openWhole(anatomy, plan, draw);
    case 'linear':
      return openLine(anatomy, plan, draw);
    case 'segmental':
      return openSegment(anatomy, plan, draw);
    default:
      return openGroup(anatomy, plan, draw);
  }
}

import type { Draw } from '../draw.ts';
import { clamp } from '../elementary.ts';
import type { Sediment } from '../solid/sediment.ts';
import { sizeOf } from '../solid/size.ts';
import { distance, uprightAxes } from '../vector.ts';
import { conspicuity, type Deposit, type Ground, sizeAbout } from './deposit.ts';

/** In a wide cyst more settles, and loosely: seen from above it is a smudge and no disc of one white. */
const looseIn = (radiusMm: number): number => Math.min(1, 0.4 / radiusMm);

/** Milk of calcium: sediment in small cysts that do not touch each other. */
export function depositMilk({ plan, territory }: Ground, draw: Draw): Deposit[] {
  const deposits: Deposit[] = [];
  const cysts: { at: Deposit['at']; radiusMm: number }[] = [];
  for (let tries = 0; deposits.length < plan.count && tries < plan.count * 60; tries++) {
    const chance = draw.branch(tries);
    const site = territory.site(chance);
    const radiusMm = sizeAbout(plan, 'milk-of-calcium', 0.38, chance) / 2;
    const free = cysts.every(
      (other) => distance(other.at, site.at) > other.radiusMm + radiusMm + 0.1,
    );
    if (!free) continue;
    const form = chance.branch('form');
    const thick = clamp(form.logNormal(1.6, 0.45), 0.8, 2.8);
    const solid: Sediment = {
      kind: 'sediment',
      radiusMm: radiusMm * 0.97,
      fill: clamp(form.logNormal(0.24, 0.45), 0.1, 0.46),
      meniscus: form.uniform(0, 0.42),
      // At rest the patient stands.
      down: [0, 0, -1],
      texture: {
        seed: chance.seed(),
        bumpMm: radiusMm * chance.uniform(0.12, 0.3),
        bumpSizeMm: radiusMm * 1.4,
        packing: chance.uniform(0.28, 0.62) * thick * conspicuity(plan) * looseIn(radiusMm),
        mottle: 0.7,
      },
    };
    const { spanMm } = sizeOf(solid);
    // The least that settles may lie wholly under the waves of its surface: then there is nothing to see.
    if (spanMm === 0) continue;
    cysts.push({ at: site.at, radiusMm });
    deposits.push({
      morphology: 'milk-of-calcium',
      at: site.at,
      axes: uprightAxes,
      solid,
      spanMm,
      part: {
        kind: 'cyst',
        at: site.at,
        radiusMm,
        content: 'fluid',
        lining: plan.lesion === 'apocrine-cyst' ? 'apocrine' : 'flat',
        lobe: site.lobe,
      },
      tdlu: site.tdlu,
    });
  }
  return deposits;
}

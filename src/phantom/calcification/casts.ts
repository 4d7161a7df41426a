import { resampled } from '../curve.ts';
import type { Draw } from '../draw.ts';
import type { Duct } from '../ductal-tree.ts';
import { clamp } from '../elementary.ts';
import { boxAround, type PhantomPoint } from '../frame.ts';
import { openNoise } from '../noise.ts';
import type { Cast } from '../solid/cast.ts';
import { sizeOf } from '../solid/size.ts';
import { along, between, uprightAxes } from '../vector.ts';
import { conspicuity, type Deposit, type Ground, sizeAbout } from './deposit.ts';

/** A stretch of lumen that has filled with mineral; it may fork where the duct does. */
interface Filling {
  readonly limbs: PhantomPoint[][];
  readonly ducts: number[];
}

const stepMm = 0.12;

/**
 * Fine linear and branching: casts of the ducts of the territory. Along each duct mineral comes and
 * goes by lengths that follow no beat; where it reaches a fork it goes on into the branches.
 */
export function depositCasts(ground: Ground, draw: Draw): Deposit[] {
  const { plan, territory, anatomy } = ground;
  const fillings = fillingsOf(ground, draw.branch('fillings'));
  const order = fillings
    .map((filling) => ({ filling, key: draw.uniform() - 0.35 * Math.min(filling.limbs.length, 3) }))
    .sort((a, b) => a.key - b.key);
  const deposits: Deposit[] = [];
  for (const { filling } of order) {
    if (deposits.length >= plan.count) break;
    const chance = draw.branch(`cast ${deposits.length}`);
    const calibreMm = sizeAbout(plan, 'fine-linear', 0.2, chance);
    const box = boxAround(filling.limbs.flat());
    const at = along(box.min, box.max, 0.5);
    const solid = castOf(filling, at, calibreMm, conspicuity(plan), chance);
    const { spanMm, volumeMm3 } = sizeOf(solid);
    if (volumeMm3 === 0) continue;
    deposits.push({
      morphology: 'fine-linear',
      at,
      axes: uprightAxes,
      solid,
      spanMm,
      part: {
        kind: 'lumen',
        at,
        radiusMm: Math.max(
          calibreMm * 0.6,
          anatomy.tree.ducts[filling.ducts[0] ?? 0]?.toRadiusMm ?? 0,
        ),
        ducts: [...new Set(filling.ducts)],
        lobe: territory.lobe ?? anatomy.tree.ducts[filling.ducts[0] ?? 0]?.lobe ?? 0,
      },
      tdlu: null,
    });
  }
  return deposits;
}

/** Walks the ducts outwards, filling and leaving free. */
function fillingsOf({ territory, anatomy }: Ground, draw: Draw): Filling[] {
  const { tree } = anatomy;
  const held = new Set(territory.ducts.map(({ id }) => id));
  const roots = territory.ducts.filter(({ parent }) => parent === null || !held.has(parent));
  const fillings: Filling[] = [];
  const fillMm = () => clamp(draw.logNormal(0.95, 0.6), 0.35, 4.5);
  const gapMm = () => clamp(draw.logNormal(0.75, 0.85), 0.18, 7);

  const walk = (duct: Duct, open: Filling | null, leftMm: number) => {
    const fine = resampled(duct.course, stepMm);
    let filling = open;
    let left = leftMm;
    let limb: PhantomPoint[] = [];
    const close = () => {
      if (filling && limb.length > 1) {
        filling.limbs.push(limb);
        filling.ducts.push(duct.id);
      }
      limb = [];
    };
    for (const point of fine) {
      if (!territory.contains(point)) {
        close();
        filling = null;
        left = gapMm();
        continue;
      }
      if (filling) limb.push(point);
      left -= stepMm;
      if (left > 0) continue;
      close();
      if (filling) {
        filling = null;
        left = gapMm();
      } else {
        filling = { limbs: [], ducts: [] };
        fillings.push(filling);
        limb.push(point);
        left = fillMm();
      }
    }
    const goesOn = filling;
    close();
    for (const child of duct.children) {
      if (!held.has(child)) continue;
      // A fork that mineral has reached is filled a little way into its branches.
      if (goesOn) walk(tree.ducts[child] as Duct, goesOn, Math.max(left, draw.uniform(0.3, 1.1)));
      else walk(tree.ducts[child] as Duct, null, gapMm());
    }
  };
  for (const root of roots) walk(root, null, gapMm() * 0.5);
  return fillings.filter(({ limbs }) => limbs.some((limb) => limb.length > 2));
}

/** The cast of a filling: as thick as the plan says, thinner at its ends and in its branches. */
function castOf(
  { limbs }: Filling,
  at: PhantomPoint,
  calibreMm: number,
  clearness: number,
  draw: Draw,
): Cast {
  const swelling = openNoise(draw.seed());
  // Bumps add to the radius: what is left below the calibre is for them.
  const bumpMm = calibreMm * 0.05;
  const radiusMm = calibreMm / 2 - 1.3 * bumpMm;
  return {
    kind: 'cast',
    limbs: limbs.map((limb, index) => {
      const thinner = index === 0 ? 1 : draw.uniform(0.6, 0.95);
      return {
        course: limb.map((point) => between(at, point)),
        radiiMm: limb.map((_, i) => {
          const s = i * stepMm;
          const fromEnd = Math.min(index === 0 ? i : limb.length, limb.length - 1 - i) * stepMm;
          const taper = clamp(0.45 + fromEnd / (calibreMm * 1.5), 0.45, 1);
          const swollen = clamp(0.78 + 0.3 * swelling(s * 1.4, index * 9, 0), 0.42, 1);
          return Math.max(radiusMm * thinner * taper * swollen, 0.02);
        }),
      };
    }),
    hollow: 0,
    texture: {
      seed: draw.seed(),
      bumpMm,
      bumpSizeMm: calibreMm * 0.7,
      packing: draw.uniform(0.5, 0.8) * clearness,
      mottle: 0.4,
    },
  };
}

import { type Draw, type Noise, openNoise } from '../../phantom/index.ts';
import type { Field } from '../frame.ts';
import type { Lining } from '../lesion/lining.ts';
import { type CutBody, nearUm } from '../section/cut-body.ts';
import { openClefts, openFronds } from './fronds.ts';
import { blankGrid, fillGrid, type Grid, gridAt } from './grid.ts';
import { type Cone, coneReach, coneSlackUm, conesOf, grownShare, insideCone } from './hollows.ts';

/** The glands of a field, as fields of distances in µm. */
export interface Glands {
  /** Within a gland, from its basement membrane; and within its lumen. */
  readonly gland: Grid;
  readonly lumen: Grid;
  /** The linings that are here, and for each node of `gland` which of them is nearest, from 1. */
  readonly linings: readonly Lining[];
  readonly nearest: Uint8Array;
  /** The tunnels and tufts that come near the plane. */
  readonly cones: readonly Cone[];
}

/** How far a noise may go beyond 1, at most. */
const noiseMost = 1.2;

/**
 * Lays the glands that are cut into their fields, on a lattice of a pitch. Noises in the breast make
 * outlines and walls uneven; `smooth` gives the noise of a size about the field.
 */
export function layGlands(
  cuts: readonly CutBody[],
  field: Field,
  pitchUm: number,
  noises: { readonly wide: Grid; readonly narrow: Grid; readonly within: Grid },
  smooth: (sizeMm: number, noise: Noise) => Grid,
  draw: Draw,
): Glands {
  const { wide, narrow, within } = noises;
  const mixed = (a: Grid, ofA: number, b: Grid, ofB: number): Grid => ({
    ...a,
    values: a.values.map((value, n) => ofA * value + ofB * (b.values[n] as number)),
  });
  const outlineNoise = mixed(wide, 5, narrow, 3);
  const wallNoise = mixed(within, 6, wide, 5);
  const coneNoise = mixed(narrow, 4, within, 2.5);
  const gland = blankGrid(field, pitchUm);
  const lumen = blankGrid(field, pitchUm);
  gland.values.fill(-nearUm);
  lumen.values.fill(-nearUm);
  const linings = [...new Set(cuts.flatMap(({ body }) => body.lining ?? []))];
  const nearest = new Uint8Array(gland.values.length);
  const cones: Cone[] = [];
  const coneSeed = draw.seed();
  const frondNoise = openNoise(draw.seed());
  const spareNoise = openNoise(draw.seed());
  for (const cut of cuts) {
    const { body, reach, insideUm } = cut;
    const { lining } = body;
    if (!lining) continue;
    const index = linings.indexOf(lining) + 1;
    const wallUm = 1000 * body.wallMm;
    const outlineMost = 8 * noiseMost * lining.uneven;
    const wallMost = 11 * noiseMost * lining.uneven;
    const { lumen: form } = lining;
    const inForm =
      form.kind === 'fronds'
        ? openFronds(form, field, smooth, frondNoise)
        : form.kind === 'clefts'
          ? openClefts(form, field, smooth, frondNoise)
          : null;
    const partly = form.kind === 'cribriform' && form.spares ? form : null;
    const spared = partly?.spares && smooth(partly.spares.sizeMm, spareNoise);
    // A growth that takes a wall in part leaves it thin elsewhere.
    const wallAt = (x: number, y: number) =>
      partly && spared ? wallUm * grownShare(partly, gridAt(spared, x, y)) : wallUm;
    const thinnestUm = wallUm * (partly?.spares?.part ?? 1);
    fillGrid(
      gland,
      (x, y, before, node) => {
        const wall = lumen.values[node] as number;
        const most = inForm?.(x, y) ?? Infinity;
        // Most of such a mass is not gland: there its own outline need not be known.
        if (most + outlineMost <= before && most - thinnestUm + wallMost <= wall) return before;
        const bare = Math.min(insideUm(x, y), most);
        if (bare - thinnestUm + wallMost > wall)
          lumen.values[node] = Math.max(
            wall,
            bare - wallAt(x, y) + lining.uneven * gridAt(wallNoise, x, y),
          );
        if (bare + outlineMost <= before) return before;
        const inside = bare + lining.uneven * gridAt(outlineNoise, x, y);
        if (inside <= before) return before;
        nearest[node] = index;
        return inside;
      },
      reach,
    );
    for (const cone of conesOf(cut, lining.lumen, coneSeed, field, spareNoise)) {
      const at = coneReach(cone, coneSlackUm);
      if (!at) continue;
      cones.push(cone);
      fillGrid(
        lumen,
        (x, y, before) => {
          const inside = insideCone(cone, x, y) + gridAt(coneNoise, x, y);
          return cone.kind === 'tunnel' ? joined(before, inside) : Math.min(before, -inside);
        },
        at,
      );
    }
  }
  return { gland, lumen, linings, nearest, cones };
}

/** So near to each other two hollows run together with a round edge between them and no horn. */
const roundsUm = 10;

/** How far a place lies within either of two hollows. */
function joined(a: number, b: number): number {
  const near = Math.max(0, 1 - Math.abs(a - b) / roundsUm);
  return Math.max(a, b) + (roundsUm / 4) * near * near;
}

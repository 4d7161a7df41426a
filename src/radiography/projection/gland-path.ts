import {
  glandLevel,
  leafletDistanceMm,
  leafletShare,
  leafletsFrom,
  leafletWall,
  lobuleDistanceMm,
  lobuleShare,
  lobuleWall,
  noWalls,
  type Parenchyma,
} from '../../phantom/index.ts';
import { openFibreTexture } from './fibre-texture.ts';
import type { Interval } from './inclusion.ts';
import { muscleField, nodeFields } from './space-lattice.ts';
import { meanCoverage } from './wall-integral.ts';

/** How far apart samples along a ray may lie where there is gland. */
const stepMm = 1.6;

/** How much the density of fibroglandular tissue varies; along a ray most of it averages out. */
const unevenness = 0.65;

/**
 * Opens the integral of the parenchyma along a ray: the path in millimetres through fibroglandular
 * tissue, for the fields of its nodes (as `SpaceLattice` gives them), half its length within the skin,
 * and what stands in the place of the parenchyma on the way.
 *
 * Between two samples in the same cell the distance to the wall runs evenly and `coverage` is
 * integrated exactly; between two cells the wall was crossed. In fat, no wall is nearer than the
 * nearest: samples that cannot reach it are left out.
 */
export function openGlandPath(parenchyma: Parenchyma, planes: number, seed: number) {
  const { fabric, lobules } = parenchyma;
  const last = planes - 1;
  const spaces: Float64Array[] = [];
  let of: Float64Array | undefined;
  const lobule = noWalls();
  const leaflet = noWalls();

  const textureAt = openFibreTexture(seed);

  return (nodes: Float64Array, halfMm: number, taken: readonly Interval[]): number => {
    if (of !== nodes) {
      of = nodes;
      for (let k = 0; k < planes; k++)
        spaces[k] = nodes.subarray(k * nodeFields, (k + 1) * nodeFields);
    }
    const planeMm = (2 * halfMm) / last;
    // Near the rim the planes lie closer than need be.
    const stride = Math.max(1, Math.min(last, Math.floor(stepMm / Math.max(planeMm, 1e-3))));
    let pathMm = 0;
    let before = -1;
    let cell = 0;
    let fineCell = 0;
    let level = 0;
    let d1 = 0;
    let d2 = 0;
    let shown = 0;
    let fine = 0;
    for (let k = 0; ;) {
      const space = spaces[k] as Float64Array;
      const levelHere = parenchyma.wallsAt(space, lobule, leaflet);
      const visibility = space[6] as number;
      const d1Here = lobuleDistanceMm(space, levelHere, lobule);
      const shownHere = lobuleShare(levelHere, visibility);
      const leafy = levelHere >= leafletsFrom;
      const d2Here = leafy ? leafletDistanceMm(space, levelHere, leaflet) : 0;
      const fineHere = leafy ? leafletShare(levelHere, visibility) : 0;
      if (before >= 0) {
        const mean = (level + levelHere) / 2;
        const wall = lobuleWall(fabric, mean);
        const there = lobule.cell === cell ? d1Here : -d1Here;
        let part = meanCoverage(d1, there, wall.halfMm, wall.edgeMm) * ((shown + shownHere) / 2);
        if (leafy && level >= leafletsFrom) {
          const sheet = leafletWall(fabric, mean);
          const beyond = leaflet.cell === fineCell ? d2Here : -d2Here;
          const second =
            meanCoverage(d2, beyond, sheet.halfMm, sheet.edgeMm) * ((fine + fineHere) / 2);
          part = 1 - (1 - part) * (1 - second);
        }
        if (part > 0) {
          const fromMm = before * planeMm - halfMm;
          const toMm = k * planeMm - halfMm;
          const muscle =
            ((spaces[before] as Float64Array)[muscleField] as number) +
            (space[muscleField] as number);
          const texture =
            1 + unevenness * textureAt(space[0] as number, space[1] as number, space[2] as number);
          pathMm += texture * part * (1 - muscle / 2) * freeMm(fromMm, toMm, taken);
        }
      }
      if (k === last) break;
      before = k;
      cell = lobule.cell;
      fineCell = leaflet.cell;
      level = levelHere;
      d1 = d1Here;
      d2 = d2Here;
      shown = shownHere;
      fine = fineHere;
      let next = Math.min(k + stride, last);
      if (!leafy) {
        const { halfMm, edgeMm } = lobuleWall(fabric, leafletsFrom);
        const reach = (d1Here - halfMm - edgeMm) / (space[3] as number);
        const character = (lobules.characters[lobule.cell] as number) * fabric.patchwork;
        while (next < last) {
          const far = spaces[next + 1] as Float64Array;
          if (apart(space, far) > reach) break;
          if (glandLevel(fabric, (far[4] as number) + character, far[5] as number) >= leafletsFrom)
            break;
          next++;
        }
      }
      k = next;
    }
    return pathMm * fabric.filling;
  };
}

/** How much of a stretch of the ray is left by what has been taken out of it. */
function freeMm(fromMm: number, toMm: number, taken: readonly Interval[]): number {
  let left = toMm - fromMm;
  for (const interval of taken) {
    const shared = Math.min(toMm, interval.toMm) - Math.max(fromMm, interval.fromMm);
    if (shared > 0) left -= shared;
  }
  return left > 0 ? left : 0;
}

/** The distance of two places in the tissue's own space. */
function apart(a: Float64Array, b: Float64Array): number {
  const x = (a[0] as number) - (b[0] as number);
  const y = (a[1] as number) - (b[1] as number);
  const z = (a[2] as number) - (b[2] as number);
  return Math.sqrt(x * x + y * y + z * z);
}

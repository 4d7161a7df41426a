import {
  type Fabric,
  glandLevel,
  leafletCorner,
  leafletShare,
  leafletsFrom,
  leafletWall,
  lobuleCorner,
  lobuleShare,
  lobuleWall,
  noWalls,
  type Walls,
} from '../../phantom/index.ts';
import type { Interval } from './inclusion.ts';
import { muscleField, nodeFields } from './space-lattice.ts';
import type { Tissue } from './tissue.ts';
import { coverageBetween, type Wall } from './wall-stretch.ts';

/** How far apart samples along a ray may lie where there is gland. */
const stepMm = 2;

/** How much the density of fibroglandular tissue varies; along a ray most of it averages out. */
const unevenness = 0.06;

/** What was found at a node of a ray. */
interface Sample {
  node: number;
  level: number;
  /** How much there is of the walls between lobules. */
  share: number;
  readonly lobule: Walls;
  /** Looked for only where it matters. */
  readonly leaflet: Walls;
  leafletShare: number;
  hasLeaflet: boolean;
}

/**
 * Opens the integral of the parenchyma along a ray: the path in millimetres through fibroglandular
 * tissue, for the fields of its nodes (as `SpaceLattice` gives them), half its length within the skin,
 * and what stands in the place of the parenchyma on the way. Its rays lie `apartMm` apart.
 *
 * Between two samples the distance to the walls runs in straight pieces, and `coverage` is integrated
 * exactly. In fat, no wall is nearer than the nearest: samples that cannot reach it are left out.
 * Within the thick walls of gland, leaflets make no difference and are not looked for.
 */
export function openGlandPath(
  { parenchyma, texture: textureAt }: Tissue,
  planes: number,
  apartMm: number,
) {
  const { fabric } = parenchyma;
  const last = planes - 1;
  const reachMm = Math.max(thinWallMm(fabric), apartMm);
  const wall: Wall = { half: 0, edge: 0, corner: 0, level: 0 };
  let spaces: Float64Array[] = [];
  let of: Float64Array | undefined;

  const look = (sample: Sample, node: number) => {
    sample.node = node;
    const here = spaces[node] as Float64Array;
    sample.level = parenchyma.lobuleAt(here, sample.lobule);
    sample.share = lobuleShare(sample.level, here[6] as number);
    sample.hasLeaflet = false;
  };
  const lookForLeaflet = (sample: Sample) => {
    if (sample.hasLeaflet) return;
    const here = spaces[sample.node] as Float64Array;
    parenchyma.leafletAt(here, sample.leaflet);
    sample.leafletShare = leafletShare(sample.level, here[6] as number);
    sample.hasLeaflet = true;
  };

  /** The part of the tissue between two samples that belongs to walls. */
  const partBetween = (a: Sample, b: Sample): number => {
    const mmPerUnit = (spaces[b.node] as Float64Array)[3] as number;
    const level = (a.level + b.level) / 2;
    const thick = lobuleWall(fabric, level);
    widen(thick.halfMm, thick.edgeMm, apartMm, wall);
    wall.half /= mmPerUnit;
    wall.edge /= mmPerUnit;
    wall.corner = lobuleCorner(level);
    wall.level = level;
    const first = ((a.share + b.share) / 2) * coverageBetween(a.lobule, b.lobule, wall);
    if (a.level < leafletsFrom || b.level < leafletsFrom || first > 0.999) return first;
    const sheet = leafletWall(fabric, level);
    wall.half = sheet.halfMm / mmPerUnit;
    wall.edge = sheet.edgeMm / mmPerUnit;
    wall.corner = leafletCorner(level);
    lookForLeaflet(a);
    lookForLeaflet(b);
    const second =
      ((a.leafletShare + b.leafletShare) / 2) * coverageBetween(a.leaflet, b.leaflet, wall);
    return 1 - (1 - first) * (1 - second);
  };

  /** The next node to look at: in fat, the last one before which no wall and no gland can lie. */
  const nodeAfter = ({ node, level, lobule }: Sample, stride: number): number => {
    let next = Math.min(node + stride, last);
    if (level >= leafletsFrom) return next;
    const here = spaces[node] as Float64Array;
    const character = (parenchyma.lobules.greatestAbout[lobule.cell] as number) * fabric.patchwork;
    const reach = lobule.nearest - reachMm / (here[3] as number);
    while (next < last) {
      const far = spaces[next + 1] as Float64Array;
      if (apart(here, far) > reach) break;
      if (glandLevel(fabric, (far[4] as number) + character, far[5] as number) >= leafletsFrom)
        break;
      next++;
    }
    return next;
  };

  let a = noSample();
  let b = noSample();
  return (nodes: Float64Array, halfMm: number, taken: readonly Interval[]): number => {
    if (of !== nodes) {
      of = nodes;
      spaces = Array.from({ length: planes }, (_, k) =>
        nodes.subarray(k * nodeFields, (k + 1) * nodeFields),
      );
    }
    const planeMm = (2 * halfMm) / last;
    // Near the rim the planes lie closer than need be.
    const stride = Math.max(1, Math.min(last, Math.floor(stepMm / Math.max(planeMm, 1e-3))));
    let pathMm = 0;
    look(a, 0);
    while (a.node < last) {
      look(b, nodeAfter(a, stride));
      const part = partBetween(a, b);
      if (part > 0) {
        const from = spaces[a.node] as Float64Array;
        const to = spaces[b.node] as Float64Array;
        const muscle = ((from[muscleField] as number) + (to[muscleField] as number)) / 2;
        const texture = textureAt(to);
        const mm =
          taken.length === 0
            ? (b.node - a.node) * planeMm
            : freeMm(a.node * planeMm - halfMm, b.node * planeMm - halfMm, taken);
        pathMm += (1 + unevenness * texture) * part * (1 - muscle) * mm;
      }
      [a, b] = [b, a];
    }
    return pathMm * fabric.filling;
  };
}

const noSample = (): Sample => ({
  node: 0,
  level: 0,
  share: 0,
  lobule: noWalls(),
  leaflet: noWalls(),
  leafletShare: 0,
  hasLeaflet: false,
});

/** How far a wall in fat reaches from its middle. */
function thinWallMm(fabric: Fabric): number {
  const { halfMm, edgeMm } = lobuleWall(fabric, leafletsFrom);
  return halfMm + edgeMm;
}

/**
 * A wall as rays see it that lie `apartMm` apart: it reaches at least so far from its middle, and there is as
 * much of it. A thinner one along the rays would be met by one of them and missed by the next: a row of beads.
 */
function widen(halfMm: number, edgeMm: number, apartMm: number, to: Wall): void {
  to.half = halfMm;
  to.edge = edgeMm;
  const outer = halfMm + edgeMm;
  if (outer >= apartMm) return;
  const amount = edgeMm > halfMm ? (outer * outer) / (2 * edgeMm) : 2 * halfMm;
  // Wide enough for a flat middle, it gets softer edges; else it is a ridge.
  to.edge = halfMm > apartMm / 2 ? apartMm - halfMm : (apartMm * apartMm) / (2 * amount);
  to.half = apartMm - to.edge;
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

import {
  breastBox,
  type Compression,
  type CompressedPoint,
  type Draw,
  depthUnderSkinMm,
  moved,
  noWalls,
  openPatient,
  type Parenchyma,
  type Phantom,
  type PhantomPoint,
  phantomPoint,
  smoothStep,
  spaceFields,
  type Vector,
  unit,
} from '../../phantom/index.ts';
import { type Frame, pixelAt } from '../raster.ts';
import { type Strand, strandOf } from './strand.ts';

/** Beginnings that are tried in each cubic millimetre of the box about the breast. */
const triedPerMm3 = 0.1;
/** How often one takes root in fat; in gland always. */
const inFat = 0.16;
const stepMm = 1.1;
/** Coarser pixels show no filaments. */
const coarsestUm = 300;
/** A filament reaches no farther than this from its beginning. */
const reachMm = 13;

/**
 * The filaments of a breast that show in a frame: thin septa seen edge-on, walls of small ducts and
 * vessels, a tenth to a third of a millimetre wide. They fill the gap between the leaflets of the
 * gland and the grain of the image. They run in arcs, mostly towards the nipple, many from another
 * one; where there is gland they are many, in fat few.
 */
export function filamentsOf(
  phantom: Phantom,
  compression: Compression,
  frame: Frame,
  parenchyma: Parenchyma,
): Strand[] {
  if (frame.pitchUm > coarsestUm) return [];
  const { breast } = phantom.anatomy;
  const draw = openPatient(phantom.plan.seed).branch('filaments');
  const { min, max } = breastBox(breast);
  const sides = [breast.depthMm, max[1] - min[1], max[2] - min[2]] as const;
  const tries = Math.round(sides[0] * sides[1] * sides[2] * triedPerMm3);
  const space = new Float64Array(spaceFields.length);
  const walls = noWalls();
  const strands: Strand[] = [];
  let fork: PhantomPoint | null = null;
  for (let n = 0; n < tries; n++) {
    const place = phantomPoint(
      draw.uniform(0, 1) * sides[0],
      min[1] + draw.uniform(0, 1) * sides[1],
      min[2] + draw.uniform(0, 1) * sides[2],
    );
    const rooted = draw.uniform(0, 1);
    const own = openTwig(draw);
    const from: PhantomPoint = fork && own.forked ? fork : place;
    fork = null;
    if (!isNear(compression.compress(from), frame)) continue;
    if (depthUnderSkinMm(breast, from) < 3) continue;
    parenchyma.spaceAt(from, space);
    const level = parenchyma.lobuleAt(space, walls);
    if (rooted > inFat + (1 - inFat) * Math.min(1.4 * level, 1)) continue;
    const course = courseOf(from, own, breast.depthMm);
    fork = course[course.length >> 1] as PhantomPoint;
    const strand = strandOf(piecesOf(course, own, compression, frame), frame, 'gland', own.filling);
    if (strand) strands.push(strand);
  }
  return strands;
}

/** What one filament is like, drawn whether it takes root or not. */
interface Twig {
  readonly forked: boolean;
  readonly steps: number;
  readonly aside: Vector;
  readonly bend: Vector;
  readonly radiusMm: number;
  /** How much deeper along the ray than wide it is: septa are sheets. */
  readonly deeper: number;
  readonly filling: number;
}

function openTwig(draw: Draw): Twig {
  return {
    forked: draw.chance(0.45),
    steps: draw.integer(3, 10),
    aside: [draw.normal(0, 0.55), draw.normal(0, 0.75), draw.normal(0, 0.75)],
    bend: [draw.normal(0, 0.13), draw.normal(0, 0.13), draw.normal(0, 0.13)],
    radiusMm: draw.logNormal(0.075, 0.3),
    deeper: draw.logNormal(2.5, 0.35),
    filling: 0.7,
  };
}

/** The points of a filament: an arc that sets out roughly away from the nipple. */
function courseOf(from: PhantomPoint, { steps, aside, bend }: Twig, depthMm: number) {
  const outward = unit([from[0] - depthMm - 8, from[1], from[2]]);
  let direction = unit([outward[0] + aside[0], outward[1] + aside[1], outward[2] + aside[2]]);
  const course = [from];
  for (let step = 0; step < steps; step++) {
    course.push(moved(course[step] as PhantomPoint, direction, stepMm));
    direction = unit([direction[0] + bend[0], direction[1] + bend[1], direction[2] + bend[2]]);
  }
  return course;
}

function piecesOf(
  course: readonly PhantomPoint[],
  { radiusMm, deeper }: Twig,
  compression: Compression,
  frame: Frame,
): number[] {
  const widthPx = (radiusMm * 1000) / frame.pitchUm;
  const last = course.length - 1;
  const points = course.map((point, n) => {
    const [u, v] = compression.compress(point);
    const thin = smoothStep(-0.1, 0.35, n / last) * smoothStep(1.1, 0.65, n / last);
    return [...pixelAt(frame, [u, v]), widthPx * thin] as const;
  });
  return points.slice(1).flatMap((to, n) => [...(points[n] as typeof to), ...to, deeper]);
}

function isNear([u, v]: CompressedPoint, { originMm, widthPx, heightPx, pitchUm }: Frame): boolean {
  const x = u - originMm[0];
  const y = originMm[1] - v;
  return (
    x > -reachMm &&
    y > -reachMm &&
    x < (widthPx * pitchUm) / 1000 + reachMm &&
    y < (heightPx * pitchUm) / 1000 + reachMm
  );
}

import {
  between,
  type Box,
  type Breast,
  type Compression,
  compressedPoint,
  depthUnderSkinMm,
  fillGrid,
  glandLevel,
  nippleTipMm,
  noWalls,
  openPatient,
  type Parenchyma,
  type Phantom,
  type PhantomPoint,
  phantomPoint,
  readGrid,
  smoothStep,
  spaceFields,
  unit,
  type Vector,
  type VolumeGrid,
} from '../../phantom/index.ts';
import { type Frame, pixelAt } from '../raster.ts';
import {
  type Course,
  courseOf,
  type Fork,
  forkOf,
  mostSteps,
  openTwig,
  type Twig,
} from './filament-course.ts';
import { openSepta } from './septa.ts';
import { pieceFields, type StrandLayer } from './strand-layer.ts';

/** Beginnings that are tried in each cubic millimetre of the box about the breast. */
const triedPerMm3 = 0.032;
/** How often one takes root in fat; in gland always. */
const inFat = 0.01;
/** A filament that needs no gland is a faint one: seen as sharply as those in gland, they make a net of hair. */
const faint = 0.09;
/** No beginning is nearer to the surface of the skin. */
const leastDepthMm = 3;
/** Part of the volume of a filament that is fibrous where the gland is dense. */
const filling = 0.92;
/** In loose gland there are fewer of them, and they are fainter: by as much as its filling is less than that. */
const denseFilling = 0.55;
/** Coarser pixels show no filaments. */
const coarsestUm = 300;
/** A filament reaches no farther than this from its beginning, between the plates. */
const reachMm = 18;

/**
 * The breast is cut into cubes of this size, each with a stream of random numbers of its own: so a small
 * field holds the same filaments as a full one, and only those near it are grown.
 */
const cubeMm = 8;
const triesPerCube = Math.round(cubeMm * cubeMm * cubeMm * triedPerMm3);

/**
 * Adds the filaments of a breast that show in a frame: thin septa seen edge-on, walls of small ducts and
 * vessels, a tenth to a third of a millimetre wide. They fill the gap between the leaflets of the
 * gland and the grain of the image. They run in arcs, mostly towards the nipple, many from another
 * one; where there is gland they are many, in fat few.
 */
export function addFilaments(
  phantom: Phantom,
  compression: Compression,
  frame: Frame,
  parenchyma: Parenchyma,
  to: StrandLayer,
): void {
  if (frame.pitchUm > coarsestUm) return;
  const { breast } = phantom.anatomy;
  const draw = openPatient(phantom.plan.seed).branch('filaments');
  const pressed = pressedPlaces(compression, breast);
  const takesRoot = openGround(breast, parenchyma);
  const tight = parenchyma.fabric.filling / denseFilling;
  const septumAt = openSepta(parenchyma);
  const ray = rayAtRest(compression);
  const place = new Float64Array(2);
  const isNear = (point: PhantomPoint, marginMm: number): boolean => {
    readGrid(pressed, point, place);
    const [column, row] = pixelAt(frame, [place[0] as number, place[1] as number]);
    const margin = (marginMm * 1000) / frame.pitchUm;
    return (
      column > -margin &&
      row > -margin &&
      column < frame.widthPx + margin &&
      row < frame.heightPx + margin
    );
  };
  const pieces = new Float64Array(mostSteps * pieceFields);

  for (const { corner, id } of cubesOf(breast)) {
    const middle = phantomPoint(
      corner[0] + cubeMm / 2,
      corner[1] + cubeMm / 2,
      corner[2] + cubeMm / 2,
    );
    if (depthUnderSkinMm(breast, middle) < -cubeMm || !isNear(middle, reachMm + cubeMm)) continue;
    const own = draw.branch(id);
    let fork: Fork | null = null;
    for (let n = 0; n < triesPerCube; n++) {
      const at = phantomPoint(
        corner[0] + cubeMm * own.uniform(),
        corner[1] + cubeMm * own.uniform(),
        corner[2] + cubeMm * own.uniform(),
      );
      const forks = own.chance(0.6);
      const stem: Fork | null = forks ? fork : null;
      const from: PhantomPoint = stem?.at ?? at;
      fork = null;
      const rooted = own.uniform();
      if (!takesRoot(from, rooted)) continue;
      const twig = openTwig(own);
      const course = courseOf(from, stem?.along ?? null, twig, breast.depthMm, septumAt, ray);
      fork = forkOf(course);
      if (!isNear(from, reachMm)) continue;
      writePieces(course, twig, pressed, frame, pieces, stem !== null);
      const seen = rooted > inFat ? tight : faint;
      to.add('gland', seen * filling, pieces, twig.steps);
    }
  }
}

/** Which way the rays run in the breast at rest: the same everywhere. */
function rayAtRest({ depthMm, release }: Compression): Vector {
  const [low, high] = [-1, 1].map((mm) => release(compressedPoint(depthMm / 2, 0, mm)));
  return unit(between(low as PhantomPoint, high as PhantomPoint));
}

/** The cubes about the breast in front of the chest wall. */
function* cubesOf({ depthMm, halfWidthMm, halfHeightMm }: Breast) {
  const along = Math.ceil(depthMm / cubeMm);
  const aside = Math.ceil(halfWidthMm / cubeMm);
  const up = Math.ceil(halfHeightMm / cubeMm);
  for (let i = 0, id = 0; i < along; i++)
    for (let j = -aside; j < aside; j++)
      for (let k = -up; k < up; k++, id++)
        yield { corner: [i * cubeMm, j * cubeMm, k * cubeMm] as const, id };
}

/**
 * Where places of the breast lie between the plates, on a coarse grid: to a tenth of a millimetre, which
 * is more than anyone knows of a filament.
 */
function pressedPlaces(compression: Compression, breast: Breast): VolumeGrid {
  const { halfWidthMm, halfHeightMm } = breast;
  const box: Box = {
    min: phantomPoint(-2 * gridMm, -halfWidthMm, -halfHeightMm),
    max: phantomPoint(nippleTipMm(breast), halfWidthMm, halfHeightMm),
  };
  // At the tip itself a slice has no width.
  const most = nippleTipMm(breast) - 0.5;
  return fillGrid(box, gridMm, 2, (x, y, z, values, at) => {
    const [u, v] = compression.compress(phantomPoint(Math.min(x, most), y, z));
    values[at] = u;
    values[at + 1] = v;
  });
}

const gridMm = 5;

/** How often filaments take root by how visible septa are, about 1 on average: they lie in sheaves, with gaps between. */
const gathered = (visibility: number): number => 1.7 * smoothStep(-0.55, 0.55, visibility);

/** Opens the question whether a filament takes root at a point, for a number from 0 to 1 drawn for it. */
function openGround(breast: Breast, parenchyma: Parenchyma) {
  const { fabric } = parenchyma;
  const space = new Float64Array(spaceFields.length);
  const walls = noWalls();
  /** No lobule differs from the potential about it by more than this, but for one in a thousand. */
  const most = 3 * fabric.patchwork;
  const tight = fabric.filling / denseFilling;
  const part = (level: number) => inFat + (1 - inFat) * Math.min(1.4 * level, 1) * tight;
  return (point: PhantomPoint, drawn: number): boolean => {
    if (drawn > inFat) {
      parenchyma.spaceAt(point, space);
      const highest = glandLevel(fabric, (space[4] as number) + most, space[5] as number);
      const asked = drawn / gathered(space[6] as number);
      if (asked > part(highest) || asked > part(parenchyma.lobuleAt(space, walls))) return false;
    }
    return depthUnderSkinMm(breast, point) >= leastDepthMm;
  };
}

/** Writes the pieces of a filament as it lies in a frame. */
function writePieces(
  { points, depths }: Course,
  { radiusMm, deeper, steps }: Twig,
  pressed: VolumeGrid,
  frame: Frame,
  pieces: Float64Array,
  isBranch: boolean,
): void {
  const radiusPx = (radiusMm * 1000) / frame.pitchUm;
  const place = new Float64Array(2);
  for (let n = 0; n <= steps; n++) {
    readGrid(pressed, points[n] as PhantomPoint, place);
    const [column, row] = pixelAt(frame, [place[0] as number, place[1] as number]);
    const radius = radiusPx * taper(n / steps, isBranch);
    const depth = deeper * (depths[n] as number);
    // The end of one piece is the beginning of the next.
    if (n > 0) pieces.set([column, row, radius, depth], (n - 1) * pieceFields + 3);
    if (n < steps) pieces.set([column, row, radius], n * pieceFields);
  }
}

/** It comes out of its wall, or at once out of its stem, and grows ever thinner towards its end. */
const taper = (t: number, isBranch: boolean): number =>
  smoothStep(isBranch ? -0.06 : 0, isBranch ? 0.25 : 0.3, t) * (1 - t) * (1 + 0.9 * t);

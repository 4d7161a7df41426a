import type { Anatomy } from './anatomy.ts';
import { depthUnderSkinMm } from './breast.ts';
import { type CellDiagram, sowCells } from './cell-diagram.ts';
import { type FindWalls, openCells, openScatteredCells, type Walls } from './cell-walls.ts';
import type { Draw } from './draw.ts';
import { smoothStep } from './elementary.ts';
import {
  type Fabric,
  fabricOfDensity,
  fibroglandular,
  glandLevel,
  leafletsFrom,
} from './fabric.ts';
import { type PhantomPoint, phantomPoint } from './frame.ts';
import type { Plan } from './plan.ts';
import { openPatient } from './position.ts';
import { openTissueSpace, reachOf, spaceFields } from './tissue-space.ts';
import { readGrid } from './volume-grid.ts';

/**
 * The tissue between skin and muscle, as geometry. Fat lobules are the cells of a power diagram,
 * drawn out towards the nipple; their walls are Cooper's ligaments. Where the gland lies the walls
 * grow thick, until the lobules are islands in it and then are gone: so the gland ends in scallops
 * against round lobules, as it does in a breast, and not in a cloud. Within the gland a finer diagram
 * does the same once more.
 *
 * To integrate along rays: read `spaceAt` on a coarse grid (all of it is smooth over 2.5 mm), go over
 * to linear interpolation, and ask `lobuleAt` and `leafletAt` for every sample; between two samples of
 * one cell the distance to a wall is linear, so that `coverage` can be integrated exactly. `fibroglandularAt`
 * is the reference that any quicker way must agree with.
 */
export interface Parenchyma {
  readonly fabric: Fabric;
  readonly lobules: CellDiagram;
  readonly leaflets: CellDiagram;
  /** Part of the breast in front of the muscle that is fibroglandular, as calibrated. */
  readonly volumetricDensity: number;
  /** Reads the smooth fields at a point into `out`, of `spaceFields` numbers; see `spaceFields`. */
  spaceAt(point: PhantomPoint, out: Float64Array): void;
  /**
   * Finds the walls of the fat lobules about the point whose space was read, and returns the level of
   * gland there, 0 to 1.
   */
  lobuleAt(space: Float64Array, out: Walls): number;
  /** Finds the walls of the leaflets; where the level is below `leafletsFrom` they do not matter. */
  leafletAt(space: Float64Array, out: Walls): void;
  /** The fibroglandular part of the tissue at a point, from 0 (fat) to 1. */
  fibroglandularAt(point: PhantomPoint): number;
}

/** Lobules lie side by side; of leaflets no two are alike, or the gland would look like a sponge. */
export const lobuleSizes = { variety: 0.3, leastApart: 0.72 };
export const leafletSizes = { variety: 0.55, leastApart: 0.42 };

/** Grows the tissue of an anatomy; the plan's density class decides how much of it is gland. */
export function openParenchyma(plan: Plan, anatomy: Anatomy): Parenchyma {
  const draw = openPatient(plan.seed).branch('parenchyma');
  const kind = fabricOfDensity[plan.density];
  const grid = openTissueSpace(anatomy, kind.perMmToNipple, draw);
  const { min, max } = reachOf(grid);
  const lobules = sowCells(min, max, kind.lobuleUnits, lobuleSizes, draw.branch('lobules'));
  const leaflets = sowCells(min, max, kind.leafletUnits, leafletSizes, draw.branch('leaflets'));
  const lobuleCells = openCells(lobules);
  const leafletCells = openCells(leaflets);
  const wanted = draw.uniform(kind.density[0], kind.density[1]);
  const loose = { ...kind, threshold: 0, patchwork: 0.26 };

  const spaceAt = (point: PhantomPoint, out: Float64Array) => readGrid(grid, point, out);
  const levelOf = (fabric: Fabric, space: Float64Array, lobule: Walls) => {
    const character = characterAt(lobules, lobule) * fabric.patchwork;
    return glandLevel(fabric, (space[4] as number) + character, space[5] as number);
  };

  const [scatteredLobules, scatteredLeaflets] = [lobules, leaflets].map(openScatteredCells) as [
    FindWalls,
    FindWalls,
  ];
  const samples = sampleTissue(anatomy, draw.branch('calibration')).map((point) => {
    const space = new Float64Array(spaceFields.length);
    const lobule = noWalls();
    const leaflet = noWalls();
    spaceAt(point, space);
    scatteredLobules(space, lobule);
    scatteredLeaflets(space, leaflet);
    return { space, lobule, leaflet };
  });
  const densityAt = (threshold: number) => {
    const fabric = { ...loose, threshold };
    const total = samples.reduce((sum, { space, lobule, leaflet }) => {
      const level = levelOf(fabric, space, lobule);
      return sum + fibroglandular(fabric, space, level, lobule, leaflet);
    }, 0);
    return total / samples.length;
  };
  // More threshold is less gland.
  let low = -4;
  let high = 4;
  for (let round = 0; round < 22; round++) {
    const middle = (low + high) / 2;
    if (densityAt(middle) > wanted) low = middle;
    else high = middle;
  }
  const fabric = { ...loose, threshold: (low + high) / 2 };
  const space = new Float64Array(spaceFields.length);
  const lobule = noWalls();
  const leaflet = noWalls();
  return {
    fabric,
    lobules,
    leaflets,
    volumetricDensity: densityAt(fabric.threshold),
    spaceAt,
    lobuleAt(space, out) {
      lobuleCells(space, out);
      return levelOf(fabric, space, out);
    },
    leafletAt: leafletCells,
    fibroglandularAt(point) {
      spaceAt(point, space);
      lobuleCells(space, lobule);
      const level = levelOf(fabric, space, lobule);
      if (level >= leafletsFrom) leafletCells(space, leaflet);
      return fibroglandular(fabric, space, level, lobule, leaflet);
    },
  };
}

/** Walls to be written into. */
export const noWalls = (): Walls => ({
  cell: 0,
  beyond: 0,
  next: 0,
  beyondBy: 0,
  nextBy: 0,
  fourthBy: 0,
  nearest: 0,
  second: 0,
});

/** Lobules pass into their neighbours over so much of the usual distance between them, about. */
const passing = 0.4;

/**
 * The character of the lobules at a place: at a wall it is the mean of both, at an edge that of all three. A step
 * there would show as the edge of a block to whoever looks along the wall. A lobule counts for nothing
 * where it is no nearer than the fourth, so that there is no step where that takes its place.
 */
function characterAt({ characters, spacing }: CellDiagram, lobule: Walls): number {
  const most = 2 * passing * spacing * spacing;
  const { fourthBy } = lobule;
  // Where all four are equally near it is the point's own, rather than nothing by nothing.
  const own = smoothStep(0, most, fourthBy) + 1e-9;
  const beyond =
    smoothStep(0, most, fourthBy - lobule.beyondBy) * smoothStep(most, 0, lobule.beyondBy);
  const next = smoothStep(0, most, fourthBy - lobule.nextBy) * smoothStep(most, 0, lobule.nextBy);
  return (
    (own * (characters[lobule.cell] as number) +
      beyond * (characters[lobule.beyond] as number) +
      next * (characters[lobule.next] as number)) /
    (own + beyond + next)
  );
}

/** Points spread over the breast in front of the chest wall, under the skin. */
function sampleTissue({ breast }: Anatomy, draw: Draw): PhantomPoint[] {
  const points: PhantomPoint[] = [];
  while (points.length < 5000) {
    const point = phantomPoint(
      draw.uniform(0, breast.depthMm),
      draw.uniform(-1, 1) * breast.halfWidthMm,
      draw.uniform(-1, 1) * breast.halfHeightMm,
    );
    if (depthUnderSkinMm(breast, point) > breast.skinMm) points.push(point);
  }
  return points;
}

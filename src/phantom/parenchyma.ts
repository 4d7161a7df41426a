import type { Anatomy } from './anatomy.ts';
import { breastBox, depthUnderSkinMm } from './breast.ts';
import { type CellDiagram, openCells, sowCells, type Walls } from './cell-diagram.ts';
import type { Draw } from './draw.ts';
import type { DuctalTree } from './ductal-tree.ts';
import { clamp, exponential, power, smoothStep } from './elementary.ts';
import { type Box, type PhantomPoint, phantomPoint } from './frame.ts';
import { layered, openNoise } from './noise.ts';
import type { Plan } from './plan.ts';
import { openPatient } from './position.ts';
import { fillGrid, readGrid, type VolumeGrid } from './volume-grid.ts';

/**
 * The tissue between skin and muscle, as geometry. Fat lobules are the cells of a power diagram,
 * drawn out towards the nipple; their walls are Cooper's ligaments. Where the gland lies the walls
 * grow thick, until the lobules are islands in it and then are gone: so the gland ends in scallops
 * against round lobules, as it does in a breast, and not in a cloud. Within the gland a finer diagram
 * does the same once more.
 *
 * To integrate along rays: read `spaceAt` on a coarse grid (all of it is smooth over 2.5 mm), go over
 * to linear interpolation, and ask `wallsAt` for every sample; between two samples of one cell the
 * distance to the wall is linear, so that `coverage` can be integrated exactly. `fibroglandularAt`
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
  /** Finds the walls of the lobules and of the leaflets about the point whose space was read. */
  wallsAt(space: Float64Array, lobule: Walls, leaflet: Walls): void;
  /** The fibroglandular part of the tissue, from 0 (fat) to 1, for a space and its walls. */
  mix(space: Float64Array, lobule: Walls, leaflet: Walls): number;
  /** The fibroglandular part of the tissue at a point, from 0 (fat) to 1. */
  fibroglandularAt(point: PhantomPoint): number;
}

/** What a space holds: place in the tissue's own space, millimetres per unit of it, levels. */
export const spaceFields = ['x', 'y', 'z', 'mmPerUnit', 'potential', 'room', 'visibility'] as const;

/** The walls: how thick they grow with the level of gland (0 to 1), in millimetres of half thickness. */
export interface Fabric {
  /** Potential at which gland begins, and over how much it becomes full. */
  readonly threshold: number;
  readonly softness: number;
  readonly lobuleUnits: number;
  readonly leafletUnits: number;
  readonly lobuleWallMm: number;
  readonly leafletWallMm: number;
  /** How much single lobules differ from the potential about them. */
  readonly patchwork: number;
  /** The fibroglandular part of what the walls are made of; the rest is fat between the fibres. */
  readonly filling: number;
}

/** Fabrics and volumetric densities of the four classes; the classes part at 3.5, 7.5 and 15.5 %. */
const classes = {
  a: {
    softness: 1.3,
    lobuleUnits: 17,
    leafletUnits: 6.4,
    lobuleWallMm: 1.5,
    leafletWallMm: 0.4,
    density: [0.019, 0.032],
  },
  b: {
    softness: 1.35,
    lobuleUnits: 17,
    leafletUnits: 6.6,
    lobuleWallMm: 2.6,
    leafletWallMm: 0.5,
    density: [0.042, 0.068],
  },
  c: {
    softness: 1.5,
    lobuleUnits: 18,
    leafletUnits: 6.8,
    lobuleWallMm: 3.4,
    leafletWallMm: 0.6,
    density: [0.085, 0.135],
  },
  d: {
    softness: 1.5,
    lobuleUnits: 19,
    leafletUnits: 7,
    lobuleWallMm: 5,
    leafletWallMm: 0.9,
    density: [0.17, 0.23],
  },
} as const;

const pitchMm = 2.5;

/** Grows the tissue of an anatomy; the plan's density class decides how much of it is gland. */
export function openParenchyma(plan: Plan, anatomy: Anatomy): Parenchyma {
  const draw = openPatient(plan.seed).branch('parenchyma');
  const kind = classes[plan.density];
  const box = tissueBox(anatomy);
  const grid = fillFields(anatomy, box, draw);
  const { min, max } = placesIn(grid);
  const lobules = sowCells(min, max, kind.lobuleUnits, 0.3, draw.branch('lobules'));
  const leaflets = sowCells(min, max, kind.leafletUnits, 0.3, draw.branch('leaflets'));
  const lobuleAt = openCells(lobules);
  const leafletAt = openCells(leaflets);
  const wanted = draw.uniform(kind.density[0], kind.density[1]);
  const loose = { ...kind, threshold: 0, patchwork: 0.22, filling: 0.55 };

  const spaceAt = (point: PhantomPoint, out: Float64Array) => readGrid(grid, point, out);
  const wallsAt = (space: Float64Array, lobule: Walls, leaflet: Walls) => {
    const [x, y, z] = space as unknown as readonly [number, number, number];
    lobuleAt(x, y, z, lobule);
    leafletAt(x, y, z, leaflet);
  };
  const mixOf = (fabric: Fabric) => (space: Float64Array, lobule: Walls, leaflet: Walls) =>
    fibroglandular(fabric, lobules.characters, space, lobule, leaflet);

  const samples = sampleTissue(anatomy, draw.branch('calibration')).map((point) => {
    const space = new Float64Array(spaceFields.length);
    const lobule = noWalls();
    const leaflet = noWalls();
    spaceAt(point, space);
    wallsAt(space, lobule, leaflet);
    return { space, lobule, leaflet };
  });
  const densityAt = (threshold: number) => {
    const mix = mixOf({ ...loose, threshold });
    const total = samples.reduce((sum, s) => sum + mix(s.space, s.lobule, s.leaflet), 0);
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
  const mix = mixOf(fabric);
  const space = new Float64Array(spaceFields.length);
  const lobule = noWalls();
  const leaflet = noWalls();
  return {
    fabric,
    lobules,
    leaflets,
    volumetricDensity: densityAt(fabric.threshold),
    spaceAt,
    wallsAt,
    mix,
    fibroglandularAt(point) {
      spaceAt(point, space);
      wallsAt(space, lobule, leaflet);
      return mix(space, lobule, leaflet);
    },
  };
}

/** Walls to be written into. */
export const noWalls = (): Walls => ({ cell: 0, nearest: 0, second: 0 });

/** The level of gland, 0 to 1, at a potential, where there is this much room for it. */
export const glandLevel = (fabric: Fabric, potential: number, room: number): number =>
  smoothStep(0, 1, (potential - fabric.threshold) / fabric.softness) * room;

/** Half the thickness of the walls and half the width of their edge, for a level of gland. */
export const lobuleWall = (fabric: Fabric, level: number) => ({
  halfMm: 0.09 + level * (0.35 + 0.65 * level) * fabric.lobuleWallMm,
  edgeMm: 0.1 + 0.6 * level,
});
/** The same for the walls between leaflets. */
export const leafletWall = (fabric: Fabric, level: number) => ({
  halfMm: 0.055 + level * fabric.leafletWallMm,
  edgeMm: 0.08 + 0.35 * level,
});

/** How much of the tissue at a distance from the middle of a wall belongs to the wall, 0 to 1. */
export const coverage = (distanceMm: number, wall: { halfMm: number; edgeMm: number }): number =>
  clamp((wall.halfMm + wall.edgeMm - Math.abs(distanceMm)) / (2 * wall.edgeMm), 0, 1);

function fibroglandular(
  fabric: Fabric,
  characters: Float64Array,
  space: Float64Array,
  lobule: Walls,
  leaflet: Walls,
): number {
  const mmPerUnit = space[3] as number;
  const character = (characters[lobule.cell] as number) * fabric.patchwork;
  const level = glandLevel(fabric, (space[4] as number) + character, space[5] as number);
  const visibility = space[6] as number;
  const d1 = rounded(lobule, 0.5 + 2 * level, level) * mmPerUnit;
  const thin = clamp(0.55 + 0.55 * visibility, 0, 1);
  const share = thin + (1 - thin) * Math.min(level / 0.15, 1);
  const first = coverage(d1, lobuleWall(fabric, level)) * share;
  if (level < 0.015) return first * fabric.filling;
  const d2 = rounded(leaflet, 0.2 + 0.8 * level, level) * mmPerUnit;
  const fine = Math.max(clamp(0.3 + 0.45 * visibility, 0, 1), Math.min(1.5 * level, 1));
  const second = coverage(d2, leafletWall(fabric, level)) * fine;
  return (1 - (1 - first) * (1 - second)) * fabric.filling;
}

/** The distance to the wall with the corners of the cell rounded off: lobules are no crystals. */
function rounded({ nearest, second }: Walls, radius: number, level: number): number {
  const near = radius - (second - nearest);
  return near > 0 ? nearest - (level * near * near) / (4 * radius) : nearest;
}

function tissueBox({ breast }: Anatomy): Box {
  const { min, max } = breastBox(breast);
  return { min: phantomPoint(min[0], min[1], min[2]), max: phantomPoint(max[0], max[1], max[2]) };
}

/** Fills the smooth fields: the warped space, the potential of gland, the room for it, visibility. */
function fillFields({ breast, tree }: Anatomy, box: Box, draw: Draw): VolumeGrid {
  const size = breast.depthMm / 85;
  const pole = breast.depthMm + 14;
  const warp = [0, 1, 2].map(() => {
    const wide = layered(openNoise(draw.seed()), 2);
    const narrow = openNoise(draw.seed());
    return (x: number, y: number, z: number) =>
      3.4 * wide(x / 26, y / 26, z / 26) + 0.9 * narrow(x / 7, y / 7, z / 7);
  });
  const streaks = layered(openNoise(draw.seed()), 4, 0.62);
  const patches = layered(openNoise(draw.seed()), 2);
  const veils = layered(openNoise(draw.seed()), 3, 0.6);
  const ducts = ductField(tree, box);
  const duct = new Float64Array(1);
  const centre = [0.5 * breast.depthMm, 8 * size, 6 * size] as const;
  const hullMm = [
    0.68 * breast.depthMm,
    0.78 * breast.halfWidthMm,
    0.74 * breast.halfHeightMm,
  ] as const;
  return fillGrid(box, pitchMm, spaceFields.length, (x, y, z, values, at) => {
    const point = phantomPoint(x, y, z);
    const deep = depthUnderSkinMm(breast, point);
    // Nodes outside the breast stay 0: no point of the tissue lies next to one.
    if (deep < -2 * pitchMm) return;
    // Cells are drawn out along the way to the nipple, and narrower the nearer to it.
    const a = pole - x + (warp[0] as Warp)(x, y, z);
    const b = y + (warp[1] as Warp)(x, y, z);
    const c = z + (warp[2] as Warp)(x, y, z);
    const reach = Math.sqrt(a * a + b * b + c * c) + 1e-3;
    const shrink = power(reach / 70, -0.45);
    const narrowing = clamp(0.35 + (breast.depthMm - x) / 70, 0.3, 1);
    const hx = (x - centre[0]) / hullMm[0];
    const hy = (y - centre[1]) / (hullMm[1] * narrowing);
    const hz = (z - centre[2]) / (hullMm[2] * narrowing);
    const hull = 1 - Math.sqrt(hx * hx + hy * hy + hz * hz);
    readGrid(ducts, point, duct);
    const veil = veils(x / 13, y / 13, z / 13);
    const underSkin = smoothStep(2.5, 11, deep + 2.4 * veil);
    const nipple = 1 - Math.sqrt((x - breast.depthMm) * (x - breast.depthMm) + y * y + z * z) / 17;
    values[at] = reach * 0.7;
    values[at + 1] = b * shrink;
    values[at + 2] = c * shrink;
    values[at + 3] = 1 / shrink;
    values[at + 4] =
      0.9 * hull +
      0.6 * Math.min(duct[0] as number, 1.2) +
      0.6 * streaks(reach / 40, (b * shrink) / 18, (c * shrink) / 18) +
      0.45 * patches(x / 34, y / 34, z / 34);
    values[at + 5] = Math.max(underSkin, nipple, 0);
    values[at + 6] = veil;
  });
}

type Warp = (x: number, y: number, z: number) => number;

/** How much the ducts about a point call for gland: Gaussians along them, wider round the small ones. */
function ductField(tree: DuctalTree, box: Box): VolumeGrid {
  const grid = fillGrid(box, pitchMm, 1, () => {});
  const { counts, values } = grid;
  for (const { course, generation } of tree.ducts) {
    const radiusMm = generation >= 3 ? 5.5 : 4;
    const strength = generation >= 3 ? 0.5 : 0.35;
    for (let n = 0; n < course.length; n += 2) {
      const point = course[n] as PhantomPoint;
      const [from, to] = [-2.2, 2.2].map((side) =>
        point.map((value, axis) =>
          clamp(
            Math.floor((value + side * radiusMm - (box.min[axis] as number)) / pitchMm),
            0,
            (counts[axis] as number) - 1,
          ),
        ),
      ) as [number[], number[]];
      for (let i = from[0] as number; i <= (to[0] as number); i++) {
        for (let j = from[1] as number; j <= (to[1] as number); j++) {
          for (let k = from[2] as number; k <= (to[2] as number); k++) {
            const dx = box.min[0] + i * pitchMm - point[0];
            const dy = box.min[1] + j * pitchMm - point[1];
            const dz = box.min[2] + k * pitchMm - point[2];
            const fall = exponential(-(dx * dx + dy * dy + dz * dz) / (radiusMm * radiusMm));
            const at = (i * counts[1] + j) * counts[2] + k;
            values[at] = (values[at] as number) + strength * fall;
          }
        }
      }
    }
  }
  return grid;
}

/** The box of the tissue's own space that a grid reaches. */
function placesIn({ values, fields }: VolumeGrid) {
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let at = 0; at < values.length; at += fields) {
    if (values[at + 3] === 0) continue;
    for (const axis of [0, 1, 2] as const) {
      const value = values[at + axis] as number;
      if (value < min[axis]) min[axis] = value;
      if (value > max[axis]) max[axis] = value;
    }
  }
  return { min, max };
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

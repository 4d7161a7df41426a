import type { Anatomy } from './anatomy.ts';
import { type Breast, breastBox, openDepthUnderSkin } from './breast.ts';
import type { Draw } from './draw.ts';
import type { DuctalTree } from './ductal-tree.ts';
import { clamp, exponential, power, smoothStep } from './elementary.ts';
import { type Box, type PhantomPoint, phantomPoint } from './frame.ts';
import { layered, layeredColumn, type NoiseColumn, openNoise, openNoiseColumn } from './noise.ts';
import { fillGrid, type VolumeGrid } from './volume-grid.ts';

/** What a space holds: place in the tissue's own space, millimetres per unit of it, levels. */
export const spaceFields = ['x', 'y', 'z', 'mmPerUnit', 'potential', 'room', 'visibility'] as const;

const pitchMm = 2.5;

/**
 * Fills the smooth fields: the warped space, the potential of gland, the room for it, visibility.
 * Towards the nipple a millimetre is `perMmToNipple` units.
 */
export function openTissueSpace(anatomy: Anatomy, perMmToNipple: number, draw: Draw): VolumeGrid {
  const { breast, tree } = anatomy;
  const box = breastBox(breast);
  const size = breast.depthMm / 85;
  const pole = breast.depthMm + 14;
  const warps = [0, 1, 2].map((): NoiseColumn => {
    const wide = layeredColumn(openNoiseColumn(draw.seed()), 2);
    const narrow = openNoiseColumn(draw.seed());
    const bent = openNoiseColumn(draw.seed());
    return (x, y, zFrom, zStep, times, to) => {
      wide(x / 26, y / 26, zFrom / 26, zStep / 26, 5 * times, to);
      bent(x / 12, y / 12, zFrom / 12, zStep / 12, 4.4 * times, to);
      narrow(x / 7, y / 7, zFrom / 7, zStep / 7, 3.1 * times, to);
    };
  });
  const streaks = layered(openNoise(draw.seed()), 4, 0.62);
  const patches = layeredColumn(openNoiseColumn(draw.seed()), 2);
  const veils = layeredColumn(openNoiseColumn(draw.seed()), 3, 0.6);
  const columnNodes = Math.ceil((box.max[2] - box.min[2]) / pitchMm) + 1;
  const columnOf = () => new Float64Array(columnNodes);
  const [warpX, warpY, warpZ, patch, veil] = [
    columnOf(),
    columnOf(),
    columnOf(),
    columnOf(),
    columnOf(),
  ];
  const enterColumn = (x: number, y: number) => {
    for (const [axis, to] of [warpX, warpY, warpZ].entries())
      (warps[axis] as NoiseColumn)(x, y, box.min[2], pitchMm, 1, to.fill(0));
    patches(x / 34, y / 34, box.min[2] / 34, pitchMm / 34, 1, patch.fill(0));
    veils(x / 13, y / 13, box.min[2] / 13, pitchMm / 13, 1, veil.fill(0));
  };
  const depthMm = openDepthUnderSkin(breast);
  const ducts = ductField(tree, box);
  let [columnX, columnY] = [Number.NaN, Number.NaN];
  const centre = [0.5 * breast.depthMm, 8 * size, 6 * size] as const;
  const hullMm = [
    0.68 * breast.depthMm,
    0.78 * breast.halfWidthMm,
    0.74 * breast.halfHeightMm,
  ] as const;
  const rear = openNoise(draw.branch('rear').seed());
  const behind = openRetromammaryFat(breast, draw);
  return fillGrid(box, pitchMm, spaceFields.length, (x, y, z, values, at) => {
    const point = phantomPoint(x, y, z);
    const deep = depthMm(point);
    // Nodes outside the breast stay 0: no point of the tissue lies next to one.
    if (deep < -2 * pitchMm) return;
    if (x !== columnX || y !== columnY) enterColumn(x, y);
    [columnX, columnY] = [x, y];
    const k = Math.round((z - box.min[2]) / pitchMm);
    // Cells are drawn out along the way to the nipple, and narrower the nearer to it.
    // Their long faces look backwards: hardly bent, they would cut the gland off along an arc.
    const a = pole - x + 1.45 * (warpX[k] as number);
    const b = y + (warpY[k] as number);
    const c = z + (warpZ[k] as number);
    const reach = Math.sqrt(a * a + b * b + c * c) + 1e-3;
    const shrink = power(reach / 70, -0.6);
    const narrowing = clamp(0.35 + (breast.depthMm - x) / 70, 0.3, 1);
    const hx = (x - centre[0]) / hullMm[0];
    const hy = (y - centre[1]) / (hullMm[1] * narrowing);
    const hz = (z - centre[2]) / (hullMm[2] * narrowing);
    const hull = 1 - Math.sqrt(hx * hx + hy * hy + hz * hz);
    const duct = ducts.values[at / spaceFields.length] as number;
    const underSkin = smoothStep(3.6, 11.6, deep + 2.4 * (veil[k] as number));
    const nipple = 1 - Math.sqrt((x - breast.depthMm) * (x - breast.depthMm) + y * y + z * z) / 17;
    values[at] = reach * perMmToNipple;
    values[at + 1] = b * shrink;
    values[at + 2] = c * shrink;
    values[at + 3] = 1 / shrink;
    values[at + 4] =
      0.9 * hull +
      0.6 * Math.min(duct, 1.2) +
      0.9 * streaks(reach / 40, (b * shrink) / 18, (c * shrink) / 18) +
      0.42 * (patch[k] as number) +
      0.3 * (veil[k] as number) +
      rearward.uneven *
        smoothStep(rearward.from, rearward.to, x / breast.depthMm) *
        rear(y / rearward.sizeMm, z / rearward.sizeMm, 0.5);
    values[at + 5] = Math.max(underSkin, nipple, 0) * (1 - behind(x, y, z));
    values[at + 6] = veil[k] as number;
  });
}

/**
 * Towards the chest wall the lobes end earlier here and later there: how much, over what distances, and between
 * which parts of the breast's depth that comes in.
 */
const rearward = { uneven: 1.6, sizeMm: 24, from: 0.5, to: 0.2 } as const;

/** How far the fat before the muscle comes forward, as parts of the breast's depth: at least, and how much more. */
const fatDepth = { least: 0.04, bulging: 0.5 } as const;
/** The lobules of it: their sizes, how much the small ones stand out, and over how much gland gives way to them. */
const fatLobules = { wideMm: 30, narrowMm: 13, narrow: 0.4, borderMm: 5 } as const;
/** How much less room there is for gland in it: strands go on. */
const fatTakes = 0.93;

/**
 * The fat between gland and muscle, from 0 in front of it to `fatTakes`. It bulges forward in round lobules,
 * between which gland runs out backwards: the ducts of all lobes are about as long, and alone would end the gland
 * along an arc, which the plates make straight.
 */
function openRetromammaryFat({ depthMm }: Breast, draw: Draw) {
  const bulges = openNoise(draw.branch('retromammary').seed());
  const { wideMm, narrowMm, narrow, borderMm } = fatLobules;
  return (x: number, y: number, z: number): number => {
    const bulge =
      Math.abs(bulges(y / wideMm, z / wideMm, 0.5)) +
      narrow * Math.abs(bulges(y / narrowMm, z / narrowMm, 7.5));
    const endMm = depthMm * (fatDepth.least + fatDepth.bulging * bulge);
    return fatTakes * smoothStep(endMm + borderMm, endMm - borderMm, x);
  };
}

/** How much the ducts about a point call for gland: Gaussians along them, wider round the small ones. */
function ductField(tree: DuctalTree, box: Box): VolumeGrid {
  const grid = fillGrid(box, pitchMm, 1, () => {});
  const { counts, values } = grid;
  for (const { course, generation } of tree.ducts) {
    const radiusMm = generation >= 3 ? 5.5 : 4;
    const strength = generation >= 3 ? 0.5 : 0.35;
    for (let n = 0; n < course.length; n += 2) {
      const point = course[n] as PhantomPoint;
      // A Gaussian in space is the product of those along the three axes.
      const [x, y, z] = ([0, 1, 2] as const).map((axis) =>
        bell(point[axis] - box.min[axis], radiusMm, counts[axis]),
      ) as [Bell, Bell, Bell];
      for (let i = 0; i < x.heights.length; i++) {
        for (let j = 0; j < y.heights.length; j++) {
          const height = strength * (x.heights[i] as number) * (y.heights[j] as number);
          const at = ((x.first + i) * counts[1] + y.first + j) * counts[2] + z.first;
          for (let k = 0; k < z.heights.length; k++)
            values[at + k] = (values[at + k] as number) + height * (z.heights[k] as number);
        }
      }
    }
  }
  return grid;
}

/** A Gaussian at the nodes of one axis of a grid, from the first that it reaches. */
interface Bell {
  readonly first: number;
  readonly heights: readonly number[];
}

function bell(centreMm: number, radiusMm: number, count: number): Bell {
  const node = (mm: number) => clamp(Math.floor(mm / pitchMm), 0, count - 1);
  const first = node(centreMm - 2.2 * radiusMm);
  const last = node(centreMm + 2.2 * radiusMm);
  const heights = Array.from({ length: last - first + 1 }, (_, n) => {
    const offset = ((first + n) * pitchMm - centreMm) / radiusMm;
    return exponential(-offset * offset);
  });
  return { first, heights };
}

/** The box of the tissue's own space that a grid of its fields reaches. */
export function reachOf({ values, fields }: VolumeGrid) {
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

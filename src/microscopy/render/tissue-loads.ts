import { smoothStep } from '../../phantom/index.ts';
import type { PixelPlace } from '../frame.ts';
import { blankLoads, type Loads } from '../light/loads.ts';
import { retardationNm } from '../light/birefringence.ts';
import { denseStroma, periductalFibrosis } from '../lesion/stroma.ts';
import { type Grid, gridAt } from '../scene/grid.ts';
import type { Layer, Scene } from '../scene/scene.ts';
import { smoothTexture, textureAt } from '../scene/texture.ts';
import { liningAt, type Tissue } from '../scene/tissue.ts';
import { glandAt } from './epithelium.ts';
import { inkNucleus } from './ink.ts';
import { layMinerals } from './minerals.ts';
import type { Part } from './part.ts';
import { inkRedCell } from './red-cell.ts';
import { type Spot, stromaAt } from './stroma.ts';

/** Retardation of dense collagen in a section. */
const collagenNm = retardationNm('collagen', 4);

/**
 * What light meets in a rectangle of pixels: chunk by chunk the tissue, pixel by pixel, and its nuclei
 * on top. A pixel hangs on its own place only.
 */
export function tissueLoads(
  scene: Scene,
  place: PixelPlace & { readonly widthPx: number; readonly heightPx: number },
  polarised = false,
): Loads {
  const { column, row, widthPx, heightPx, pitchUm } = place;
  const loads = blankLoads(widthPx, heightPx, polarised);
  const chunks = scene.chunksFor(pitchUm);
  const pixels = chunks.chunkUm / pitchUm;
  for (let j = Math.floor(row / pixels); j * pixels < row + heightPx; j++) {
    for (let i = Math.floor(column / pixels); i * pixels < column + widthPx; i++) {
      const part = {
        left: Math.max(0, i * pixels - column),
        top: Math.max(0, j * pixels - row),
        right: Math.min(widthPx, (i + 1) * pixels - column),
        bottom: Math.min(heightPx, (j + 1) * pixels - row),
      };
      const chunk = chunks.chunkAt(i, j);
      for (const layer of chunk.layers) {
        layTissue(layer, loads, place, part);
        for (const cell of layer.redCells) inkRedCell(cell, loads, place, part);
        for (const nucleus of layer.nuclei) inkNucleus(nucleus, loads, place, part);
      }
      layMinerals(chunk, loads, place, part);
    }
  }
  return loads;
}

function layTissue({ tissue, cells }: Layer, loads: Loads, place: PixelPlace, part: Part): void {
  const { pitchUm } = place;
  const { haematoxylin, eosin, orange } = loads.dyes;
  const half = Math.max(0.35, 0.6 * pitchUm);
  const spot: Spot = { haematoxylin: 0, eosin: 0, orange: 0, fibres: 0 };
  for (let row = part.top; row < part.bottom; row++) {
    const y = (place.row + row + 0.5) * pitchUm;
    for (let column = part.left; column < part.right; column++) {
      const x = (place.column + column + 0.5) * pitchUm;
      const frayed = 2.5 * textureAt(smoothTexture, x / 11, y / 11);
      const tissueCover = smoothStep(-half, half, gridAt(tissue.edge, x, y) + frayed);
      if (tissueCover <= 0) continue;
      const gland = gridAt(tissue.gland, x, y);
      const glandCover = smoothStep(-half, half, gland);
      let [h, e, o, fibres] = [0, 0, 0, 0];
      if (glandCover > 0) {
        const lining = liningAt(tissue, x, y);
        if (lining) glandAt(x, y, gland, gridAt(tissue.lumen, x, y), lining, cells, pitchUm, spot);
        h = glandCover * spot.haematoxylin;
        e = glandCover * spot.eosin;
        o = glandCover * spot.orange;
      }
      if (glandCover < 1) {
        layStroma(tissue, x, y, gland, pitchUm, half, spot);
        h += (1 - glandCover) * spot.haematoxylin;
        e += (1 - glandCover) * spot.eosin;
        o += (1 - glandCover) * spot.orange;
        fibres = (1 - glandCover) * spot.fibres;
      }
      const at = row * loads.widthPx + column;
      const thick = tissueCover * (1 + 0.05 * textureAt(smoothTexture, x / 330, y / 330 + 12));
      haematoxylin[at] = (haematoxylin[at] as number) + thick * h;
      eosin[at] = (eosin[at] as number) + thick * e;
      orange[at] = (orange[at] as number) + thick * o;
      if (loads.retardance && fibres > 0)
        layFibres(tissue, x, y, collagenNm * fibres * tissueCover, loads.retardance, at);
    }
  }
}

/** The ground at a place: dense stroma, and over it each other ground as far as it holds the place. */
function groundAt(tissue: Tissue, x: number, y: number, pitchUm: number, spot: Spot): void {
  const [across, along] = [gridAt(tissue.across, x, y), gridAt(tissue.along, x, y)];
  let stroma = denseStroma;
  let loose = 0;
  let ring: Grid | null = null;
  let part = 0;
  for (const ground of tissue.grounds) {
    const depth = gridAt(ground.within, x, y);
    if (depth < -25) continue;
    if (ground.stroma.concentric) {
      part = smoothStep(-14, 14, depth);
      ring = ground.within;
    } else {
      if (depth > 0) stroma = ground.stroma;
      loose += (ground.stroma.loose - loose) * smoothStep(-25, 20, depth);
    }
  }
  if (part < 1) stromaAt(x, y, across, along, stroma, loose, pitchUm, spot);
  if (!ring || part === 0) return;
  const { eosin, haematoxylin, orange, fibres } = spot;
  stromaAt(x, y, gridAt(ring, x, y), along, periductalFibrosis, 0, pitchUm, spot);
  if (part === 1) return;
  spot.eosin = eosin + (spot.eosin - eosin) * part;
  spot.haematoxylin = haematoxylin + (spot.haematoxylin - haematoxylin) * part;
  spot.orange = orange + (spot.orange - orange) * part;
  spot.fibres = fibres + (spot.fibres - fibres) * part;
}

/** Fat, or stroma with what a gland makes of it: its membrane, and the cleft where it has drawn back. */
function layStroma(
  tissue: Tissue,
  x: number,
  y: number,
  gland: number,
  pitchUm: number,
  half: number,
  spot: Spot,
): void {
  const fat = gridAt(tissue.fat, x, y);
  const fatCover = smoothStep(-half, half + 0.3, fat - 1.15);
  if (fatCover >= 1) {
    spot.haematoxylin = 0;
    spot.eosin = 0.012;
    spot.orange = 0;
    spot.fibres = 0;
    return;
  }
  groundAt(tissue, x, y, pitchUm, spot);
  // Between two fat cells there is a thin membrane only.
  const membrane = smoothStep(-2.5, -0.5, fat) * 0.5;
  const drawnBack =
    (liningAt(tissue, x, y)?.around.retraction ?? 1) *
      2.2 *
      textureAt(smoothTexture, x / 60 + 5, y / 60) +
    0.7 * textureAt(smoothTexture, x / 17, y / 17) -
    2.2;
  const cleft =
    smoothStep(-drawnBack - 0.5, -drawnBack + 0.4, gland) * smoothStep(0, 0.6, drawnBack);
  const basement = smoothStep(-1.7, -0.7, gland) * 0.3;
  const left = (1 - fatCover) * (1 - 0.93 * cleft);
  spot.eosin = left * (spot.eosin * (1 - membrane) + basement * 0.35);
  spot.haematoxylin *= left;
  spot.orange *= left;
  spot.fibres *= left;
}

/** Adds the retardance of fibres: those of the field, and over them those that run round a duct. */
function layFibres(
  tissue: Tissue,
  x: number,
  y: number,
  nm: number,
  retardance: NonNullable<Loads['retardance']>,
  at: number,
): void {
  const ring = tissue.grounds.find(({ stroma }) => stroma.concentric)?.within;
  const round = ring ? smoothStep(-14, 14, gridAt(ring, x, y)) : 0;
  if (ring && round > 0) layAlong(ring, x, y, nm * round, retardance, at);
  if (round < 1) layAlong(tissue.across, x, y, nm * (1 - round), retardance, at);
}

/** Adds the retardance of fibres that lie along the lines of a field. */
function layAlong(
  lines: Grid,
  x: number,
  y: number,
  nm: number,
  { parallelNm, diagonalNm }: NonNullable<Loads['retardance']>,
  at: number,
): void {
  const step = 6;
  const dx = gridAt(lines, x + step, y) - gridAt(lines, x - step, y);
  const dy = gridAt(lines, x, y + step) - gridAt(lines, x, y - step);
  const square = dx * dx + dy * dy;
  if (square === 0) return;
  // The fibre runs at right angles to the slope: (−dy, dx), in double angles.
  parallelNm[at] = (parallelNm[at] as number) + (nm * (dy * dy - dx * dx)) / square;
  diagonalNm[at] = (diagonalNm[at] as number) - (nm * 2 * dx * dy) / square;
}

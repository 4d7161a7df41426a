import { clamp, cosine, sine, smoothStep } from '../../phantom/index.ts';
import type { PixelPlace } from '../frame.ts';
import { blankLoads, type Loads, type Unseen } from '../light/loads.ts';
import { retardationNm } from '../light/birefringence.ts';
import { denseStroma, periductalFibrosis } from '../lesion/stroma.ts';
import { turnCosine, turnSine } from '../scene/fibre-course.ts';
import { type Grid, gridAt } from '../scene/grid.ts';
import type { Chunks, Layer } from '../scene/scene.ts';
import { fineTexture, smoothMost, smoothTexture, textureAt } from '../scene/texture.ts';
import { liningAt, type Tissue } from '../scene/tissue.ts';
import { vesselUm } from '../scene/vessels.ts';
import { nearUm } from '../section/cut-body.ts';
import { inkBody } from './cell-body.ts';
import { crowdLining, crowdStroma } from './crowd.ts';
import { glandAt } from './epithelium.ts';
import { openGranularity } from './granularity.ts';
import { inkNucleus } from './ink.ts';
import { hiddenPixels, layMinerals } from './minerals.ts';
import type { Part } from './part.ts';
import { inkRedCell } from './red-cell.ts';
import { blankSpot, fade, faded, type Spot, stromaAt } from './stroma.ts';

/** Fat and empty lumina hold less than this of both dyes, and no granules. */
const leastStained = 0.04;

/** Retardation of dense collagen in a section. */
const collagenNm = retardationNm('collagen', 4);

/**
 * What light meets in a rectangle of pixels: chunk by chunk the tissue, pixel by pixel, and its nuclei
 * on top. A pixel hangs on its own place only.
 */
export function tissueLoads(
  chunks: Chunks,
  place: PixelPlace & { readonly widthPx: number; readonly heightPx: number },
  polarised = false,
): Loads {
  const { column, row, widthPx, heightPx, pitchUm } = place;
  const loads = blankLoads(widthPx, heightPx, polarised, !chunks.hasCells);
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
      const hidden = chunks.hasCells ? hiddenPixels(chunk.minerals, loads, place, part) : null;
      for (const layer of chunk.layers) {
        layTissue(layer, loads, place, part, hidden);
        for (const cell of layer.redCells) inkRedCell(cell, loads, place, part);
        for (const nucleus of layer.nuclei) inkBody(nucleus, loads, place, part);
        for (const nucleus of layer.nuclei) inkNucleus(nucleus, loads, place, part);
      }
      layMinerals(chunk, loads, place, part);
    }
  }
  return loads;
}

/** So far about its outline a nest that invades is jagged. */
const jaggedUm = 7;

/** How far a place lies within a gland. What invades ends in buds and corners of single cells. */
function outlineAt(tissue: Tissue, x: number, y: number): number {
  const gland = gridAt(tissue.gland, x, y);
  if (gland > jaggedUm || gland < -jaggedUm || !liningAt(tissue, x, y)?.around.invades)
    return gland;
  return gland + 1.9 * textureAt(fineTexture, x / 11 + 3, y / 11);
}

function layTissue(
  { tissue, cells }: Layer,
  loads: Loads,
  place: PixelPlace,
  part: Part,
  hidden: Uint8Array | null,
): void {
  const { pitchUm } = place;
  const { haematoxylin, eosin, orange, brown } = loads.dyes;
  const half = Math.max(0.35, 0.6 * pitchUm);
  const spot = blankSpot();
  const granularityAt = openGranularity(pitchUm);
  const { unseen } = loads;
  const isWhole = tissue.edge.values.every((inside) => inside > half + 0.9 + notchedUm);
  const { left, top, right, bottom } = tissue.reach;
  const firstRow = Math.max(part.top, Math.floor(top / pitchUm) - place.row);
  const lastRow = Math.min(part.bottom, Math.ceil(bottom / pitchUm) - place.row);
  const firstColumn = Math.max(part.left, Math.floor(left / pitchUm) - place.column);
  const lastColumn = Math.min(part.right, Math.ceil(right / pitchUm) - place.column);
  for (let row = firstRow; row < lastRow; row++) {
    const y = (place.row + row + 0.5) * pitchUm;
    for (let column = firstColumn; column < lastColumn; column++) {
      const at = row * loads.widthPx + column;
      if (hidden !== null && hidden[at] === 1) continue;
      const x = (place.column + column + 0.5) * pitchUm;
      const tissueCover = isWhole ? 1 : coverAt(tissue, x, y, half, pitchUm);
      if (tissueCover <= 0) continue;
      const gland = outlineAt(tissue, x, y);
      const glandCover = smoothStep(-half, half, gland);
      let h = 0;
      let e = 0;
      let o = 0;
      let rough = 1;
      if (glandCover > 0) {
        const lining = liningAt(tissue, x, y);
        const lumen = gridAt(tissue.lumen, x, y);
        // What fills a lumen is smoother than tissue.
        rough -= 0.7 * glandCover * smoothStep(-half, half, lumen);
        if (lining) glandAt(x, y, gland, lumen, lining, unseen ? null : cells, pitchUm, spot);
        if (lining && unseen) {
          crowdLining(lining, x, y, gland, lumen, pitchUm, spot);
          addUnseen(unseen, at, spot, tissueCover * glandCover);
        }
        h = glandCover * spot.haematoxylin;
        e = glandCover * spot.eosin;
        o = glandCover * spot.orange;
        if (loads.retardance && spot.fibres > 0)
          layFibres(tissue, x, y, tissueCover * glandCover, spot, loads.retardance, at);
      }
      if (glandCover < 1) {
        layStroma(tissue, x, y, gland, pitchUm, half, unseen !== null, spot);
        if (unseen) addUnseen(unseen, at, spot, tissueCover * (1 - glandCover));
        brown[at] = (brown[at] as number) + tissueCover * (1 - glandCover) * spot.brown;
        spot.brown = 0;
        h += (1 - glandCover) * spot.haematoxylin;
        e += (1 - glandCover) * spot.eosin;
        o += (1 - glandCover) * spot.orange;
        if (loads.retardance && spot.fibres > 0)
          layFibres(tissue, x, y, tissueCover * (1 - glandCover), spot, loads.retardance, at);
      }
      const granularity = granularityAt && h + e > leastStained ? granularityAt(x, y) : null;
      if (granularity) {
        h *= 1 + rough * granularity.haematoxylin;
        e *= 1 + rough * granularity.eosin;
      }
      const thick = tissueCover * (1 + 0.05 * textureAt(smoothTexture, x / 330, y / 330 + 12));
      haematoxylin[at] = (haematoxylin[at] as number) + thick * h;
      eosin[at] = (eosin[at] as number) + thick * e;
      orange[at] = (orange[at] as number) + thick * o;
    }
  }
}

/** Strands of the edge of the tissue stand out by up to this, and notches in it are as deep as the second. */
const frayedUm = 14;
const notchedUm = 3.5;

/**
 * How far a place is covered by tissue, whose edge is so soft. It is smooth in stretches and ragged in others,
 * where strands have been torn out along the fibres.
 */
function coverAt(
  { edge, across, along }: Tissue,
  x: number,
  y: number,
  half: number,
  pitchUm: number,
): number {
  const inside = gridAt(edge, x, y);
  if (inside > half + 0.9 + notchedUm) return 1;
  if (inside < -half - 0.3 - frayedUm) return 0;
  const ragged = smoothStep(0, 1.7, textureAt(smoothTexture, x / 170 + 7, y / 170));
  const strand = faded(
    ragged * fade(15, pitchUm),
    smoothTexture,
    gridAt(along, x, y) / 60,
    gridAt(across, x, y) / 15 + 21,
  );
  const fold = textureAt(fineTexture, x / 64, y / 64 + 5);
  const torn = textureAt(fineTexture, x / 9 + 31, y / 9);
  const frayed = 3 * strand + (1.5 + 5 * ragged) * fold + (0.4 + 1.1 * ragged) * torn;
  return smoothStep(-half - 0.3, half + 0.9, inside + clamp(frayed, -notchedUm, frayedUm));
}

/** Adds what varies within a pixel, of a part of it, and forgets it. */
function addUnseen(unseen: Unseen, at: number, spot: Spot, part: number): void {
  unseen.haematoxylin[at] = (unseen.haematoxylin[at] as number) + part * spot.varianceH;
  unseen.eosin[at] = (unseen.eosin[at] as number) + part * spot.varianceE;
  unseen.both[at] = (unseen.both[at] as number) + part * spot.varianceHE;
  spot.varianceH = 0;
  spot.varianceE = 0;
  spot.varianceHE = 0;
}

/** So far from a fat cell fibres run along it, in micrometres. */
const septumUm = 4.5;

/** The ground at a place: dense stroma, and over it each other ground as far as it holds the place. */
function groundAt(
  tissue: Tissue,
  x: number,
  y: number,
  gland: number,
  fat: number,
  pitchUm: number,
  spot: Spot,
): void {
  // Next to a gland fibres run round it; of a vessel nothing is told beyond `vesselUm`.
  const isNear =
    gland > -vesselUm &&
    !liningAt(tissue, x, y)?.around.invades &&
    gland > Math.max(-vesselUm, -7 + 2.5 * textureAt(smoothTexture, x / 40, y / 40 + 2));
  // A septum is made of fibres that run along it.
  const across = isNear ? gland : fat > -septumUm ? fat : gridAt(tissue.across, x, y);
  const along = gridAt(tissue.along, x, y);
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
  crowded: boolean,
  spot: Spot,
): void {
  // On a coarse lattice the membrane between two fat cells looks thinner than it is.
  const fat = gridAt(tissue.fat, x, y) - (tissue.fat.pitchUm - 2) / 5;
  const fatCover = smoothStep(-half, half + 0.3, fat - 1.15);
  if (fatCover >= 1) {
    spot.haematoxylin = 0;
    spot.eosin = 0.012;
    spot.orange = 0;
    spot.fibres = 0;
    return;
  }
  groundAt(tissue, x, y, gland, fat, pitchUm, spot);
  if (crowded && gland < -4 && fat < -1) crowdStroma(tissue, x, y, pitchUm, spot);
  // Between two fat cells there is a thin membrane only.
  const membrane = smoothStep(-2.5, -0.5, fat) * 0.5;
  const cleft = cleftAt(tissue, x, y, gland);
  const basement = basementAt(tissue, x, y, gland);
  const left = (1 - fatCover) * (1 - 0.87 * cleft);
  spot.eosin = left * (spot.eosin * (1 - membrane) + basement);
  spot.haematoxylin *= left;
  spot.orange *= left;
  spot.brown *= left;
  spot.fibres *= left;
  spot.varianceH *= left;
  spot.varianceE *= left;
  spot.varianceHE *= left;
}

/** Load of the basement membrane at a place: thick here and hardly seen there, and none where a nest invades. */
function basementAt(tissue: Tissue, x: number, y: number, gland: number): number {
  const near = smoothStep(-1.7, -0.8, gland);
  if (near === 0 || liningAt(tissue, x, y)?.around.invades) return 0;
  return near * clamp(0.15 + 0.12 * textureAt(smoothTexture, x / 30 + 17, y / 30), 0, 0.4);
}

/** The edge of a cleft is ragged by so much at most, in micrometres. */
const raggedUm = 1.3;

/** How far a place lies in the cleft that a gland has left, where it has drawn back from the stroma. */
function cleftAt(tissue: Tissue, x: number, y: number, gland: number): number {
  if (gland < 0.5 - nearUm) return 0;
  const retraction = 2.2 * (liningAt(tissue, x, y)?.around.retraction ?? 1);
  if (gland < 1.7 - raggedUm - (retraction + 0.5) * smoothMost) return 0;
  const smooth =
    retraction * textureAt(smoothTexture, x / 60 + 5, y / 60) +
    0.5 * textureAt(smoothTexture, x / 26, y / 26) -
    2.2;
  if (smooth < -raggedUm) return 0;
  const drawnBack =
    smooth + clamp(0.5 * textureAt(fineTexture, x / 9 + 2, y / 9), -raggedUm, raggedUm);
  if (drawnBack <= 0) return 0;
  return smoothStep(-drawnBack - 0.8, -drawnBack + 0.6, gland) * smoothStep(0, 0.6, drawnBack);
}

/** Adds the retardance of fibres: those of the field, and over them those that run round a duct. */
function layFibres(
  tissue: Tissue,
  x: number,
  y: number,
  cover: number,
  spot: Pick<Spot, 'fibres' | 'isTurned' | 'crimp'>,
  retardance: NonNullable<Loads['retardance']>,
  at: number,
): void {
  const nm = collagenNm * spot.fibres * cover;
  const ring = tissue.grounds.find(({ stroma }) => stroma.concentric)?.within;
  const round = ring ? smoothStep(-14, 14, gridAt(ring, x, y)) : 0;
  if (ring && round > 0) layAlong(ring, x, y, nm * round, spot, retardance, at);
  if (round < 1) layAlong(tissue.across, x, y, nm * (1 - round), spot, retardance, at);
}

/** Cosine and sine of twice the angle at which fibres cross those of the field. */
const twiceTurned = [2 * turnCosine * turnCosine - 1, 2 * turnCosine * turnSine] as const;
const notTurned = [1, 0] as const;

/** Adds the retardance of fibres that lie along the lines of a field. */
function layAlong(
  lines: Grid,
  x: number,
  y: number,
  nm: number,
  { isTurned, crimp }: Pick<Spot, 'isTurned' | 'crimp'>,
  { parallelNm, diagonalNm }: NonNullable<Loads['retardance']>,
  at: number,
): void {
  const step = 6;
  const dx = gridAt(lines, x + step, y) - gridAt(lines, x - step, y);
  const dy = gridAt(lines, x, y + step) - gridAt(lines, x, y - step);
  const square = dx * dx + dy * dy;
  if (square === 0) return;
  // The fibre runs at right angles to the slope: (−dy, dx), in double angles.
  const parallel = (nm * (dy * dy - dx * dx)) / square;
  const diagonal = (-nm * 2 * dx * dy) / square;
  const [turnedCosine, turnedSine] = isTurned ? twiceTurned : notTurned;
  const [waveCosine, waveSine] = [cosine(2 * crimp), sine(2 * crimp)];
  const c = turnedCosine * waveCosine - turnedSine * waveSine;
  const s = turnedSine * waveCosine + turnedCosine * waveSine;
  parallelNm[at] = (parallelNm[at] as number) + c * parallel + s * diagonal;
  diagonalNm[at] = (diagonalNm[at] as number) + c * diagonal - s * parallel;
}

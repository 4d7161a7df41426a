import { smoothStep } from '../../phantom/index.ts';
import { type PixelPlace, stepUm, xOf, yOf } from '../frame.ts';
import { blankLoads, type Loads, type Unseen } from '../light/loads.ts';
import { gridAt } from '../scene/grid.ts';
import type { Chunks, Layer } from '../scene/scene.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import { liningAt, type Tissue } from '../scene/tissue.ts';
import { inkBody } from './cell-body.ts';
import { crowdLining } from './crowd.ts';
import { glandAt } from './epithelium.ts';
import { layFibres } from './fibre-retardance.ts';
import { openGranularity } from './granularity.ts';
import { layStroma } from './ground.ts';
import { inkNucleus } from './ink.ts';
import { hiddenPixels, layMinerals } from './minerals.ts';
import { type Part, pixelsOf } from './part.ts';
import { inkRedCell } from './red-cell.ts';
import { blankSpot, type Spot } from './stroma.ts';
import { coverAt, notchedUm } from './torn-edge.ts';

/** A rectangle of pixels. */
export type Raster = PixelPlace & { readonly widthPx: number; readonly heightPx: number };

/** Fat and empty lumina hold less than this of both dyes, and no granules. */
const leastStained = 0.04;

/**
 * What light meets in a rectangle of pixels: chunk by chunk the tissue, pixel by pixel, and its nuclei
 * on top. A pixel hangs on its own place only.
 */
export function tissueLoads(chunks: Chunks, place: Raster, polarised = false): Loads {
  const { column, row, widthPx, heightPx } = place;
  const loads = blankLoads(widthPx, heightPx, polarised, !chunks.hasCells);
  for (const { index: j, from: top, to: bottom } of spansOf(chunks, row, heightPx, place.pitchUm)) {
    for (const { index: i, from: left, to: right } of spansOf(
      chunks,
      column,
      widthPx,
      stepUm(place),
    )) {
      const part = { left, top, right, bottom };
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

/** Whether there is nothing but glass in a rectangle of pixels, as far as its chunks tell. */
export function isBare(chunks: Chunks, place: Raster): boolean {
  const { column, row, widthPx, heightPx } = place;
  const across = spansOf(chunks, column, widthPx, stepUm(place));
  return spansOf(chunks, row, heightPx, place.pitchUm).every(({ index: j }) =>
    across.every(({ index: i }) => {
      const { layers, minerals } = chunks.chunkAt(i, j);
      return layers.length === 0 && Object.values(minerals).every((some) => some.length === 0);
    }),
  );
}

/**
 * The chunks along one side of a rectangle, with the pixels that are read from each. What the rectangle
 * has of its first and last chunk is left to their neighbours where these know it as well.
 */
function spansOf(
  { chunkUm, beyondUm }: Chunks,
  first: number,
  sizePx: number,
  pitchUm: number,
): { index: number; from: number; to: number }[] {
  const chunkPx = chunkUm / pitchUm;
  const beyondPx = Math.floor(beyondUm / pitchUm);
  const start = Math.floor((first + beyondPx) / chunkPx);
  const end = Math.max(start + 1, Math.ceil((first + sizePx - beyondPx) / chunkPx));
  return Array.from({ length: end - start }, (_, n) => ({
    index: start + n,
    from: n === 0 ? 0 : Math.ceil((start + n) * chunkPx) - first,
    to: start + n + 1 === end ? sizePx : Math.ceil((start + n + 1) * chunkPx) - first,
  }));
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
  const { left, top, right, bottom } = pixelsOf(tissue.reach, place, part);
  for (let row = top; row < bottom; row++) {
    const y = yOf(place, row);
    for (let column = left; column < right; column++) {
      const at = row * loads.widthPx + column;
      if (hidden !== null && hidden[at] === 1) continue;
      const x = xOf(place, column, row);
      const tissueCover = isWhole ? 1 : coverAt(tissue, x, y, half, pitchUm);
      if (tissueCover <= 0) continue;
      const gland = outlineAt(tissue, x, y);
      const glandCover = smoothStep(-half, half, gland);
      let h = 0;
      let e = 0;
      let o = 0;
      let rough = 1.05;
      if (glandCover > 0) {
        const lining = liningAt(tissue, x, y);
        const lumen = gridAt(tissue.lumen, x, y);
        // What fills a lumen is smoother than tissue.
        rough -= glandCover * (0.43 + 0.35 * smoothStep(-half, half, lumen));
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

/** Adds what varies within a pixel, of a part of it, and forgets it. */
function addUnseen(unseen: Unseen, at: number, spot: Spot, part: number): void {
  unseen.haematoxylin[at] = (unseen.haematoxylin[at] as number) + part * spot.varianceH;
  unseen.eosin[at] = (unseen.eosin[at] as number) + part * spot.varianceE;
  unseen.both[at] = (unseen.both[at] as number) + part * spot.varianceHE;
  spot.varianceH = 0;
  spot.varianceE = 0;
  spot.varianceHE = 0;
}

import { clamp, smoothStep } from '../../phantom/index.ts';
import type { PixelPlace } from '../frame.ts';
import type { Loads } from '../light/loads.ts';
import { crystalCover, withinCrystal, type Crystal } from '../mineral/crystal.ts';
import { boxOf } from '../mineral/minerals.ts';
import { blankSpot, type MineralSpot, type Phosphate } from '../mineral/phosphate.ts';
import type { Tear } from '../mineral/tears.ts';
import { gridAt } from '../scene/grid.ts';
import { partOf } from '../scene/placing.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import type { Tissue } from '../scene/tissue.ts';
import { type Part, pixelsOf } from './part.ts';
import { fade, faded } from './stroma.ts';

/** Draws a speck of phosphate into loads: the lumen about it, the gaps that the knife made, its mineral. */
export function inkPhosphate(
  phosphate: Phosphate,
  tissue: Tissue | undefined,
  loads: Loads,
  place: PixelPlace,
  part: Part,
): void {
  const { pitchUm } = place;
  const pixels = pixelsOf(phosphate.reach, place, part);
  const { structure } = phosphate.cut.speck.host;
  const lies = structure === 'acinus' || structure === 'lumen' || structure === 'cyst';
  const bend = -0.07 * fade(2, pitchUm);
  // Cracks and crumbs are finer than a coarse pixel: it is looked at in several places.
  const across = pitchUm < finerUm ? 1 : 2;
  const spots = Array.from({ length: across * across }, blankSpot);
  const share = 1 / spots.length;
  for (let j = pixels.top; j < pixels.bottom; j++) {
    for (let i = pixels.left; i < pixels.right; i++) {
      const at = j * loads.widthPx + i;
      let taken = 0;
      spots.forEach((spot, n) => {
        const x = (place.column + i + ((n % across) + 0.5) / across) * pitchUm;
        const y = (place.row + j + (Math.floor(n / across) + 0.5) / across) * pitchUm;
        phosphate.look(x, y, pitchUm / across, spot);
        taken += share * (spot.cover + spot.gap);
        if (spot.insideUm >= 0.5) return;
        if (lies && tissue) layContents(tissue, x, y, spot.insideUm, loads, at);
        // Light is bent at the edge: a pale line about the mineral.
        if (spot.insideUm > -2.2 && spot.cover < 1)
          add(
            loads.shade,
            at,
            share * bend * smoothStep(-2.2, -0.4, spot.insideUm) * (1 - spot.cover),
          );
      });
      if (taken <= 0) continue;
      clearAt(loads, at, taken);
      for (const spot of spots)
        if (spot.cover > 0) stainMineral(spot, share, phosphate, pitchUm, loads, at);
    }
  }
}

/** From this pitch on a pixel of mineral is looked at in more than one place. */
const finerUm = 4;

/** What the seams between knots come to where none is seen by itself. */
const seamsShare = 0.23;

/** Colour and relief of mineral that has a share of a pixel. */
function stainMineral(
  { x, y, insideUm, cover: ofSpot, bits }: MineralSpot,
  share: number,
  { fate: { build, bits: own, shatter } }: Phosphate,
  pitchUm: number,
  loads: Loads,
  at: number,
): void {
  const cover = share * ofSpot;
  const fine = faded(fade(1.7, pitchUm), fineTexture, x / 1.7, y / 1.7);
  const grain = faded(fade(4.5, pitchUm), fineTexture, x / 4.5 + 3, y / 4.5);
  const patch = textureAt(smoothTexture, x / 19 + 8, y / 19);
  const broad = textureAt(smoothTexture, x / 64, y / 64 + 3);
  // Grains show more in some fields than in others.
  const loose = 0.5 + 0.4 * smoothStep(-0.8, 1.2, broad - 0.5 * patch);
  let body = 1 + loose * (0.1 * grain + 0.05 * fine) + 0.16 * patch + 0.15 * broad;
  if (build === 'laminated') {
    const periodUm = 3 + 3 * partOf(own, 21);
    const t = (insideUm + 0.5 * patch + 0.15 * grain) / periodUm + 0.3 * broad;
    const phase = t - Math.floor(t);
    const shell = 8 * phase * (1 - phase) - 1;
    // Some shells are stronger than others.
    const strong = 0.6 + 0.8 * partOf(own, 60 + (Math.floor(t) & 15));
    body += 0.3 * strong * shell * fade(periodUm / 1.5, pitchUm) - 0.4 * loose * (0.1 * grain);
    body += 0.16 * smoothStep(10, 30, insideUm) * partOf(own, 22);
  } else if (build === 'coarse') {
    // Where it is thick it stains unevenly: pale and pinkish fields between dark ones.
    // Grown together from knots with denser seams; in fields it is chalky.
    // Knots and fields come in all sizes, and each speck has its own share of them.
    const knotUm = 18 + 40 * partOf(own, 25);
    const knot = textureAt(fineTexture, x / knotUm + 14, y / knotUm);
    const knots = fade(knotUm / 2, pitchUm);
    const seam = knots * (1 - Math.min(1, 1.7 * Math.abs(knot))) + (1 - knots) * seamsShare;
    const wide = textureAt(fineTexture, x / 230 + 5, y / 230 + 21);
    const chalk = smoothStep(0.4, 1.5, 0.7 * wide + 0.6 * textureAt(fineTexture, x / 60, y / 60));
    const chalky = 0.12 + 0.3 * partOf(own, 26);
    body += 0.24 * partOf(own, 27) * seam - 0.1 - 0.12 * patch - 0.1 * broad + 0.14 * wide;
    body -= chalky * chalk * (0.7 + 0.6 * grain);
  } else body += 0.16 * grain - 0.1;
  const tint = shatter > 0 ? 0.94 + 0.12 * partOf(bits, 7) : 1;
  const rim = 0.2 * smoothStep(3, 0.6, insideUm) * fade(1.5, pitchUm);
  const strength = 1.45 + 0.75 * partOf(own, 23);
  const h = clamp(strength * tint * (body + rim), 0.25, 3);
  // Haematoxylin lake on lime is violet: eosin goes with it, more in some fields than in others.
  const pink = Math.max(0.1, 0.62 + 0.3 * broad - 0.2 * patch + 0.2 * body);
  const { haematoxylin, eosin } = loads.dyes;
  add(haematoxylin, at, cover * h);
  add(eosin, at, cover * pink * (0.45 + 0.4 * partOf(own, 24)));
  // Mineral glitters: it is thicker than the tissue and bends light.
  add(loads.shade, at, cover * 0.04 * fine);
}

/** What fills a lumen about its mineral: secretion that has drawn back from it in places. */
function layContents(
  tissue: Tissue,
  x: number,
  y: number,
  insideUm: number,
  loads: Loads,
  at: number,
): void {
  // Where the tissue is torn away its lumen is gone too.
  if (gridAt(tissue.edge, x, y) < 0) return;
  const open = smoothStep(-1, 1.5, gridAt(tissue.lumen, x, y));
  if (open <= 0) return;
  const drawnBack = 1.5 + 4 * Math.max(0, textureAt(smoothTexture, x / 38, y / 38 + 11));
  const cuff = 14 + 12 * textureAt(smoothTexture, x / 55 + 2, y / 55);
  const cover =
    open *
    smoothStep(-drawnBack, -drawnBack - 1.2, insideUm) *
    smoothStep(-cuff - 4, -cuff + 2, insideUm);
  const curd = 1 + 0.25 * textureAt(fineTexture, x / 6, y / 6);
  const { haematoxylin, eosin } = loads.dyes;
  eosin[at] = Math.max(eosin[at] as number, cover * 0.26 * curd);
  haematoxylin[at] = Math.max(haematoxylin[at] as number, cover * 0.06 * curd);
}

/** Draws a tear: a gap, with the tissue pressed together beside it. */
export function inkTear(tear: Tear, loads: Loads, place: PixelPlace, part: Part): void {
  const { pitchUm } = place;
  const half = Math.max(0.5, 0.6 * pitchUm);
  const pixels = pixelsOf(tear.reach, place, part);
  const { haematoxylin, eosin } = loads.dyes;
  for (let j = pixels.top; j < pixels.bottom; j++) {
    const y = (place.row + j + 0.5) * pitchUm;
    for (let i = pixels.left; i < pixels.right; i++) {
      const x = (place.column + i + 0.5) * pitchUm;
      const frayed = 0.5 * textureAt(fineTexture, x / 3, y / 3);
      const inside = tear.insideUm(x, y) + frayed;
      if (inside < -3) continue;
      const at = j * loads.widthPx + i;
      const pressed = 1 + 0.22 * smoothStep(-3, -0.6, inside);
      haematoxylin[at] = (haematoxylin[at] as number) * pressed;
      eosin[at] = (eosin[at] as number) * pressed;
      clearAt(loads, at, smoothStep(-half, half, inside));
    }
  }
}

/** Draws a shard that was carried off. */
export function inkShard(shard: Crystal, loads: Loads, place: PixelPlace, part: Part): void {
  const { pitchUm } = place;
  const pixels = pixelsOf(boxOf(shard), place, part);
  for (let j = pixels.top; j < pixels.bottom; j++) {
    const y = (place.row + j + 0.5) * pitchUm;
    for (let i = pixels.left; i < pixels.right; i++) {
      const x = (place.column + i + 0.5) * pitchUm;
      const rough = 0.5 * textureAt(fineTexture, x / 2.2, y / 2.2);
      const cover = crystalCover(withinCrystal(shard, x, y) + rough, pitchUm);
      if (cover <= 0) continue;
      const at = j * loads.widthPx + i;
      clearAt(loads, at, cover);
      const grain = faded(fade(1.7, pitchUm), fineTexture, x / 1.7, y / 1.7);
      add(
        loads.dyes.haematoxylin,
        at,
        cover * (1.3 + 0.7 * partOf(shard.bits, 50)) * (1 + 0.16 * grain),
      );
      add(loads.dyes.eosin, at, cover * 0.45);
    }
  }
}

/** Takes away what was there. */
export function clearAt(loads: Loads, at: number, part: number): void {
  const left = Math.max(0, 1 - part);
  const { haematoxylin, eosin, orange, brown } = loads.dyes;
  haematoxylin[at] = (haematoxylin[at] as number) * left;
  eosin[at] = (eosin[at] as number) * left;
  orange[at] = (orange[at] as number) * left;
  brown[at] = (brown[at] as number) * left;
  if (!loads.retardance) return;
  const { parallelNm, diagonalNm } = loads.retardance;
  parallelNm[at] = (parallelNm[at] as number) * left;
  diagonalNm[at] = (diagonalNm[at] as number) * left;
}

const add = (plane: Float32Array, at: number, value: number): void => {
  plane[at] = (plane[at] as number) + value;
};

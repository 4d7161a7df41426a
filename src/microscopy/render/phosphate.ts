import { smoothStep } from '../../phantom/index.ts';
import { type PixelPlace, xOf, yOf } from '../frame.ts';
import type { Loads } from '../light/loads.ts';
import { crystalCover, withinCrystal, type Crystal } from '../mineral/crystal.ts';
import { boxOf } from '../mineral/minerals.ts';
import { blankSpot, type Phosphate } from '../mineral/phosphate.ts';
import type { Tear } from '../mineral/tears.ts';
import { partOf } from '../scene/placing.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import type { Tissue } from '../scene/tissue.ts';
import { complexionOf, stainMineral } from './complexion.ts';
import { openCrust } from './crust.ts';
import { openCuff } from './cuff.ts';
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
  const bend = -0.045 * fade(2, pitchUm);
  const complexion = complexionOf(phosphate);
  const cuff = lies && tissue ? openCuff(phosphate) : null;
  const crust = openCrust(phosphate);
  // Cracks and crumbs are finer than a coarse pixel: it is looked at in several places.
  const across = pitchUm < finerUm ? 1 : 2;
  const spots = Array.from({ length: across * across }, blankSpot);
  const share = 1 / spots.length;
  for (let j = pixels.top; j < pixels.bottom; j++) {
    for (let i = pixels.left; i < pixels.right; i++) {
      const at = j * loads.widthPx + i;
      let taken = 0;
      spots.forEach((spot, n) => {
        const x = xOf(place, i, j) + (((n % across) + 0.5) / across - 0.5) * pitchUm;
        const y = yOf(place, j) + ((Math.floor(n / across) + 0.5) / across - 0.5) * pitchUm;
        phosphate.look(x, y, pitchUm / across, spot);
        taken += share * (spot.cover + spot.gap);
        if (spot.insideUm >= 0.5) return;
        if (crust) crust(x, y, spot.insideUm, share, loads, at);
        if (cuff && tissue) cuff(tissue, x, y, spot.insideUm, loads, at);
        // Light is bent at the edge: a pale line about the mineral.
        if (!crust && spot.insideUm > -2.2 && spot.cover < 1)
          add(
            loads.shade,
            at,
            share * spot.left * bend * smoothStep(-2.2, -0.4, spot.insideUm) * (1 - spot.cover),
          );
      });
      if (taken <= 0) continue;
      clearAt(loads, at, taken);
      for (const spot of spots)
        if (spot.cover > 0) stainMineral(spot, share, complexion, pitchUm, loads, at);
    }
  }
}

/** From this pitch on a pixel of mineral is looked at in more than one place. */
const finerUm = 4;

/** Draws a tear: a gap, with the tissue pressed together beside it. */
export function inkTear(tear: Tear, loads: Loads, place: PixelPlace, part: Part): void {
  const { pitchUm } = place;
  const half = Math.max(0.5, 0.6 * pitchUm);
  const pixels = pixelsOf(tear.reach, place, part);
  const { haematoxylin, eosin } = loads.dyes;
  for (let j = pixels.top; j < pixels.bottom; j++) {
    const y = yOf(place, j);
    for (let i = pixels.left; i < pixels.right; i++) {
      const x = xOf(place, i, j);
      const frayed = 0.7 * textureAt(smoothTexture, x / 5, y / 5);
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
    const y = yOf(place, j);
    for (let i = pixels.left; i < pixels.right; i++) {
      const x = xOf(place, i, j);
      const rough = 0.5 * textureAt(fineTexture, x / 2.2, y / 2.2);
      const cover = crystalCover(withinCrystal(shard, x, y) + rough, pitchUm);
      if (cover <= 0) continue;
      const at = j * loads.widthPx + i;
      clearAt(loads, at, cover);
      const grain = faded(fade(1.7, pitchUm), fineTexture, x / 1.7, y / 1.7);
      add(
        loads.dyes.haematoxylin,
        at,
        cover * (0.9 + 0.6 * partOf(shard.bits, 50)) * (1 + 0.16 * grain),
      );
      add(loads.dyes.eosin, at, cover * 0.35);
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

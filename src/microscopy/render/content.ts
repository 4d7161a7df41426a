import { smoothStep } from '../../phantom/index.ts';
import type { Content } from '../lesion/lining.ts';
import type { CellMap, CellPlace } from '../scene/cell-map.ts';
import { partOf } from '../scene/placing.ts';
import { bloodShare } from '../scene/red-cells.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import { fade, faded, type Spot } from './stroma.ts';
import { threadAt } from './thread.ts';

/** What a lumen holds at a place `lumen` µm within it; `cells` tells which dead cell lies there. */
export function contentAt(
  x: number,
  y: number,
  lumen: number,
  content: Content,
  cells: CellMap | null,
  pitchUm: number,
  spot: Spot,
): void {
  if (content === 'secretion') secretionAt(x, y, lumen, spot);
  if (content === 'blood') plasmaAt(x, y, lumen, spot);
  if (content === 'fluid') fluidAt(x, y, lumen, pitchUm, spot);
  if (content === 'inspissated') inspissatedAt(x, y, lumen, pitchUm, spot);
  if (content === 'thread') threadAt(x, y, pitchUm, spot);
  if (content === 'necrosis') necrosisAt(x, y, lumen, cells, pitchUm, spot);
}

/** Plasma; red cells lie in it one by one. */
function plasmaAt(x: number, y: number, lumen: number, spot: Spot): void {
  const clot = 0.35 + 0.65 * smoothStep(-0.4, 1, textureAt(fineTexture, x / 14 + 2, y / 14));
  const thick = bloodShare(x, y) * clot * smoothStep(0, 1.2, lumen);
  spot.eosin = 0.26 * thick;
  spot.orange = 0.16 * thick;
}

/** Thin proteinaceous fluid, in most places there, drawn back from the wall by its shrinking. */
function fluidAt(x: number, y: number, lumen: number, pitchUm: number, spot: Spot): void {
  const ragged = 0.12 * textureAt(fineTexture, x / 40, y / 40 + 3);
  const thins = 0.03 + 0.5 * smoothStep(-0.3, 1.3, textureAt(smoothTexture, x / 160 + 5, y / 160));
  const held = textureAt(smoothTexture, x / 420 + 7, y / 420) + ragged + 0.9;
  const there = smoothStep(0, thins, held);
  const shrunk = 3 + 5 * textureAt(smoothTexture, x / 90, y / 90 + 3);
  const edge = smoothStep(
    shrunk,
    shrunk + 1.5,
    lumen + 0.8 * textureAt(smoothTexture, x / 7, y / 7),
  );
  const curd = textureAt(fineTexture, x / 26, y / 26);
  const foamed = textureAt(smoothTexture, x / 140, y / 140 + 12);
  const bubble = smoothStep(2.5, 2.6, textureAt(smoothTexture, x / 17, y / 17 + 30) + 0.5 * foamed);
  // What has clotted out of it is a fine meal, thicker here and there.
  const meal = faded(fade(1.4, pitchUm), fineTexture, x / 1.4 + 5, y / 1.4);
  const broad = textureAt(smoothTexture, x / 620 + 3, y / 620);
  const thick = 1 + 0.08 * curd + 0.13 * meal + 0.12 * foamed + 0.22 * broad;
  spot.eosin = Math.max(0, 0.15 * there * edge * thick * (1 - bubble));
  spot.haematoxylin = Math.max(0, 0.03 * there * edge * thick * (1 - bubble));
}

/** Here and there a lumen holds some secretion, drawn back from the wall. */
function secretionAt(x: number, y: number, lumen: number, spot: Spot): void {
  const cell = textureAt(fineTexture, x / 8.5 + 4, y / 8.5);
  // Askew, so that its edge does not go by the rows of the lattice.
  const edge =
    0.07 * textureAt(smoothTexture, (0.8 * x + 0.6 * y) / 24 + 3, (0.8 * y - 0.6 * x) / 24);
  // It ends in a line here and thins out there, with vacuoles along its edge.
  const there = textureAt(smoothTexture, x / 260 + 17, y / 260) + edge - 0.45;
  const thins = 0.03 + 0.5 * smoothStep(-0.2, 1.4, textureAt(smoothTexture, x / 120 + 5, y / 120));
  const secretes = smoothStep(0, thins, there);
  const drawnBack = smoothStep(1, 3, lumen + 1.5 * textureAt(smoothTexture, x / 13, y / 13));
  const vacuole = smoothStep(1.1, 2, cell - 1.6 * Math.min(there, 0.6) + 0.2);
  const thick = 1 + 0.08 * cell + 0.3 * textureAt(fineTexture, x / 90, y / 90 + 13);
  const secretion = secretes * drawnBack * thick * (1 - 0.8 * vacuole);
  spot.eosin = 0.17 * secretion;
  spot.haematoxylin = 0.025 * secretion;
}

/** The dead cell that a pixel lies in; filled anew for each. */
const own: CellPlace = { bits: 0, borderUm: 0, isDead: false };

/**
 * Dead cells: shrunken pink bodies side by side, each as dense as it happens to be, with gaps between
 * them here and run together to a granular smear there; foamy holes, and less blue the longer they are dead.
 */
function necrosisAt(
  x: number,
  y: number,
  lumen: number,
  cells: CellMap | null,
  pitchUm: number,
  spot: Spot,
): void {
  const granule = faded(fade(1.6, pitchUm), fineTexture, x / 1.6 + 3, y / 1.6);
  const clot = textureAt(fineTexture, x / 7, y / 7 + 5);
  const patch = textureAt(fineTexture, x / 85 + 7, y / 85);
  let body = 0;
  // Unseen, gaps take a part of it all the same.
  let gap = 0.12;
  if (cells) {
    cells(x + 1.1 * clot, y - 1.1 * clot + 0.4 * granule, own);
    const tint = 2 * partOf(own.bits, 63) - 1;
    const kept = smoothStep(-0.7, 0.9, patch + 0.6 * tint + 0.6 * smoothStep(30, 0, lumen));
    const wide = kept * partOf(own.bits, 64) + 0.4 * clot * kept;
    gap = wide > 0 ? kept * smoothStep(wide + 0.55, wide - 0.6, own.borderUm) : 0;
    body = kept * (0.2 * tint + 0.1 * smoothStep(0, 3, own.borderUm)) - 0.06 * (1 - kept);
  }
  const hole = smoothStep(1.6, 2.5, 0.9 * clot + 0.8 * patch);
  const left = (1 - 0.85 * gap) * (1 - 0.85 * hole);
  const blue = smoothStep(70, 0, lumen + 25 * patch);
  spot.eosin = Math.max(0, (0.56 + 0.06 * granule + 0.05 * clot + 0.07 * patch + body) * left);
  spot.haematoxylin = Math.max(
    0,
    (0.06 + 0.11 * blue + 0.02 * granule + 0.03 * clot + 0.25 * body) * left,
  );
  spot.orange = 0.06 * left * smoothStep(0, 1.5, patch);
}

/** Thick secretion: dense, pink, in lumps that fit together, with the holes of foam cells and crystals. */
function inspissatedAt(x: number, y: number, lumen: number, pitchUm: number, spot: Spot): void {
  const granule = faded(fade(2, pitchUm), fineTexture, x / 2 + 8, y / 2);
  const lump = textureAt(fineTexture, x / 34 + 2, y / 34);
  const broad = textureAt(smoothTexture, x / 170, y / 170 + 31);
  const hole = smoothStep(1.9, 2.7, textureAt(smoothTexture, x / 6 + 3, y / 6) + 0.7 * lump);
  const drawnBack = smoothStep(2, 6, lumen + 7 * broad - 2);
  const left = (1 - 0.85 * hole) * drawnBack;
  spot.eosin = Math.max(0, (0.4 + 0.05 * granule + 0.07 * lump + 0.08 * broad) * left);
  spot.haematoxylin = Math.max(0, (0.05 + 0.02 * granule + 0.02 * lump) * left);
  spot.orange = 0.05 * left;
}

import { smoothStep } from '../../phantom/index.ts';
import type { Content } from '../lesion/lining.ts';
import type { CellMap, CellPlace } from '../scene/cell-map.ts';
import { partOf } from '../scene/placing.ts';
import { bloodShare } from '../scene/red-cells.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import { fade, faded, type Spot } from './stroma.ts';
import { beyondDropletUm } from './droplets.ts';
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
  if (content === 'secretion') secretionAt(x, y, lumen, pitchUm, spot);
  if (content === 'blood') plasmaAt(x, y, lumen, spot);
  if (content === 'fluid') fluidAt(x, y, lumen, pitchUm, spot);
  if (content === 'inspissated') inspissatedAt(x, y, lumen, pitchUm, spot);
  if (content === 'keratin') keratinAt(x, y, lumen, pitchUm, spot);
  if (content === 'thread') threadAt(x, y, pitchUm, spot);
  if (content === 'necrosis') necrosisAt(x, y, lumen, cells, pitchUm, spot);
  if (content === 'residue') residueAt(x, y, lumen, pitchUm, spot);
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
  const shrunkUm = 3 + 5 * textureAt(smoothTexture, x / 90, y / 90 + 3);
  const frayed = 0.8 * textureAt(smoothTexture, x / 7, y / 7);
  const edge = scalloped(x, y, lumen - shrunkUm + frayed, pitchUm);
  const curd = textureAt(fineTexture, x / 26, y / 26);
  const foamed = textureAt(smoothTexture, x / 140, y / 140 + 12);
  // Where it has foamed the widest of the drops are left in it.
  const bubble = foamed > 0.7 ? smoothStep(0.6, -0.6, beyondDropletUm(x, y) + 8 - 3 * foamed) : 0;
  // What has clotted out of it is a fine meal, thicker here and there.
  const meal = faded(fade(1.4, pitchUm), fineTexture, x / 1.4 + 5, y / 1.4);
  const broad = textureAt(smoothTexture, x / 620 + 3, y / 620);
  const thick = 1 + 0.08 * curd + 0.13 * meal + 0.12 * foamed + 0.22 * broad;
  spot.eosin = Math.max(0, 0.15 * there * edge * thick * (1 - bubble));
  spot.haematoxylin = Math.max(0, 0.03 * there * edge * thick * (1 - bubble));
}

/** Deeper in secretion than this, in micrometres, no drop has bitten. */
const bitesUm = 9;

/** How much is left of secretion so far within its edge: drops of the cells have bitten into it, and left scallops. */
function scalloped(x: number, y: number, withinUm: number, pitchUm: number): number {
  const soft = Math.max(0.5, 0.6 * pitchUm);
  const left = smoothStep(-soft, soft, withinUm);
  if (left === 0 || withinUm > bitesUm) return left;
  // A drop bites from the edge, and none lies within as a bubble.
  return left * smoothStep(-soft, soft, beyondDropletUm(x, y) + 0.6 * withinUm);
}

/** The part of a place that is a crack of shrunken protein: they run askew, longer than they lie apart. */
function crackedAt(x: number, y: number, sizeUm: number, pitchUm: number): number {
  const torn = textureAt(smoothTexture, x / (2.4 * sizeUm) + 41, y / (2.4 * sizeUm)) - 0.5;
  if (torn <= 0) return 0;
  const [u, v] = [(0.8 * x + 0.6 * y) / sizeUm, (0.8 * y - 0.6 * x) / (2.3 * sizeUm)];
  const bend = 0.05 * textureAt(smoothTexture, x / 11 + 3, y / 11);
  const line = Math.abs(textureAt(smoothTexture, u, v + 27) + bend);
  const wide = 0.05 * Math.min(1, 1.4 * torn);
  const soft = Math.max(0.02, pitchUm / sizeUm);
  return (wide / Math.max(wide, soft)) * smoothStep(wide + soft, wide - soft, line);
}

/** Here and there a lumen holds some secretion: even and pink, shrunken from the wall, with scallops along its edge. */
function secretionAt(x: number, y: number, lumen: number, pitchUm: number, spot: Spot): void {
  // Bent, so that its edge does not go by the rows of the lattice or askew to them.
  const bend = textureAt(smoothTexture, x / 130 + 3, y / 130);
  const there = textureAt(fineTexture, (x + 40 * bend) / 290 + 17, (y - 28 * bend) / 290) - 0.6;
  spot.eosin = 0;
  spot.haematoxylin = 0;
  if (there <= -0.02 || lumen <= 0) return;
  const shrunkUm = 1.5 + 9 * smoothStep(0.4, 1.6, textureAt(smoothTexture, x / 110 + 5, y / 110));
  const frayed = 0.8 * textureAt(smoothTexture, x / 13, y / 13);
  const left = scalloped(x, y, Math.min(110 * there, lumen - shrunkUm + frayed), pitchUm);
  if (left === 0) return;
  const granule = faded(fade(1.3, pitchUm), fineTexture, x / 1.3 + 8, y / 1.3);
  const broad = textureAt(smoothTexture, x / 190, y / 190 + 13);
  const curd = textureAt(fineTexture, x / 23, y / 23 + 9);
  // Towards its free edge it thins out.
  const thin = 0.4 + 0.6 * smoothStep(0, 0.4, there);
  const secretion = thin * left * (1 + 0.1 * granule + 0.09 * curd + 0.28 * broad);
  spot.eosin = 0.23 * secretion;
  spot.haematoxylin = 0.03 * secretion;
}

/** The dead cell that a pixel lies in; filled anew for each. */
const own: CellPlace = { bits: 0, borderUm: 0, isDead: false, isDark: false };

/**
 * Dead cells: a granular meal of shrunken bodies, eosinophilic, which fit together with hairlines between them here
 * and have run together there; ghosts of cells that died last, vacuoles towards the wall, cracks where it has shrunk.
 */
function necrosisAt(
  x: number,
  y: number,
  lumen: number,
  cells: CellMap | null,
  pitchUm: number,
  spot: Spot,
): void {
  const shown = fade(2.1, pitchUm);
  const granule = faded(shown, fineTexture, x / 2.1 + 3, y / 2.1);
  const meal = faded(fade(5.2, pitchUm), smoothTexture, x / 5.2 + 5, y / 5.2);
  const clot = textureAt(fineTexture, x / 16, y / 16 + 5);
  const patch = textureAt(smoothTexture, x / 85 + 7, y / 85);
  // How far bodies are still apart: where they died last, and in patches.
  const dying = smoothStep(60, 0, lumen);
  const apart = smoothStep(-0.6, 1.5, patch + 0.5 * clot + 1.2 * dying);
  let body = 0;
  // Unseen, what lies between bodies takes a part of them all the same.
  let gap = 0.1;
  if (cells) {
    cells(x + 1.5 * meal + 0.5 * granule, y + 1.5 * clot - 0.5 * granule, own);
    const tint = 2 * partOf(own.bits, 63) - 1;
    const wide = 0.1 + 0.75 * apart * partOf(own.bits, 64);
    const flake = smoothStep(0.16, 0.02, Math.abs(meal + 0.3 * granule)) * (0.15 + 0.35 * apart);
    gap = Math.max(
      (0.25 + 0.6 * apart) * smoothStep(wide + 0.4, wide - 0.5, own.borderUm),
      shown * flake,
    );
    body = 0.07 * tint * (0.4 + apart);
  }
  const vacuole = smoothStep(
    1.5,
    1.75,
    textureAt(smoothTexture, x / 8 + 3, y / 8) + 0.5 * clot - 1.05 + 1.1 * smoothStep(40, 4, lumen),
  );
  const left = (1 - 0.8 * gap) * (1 - 0.9 * vacuole) * (1 - 0.95 * crackedAt(x, y, 95, pitchUm));
  const blue = smoothStep(45, 0, lumen + 14 * patch);
  spot.eosin = Math.max(
    0,
    (0.55 + 0.1 * granule + 0.07 * meal + 0.06 * patch + 0.05 * dying + body) * left,
  );
  spot.haematoxylin = Math.max(
    0,
    (0.05 + 0.08 * blue + 0.02 * granule + 0.02 * clot + 0.3 * body) * left,
  );
  spot.orange = 0.06 * left * smoothStep(-0.5, 1.5, patch);
}

/**
 * What is left of dead matter after years: its meal, paler and without a cell, in which the first mineral is a
 * blue dust; it is thinner in its outer part, where macrophages take it away.
 */
function residueAt(x: number, y: number, lumen: number, pitchUm: number, spot: Spot): void {
  necrosisAt(x, y, lumen, null, pitchUm, spot);
  const lump = textureAt(fineTexture, x / 38 + 6, y / 38);
  const grain = faded(fade(2.4, pitchUm), fineTexture, x / 2.4 + 11, y / 2.4);
  const dusty = smoothStep(0.2, 1.8, lump) * smoothStep(10, 60, lumen);
  const left = 0.82 - 0.34 * smoothStep(34, 2, lumen + 9 * lump);
  spot.eosin *= left;
  spot.haematoxylin = Math.max(0, spot.haematoxylin * left + dusty * (0.12 + 0.1 * grain));
}

/** Thick secretion: dense, pink, cracked where it has shrunk, with the holes of foam cells and crystals. */
function inspissatedAt(x: number, y: number, lumen: number, pitchUm: number, spot: Spot): void {
  const granule = faded(fade(2, pitchUm), fineTexture, x / 2 + 8, y / 2);
  const lump = textureAt(fineTexture, x / 34 + 2, y / 34);
  const broad = textureAt(smoothTexture, x / 170, y / 170 + 31);
  const hole = smoothStep(2, 2.4, textureAt(smoothTexture, x / 6 + 3, y / 6) + 0.7 * broad);
  const left =
    (1 - 0.85 * hole) *
    (1 - crackedAt(x, y, 80, pitchUm)) *
    scalloped(x, y, lumen - 4 - 7 * broad, pitchUm);
  spot.eosin = Math.max(0, (0.43 + 0.035 * granule + 0.025 * lump + 0.07 * broad) * left);
  spot.haematoxylin = Math.max(0, (0.05 + 0.02 * granule + 0.01 * lump) * left);
  spot.orange = 0.05 * left;
}

/** Scales of keratin side by side, with gaps where they have come apart: a basket weave. */
function keratinAt(x: number, y: number, lumen: number, pitchUm: number, spot: Spot): void {
  const shown = fade(3, pitchUm);
  const along = (x + y) / 34;
  const scale = faded(shown, fineTexture, lumen / 2.6 + 3, along);
  const apart = textureAt(smoothTexture, x / 60 + 9, y / 60);
  const weave = faded(shown, smoothTexture, lumen / 3.4 + 0.2 * scale, along + 7);
  const gap = shown * smoothStep(0.35, 0.75, weave + 0.45 * apart) + (1 - shown) * 0.25;
  const left = 1 - 0.9 * gap;
  spot.eosin = Math.max(0, (0.62 + 0.12 * scale) * left);
  spot.haematoxylin = 0.04 * left;
  spot.orange = 0.14 * left;
}

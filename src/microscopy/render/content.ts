import { smoothStep } from '../../phantom/index.ts';
import type { Content } from '../lesion/lining.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import { fade, faded, type Spot } from './stroma.ts';

/** What a lumen holds at a place `lumen` µm within it. */
export function contentAt(
  x: number,
  y: number,
  lumen: number,
  content: Content,
  pitchUm: number,
  spot: Spot,
): void {
  if (content === 'secretion') secretionAt(x, y, lumen, spot);
  if (content === 'blood') plasmaAt(x, y, lumen, spot);
  if (content === 'fluid') fluidAt(x, y, lumen, spot);
  if (content === 'inspissated') inspissatedAt(x, y, lumen, pitchUm, spot);
  if (content === 'necrosis') necrosisAt(x, y, lumen, pitchUm, spot);
}

/** Plasma; red cells lie in it one by one. */
function plasmaAt(x: number, y: number, lumen: number, spot: Spot): void {
  const clot = textureAt(smoothTexture, x / 45 + 2, y / 45);
  spot.eosin = 0.1 * smoothStep(-0.2, 0.8, clot) * smoothStep(0, 1.5, lumen);
}

/** Thin proteinaceous fluid, in most places there, drawn back from the wall by its shrinking. */
function fluidAt(x: number, y: number, lumen: number, spot: Spot): void {
  const ragged = 0.12 * textureAt(fineTexture, x / 40, y / 40 + 3);
  const there = smoothStep(-0.9, -0.88, textureAt(smoothTexture, x / 420 + 7, y / 420) + ragged);
  const shrunk = 3 + 5 * textureAt(smoothTexture, x / 90, y / 90 + 3);
  const edge = smoothStep(
    shrunk,
    shrunk + 1.5,
    lumen + 0.8 * textureAt(smoothTexture, x / 7, y / 7),
  );
  const curd = textureAt(fineTexture, x / 26, y / 26);
  const foamed = textureAt(smoothTexture, x / 140, y / 140 + 12);
  const bubble = smoothStep(2.5, 2.6, textureAt(smoothTexture, x / 17, y / 17 + 30) + 0.5 * foamed);
  spot.eosin = 0.15 * there * edge * (1 + 0.14 * curd) * (1 - bubble);
  spot.haematoxylin = 0.03 * there * edge * (1 - bubble);
}

/** Here and there a lumen holds some secretion, drawn back from the wall. */
function secretionAt(x: number, y: number, lumen: number, spot: Spot): void {
  const cell = textureAt(fineTexture, x / 8.5 + 4, y / 8.5);
  const edge = 0.25 * textureAt(fineTexture, x / 30 + 3, y / 30);
  const secretes = smoothStep(0.4, 0.55, textureAt(smoothTexture, x / 260 + 17, y / 260) + edge);
  const drawnBack = smoothStep(1, 3, lumen + 1.5 * textureAt(smoothTexture, x / 13, y / 13));
  const secretion = secretes * drawnBack * (1 + 0.12 * cell);
  spot.eosin = 0.17 * secretion;
  spot.haematoxylin = 0.025 * secretion;
}

/** Dead cells: granular, eosinophilic, their shapes fading in patches, with cracks. */
function necrosisAt(x: number, y: number, lumen: number, pitchUm: number, spot: Spot): void {
  const granule = faded(fade(2.1, pitchUm), fineTexture, x / 2.1 + 3, y / 2.1);
  const clot = textureAt(fineTexture, x / 9, y / 9 + 5);
  const shape = textureAt(smoothTexture, x / 13 + 21, y / 13);
  const patch = textureAt(fineTexture, x / 85 + 7, y / 85);
  // Whole dead cells keep their outlines at the rim and are lost in the middle.
  const near = smoothStep(60, 8, lumen + 30 * patch);
  const outline = smoothStep(0.32, 0.05, Math.abs(shape)) * near;
  const gap = smoothStep(1.5, 2.6, 1.1 * clot + 0.7 * patch + 0.8 * smoothStep(9, 0, lumen));
  const left = (1 - 0.9 * gap) * (1 - 0.35 * outline);
  spot.eosin = Math.max(0, (0.5 + 0.09 * granule + 0.07 * clot + 0.14 * patch) * left);
  spot.haematoxylin = Math.max(
    0,
    (0.1 + 0.04 * granule + 0.03 * clot + 0.06 * smoothStep(0.2, -1, patch)) * left,
  );
  spot.orange = 0.1 * left * smoothStep(0, 1.5, patch);
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

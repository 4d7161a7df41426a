import { clamp, smoothStep } from '../../phantom/index.ts';
import { gridAt } from '../scene/grid.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import type { Tissue } from '../scene/tissue.ts';
import { fade, faded } from './stroma.ts';

/** Strands of the edge of the tissue stand out by up to this. */
const frayedUm = 14;
/** Notches in it are as deep as this. */
export const notchedUm = 3.5;

/**
 * How far a place is covered by tissue, whose edge is so soft. It is smooth in stretches and ragged in others,
 * where strands have been torn out along the fibres.
 */
export function coverAt(
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

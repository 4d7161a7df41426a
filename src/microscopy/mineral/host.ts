import { clamp, smoothStep } from '../../phantom/index.ts';
import { type Field, widened } from '../frame.ts';
import { openFibreLines } from '../scene/fibre-lines.ts';
import { blankGrid, fillGrid, gridAt } from '../scene/grid.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import type { CutSpeck } from '../section/cut-speck.ts';
import type { Section } from '../section/section.ts';
import type { Build, Fate } from './fate.ts';

/** Where the solid is asked about a place. */
export interface Asked {
  x: number;
  y: number;
}

/**
 * Finds where the solid is asked about a place: what holds a speck shapes it. Among fibres it reaches along
 * them, in tongues as wide as bundles; in a space it has bays and lobes.
 */
export type Shaping = (xUm: number, yUm: number, asked: Asked) => void;

/** Mineral is moved by no more than this. */
export const tongueUm = 22;
/** The lines of the fibres are known at this pitch, and their slopes are read over so much. */
const [linesUm, stepUm] = [32, 16];

/** Opens how a speck of a width is shaped in a field. */
export function openShaping(
  section: Section,
  cut: CutSpeck,
  { isAmongFibres }: Fate,
  field: Field,
  widthUm: number,
): Shaping {
  if (!isAmongFibres) {
    const most = Math.min(tongueUm, 0.075 * widthUm);
    const sizeUm = clamp(0.3 * widthUm, 12, 90);
    // Sheared one way and the other: mineral is neither more nor less by that.
    const sheared = (along: number, row: number) =>
      clamp(most * textureAt(smoothTexture, along / sizeUm, row), -tongueUm, tongueUm);
    return (x, y, asked) => {
      asked.x = x + sheared(y, 51.3);
      asked.y = y + sheared(asked.x, 37.7);
    };
  }
  const { acrossAt, alongAt } = openFibreLines(section, cut.piece);
  const wide = widened(field, stepUm);
  const across = fillGrid(blankGrid(wide, linesUm), acrossAt);
  const along = fillGrid(blankGrid(wide, linesUm), alongAt);
  const most = Math.min(0.8 * tongueUm, 0.13 * widthUm);
  return (x, y, asked) => {
    const dx = gridAt(across, x + stepUm, y) - gridAt(across, x - stepUm, y);
    const dy = gridAt(across, x, y + stepUm) - gridAt(across, x, y - stepUm);
    const slope = Math.sqrt(dx * dx + dy * dy) + 1e-6;
    const [v, u] = [gridAt(across, x, y), gridAt(along, x, y)];
    const tongue = clamp(
      most *
        (0.8 * textureAt(smoothTexture, u / 190 + 5, v / 21) +
          0.6 * textureAt(smoothTexture, u / 70 + 13, v / 8)),
      -tongueUm,
      tongueUm,
    );
    asked.x = x - (tongue * dy) / slope;
    asked.y = y + (tongue * dx) / slope;
  };
}

/** How far the edge of mineral is in grains, to either side, in µm. */
const grainyUm: Readonly<Record<Build, number>> = { granular: 0, laminated: 0.25, coarse: 0.75 };
const amongFibresUm = 1.7;
/** Grains of the edge, and the clumps that they lie in. */
const [grainUm, clumpUm] = [1.8, 5.5];
/** The edge departs by less than so many times how far it is grainy. */
export const grainyMost = 2.7;

/** How far the edge of a speck is grainy; among fibres it is nowhere sharp. */
export const edgeGrainUm = ({ build, isAmongFibres }: Fate): number =>
  isAmongFibres ? amongFibresUm : grainyUm[build];

/** By how much grains move an edge that is so far grainy, in µm. */
export const openGrainyEdge = (
  most: number,
): ((xUm: number, yUm: number, pitchUm: number) => number) => {
  return (x, y, pitchUm) => {
    const grains = smoothStep(0.7, 1.8, grainUm / pitchUm);
    const clumps = smoothStep(1, 3, clumpUm / pitchUm);
    if (most === 0 || clumps === 0) return 0;
    const loose = 0.3 + 0.7 * smoothStep(-0.7, 0.9, textureAt(smoothTexture, x / 42, y / 42 + 19));
    const grain = grains > 0 ? grains * textureAt(fineTexture, x / grainUm, y / grainUm + 7) : 0;
    const clump = clumps * textureAt(smoothTexture, x / clumpUm + 3, y / clumpUm);
    return most * loose * clamp(0.6 * grain + 0.9 * clump, -grainyMost, grainyMost);
  };
};

import { smoothStep } from '../../phantom/index.ts';
import { type Field, widened } from '../frame.ts';
import { blankGrid, fillGrid, gridAt } from '../scene/grid.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import type { CutSpeck } from '../section/cut-speck.ts';
import type { Section } from '../section/section.ts';
import { blankBreak, movedUm, openBreakage } from './breakage.ts';
import { dustAt, openContour } from './contour.ts';
import { smoothed, toDistances } from './distance.ts';
import { type Fate, fateOf } from './fate.ts';
import { edgeGrainUm, grainyMost, openGrainyEdge, openShaping, tongueUm } from './host.ts';

/** What a place at a speck of phosphate is. */
export interface MineralSpot {
  /** The part of the place that is mineral, and the part from which the knife took it. */
  cover: number;
  gap: number;
  /** Of the mineral whose outline is near, what the knife left there. */
  left: number;
  /** How far within the mineral's outline, in µm; negative outside. */
  insideUm: number;
  /** Where the mineral lay before the knife moved it, and the bits of its fragment. */
  x: number;
  y: number;
  bits: number;
}

/** A speck of calcium phosphate in a section, opened in a field. */
export interface Phosphate {
  readonly cut: CutSpeck;
  readonly fate: Fate;
  readonly reach: Field;
  /** The lesser width of its profile. */
  readonly widthUm: number;
  /**
   * Looks at a place, in a picture of this pitch. The one description of where mineral is: pictures are
   * made from it and their truth is read from it.
   */
  look(xUm: number, yUm: number, pitchUm: number, spot: MineralSpot): void;
  /** Whether a place surely is mineral or the gap of what was lost of it, and no tissue is seen there. */
  hides(xUm: number, yUm: number, pitchUm: number): boolean;
}

/** So far about a speck its distance is known; what it does to the tissue ends sooner. */
export const aboutUm = 40;
/** Between these distances from a speck what bends its edge, by less than the first, is left out. */
const [bentUm, straightUm] = [9, 14];

/** How far from where it was cut mineral broke off, one way: in notches, and in hollows of half a millimetre. */
const brokenUm = (x: number, y: number): number =>
  20 * textureAt(fineTexture, x / 70, y / 70) + 45 * textureAt(smoothTexture, x / 260, y / 260);

/** Half the width of the edge of mineral. */
const softUm = (pitchUm: number): number => Math.max(0.4, 0.6 * pitchUm);

/** The pitch at which the profile of a speck is looked at: finer than the grains of its edge. */
export function profilePitchUm({ reach }: CutSpeck): number {
  const widthUm = Math.max(reach.right - reach.left, reach.bottom - reach.top);
  return widthUm < 120 ? 1 : widthUm < 900 ? 2 : widthUm < 2500 ? 4 : 8;
}

/** Opens a speck in a field; null where it keeps away from it. */
export function openPhosphate(section: Section, cut: CutSpeck, field: Field): Phosphate | null {
  const margin = aboutUm + 2 * movedUm + 6;
  const reach = widened(cut.reach, aboutUm);
  const seen = {
    left: Math.max(reach.left - movedUm, field.left - margin),
    top: Math.max(reach.top - movedUm, field.top - margin),
    right: Math.min(reach.right + movedUm, field.right + margin),
    bottom: Math.min(reach.bottom + movedUm, field.bottom + margin),
  };
  if (seen.left >= seen.right || seen.top >= seen.bottom) return null;
  const fate = fateOf(section, cut);
  // What the needle cut through broke there: its edge is rough, not as straight as the needle.
  const { catches } = cut.piece.core;
  const isWhole = catches.some(({ speck, whole }) => speck === cut.speck.id && whole);
  const pitchOfProfileUm = profilePitchUm(cut);
  const widthUm = Math.min(cut.reach.right - cut.reach.left, cut.reach.bottom - cut.reach.top);
  const shapingAt = openShaping(section, cut, fate, seen, widthUm);
  const may = widened(cut.reach, tongueUm);
  const asked = { x: 0, y: 0 };
  const isMineral = (x: number, y: number) => {
    if (x < may.left || x > may.right || y < may.top || y > may.bottom) return false;
    shapingAt(x, y, asked);
    if (!(cut.mineralAt(asked.x, asked.y) > 0)) return false;
    if (isWhole) return true;
    const [dx, dy] = [brokenUm(x + 210, y), brokenUm(x, y + 630)];
    return cut.mineralAt(x + dx, y + dy) > 0;
  };
  let distances = toDistances(
    fillGrid(blankGrid(seen, pitchOfProfileUm), (x, y) => (isMineral(x, y) ? 1 : 0)),
    aboutUm,
  );
  // Corners are rounded as far as the pitch of the profile allows: mineral has few of its own.
  const passes = pitchOfProfileUm > 2 ? 1 : pitchOfProfileUm > 1 ? 3 : widthUm < 16 ? 2 : 6;
  for (let n = 0; n < passes; n++) distances = smoothed(distances);
  const contourAt = openContour(fate, widthUm);
  const grainUm = edgeGrainUm(fate);
  const grainyAt = openGrainyEdge(grainUm);
  const grainyToUm = grainyMost * grainUm;
  const strewnMore = fate.isAmongFibres ? 0.55 : 0;
  const { shatter } = fate;
  const breakAt = shatter > 0 ? openBreakage(cut, widthUm, fate) : null;
  const broken = blankBreak();
  const isGranular = fate.build === 'granular';
  // Powder thins out over the same part of small specks and of large ones, but not endlessly.
  const steep = Math.max(0.15, Math.min(0.5, 6 / widthUm));
  return {
    cut,
    fate,
    reach,
    widthUm,
    hides: (x, y, pitchUm) =>
      !isGranular && gridAt(distances, x, y) > straightUm + 2 * movedUm + softUm(pitchUm),
    look(x, y, pitchUm, spot) {
      const half = softUm(pitchUm);
      spot.gap = 0;
      spot.left = fate.isLost ? 0 : 1;
      spot.bits = fate.bits;
      spot.x = x;
      spot.y = y;
      const away = gridAt(distances, x, y);
      if (away <= -straightUm) {
        spot.insideUm = away;
        spot.cover = 0;
        return;
      }
      const bent = smoothStep(-straightUm, -bentUm, away);
      if (breakAt) {
        breakAt(x, y, half, broken);
        spot.bits = broken.bits;
        spot.x = x + bent * broken.movedX;
        spot.y = y + bent * broken.movedY;
        spot.left *= 1 - broken.gone;
      }
      // Deep within, nothing hangs on the edge.
      const near = bent * smoothStep(38, 30, away);
      const edge = near > 0 ? near * contourAt(spot.x, spot.y) : 0;
      const smooth = gridAt(distances, spot.x, spot.y) + edge;
      const isEdge = smooth < grainyToUm && smooth > -grainyToUm;
      const inside = isEdge ? smooth + bent * grainyAt(spot.x, spot.y, pitchUm) : smooth;
      spot.insideUm = inside;
      // What is grainy thins out in the thickness of the section too.
      const soft = half + 0.65 * grainUm;
      let cover = smoothStep(-soft, soft, inside);
      if (isGranular && !fate.isLost) {
        // Grains in a looser ground: there is less of them towards the edge, and powder beyond it.
        const dense = steep * Math.min(inside, 18) + 0.15;
        const clumps = 0.4 * textureAt(smoothTexture, spot.x / 15 + 4, spot.y / 15);
        const grains = textureAt(fineTexture, spot.x / 4.2 + 9, spot.y / 4.2);
        cover = bent * smoothStep(-1, 1.2, dense + clumps + 0.5 * grains);
      }
      if (cover > 0 && fate.isLost) {
        // A few crumbs stick to the wall of the hole.
        const crumb = smoothStep(1.5, 2, textureAt(fineTexture, x / 7, y / 7 + 5) - 0.12 * inside);
        spot.gap = cover * (1 - crumb);
        cover *= crumb;
      } else if (cover > 0 && breakAt) {
        spot.gap = cover * broken.gone;
        cover *= 1 - broken.gone;
      }
      // Where it broke, crumbs lie about it; among fibres the first grains of more.
      const isStrewn = strewnMore > 0 || (breakAt && broken.open > 0.2);
      if (isStrewn && inside < 0 && !fate.isLost) {
        const strewn = textureAt(smoothTexture, x / 26 + 13, y / 26);
        const struck = breakAt ? 0.5 * Math.min(1, broken.open) : 0;
        const rare = 2.7 - struck - strewnMore - 0.6 * strewn - 0.1 * inside;
        cover += (1 - cover) * bent * dustAt(x, y, rare, pitchUm);
      }
      spot.cover = cover;
    },
  };
}

/** A spot to look into. */
export const blankSpot = (): MineralSpot => ({
  cover: 0,
  gap: 0,
  left: 1,
  insideUm: 0,
  x: 0,
  y: 0,
  bits: 0,
});

import { smoothStep } from '../../phantom/index.ts';
import { type Field, widened } from '../frame.ts';
import { blankGrid, fillGrid, gridAt } from '../scene/grid.ts';
import { partOf } from '../scene/placing.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import type { CutSpeck } from '../section/cut-speck.ts';
import type { Section } from '../section/section.ts';
import { smoothed, toDistances } from './distance.ts';
import { type Fate, fateOf } from './fate.ts';
import { type Fragment, openFragments } from './fragments.ts';

/** What a place at a speck of phosphate is. */
export interface MineralSpot {
  /** The part of the place that is mineral, and the part from which the knife took it. */
  cover: number;
  gap: number;
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
/** Fragments are moved by less than this. */
const movedUm = 3;
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
  const margin = aboutUm + 2 * movedUm;
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
  const isMineral = (x: number, y: number) => {
    if (!(cut.mineralAt(x, y) > 0)) return false;
    if (isWhole) return true;
    const [dx, dy] = [brokenUm(x + 210, y), brokenUm(x, y + 630)];
    return cut.mineralAt(x + dx, y + dy) > 0;
  };
  const distances = smoothed(
    toDistances(
      fillGrid(blankGrid(seen, profilePitchUm(cut)), (x, y) => (isMineral(x, y) ? 1 : 0)),
      aboutUm,
    ),
  );
  const widthUm = Math.min(cut.reach.right - cut.reach.left, cut.reach.bottom - cut.reach.top);
  const sizeUm = Math.min(64, Math.max(7, widthUm * (0.12 + 0.14 * partOf(fate.cutBits, 5))));
  const fragmentAt = openFragments(fate.cutBits, sizeUm, fate);
  const fragment: Fragment = { borderUm: 0, bits: 0 };
  const { shatter } = fate;
  const rough = fate.build === 'laminated' ? 0.45 : 1;
  return {
    cut,
    fate,
    reach,
    hides: (x, y, pitchUm) =>
      fate.build !== 'granular' &&
      gridAt(distances, x, y) > straightUm + 2 * movedUm + softUm(pitchUm),
    look(x, y, pitchUm, spot) {
      const half = softUm(pitchUm);
      spot.gap = 0;
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
      let open = 0;
      if (shatter > 0) {
        // Borders are bent a little: mineral breaks along crooked lines, and nowhere like tiles.
        const bend = 0.1 * sizeUm;
        const wx = x + bend * textureAt(fineTexture, x / sizeUm, y / sizeUm);
        const wy = y + bend * textureAt(fineTexture, x / sizeUm + 23, y / sizeUm);
        fragmentAt(wx, wy, fragment);
        // It breaks where the knife struck hard, and holds together elsewhere.
        open =
          0.12 +
          1.1 * textureAt(smoothTexture, x / (4.5 * sizeUm) + 3, y / (4.5 * sizeUm)) +
          0.35 * textureAt(smoothTexture, x / sizeUm, y / sizeUm + 9);
        spot.bits = fragment.bits;
        const push = bent * 2 * movedUm * shatter * Math.min(1, Math.max(0, 0.4 + open));
        spot.x = x + push * (partOf(fragment.bits, 1) - 0.5);
        spot.y = y + push * (partOf(fragment.bits, 2) - 0.5);
      }
      const worn = 0.75 + 0.5 * textureAt(smoothTexture, x / 31 + 6, y / 31);
      const bumpy =
        bent *
        rough *
        Math.max(0.15, worn) *
        (1.2 * textureAt(fineTexture, spot.x / 8, spot.y / 8) +
          0.5 * textureAt(smoothTexture, spot.x / 1.9, spot.y / 1.9));
      const inside = gridAt(distances, spot.x, spot.y) + bumpy;
      spot.insideUm = inside;
      let cover = smoothStep(-half, half, inside);
      if (cover > 0 && fate.build === 'granular') {
        // Grains in a looser ground: there is less of them towards the edge.
        const grains = textureAt(fineTexture, spot.x / 4.2 + 9, spot.y / 4.2);
        const clumps = textureAt(smoothTexture, spot.x / 17 + 4, spot.y / 17);
        const dense = 0.6 + 0.12 * Math.min(inside, 10);
        cover *= smoothStep(-0.6, 0.5, dense + 0.5 * grains + 0.6 * clumps);
      }
      if (cover > 0 && fate.isLost) {
        // A few crumbs stick to the wall of the hole.
        const crumb = smoothStep(1.5, 2, textureAt(fineTexture, x / 7, y / 7 + 5) - 0.12 * inside);
        spot.gap = cover * (1 - crumb);
        cover *= crumb;
      } else if (cover > 0 && shatter > 0) {
        const wide = shatter * (1.9 * Math.max(0, open + 0.25) * partOf(fragment.bits, 3));
        const crack =
          smoothStep(0.05, 0.3, wide) *
          (1 - smoothStep(wide - 0.35, wide + half, fragment.borderUm));
        const isOut =
          partOf(fragment.bits, 4) < 3.5 * fate.lostPart * smoothStep(0, 1.4, open) ? 1 : 0;
        const gone = Math.max(isOut, crack);
        spot.gap = cover * gone;
        cover *= 1 - gone;
      }
      spot.cover = cover;
    },
  };
}

/** A spot to look into. */
export const blankSpot = (): MineralSpot => ({
  cover: 0,
  gap: 0,
  insideUm: 0,
  x: 0,
  y: 0,
  bits: 0,
});

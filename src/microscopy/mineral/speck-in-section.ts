import type { MineralId } from '../../lexicon/index.ts';
import { contoursOf, coverOf, moved, outOf, type Speck } from '../../phantom/index.ts';
import { retardationNm } from '../light/birefringence.ts';
import type { CutSpeck } from '../section/cut-speck.ts';
import type { Outline } from '../section/outline.ts';
import type { Piece } from '../section/piece.ts';
import type { Section } from '../section/section.ts';
import { openOxalate } from './oxalate.ts';
import { blankSpot, openPhosphate } from './phosphate.ts';

/** Why a speck that a core holds is not seen on a slide. */
export const hiddenInSectionReasons = [
  'not-in-this-plane',
  'lost-in-sectioning',
  'too-small',
  'unstained',
  'not-birefringent',
] as const;

/** Why a speck that a core holds is not seen on a slide. */
export type HiddenInSection = (typeof hiddenInSectionReasons)[number];

/** What is true of a speck of a core in one section, in micrometres on the slide. */
export interface SpeckInSection {
  readonly speck: number;
  readonly core: number;
  readonly mineral: MineralId;
  /** Depths below the face of the block between which it lies; other levels show it. */
  readonly depthUm: readonly [from: number, to: number];
  /** Outlines and area of the mineral that is left in this section, gaps taken off. */
  readonly outlines: readonly Outline[];
  readonly areaUm2: number;
  /** The area that the plane cut, before the knife took some of it. */
  readonly cutAreaUm2: number;
  /** Null where it is seen in that light. */
  readonly hiddenInPlainLight: HiddenInSection | null;
  readonly hiddenBetweenPolars: HiddenInSection | null;
}

/** Less mineral than this, a particle of some 6 µm, nobody finds (assumed). */
const leastUm2 = 30;
/** The part of the cut area below which a speck counts as lost. */
const leastPart = 0.08;
/** Retardation that stands out from collagen between crossed polars (assumed). */
const leastNm = 18;

/**
 * What is true of every speck of the section's cores: where its mineral is, and in which light it is
 * seen or why not. Read from the functions that colour the pixels.
 */
export function specksInSection(section: Section): SpeckInSection[] {
  const { phantom } = section.specimen;
  const cuts = section.specksIn();
  return section.pieces.flatMap((piece) =>
    piece.core.catches.map(({ speck: id }): SpeckInSection => {
      const speck = phantom.specks[id] as Speck;
      const known = {
        speck: id,
        core: piece.core.id,
        mineral: speck.mineral,
        depthUm: depthsOf(speck, piece, section.depthUm),
      };
      const cut = cuts.find((one) => one.speck.id === id && one.piece === piece);
      if (!cut) {
        const hidden = 'not-in-this-plane';
        return {
          ...known,
          outlines: [],
          areaUm2: 0,
          cutAreaUm2: 0,
          hiddenInPlainLight: hidden,
          hiddenBetweenPolars: hidden,
        };
      }
      const seen =
        speck.mineral === 'calcium-oxalate' ? oxalateIn(section, cut) : phosphateIn(section, cut);
      return { ...known, cutAreaUm2: cut.areaUm2, ...seen };
    }),
  );
}

type Seen = Pick<
  SpeckInSection,
  'outlines' | 'areaUm2' | 'hiddenInPlainLight' | 'hiddenBetweenPolars'
>;

function phosphateIn(section: Section, cut: CutSpeck): Seen {
  const { outlines, areaUm2 } = mineralOf(section, cut);
  const gone = goneBy(areaUm2, cut.areaUm2);
  return {
    outlines,
    areaUm2,
    hiddenInPlainLight: gone,
    hiddenBetweenPolars: gone ?? 'not-birefringent',
  };
}

function oxalateIn(section: Section, cut: CutSpeck): Seen {
  const { crystals } = openOxalate(section, cut, cut.reach);
  // Plates that cross each other share some of their area.
  const whole = crystals.reduce((sum, crystal) => sum + crystal.areaUm2, 0);
  const areaUm2 = Math.min(whole, cut.areaUm2);
  const gone = goneBy(areaUm2, cut.areaUm2);
  const isBright = crystals.some(
    ({ thicknessUm, tiltCosine, areaUm2: area }) =>
      area > leastUm2 / 2 && retardationNm('weddellite', thicknessUm, tiltCosine) > leastNm,
  );
  return {
    outlines: crystals.map(({ outline }) => outline),
    areaUm2,
    hiddenInPlainLight: gone ?? 'unstained',
    hiddenBetweenPolars: gone ?? (isBright ? null : 'not-birefringent'),
  };
}

function goneBy(areaUm2: number, cutUm2: number): HiddenInSection | null {
  if (cutUm2 < leastUm2) return 'too-small';
  return areaUm2 < Math.max(leastUm2, leastPart * cutUm2) ? 'lost-in-sectioning' : null;
}

/** Outlines and area of what is mineral, looked at in some 150 places across. */
function mineralOf(section: Section, cut: CutSpeck): Pick<SpeckInSection, 'outlines' | 'areaUm2'> {
  const opened = openPhosphate(section, cut, cut.reach);
  if (!opened) return { outlines: [], areaUm2: 0 };
  const { left, right, top, bottom } = cut.reach;
  let pitchUm = 0.5;
  while (pitchUm * 150 < Math.max(right - left, bottom - top)) pitchUm *= 2;
  const [first, above] = [Math.floor(left / pitchUm) - 1, Math.floor(top / pitchUm) - 1];
  const columns = Math.ceil(right / pitchUm) - first + 2;
  const rows = Math.ceil(bottom / pitchUm) - above + 2;
  const spot = blankSpot();
  let sum = 0;
  const values = Float64Array.from({ length: columns * rows }, (_, at) => {
    const row = Math.floor(at / columns);
    opened.look((first + at - row * columns) * pitchUm, (above + row) * pitchUm, pitchUm, spot);
    sum += spot.cover;
    return spot.cover;
  });
  const outlines = contoursOf({ columns, rows, values }, 0.5).map((contour) =>
    contour.map(([x, y]) => [(first + x) * pitchUm, (above + y) * pitchUm] as const),
  );
  return { outlines, areaUm2: sum * pitchUm * pitchUm };
}

function depthsOf(speck: Speck, piece: Piece, planeUm: number): readonly [number, number] {
  let [from, to] = [Infinity, -Infinity];
  for (const { at, radiusMm } of coverOf(speck.solid)) {
    const depth = planeUm + piece.onSlide(moved(speck.at, outOf(speck.axes, at)))[2];
    from = Math.min(from, depth - 1000 * radiusMm);
    to = Math.max(to, depth + 1000 * radiusMm);
  }
  return [Math.max(0, Math.floor(from)), Math.ceil(to)];
}

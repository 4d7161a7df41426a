import { smoothStep } from '../../phantom/index.ts';
import { normalNuclei, type NucleusKind } from '../cell/nucleus-kind.ts';
import { siderophage } from '../lesion/foam.ts';
import type { Stroma } from '../lesion/stroma.ts';
import { blankCourse, type Course, followFibres } from './fibre-course.ts';
import { gridAt } from './grid.ts';
import { withinUm } from './lining-cells.ts';
import { type Nucleus, nucleusOf, oriented } from './nucleus.ts';
import { partOf, type Place, placesIn } from './placing.ts';
import { fineTexture, smoothTexture, textureAt } from './texture.ts';
import { fibresAt, liningAt, stromaOf, type Tissue } from './tissue.ts';

/** A place in the stroma, with what its cells ask of it. */
export interface StromaSpot {
  readonly x: number;
  readonly y: number;
  readonly stroma: Stroma;
  /** How far off the seam between two bundles it lies, in deviations. */
  readonly seam: number;
  /** Of the places of lymphocytes, the part that has one. */
  readonly lymphoid: number;
}

/** Cells of the stroma that share their places: how these are found, and which kinds there are. */
export interface Population {
  readonly spacingUm: number;
  readonly rounds: number;
  /** Of the places, the part that has a cell. */
  readonly shareAt: (spot: StromaSpot) => number;
  /** Kinds, and the part of the cells that are of one of them. */
  readonly kinds: readonly (readonly [kind: NucleusKind, part: number])[];
  /** Whether they lie along fibres; those of fat lie along the membrane of their cell. */
  readonly alongFibres: boolean;
  readonly ofFat?: boolean;
}

const fibroblasts: Population = {
  spacingUm: 15,
  rounds: 1,
  shareAt: fibroblastShare,
  kinds: [
    [normalNuclei.fibroblast, 0.68],
    [normalNuclei.plumpFibroblast, 0.32],
  ],
  alongFibres: true,
};

// They touch and lie on each other, as cells do in a section that is thicker than half of one.
const lymphoid: Population = {
  spacingUm: 4.2,
  rounds: 1,
  shareAt: ({ lymphoid }) => lymphoid,
  kinds: [
    [normalNuclei.lymphocyte, 0.86],
    [normalNuclei.plasmaCell, 0.14],
  ],
  alongFibres: false,
};

const macrophages: Population = {
  spacingUm: 9,
  rounds: 2,
  shareAt: siderophageShare,
  kinds: [[siderophage, 1]],
  alongFibres: true,
};

/** Pressed flat against the membrane: a section meets the nucleus of one fat cell in some. */
const adipocytes: Population = {
  spacingUm: 22,
  rounds: 1,
  shareAt: () => 0.5,
  kinds: [[normalNuclei.adipocyte, 1]],
  alongFibres: false,
  ofFat: true,
};

/** What lives in stroma. */
export const populations: readonly Population[] = [fibroblasts, lymphoid, macrophages];

function fibroblastShare({ x, y, stroma, seam, lymphoid }: StromaSpot): number {
  // Where lymphocytes crowd nothing else is told apart.
  const share = stroma.fibroblasts * Math.max(0, 1 - 3 * lymphoid);
  const crowd = textureAt(smoothTexture, x / 90, y / 90);
  // They lie in the clefts between bundles.
  return share * Math.max(0, 1 + 0.4 * crowd) * (0.2 + 2.6 * smoothStep(0.65, 0.1, Math.abs(seam)));
}

/** What is told of the course of fibres; filled anew for each place. */
const course = blankCourse();

/** The course of the bundles at a place. */
function courseAt(tissue: Tissue, x: number, y: number): Course {
  const across = gridAt(fibresAt(tissue, x, y), x, y);
  followFibres(x, y, across, gridAt(tissue.along, x, y), stromaOf(tissue, x, y).bundles, course);
  return course;
}

/** What cells ask of a place; its seam where they lie along fibres. */
function stromaSpotAt(tissue: Tissue, x: number, y: number, alongFibres: boolean): StromaSpot {
  const stroma = stromaOf(tissue, x, y);
  const lymphoid = lymphoidShare(tissue, stroma, x, y);
  return { x, y, stroma, lymphoid, seam: alongFibres ? courseAt(tissue, x, y).seam : 0 };
}

/** A nucleus that lies along the bundles, with their wave. */
function alongBundles(place: Place, kind: NucleusKind, tissue: Tissue): Nucleus {
  const { x, y } = place;
  const step = 2.5;
  const dx = courseAt(tissue, x + step, y).across - courseAt(tissue, x - step, y).across;
  const dy = courseAt(tissue, x, y + step).across - courseAt(tissue, x, y - step).across;
  return nucleusOf(place, kind, -dy, dx);
}

/** A few are strewn; most lie in loose clusters, dense in their middle, and in cuffs about linings. */
export function lymphoidShare(tissue: Tissue, stroma: Stroma, x: number, y: number): number {
  const crowd = textureAt(smoothTexture, x / 85 + 31, y / 85);
  const knot = textureAt(smoothTexture, x / 23 + 7, y / 23 + 19);
  return (
    0.5 * stroma.lymphocytes * (0.12 + 14 * smoothStep(1.1, 2.6, crowd + 0.65 * knot)) +
    0.5 * cuffAt(tissue, x, y, knot)
  );
}

/** They lie where blood was: in small heaps, and one by one about them. */
function siderophageShare({ x, y, stroma: { siderophages: share = 0 } }: StromaSpot): number {
  if (share === 0) return 0;
  const heap = textureAt(smoothTexture, x / 55 + 13, y / 55 + 41);
  const knot = textureAt(smoothTexture, x / 15 + 3, y / 15 + 29);
  return share * smoothStep(1.2, 2.4, heap + 0.55 * knot);
}

/** How wide a cuff of lymphocytes is. */
const cuffUm = 60;

/** How many lymphocytes a lining draws about itself, in clusters. */
function cuffAt(tissue: Tissue, x: number, y: number, knot: number): number {
  const off = -gridAt(tissue.gland, x, y);
  if (off > cuffUm) return 0;
  const wanted = liningAt(tissue, x, y)?.around.lymphocytes ?? 0;
  if (wanted === 0) return 0;
  const crowd = textureAt(fineTexture, x / 75 + 9, y / 75) + 0.5 * knot - 0.6 * (off / cuffUm);
  return wanted * smoothStep(0.3, 1.7, crowd);
}

/** So far within a fat cell its nucleus lies. */
const membraneUm = 1.2;

/** The cells of the stroma of a tissue. */
export function stromalCells(tissue: Tissue, seed: number): Nucleus[] {
  const { reach, edge, gland, fat } = tissue;
  const all = [...populations, adipocytes];
  return all.flatMap(({ spacingUm, rounds, shareAt, kinds, alongFibres, ofFat }, n) =>
    placesIn(
      reach,
      seed + 3 + n,
      spacingUm,
      rounds,
      (x, y, bits) =>
        gridAt(gland, x, y) < -4 &&
        (ofFat ? Math.abs(gridAt(fat, x, y) - membraneUm) < 0.7 : gridAt(fat, x, y) < -1) &&
        gridAt(edge, x, y) > withinUm &&
        partOf(bits, 9) < shareAt(stromaSpotAt(tissue, x, y, alongFibres)),
    ).map((at) =>
      alongFibres
        ? alongBundles(at, kindOf(at, kinds), tissue)
        : oriented(at, kindOf(at, kinds), ofFat ? fat : gland),
    ),
  );
}

function kindOf({ bits }: Place, kinds: Population['kinds']): NucleusKind {
  let left = partOf(bits, 64);
  const found = kinds.find(([, part]) => {
    left -= part;
    return left < 0;
  });
  return (found ?? kinds[0])?.[0] ?? normalNuclei.fibroblast;
}

import { openDraw, openNoise } from '../../phantom/index.ts';
import { common, type Field, meet, slidePoint, widened } from '../frame.ts';
import { denseStroma, type Stroma } from '../lesion/stroma.ts';
import { type CutBody, nearUm } from '../section/cut-body.ts';
import type { Piece } from '../section/piece.ts';
import type { Section } from '../section/section.ts';
import { openAdipocytes } from './adipocytes.ts';
import { type Glands, layGlands } from './glands.ts';
import { openFibreLines } from './fibre-lines.ts';
import { layVessels } from './vessels.ts';
import { blankGrid, fillGrid, type Grid, gridAt, nodeAt } from './grid.ts';

/** What the tissue of a piece is in and about a field of the slide, as fields of distances in µm. */
export interface Tissue extends Glands {
  readonly piece: Piece;
  /** Beyond this nothing of it is seen, and nothing but its edge is known. */
  readonly reach: Field;
  /** Within the tissue; the other fields mean nothing where this is below 0. */
  readonly edge: Grid;
  /** The stromas that are here, each with how far a place lies within it; elsewhere it is dense. */
  readonly grounds: readonly { readonly stroma: Stroma; readonly within: Grid }[];
  /** Within a fat cell. */
  readonly fat: Grid;
  /** Across the fibres: they run where this is the same. */
  readonly across: Grid;
  /** Along the fibres. */
  readonly along: Grid;
}

/** The lining of the gland that is nearest to a place; undefined where none is near. */
export const liningAt = ({ gland, linings, nearest }: Tissue, x: number, y: number) =>
  linings[(nearest[nodeAt(gland, x, y)] as number) - 1];

/** The field along whose lines the fibres run at a place. */
export function fibresAt({ across, grounds }: Tissue, x: number, y: number): Grid {
  let lines = across;
  for (const { stroma, within } of grounds)
    if (stroma.concentric && gridAt(within, x, y) > 0) lines = within;
  return lines;
}

/** The stroma at a place: that of the last ground that holds it. */
export function stromaOf({ grounds }: Tissue, x: number, y: number): Stroma {
  let found = denseStroma;
  for (const { stroma, within } of grounds) if (gridAt(within, x, y) > 0) found = stroma;
  return found;
}

/** Pitch of fat, whose walls are thin, of what else has edges, of what is smooth, and of what only bends. */
export interface Grain {
  readonly fatPitchUm: number;
  readonly finePitchUm: number;
  readonly smoothPitchUm: number;
  readonly bentPitchUm: number;
}

/** What cells are seen in. */
export const fineGrain: Grain = {
  fatPitchUm: 2,
  finePitchUm: 2,
  smoothPitchUm: 8,
  bentPitchUm: 16,
};

/** Farther outside of the tissue than this nothing is seen of it: its edge frays by less. */
const outsideUm = 24;

/** Fills a grid where its nodes are needed for what lies in the tissue; elsewhere it is 0. */
const fillWithin = (
  edge: Grid,
  grid: Grid,
  valueAt: (xUm: number, yUm: number) => number,
): Grid => {
  const farUm = outsideUm + 2 * grid.pitchUm;
  return fillGrid(grid, (x, y) => (gridAt(edge, x, y) < -farUm ? 0 : valueAt(x, y)));
};
/** Fat keeps this far off glands and lobules. */
const clearUm = 22;

/** The part of a field in which tissue with such an edge may be seen, and a little more; null for none. */
function seenPart(
  field: Field,
  { pitchUm, firstColumn, firstRow, columns, values }: Grid,
  more: number,
) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  values.forEach((inside, node) => {
    if (inside < -outsideUm) return;
    const x = (firstColumn + (node % columns)) * pitchUm;
    const y = (firstRow + Math.floor(node / columns)) * pitchUm;
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  });
  return left > right ? null : common(field, widened({ left, top, right, bottom }, pitchUm + more));
}

/** Works out the tissue of a piece in a field; null where the piece does not come near. */
export function openTissue(
  section: Section,
  piece: Piece,
  around: Field,
  grain: Grain = fineGrain,
): Tissue | null {
  const { fatPitchUm, finePitchUm, smoothPitchUm, bentPitchUm } = grain;
  if (!meet(piece.reach, around)) return null;
  const edge = fillGrid(blankGrid(around, bentPitchUm), (x, y) => piece.insideUm(slidePoint(x, y)));
  // Slopes are read across two of their nodes.
  const field = seenPart(around, edge, 2 * smoothPitchUm);
  if (!field) return null;
  // Fat cells look for glands beyond the field, at their own middles.
  const bodies = section.bodiesIn(widened(field, 200), piece);
  const isVessel = ({ body }: CutBody) => body.lining?.content === 'blood';
  const ofGland = bodies.filter((cut) => cut.body.lining && !isVessel(cut));
  const large = bodies.filter(isVessel);
  const ofGround = bodies.filter(({ body }) => body.stroma);
  const draw = openDraw(section.specimen.phantom.plan.seed, 'tissue');
  const [coarse, fine, inner] = [1, 2, 3].map(() => openNoise(draw.seed())) as [N, N, N];
  const inBreast = (x: number, y: number) => piece.toBreast(slidePoint(x, y));
  const smooth = (sizeMm: number, noise: N) =>
    fillWithin(edge, blankGrid(field, smoothPitchUm), (x, y) => {
      const p = inBreast(x, y);
      return noise(p[0] / sizeMm, p[1] / sizeMm, p[2] / sizeMm);
    });
  const [wide, narrow, within] = [smooth(0.07, coarse), smooth(0.026, fine), smooth(0.03, inner)];
  const glands = layGlands(ofGland, field, finePitchUm, { wide, narrow, within }, smooth, draw);
  const stromas = [...new Set(ofGround.flatMap(({ body }) => body.stroma ?? []))];
  const grounds = stromas.map((stroma) => {
    const ground = blankGrid(field, smoothPitchUm);
    ground.values.fill(-nearUm);
    for (const { body, reach, insideUm } of ofGround)
      if (body.stroma === stroma)
        fillGrid(
          ground,
          (x, y, before) => Math.max(before, insideUm(x, y) + 30 * gridAt(wide, x, y)),
          reach,
        );
    return { stroma, within: ground };
  });
  const near = openBins([...ofGland, ...ofGround, ...large]);
  const isClear = (x: number, y: number) => near(x, y).every((cut) => isBeyond(cut, x, y));
  const fatAt = openAdipocytes(section, piece, field, isClear);
  const fat = fillWithin(edge, blankGrid(field, fatPitchUm), fatAt);
  // Vessels come last: they give way to glands and run between fat cells. What is
  // narrower than the lattice is left out.
  const small = section.smallVesselsIn(piece, field, finePitchUm);
  const { acrossAt, alongAt } = openFibreLines(section, piece);
  return {
    piece,
    reach: field,
    edge,
    ...layVessels(glands, [...large, ...small], fat, { wide, narrow }),
    grounds,
    fat,
    across: fillWithin(edge, blankGrid(field, edge.pitchUm), acrossAt),
    along: fillWithin(edge, blankGrid(field, edge.pitchUm), alongAt),
  };
}

type N = ReturnType<typeof openNoise>;

/** Side of the bins in which bodies are found again. */
const binUm = 256;
const nothing: readonly CutBody[] = [];

/** Finds the bodies whose reach holds a place, and some others. */
function openBins(bodies: readonly CutBody[]): (x: number, y: number) => readonly CutBody[] {
  const bins = new Map<number, CutBody[]>();
  const keyOf = (i: number, j: number) => (i + 32768) * 65536 + j + 32768;
  const bin = (um: number) => Math.floor(um / binUm);
  for (const cut of bodies) {
    const { left, right, top, bottom } = cut.reach;
    for (let i = bin(left); i <= bin(right); i++)
      for (let j = bin(top); j <= bin(bottom); j++) {
        const key = keyOf(i, j);
        const found = bins.get(key);
        if (found) found.push(cut);
        else bins.set(key, [cut]);
      }
  }
  return (x, y) => bins.get(keyOf(bin(x), bin(y))) ?? nothing;
}

const isBeyond = ({ reach, insideUm }: CutBody, x: number, y: number): boolean =>
  x < reach.left ||
  x > reach.right ||
  y < reach.top ||
  y > reach.bottom ||
  insideUm(x, y) < -clearUm;

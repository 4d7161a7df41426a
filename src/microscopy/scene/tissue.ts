import { cosine, openDraw, openNoise, pi, sine } from '../../phantom/index.ts';
import { type Field, meet, slidePoint, widened } from '../frame.ts';
import type { BodyKind } from '../section/body.ts';
import { type CutBody, nearUm } from '../section/cut-body.ts';
import type { Piece } from '../section/piece.ts';
import type { Section } from '../section/section.ts';
import { openAdipocytes } from './adipocytes.ts';
import { blankGrid, fillGrid, type Grid, gridAt } from './grid.ts';

/** What the tissue of a piece is in and about a field of the slide, as fields of distances in µm. */
export interface Tissue {
  readonly piece: Piece;
  /** Within the tissue; the other fields mean nothing where this is below 0. */
  readonly edge: Grid;
  /** Within a gland, from its basement membrane; and within its lumen. */
  readonly gland: Grid;
  readonly lumen: Grid;
  /** Within the loose stroma of a lobule. */
  readonly loose: Grid;
  /** Within a fat cell. */
  readonly fat: Grid;
  /** Across the fibres: they run where this is the same. */
  readonly across: Grid;
  /** Along the fibres. */
  readonly along: Grid;
}

/** Pitch of what has edges, of what is smooth, and of what only bends. */
const finePitchUm = 2;
const smoothPitchUm = 8;
const bentPitchUm = 16;
/** Fat keeps this far off glands and lobules. */
const clearUm = 22;
const glands: readonly BodyKind[] = ['duct', 'acinus', 'part'];

/** Works out the tissue of a piece in a field; null where the piece does not come near. */
export function openTissue(section: Section, piece: Piece, field: Field): Tissue | null {
  if (!meet(piece.reach, field)) return null;
  const edge = fillGrid(blankGrid(field, bentPitchUm), (x, y) => piece.insideUm(slidePoint(x, y)));
  if (edge.values.every((inside) => inside < -nearUm)) return null;
  // Fat cells look for glands beyond the field, at their own middles.
  const bodies = section
    .bodiesIn(widened(field, 200))
    .filter((cut) => cut.piece === piece && isTissue(section, cut));
  const ofGland = bodies.filter(({ body }) => glands.includes(body.kind));
  const ofLobule = bodies.filter(({ body }) => body.kind === 'lobule');
  const draw = openDraw(section.specimen.phantom.plan.seed, 'tissue');
  const [coarse, fine, inner] = [1, 2, 3].map(() => openNoise(draw.seed())) as [N, N, N];
  const inBreast = (x: number, y: number) => piece.toBreast(slidePoint(x, y));
  const smooth = (sizeMm: number, noise: N) =>
    fillGrid(blankGrid(field, smoothPitchUm), (x, y) => {
      const p = inBreast(x, y);
      return noise(p[0] / sizeMm, p[1] / sizeMm, p[2] / sizeMm);
    });
  const [wide, narrow, within] = [smooth(0.07, coarse), smooth(0.026, fine), smooth(0.03, inner)];
  const gland = blankGrid(field, finePitchUm);
  const lumen = blankGrid(field, finePitchUm);
  gland.values.fill(-nearUm);
  lumen.values.fill(-nearUm);
  for (const { body, reach, insideUm } of ofGland) {
    const wallUm = 1000 * body.wallMm;
    fillGrid(
      gland,
      (x, y, before) => {
        const uneven = 5 * gridAt(wide, x, y) + 3 * gridAt(narrow, x, y);
        return Math.max(before, insideUm(x, y) + uneven);
      },
      reach,
    );
    fillGrid(
      lumen,
      (x, y, before) => {
        const uneven = 6 * gridAt(within, x, y) + 5 * gridAt(wide, x, y);
        return Math.max(before, insideUm(x, y) - wallUm + uneven);
      },
      reach,
    );
  }
  const loose = blankGrid(field, smoothPitchUm);
  loose.values.fill(-nearUm);
  for (const { reach, insideUm } of ofLobule)
    fillGrid(
      loose,
      (x, y, before) => Math.max(before, insideUm(x, y) + 30 * gridAt(wide, x, y)),
      reach,
    );
  const isClear = (x: number, y: number) =>
    ofGland.every((cut) => isBeyond(cut, x, y)) && ofLobule.every((cut) => isBeyond(cut, x, y));
  const fatAt = openAdipocytes(section, piece, field, isClear);
  const fat = fillGrid(blankGrid(field, finePitchUm), fatAt);
  return { piece, edge, gland, lumen, loose, fat, ...fibresOf(section, piece, field) };
}

type N = ReturnType<typeof openNoise>;

const isBeyond = ({ reach, insideUm }: CutBody, x: number, y: number): boolean =>
  x < reach.left ||
  x > reach.right ||
  y < reach.top ||
  y > reach.bottom ||
  insideUm(x, y) < -clearUm;

/** Masses, glands of the skin and threads are drawn as what they are, not as glands. */
function isTissue(section: Section, { body }: CutBody): boolean {
  if (body.kind !== 'part') return true;
  const kind = section.specimen.phantom.lesion.parts[body.id]?.kind;
  return kind === 'acinus' || kind === 'lumen' || kind === 'cyst';
}

/** The way that fibres take: along the core, more or less, and winding. */
function fibresOf(section: Section, piece: Piece, field: Field): Pick<Tissue, 'across' | 'along'> {
  const draw = openDraw(section.specimen.phantom.plan.seed, `fibres ${piece.core.id}`);
  const angle = draw.uniform(0, pi);
  const [c, s] = [cosine(angle), sine(angle)];
  const [long, short, slide] = [1, 2, 3].map(() => openNoise(draw.seed())) as [N, N, N];
  const at = (noise: N, x: number, y: number, sizeMm: number) => {
    const p = piece.toBreast(slidePoint(x, y));
    return noise(p[0] / sizeMm, p[1] / sizeMm, p[2] / sizeMm);
  };
  return {
    across: fillGrid(
      blankGrid(field, bentPitchUm),
      (x, y) => y * c - x * s + 190 * at(long, x, y, 0.36) + 34 * at(short, x, y, 0.12),
    ),
    along: fillGrid(
      blankGrid(field, bentPitchUm),
      (x, y) => x * c + y * s + 60 * at(slide, x, y, 0.3),
    ),
  };
}

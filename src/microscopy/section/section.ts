import type { Speck } from '../../phantom/index.ts';
import { common, type Field, meet, slidePoint, widened } from '../frame.ts';
import { vesselBeds } from '../lesion/vessel.ts';
import type { Body } from './body.ts';
import { type CutBody, cutBody, nearUm } from './cut-body.ts';
import { type CutSpeck, cutSpeck } from './cut-speck.ts';
import { cutCore, type Piece } from './piece.ts';
import { sectionUm, type Specimen } from './specimen.ts';
import { bodiesNear } from './stand.ts';

/** Farther from a stand than this no space takes room from it: no body of one is longer. */
const roomUm = 250;

/** A section: the plane of the block at a depth, as geometry on the slide. */
export interface Section {
  readonly specimen: Specimen;
  /** Depth below the face of the block. */
  readonly depthUm: number;
  /** The how many-th section of the block, if all were cut: what its cells are drawn from. */
  readonly number: number;
  readonly widthUm: number;
  readonly heightUm: number;
  readonly pieces: readonly Piece[];
  /** The piece that has tissue at a place on the slide; null on bare glass. */
  pieceAt(xUm: number, yUm: number): Piece | null;
  /** The bodies that are cut in a field, or pass it near; those of a piece, where one is given. */
  bodiesIn(field: Field, piece?: Piece): CutBody[];
  /**
   * The small vessels of a piece in a field, which the anatomy does not know one by one: those beds
   * whose vessels are wide enough to be seen on a lattice of this pitch.
   */
  smallVesselsIn(piece: Piece, field: Field, pitchUm: number): CutBody[];
  /** The specks that the plane cuts; in a field, where one is given. */
  specksIn(field?: Field): CutSpeck[];
  /** The part of the tissue at a place of a piece that is not fat, 0 to 1. */
  fibrousAt(piece: Piece, xUm: number, yUm: number): number;
}

/** Cuts a specimen at a depth. Throws a RangeError where the block ends above it. */
export function cutSection(specimen: Specimen, depthUm: number): Section {
  const { phantom, block, cores, deepestUm } = specimen;
  if (!(depthUm >= 0 && depthUm <= deepestUm)) {
    throw new RangeError(
      `A section of this block lies from 0 to ${deepestUm} µm below its face, not at ${depthUm} µm.`,
    );
  }
  const pieces = cores.map((core) => cutCore(core, depthUm));
  const bodiesOf = new Map(pieces.map((piece, n) => [piece, cores[n]?.bodies ?? []]));

  // No small vessel runs within a large one.
  const largeVesselsOf = (piece: Piece) =>
    (bodiesOf.get(piece) ?? []).filter(({ kind }) => kind === 'artery' || kind === 'vein');

  const bodiesOfPiece = (piece: Piece, field: Field): CutBody[] => {
    const bodies = bodiesOf.get(piece) ?? [];
    const cut = bodies.flatMap((body) => cutBody(body, piece, field) ?? []);
    const spaces = bodies.filter(
      ({ kind, lining, stroma }) => (kind === 'part' && lining) || stroma?.concentric,
    );
    return [...cut, ...cut.flatMap((one) => standIn(one, field, spaces))];
  };

  const standIn = ({ body, piece, reach }: CutBody, field: Field, spaces: readonly Body[]) => {
    const seen = common(reach, widened(field, nearUm));
    if (!body.stand || seen.left > seen.right || seen.top > seen.bottom) return [];
    const others = spaces.filter((space) => cutBody(space, piece, widened(seen, roomUm)));
    return bodiesNear(body, body.stand, piece, seen, others).flatMap(
      (one) => cutBody(one, piece, field) ?? [],
    );
  };

  const beds = vesselBeds(phantom.lesion.at, phantom.plan.seed);
  let specks: CutSpeck[] | null = null;
  return {
    specimen,
    depthUm,
    number: Math.floor(depthUm / sectionUm),
    widthUm: 1000 * block.widthMm,
    heightUm: 1000 * block.heightMm,
    pieces,
    pieceAt(xUm, yUm) {
      const place = slidePoint(xUm, yUm);
      const near = pieces.filter(
        ({ reach: { left, right, top, bottom } }) =>
          xUm >= left && xUm <= right && yUm >= top && yUm <= bottom,
      );
      return near.find((piece) => piece.insideUm(place) > 0) ?? null;
    },
    bodiesIn: (field, piece) =>
      (piece ? [piece] : pieces)
        .filter(({ reach }) => meet(reach, field))
        .flatMap((one) => bodiesOfPiece(one, field)),
    smallVesselsIn: (piece, field, pitchUm) =>
      beds.flatMap((bed) =>
        bed.stand && 1000 * bed.stand.radiusMm[1] > 2.5 * pitchUm
          ? bodiesNear(bed, bed.stand, piece, field, largeVesselsOf(piece)).flatMap(
              (one) => cutBody(one, piece, field) ?? [],
            )
          : [],
      ),
    specksIn(field) {
      specks ??= pieces.flatMap((piece) =>
        piece.core.catches.flatMap(
          ({ speck }) => cutSpeck(phantom.specks[speck] as Speck, piece) ?? [],
        ),
      );
      return field ? specks.filter(({ reach }) => meet(reach, field)) : specks;
    },
    fibrousAt: (piece, xUm, yUm) => specimen.fibrousAt(piece.toBreast(slidePoint(xUm, yUm))),
  };
}

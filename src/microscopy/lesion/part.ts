import {
  distance,
  moved,
  outOf,
  type Part,
  type Phantom,
  type Speck,
  type Vector,
} from '../../phantom/index.ts';
import { ball, type Body, type Rind, type Shape } from '../section/body.ts';
import type { Lining } from './lining.ts';
import { periductalFibrosis } from './stroma.ts';

/** Room between a speck and the wall of the space that holds it. */
const roomMm = 0.012;

/**
 * The bodies of a part of the lesion. A space is as wide as its mineral needs and no wider: what a
 * radiograph counts as the calibre of a duct is mostly its sleeve. The wall of an artery is that of its
 * vessel.
 */
export function bodiesOfPart(
  part: Part,
  id: number,
  { specks }: Phantom,
  lining: Lining,
  mass: Pick<Body, 'lining' | 'stand' | 'stroma'> = {},
): Body[] {
  const of = (shape: Shape, lined?: Lining): Body =>
    lined
      ? { kind: 'part', id, shape, wallMm: lined.wallMm, lining: lined }
      : { kind: 'part', id, shape, wallMm: 0 };
  switch (part.kind) {
    case 'acinus':
    case 'lumen':
      return spacesOf(
        part,
        specks.filter(({ host }) => host.part === id),
        lining.wallMm,
      ).map((shape) => of(shape, lining));
    case 'cyst':
      return [
        rindOf(specks, id, lining) ?? of(ball(part.at, part.radiusMm + lining.wallMm), lining),
      ];
    case 'mass': {
      const { at, axes, semiAxesMm } = part;
      return [{ ...of({ kind: 'ellipsoid', at, axes, semiAxesMm }, mass.lining), ...mass }];
    }
    case 'skin':
    case 'thread':
      return [of(ball(part.at, part.radiusMm))];
    case 'artery':
      return [];
  }
}

/** Of the wall of a cyst so much lies outside the surface of the mineral in it. */
const outsideMm = 0.02;

/** A cyst whose wall has calcified: its mineral lies in its wall and not somewhere in its lumen. */
function rindOf(specks: readonly Speck[], id: number, lining: Lining): Body | undefined {
  const speck = specks.find(({ host, solid }) => host.part === id && solid.kind === 'shell');
  return speck?.solid.kind === 'shell' ? aboutMineral(speck, speck.solid, id, lining) : undefined;
}

/** A space with a lining whose wall holds the mineral of a speck. */
export function aboutMineral(
  { at, axes }: Pick<Speck, 'at' | 'axes'>,
  { semiAxesMm, texture }: Rind,
  id: number,
  lining: Lining,
): Body {
  const [a, b, c] = semiAxesMm.map((mm) => mm + outsideMm) as unknown as Vector;
  const shape = { kind: 'ellipsoid', at, axes, semiAxesMm: [a, b, c] } as const;
  const rind = { semiAxesMm, texture };
  return { kind: 'part', id, shape, wallMm: lining.wallMm, lining, rind };
}

/** The spaces that hold specks: along each limb of a cast, around everything else. */
function spacesOf(
  part: Extract<Part, { kind: 'acinus' | 'lumen' }>,
  specks: readonly Speck[],
  wallMm: number,
): Shape[] {
  const limbs = specks.flatMap(({ solid, at, axes }) =>
    solid.kind === 'cast'
      ? solid.limbs.map((limb): Shape => ({
          kind: 'limb',
          course: limb.course.map((point) => moved(at, outOf(axes, point))),
          radiiMm: limb.radiiMm.map((radius) => 1.15 * radius + roomMm + wallMm),
        }))
      : [],
  );
  if (limbs.length > 0) return limbs;
  const needMm = Math.max(
    0.02,
    ...specks.map(({ at, spanMm }) => distance(at, part.at) + spanMm / 2 + roomMm),
  );
  return [ball(part.at, Math.min(part.radiusMm, 1.25 * needMm) + wallMm)];
}

/** The sleeve of collagen that a body has about it, as a body of its own. */
export function sleeveOf(about: Body): Body[] {
  const { kind, id, shape, lining } = about;
  const sleeveMm = lining?.around.sleeveMm ?? 0;
  if (sleeveMm === 0 || shape.kind === 'ellipsoid') return [];
  const radiiMm = shape.radiiMm.map((radius) => radius + sleeveMm);
  const body = { kind: 'growth', id, shape: { ...shape, radiiMm }, wallMm: 0, about } as const;
  return kind === 'acinus' ? [] : [{ ...body, stroma: periductalFibrosis }];
}

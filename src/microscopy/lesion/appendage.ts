import {
  between,
  cosine,
  distance,
  dot,
  type Draw,
  moved,
  openDraw,
  type Phantom,
  type PhantomPoint,
  pi,
  sine,
} from '../../phantom/index.ts';
import { ball, type Body, holdersOf, type Shape } from '../section/body.ts';
import { basalRow, epidermis, prickleCells } from './epidermis.ts';
import type { Lining } from './lining.ts';
import { normalLinings } from './normal.ts';
import { sebaceous } from './sebaceous.ts';
import { type SkinSpot, spotOf } from './skin-spot.ts';
import { looseStroma } from './stroma.ts';

/** The sheath of a hair: epithelium like the epidermis about a canal with keratin. */
const follicle: Lining = {
  ...epidermis,
  name: 'hair follicle',
  wallMm: 0.044,
  uneven: 0.7,
  ridges: { byMm: 0, sizeMm: 1 },
  layers: [basalRow, { ...prickleCells, lumenUm: [-2000, -6], spacingUm: 8 }],
  around: { sleeveMm: 0.03, retraction: 0.6, lymphocytes: 0.04 },
};

/** The coil of a sweat gland: small tubules of pale cells on myoepithelium. */
const sweatGland: Lining = {
  ...normalLinings.acinus,
  name: 'sweat gland',
  wallMm: 0.016,
  uneven: 0.6,
  content: 'empty',
  cytoplasm: { ...normalLinings.acinus.cytoplasm, eosin: 0.3, haematoxylin: 0.13 },
};

/** Its duct: two rows of small cells about a narrow lumen. */
const sweatDuct: Lining = { ...sweatGland, name: 'sweat duct', wallMm: 0.014 };

/** The part of a gland's radius that its mineral fills. */
const filledShare = 0.75;
/** How far beside a speck appendages stand, and how often another place is tried. */
const asideMm = [0.08, 0.4] as const;
const tries = 8;
/** The epidermis and its ridges go no deeper than this. */
const underMm = 0.17;
/** What stands about a speck keeps so far off all of them. */
const apartMm = 0.03;

/** The appendages of the skin about its specks: hairs with their sebaceous glands, and sweat glands. */
export function appendagesOf(phantom: Phantom): Body[] {
  const specks = phantom.lesion.parts.flatMap((part): Speck[] =>
    part.kind === 'skin'
      ? [{ ...spotOf(phantom, part.at), at: part.at, radiusMm: filledShare * part.radiusMm }]
      : [],
  );
  const keepsClear = ({ shape }: Body) =>
    holdersOf(shape).every((held) =>
      specks.every(
        ({ at, radiusMm }) => distance(at, held.at) > radiusMm + held.radiusMm + apartMm,
      ),
    );
  return specks.flatMap((speck, id) => {
    const draw = openDraw(phantom.plan.seed, `appendages ${id}`);
    const stood = (of: Appendage): Body[] => {
      for (let n = 0; n < tries; n++) {
        const bodies = of(speck, id, draw);
        if (bodies.every(keepsClear)) return bodies;
      }
      return [];
    };
    return about.flatMap(([count, of]) => Array.from({ length: count }, () => stood(of)).flat());
  });
}

/** A calcified gland of the skin, with the spot over it. */
interface Speck extends SkinSpot {
  readonly at: PhantomPoint;
  readonly radiusMm: number;
}

type Appendage = (speck: Speck, id: number, draw: Draw) => Body[];

/** A point so deep under a spot and so far aside. */
function under({ surface, axes }: SkinSpot, deepMm: number, u: number, v: number): PhantomPoint {
  const [outward, first, second] = axes;
  return moved(moved(moved(surface, outward, -deepMm), first, u), second, v);
}

function asideOf({ radiusMm }: Speck, draw: Draw): readonly [number, number] {
  const [away, angle] = [radiusMm + draw.uniform(...asideMm), draw.uniform(0, 2 * pi)];
  return [away * cosine(angle), away * sine(angle)];
}

/** Lengths in millimetres are assumed. */
function hairOf(spot: Speck, id: number, draw: Draw): Body[] {
  const [u, v] = asideOf(spot, draw);
  const [slantU, slantV] = [draw.uniform(-0.35, 0.35), draw.uniform(-0.35, 0.35)];
  const longMm = draw.uniform(0.7, 1.1);
  const at = (deep: number) => under(spot, deep, u + slantU * deep, v + slantV * deep);
  const radius = draw.uniform(0.055, 0.07);
  const course = [at(-0.05), at(0.25 * longMm), at(0.6 * longMm), at(longMm)];
  const radiiMm = [0.9 * radius, radius, 0.95 * radius, 1.3 * radius];
  const glandMm = draw.uniform(0.28, 0.42);
  const lobules = Array.from({ length: draw.integer(3, 6) }, (): Body => {
    const out = draw.direction();
    const lobuleMm = draw.uniform(...lobuleRadiusMm);
    const middle = moved(at(glandMm + draw.uniform(0, 0.16)), out, radius + 0.7 * lobuleMm);
    return lobuleAt(middle, lobuleMm, id);
  });
  return [linedBy(follicle, { kind: 'limb', course, radiiMm }, id), ...lobules];
}

const lobuleRadiusMm = [0.06, 0.12] as const;

const linedBy = (lining: Lining, shape: Shape, id: number): Body => ({
  kind: 'growth',
  id,
  shape,
  wallMm: lining.wallMm,
  lining,
});

const lobuleAt = (middle: PhantomPoint, radiusMm: number, id: number): Body =>
  linedBy(sebaceous, ball(middle, radiusMm), id);

/** A lobule of the gland that has calcified; none reaches the epidermis. */
function lobuleBeside({ at, radiusMm, surface, axes }: Speck, id: number, draw: Draw): Body[] {
  const ownMm = draw.uniform(...lobuleRadiusMm);
  const awayMm = radiusMm + ownMm + draw.uniform(apartMm, 3 * apartMm);
  const middle = moved(at, draw.direction(), awayMm);
  const deepMm = dot(between(middle, surface), axes[0]);
  return deepMm > ownMm + underMm ? [lobuleAt(middle, ownMm, id)] : [];
}

function sweatGlandOf(spot: Speck, id: number, draw: Draw): Body[] {
  const [u, v] = asideOf(spot, draw);
  const deepMm = draw.uniform(0.75, 1.05);
  const turn = () => draw.uniform(-0.03, 0.03);
  const course = Array.from({ length: 7 }, (_, n) =>
    under(spot, 0.03 + (n / 6) * deepMm, u + turn(), v + turn()),
  );
  const shape = ball(under(spot, deepMm, u, v), draw.uniform(0.14, 0.2));
  return [
    linedBy(sweatDuct, { kind: 'limb', course, radiiMm: course.map(() => 0.02) }, id),
    {
      kind: 'growth',
      id,
      shape,
      wallMm: 0,
      stroma: looseStroma,
      stand: {
        lining: sweatGland,
        seed: draw.seed(),
        pitchMm: 0.062,
        jitter: 0.25,
        radiusMm: [0.021, 0.028],
        halfLengthMm: [0.005, 0.04],
        share: 0.95,
      },
    },
  ];
}

/** How many of each stand about a speck (assumed): its mineral is that of such a gland. */
const about: readonly (readonly [count: number, of: Appendage])[] = [
  [5, hairOf],
  [2, sweatGlandOf],
  [9, lobuleBeside],
];

import {
  type CompressedPoint,
  type Compression,
  type Duct,
  openNoise,
  openPatient,
  type Parenchyma,
  type Phantom,
  type PhantomPoint,
  resampled,
  type Structure,
  smoothStep,
  structuresOf,
  type Vessel,
} from '../../phantom/index.ts';
import type { MaterialId } from '../attenuation.ts';
import { type Frame, pixelAt } from '../raster.ts';
import { openSleeves, type Sleeve } from './duct-sleeve.ts';
import { pieceFields, type StrandLayer } from './strand-layer.ts';
import { openStrengths } from './strand-strength.ts';
import { waysOf } from './vessel-way.ts';

/** What each kind is made of, and what part of its volume that is. */
const making = {
  duct: { material: 'gland', filling: 0.74 },
  lobule: { material: 'gland', filling: 0.35 },
  artery: { material: 'blood', filling: 0.35 },
  vein: { material: 'blood', filling: 0.42 },
  ligament: { material: 'gland', filling: 0.8 },
} as const satisfies Record<Structure['kind'], { material: MaterialId; filling: number }>;

/** A ray along a strand does not run in it for longer than this many diameters; a ligament is a sheet. */
const longest = 3;

/** The wall of a calcified artery is thick: it is seen by so much better, also where it has no mineral. */
const thickWalled = 1.8;
/** Of all other trees few are seen well, least of all arteries: median, spread and bound of what is seen of one. */
const trees = { usual: { artery: 0.55, vein: 1.15 }, spread: 0.5, most: 1.5 } as const;

/**
 * Adds the strands of a phantom that show in a frame, those at least half a pixel thick. The branches of
 * one vessel and the ducts of one lobe are one strand, so that no joint is counted twice.
 */
export function addStrands(
  phantom: Phantom,
  compression: Compression,
  frame: Frame,
  parenchyma: Parenchyma,
  to: StrandLayer,
): void {
  const { tree, ligaments } = phantom.anatomy;
  const finestMm = frame.pitchUm / 2000;
  const familyOf = ({ kind, id }: Structure): string => {
    if (kind === 'duct') return `lobe ${tree.ducts[id]?.lobe}`;
    return `${kind} ${kind === 'ligament' ? (ligaments[id]?.joins ?? id) : id}`;
  };
  const strengthOf = openStrengths(phantom, compression, parenchyma);
  const sleeveAt = openSleeves(openPatient(phantom.plan.seed).branch('duct sleeves'));
  const families = new Map<string, Structure[]>();
  for (const structure of structuresOf(phantom.anatomy, finestMm)) {
    if (structure.kind === 'artery' || structure.kind === 'vein') continue;
    const family = families.get(familyOf(structure));
    if (family) family.push(structure);
    else families.set(familyOf(structure), [structure]);
  }
  for (const family of families.values()) {
    const pieces = family.flatMap((structure) =>
      piecesOf(
        structure,
        formOf(structure, phantom.anatomy),
        (point) => strengthOf(structure, point),
        structure.kind === 'duct' ? sleeveAt : bare,
        compression,
        frame,
      ),
    );
    const { kind } = family[0] as Structure;
    const { material, filling } = making[kind];
    to.add(material, filling, pieces, pieces.length / pieceFields, kind === 'duct');
  }
  addVessels(phantom, finestMm, compression, frame, to);
}

/** Adds the vessels at least so thick, each tree as one strand. */
function addVessels(
  { plan, anatomy, lesion }: Phantom,
  finestMm: number,
  compression: Compression,
  frame: Frame,
  to: StrandLayer,
): void {
  const { vessels } = anatomy;
  const patient = openPatient(plan.seed);
  const clearness = patient.branch('clearness of vessels');
  const pressure = openNoise(patient.branch('pressure on vessels').seed());
  const rootOf = (id: number): number => {
    const parent = vessels[id]?.parent ?? null;
    return parent === null ? id : rootOf(parent);
  };
  const hardened = new Set(
    lesion.parts.flatMap((part) => (part.kind === 'artery' ? [rootOf(part.vessel)] : [])),
  );
  const byRoot = new Map<number, Vessel[]>();
  for (const vessel of vessels) {
    if (2 * vessel.fromRadiusMm < finestMm) continue;
    const root = rootOf(vessel.id);
    byRoot.set(root, [...(byRoot.get(root) ?? []), vessel]);
  }
  for (const [root, tree] of byRoot) {
    const isHardened = hardened.has(root);
    const { kind } = tree[0] as Vessel;
    const drawn = clearness.branch(root).logNormal(trees.usual[kind], trees.spread);
    const clear = Math.min(drawn, trees.most);
    const ways = waysOf(tree, isHardened, compression, pressure);
    const pieces = ways.flatMap(({ course, radiiMm, shown }) =>
      piecesAlong(course, radiiMm, longest, frame, (n) => {
        return (isHardened ? thickWalled : clear) * (shown[n] as number);
      }),
    );
    const { material, filling } = making[kind];
    to.add(material, filling, pieces, pieces.length / pieceFields);
  }
}

/** What there is of a strand at a part of its length: how wide, as part of its own width, and how deep along the ray. */
interface Form {
  readonly wide: (t: number) => number;
  readonly deep: (t: number) => number;
}

const even = () => 1;
/** What lies in no sleeve of another shape than its own. */
const bare = (at: PhantomPoint): Sleeve => ({ at, wide: 1, deep: 1 });
/** What branches no more goes over into what is too fine to be seen. */
const fading = (t: number) => smoothStep(1, 0.3, t);
/** The main ducts are narrow where they meet under the nipple, or there would be a knot of them. */
const gathering = (t: number) => 0.4 + 0.6 * smoothStep(0, 0.5, t);

/** How much wider a ligament is where it leaves the gland, as a peak of it. */
const peak = 6;
/** A ligament leaves the gland as a peak, narrows quickly to a line and fades on its way to the skin, which it reaches. */
const crest: Form = {
  wide: (t) => {
    const left = Math.max(1 - t / 0.45, 0);
    return 1.1 - 0.4 * smoothStep(0.3, 1, t) + peak * left * left;
  },
  deep: (t) => (smoothStep(0, 0.12, t) * (1 - 0.82 * smoothStep(0.05, 0.7, t))) / crest.wide(t),
};
/** A strand that joins it comes out of the gland as broadly, and is lost in it. */
const flank: Form = {
  wide: (t) => 1 + 2.5 * (1 - t) * (1 - t),
  deep: (t) => (smoothStep(0, 0.6, t) * (1 - 0.8 * smoothStep(0.5, 1, t))) / flank.wide(t),
};

/** The form of a tube by how it begins, and whether it ends without a branch. */
const tube = (begins: Form['wide'], isLast: boolean): Form => ({
  wide: isLast ? (t) => begins(t) * fading(t) : begins,
  deep: even,
});

function formOf({ kind, id }: Structure, { tree, ligaments }: Phantom['anatomy']): Form {
  if (kind === 'ligament') return ligaments[id]?.joins === null ? crest : flank;
  if (kind === 'lobule') return tube(even, false);
  const { parent, children } = tree.ducts[id] as Duct;
  return tube(parent === null ? gathering : even, children.length === 0);
}

/** The straight pieces of a structure; a ball is one piece of no length. */
function piecesOf(
  { kind, course, fromRadiusMm, toRadiusMm }: Structure,
  { wide, deep }: Form,
  strengthAt: (point: PhantomPoint) => number,
  sleeveAt: (point: PhantomPoint) => Sleeve,
  compression: Compression,
  frame: Frame,
): number[] {
  const atRest = resampled(course, 0.8);
  const last = Math.max(atRest.length - 1, 1);
  const sleeves = atRest.map(sleeveAt);
  const radiiMm = sleeves.map(
    (sleeve, n) =>
      sleeve.wide * wide(n / last) * (fromRadiusMm + ((toRadiusMm - fromRadiusMm) * n) / last),
  );
  const pressed = sleeves.map(({ at }) => compression.compress(at));
  const most = kind === 'ligament' ? 1 : longest;
  return piecesAlong(
    pressed,
    radiiMm,
    most,
    frame,
    (n) =>
      deep((n + 0.5) / last) * (sleeves[n] as Sleeve).deep * strengthAt(atRest[n] as PhantomPoint),
  );
}

/** Shorter paths than this leave no trace on an image. */
const unseenMm = 0.02;

/** The straight pieces of a course, as deep along the ray as it is slanted, at most so much, and as is told. */
function piecesAlong(
  course: readonly CompressedPoint[],
  radiiMm: readonly number[],
  mostSlant: number,
  frame: Frame,
  depthAt: (n: number) => number,
): number[] {
  const pitchMm = frame.pitchUm / 1000;
  const points = course.map(([u, v], n) => {
    const [column, row] = pixelAt(frame, [u, v]);
    return [column, row, (radiiMm[n] as number) / pitchMm] as const;
  });
  const first = points[0] as (typeof points)[number];
  if (points.length === 1) return [...first, ...first, depthAt(0)];
  return points.slice(1).flatMap((to, n) => {
    const from = points[n] as typeof to;
    const across = Math.sqrt(
      (to[0] - from[0]) * (to[0] - from[0]) + (to[1] - from[1]) * (to[1] - from[1]),
    );
    const up = ((course[n + 1]?.[2] ?? 0) - (course[n]?.[2] ?? 0)) / pitchMm;
    const slant = Math.sqrt(across * across + up * up) / Math.max(across, 1e-6);
    const depth = depthAt(n) * Math.min(slant, mostSlant);
    const pathMm = 2 * (radiiMm[n] as number) * depth;
    return pathMm < unseenMm ? [] : [...from, ...to, depth];
  });
}

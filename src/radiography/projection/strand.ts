import {
  type Compression,
  type Duct,
  type Parenchyma,
  type Phantom,
  type PhantomPoint,
  resampled,
  smoothStep,
  type Structure,
  structuresOf,
} from '../../phantom/index.ts';
import type { MaterialId } from '../attenuation.ts';
import { type Frame, pixelAt } from '../raster.ts';
import { pieceFields, type StrandLayer } from './strand-layer.ts';
import { openStrengths } from './strand-strength.ts';

/** What each kind is made of, and what part of its volume that is. */
const making = {
  duct: { material: 'gland', filling: 0.74 },
  lobule: { material: 'gland', filling: 0.2 },
  artery: { material: 'blood', filling: 0.35 },
  vein: { material: 'blood', filling: 0.42 },
  ligament: { material: 'gland', filling: 0.8 },
} as const satisfies Record<Structure['kind'], { material: MaterialId; filling: number }>;

/** A ray along a strand does not run in it for longer than this many diameters; a ligament is a sheet. */
const longest = 3;

/** The wall of a calcified artery is thick: it is seen by so much better, also where it has no mineral. */
const thickWalled = 1.8;

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
  const { tree, vessels, ligaments } = phantom.anatomy;
  const rootOf = (id: number): number => {
    const parent = vessels[id]?.parent ?? null;
    return parent === null ? id : rootOf(parent);
  };
  const familyOf = ({ kind, id }: Structure): string => {
    if (kind === 'duct') return `lobe ${tree.ducts[id]?.lobe}`;
    if (kind === 'ligament') return `ligament ${ligaments[id]?.joins ?? id}`;
    return kind === 'artery' || kind === 'vein' ? `vessel ${rootOf(id)}` : `${kind} ${id}`;
  };
  const strengthOf = openStrengths(phantom, compression, parenchyma);
  const hardened = new Set(
    phantom.lesion.parts.flatMap((part) => (part.kind === 'artery' ? [rootOf(part.vessel)] : [])),
  );
  const timesOf = ({ kind, id }: Structure): number =>
    kind === 'artery' && hardened.has(rootOf(id)) ? thickWalled : 1;
  const families = new Map<string, Structure[]>();
  for (const structure of structuresOf(phantom.anatomy, frame.pitchUm / 2000)) {
    const family = families.get(familyOf(structure));
    if (family) family.push(structure);
    else families.set(familyOf(structure), [structure]);
  }
  for (const family of families.values()) {
    const pieces = family.flatMap((structure) =>
      piecesOf(
        structure,
        formOf(structure, phantom.anatomy),
        (point) => timesOf(structure) * strengthOf(structure, point),
        compression,
        frame,
      ),
    );
    const { material, filling } = making[(family[0] as Structure).kind];
    to.add(material, filling, pieces, pieces.length / pieceFields);
  }
}

/** What there is of a strand at a part of its length: how wide, as part of its own width, and how deep along the ray. */
interface Form {
  readonly wide: (t: number) => number;
  readonly deep: (t: number) => number;
}

const even = () => 1;
/** A trunk that comes out of the depth shows little by little. */
const rising = (t: number) => smoothStep(0, 0.5, t);
/** What branches no more goes over into what is too fine to be seen. */
const fading = (t: number) => smoothStep(1, 0.3, t);
/** The main ducts are narrow where they meet under the nipple, or there would be a knot of them. */
const gathering = (t: number) => 0.4 + 0.6 * smoothStep(0, 0.5, t);

/** How much wider a ligament is where it leaves the gland, as a peak of it. */
const peak = 6;
/** A ligament leaves the gland as a peak, narrows quickly to a line and fades on its way to the skin. */
const crest: Form = {
  wide: (t) => {
    const left = Math.max(1 - t / 0.45, 0);
    return 1.1 - 0.4 * smoothStep(0.3, 1, t) + peak * left * left;
  },
  deep: (t) => (smoothStep(-0.05, 0.2, t) * (1 - smoothStep(0.15, 1.1, t))) / crest.wide(t),
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

function formOf({ kind, id }: Structure, { tree, vessels, ligaments }: Phantom['anatomy']): Form {
  if (kind === 'ligament') return ligaments[id]?.joins === null ? crest : flank;
  if (kind === 'lobule') return tube(even, false);
  if (kind === 'duct') {
    const { parent, children } = tree.ducts[id] as Duct;
    return tube(parent === null ? gathering : even, children.length === 0);
  }
  const begins = vessels[id]?.parent === null ? rising : even;
  return tube(begins, !vessels.some(({ parent }) => parent === id));
}

/** The straight pieces of a course; a ball is one piece of no length. */
function piecesOf(
  structure: Structure,
  { wide, deep }: Form,
  strengthAt: (point: PhantomPoint) => number,
  compression: Compression,
  frame: Frame,
): number[] {
  const { fromRadiusMm, toRadiusMm } = structure;
  const pitchMm = frame.pitchUm / 1000;
  const atRest = resampled(structure.course, 0.8);
  const course = atRest.map((point) => compression.compress(point));
  const points = course.map((point, n) => {
    const [column, row] = pixelAt(frame, [point[0], point[1]]);
    const t = n / Math.max(course.length - 1, 1);
    const radiusMm = wide(t) * (fromRadiusMm + (toRadiusMm - fromRadiusMm) * t);
    return [column, row, radiusMm / pitchMm] as const;
  });
  const first = points[0] as (typeof points)[number];
  if (points.length === 1) return [...first, ...first, 1];
  return points.slice(1).flatMap((to, n) => {
    const from = points[n] as typeof to;
    const across = Math.sqrt(
      (to[0] - from[0]) * (to[0] - from[0]) + (to[1] - from[1]) * (to[1] - from[1]),
    );
    const up = ((course[n + 1]?.[2] ?? 0) - (course[n]?.[2] ?? 0)) / pitchMm;
    const slant = Math.sqrt(across * across + up * up) / Math.max(across, 1e-6);
    const most = structure.kind === 'ligament' ? 1 : longest;
    const depth = deep((n + 0.5) / (points.length - 1)) * Math.min(slant, most);
    return [...from, ...to, depth * strengthAt(atRest[n] as PhantomPoint)];
  });
}

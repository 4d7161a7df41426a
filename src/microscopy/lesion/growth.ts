import type { LesionId } from '../../lexicon/index.ts';
import {
  distance,
  openDraw,
  type Part,
  type Phantom,
  type PhantomPoint,
  scatter,
} from '../../phantom/index.ts';
import { ball, type Body, insideMm } from '../section/body.ts';
import { type AcinarHabit, lobuleRadiusMm } from '../section/lobule.ts';
import { adenosisGrowth } from './adenosis.ts';
import { arterialGrowth } from './artery.ts';
import { apocrineGrowth, simpleCystGrowth } from './cyst.ts';
import { fatNecrosisGrowth } from './fat-necrosis.ts';
import { fibroadenomaGrowth } from './fibroadenoma.ts';
import { involutedGrowth } from './involuted.ts';
import { scarGrowth, sutureGrowth } from './scar.ts';
import { skinGrowth } from './skin.ts';
import { columnarGrowth, flatAtypiaGrowth } from './columnar.ts';
import { atypicalDuctalGrowth, highGradeGrowth, lowGradeGrowth } from './ductal.ts';
import { ectasiaGrowth, regressedGrowth } from './fibrosed.ts';
import { invasiveGrowth } from './invasive.ts';
import type { Lining } from './lining.ts';
import { lobularGrowth } from './lobular.ts';
import { normalLinings } from './normal.ts';
import { papillomaGrowth } from './papillary.ts';
import { bodiesOfPart, sleeveOf } from './part.ts';
import { looseStroma, type Stroma } from './stroma.ts';
import { taken } from './taken-duct.ts';

/**
 * How a lesion of one kind grows: what lines the spaces that hold its mineral, what becomes of the
 * ducts and lobules near these, and what it adds. One file a family, one of these a lesion.
 */
export interface Growth {
  /** What lines spaces that hold mineral, and ducts that are taken: each has one of these. */
  readonly linings: readonly [Lining, ...Lining[]];
  /** How far from such a space glands are taken, in millimetres. */
  readonly reachMm: number;
  /** How the acini of lobules stand that it takes; as before, where it leaves them alone. */
  acini?(ageYears: number, key: number): AcinarHabit;
  /** How wide the ducts become that it takes, from narrow to wide; it takes none without. */
  readonly ductRadiusMm?: readonly [number, number];
  /** How wide the lobules are, beyond the acinus, in which it keeps the spaces that hold mineral. */
  readonly lobuleMm?: readonly [number, number];
  /** The stroma between the acini of lobules that it takes. */
  readonly ground?: Stroma;
  /** Whether a mass of it has no glands but its own. */
  readonly displaces?: boolean;
  /** What a mass of it is. */
  readonly mass?: Pick<Body, 'lining' | 'stand' | 'stroma'>;
  /** What it adds as a whole. */
  adds?(phantom: Phantom): Body[];
}

/** The lesions that change glands. Others leave the glands as they are. */
const growths: Partial<Record<LesionId, Growth>> = {
  'columnar-cell-change': columnarGrowth,
  'flat-epithelial-atypia': flatAtypiaGrowth,
  'atypical-ductal-hyperplasia': atypicalDuctalGrowth,
  'low-grade-dcis': lowGradeGrowth,
  'high-grade-dcis': highGradeGrowth,
  'regressed-dcis': regressedGrowth,
  'invasive-carcinoma': invasiveGrowth,
  'lobular-carcinoma-in-situ': lobularGrowth,
  papilloma: papillomaGrowth,
  'duct-ectasia': ectasiaGrowth,
  'sclerosing-adenosis': adenosisGrowth,
  'apocrine-cyst': apocrineGrowth,
  'simple-cyst': simpleCystGrowth,
  'involuted-lobule': involutedGrowth,
  fibroadenoma: fibroadenomaGrowth,
  'fat-necrosis': fatNecrosisGrowth,
  scar: scarGrowth,
  'arterial-calcification': arterialGrowth,
  'skin-calcification': skinGrowth,
  'suture-calcification': sutureGrowth,
};

const asNormal: Growth = { linings: [normalLinings.duct], reachMm: 0 };

/** The glands of a breast as its lesion has left them, and the bodies that it adds. */
export function growLesion(phantom: Phantom, glands: readonly Body[]): Body[] {
  const { lesion, plan, anatomy } = phantom;
  const growth = growths[lesion.kind] ?? asNormal;
  const involved = involvementOf(lesion.parts, growth.reachMm);
  const liningOf = (key: number): Lining =>
    growth.linings[scatter(plan.seed + key) % growth.linings.length] ?? growth.linings[0];
  const grounded = growth.ground ? { stroma: growth.ground } : {};
  const masses = lesion.parts.flatMap((part) =>
    part.kind === 'mass' && growth.displaces ? [{ ...part, kind: 'ellipsoid' as const }] : [],
  );
  const isDisplaced = ({ shape }: Body) =>
    shape.kind === 'limb' &&
    masses.some((mass) => shape.course.some((point) => insideMm(mass, point) > 0));
  const grown = [
    ...glands.flatMap((body): Body[] => {
      if (isDisplaced(body)) return [];
      const tdlu = body.kind === 'lobule' ? anatomy.tree.tdlus[body.id] : undefined;
      if (tdlu && growth.acini && involved(tdlu.at, lobuleRadiusMm(tdlu)) > 0.5) {
        const acini = growth.acini(plan.ageYears, scatter(tdlu.seed));
        return [{ ...body, stand: { ...acini, seed: tdlu.seed }, ...grounded }];
      }
      const { ductRadiusMm } = growth;
      if (body.kind === 'duct' && ductRadiusMm)
        return taken(body, liningOf(body.id), ductRadiusMm, involved, plan.seed);
      return [body];
    }),
    ...lesion.parts.flatMap((part, id) =>
      bodiesOfPart(part, id, phantom, liningOf(10000 + id), growth.mass),
    ),
    ...lobulesAbout(phantom, growth),
    ...(growth.adds?.(phantom) ?? []),
  ];
  return [...grown, ...grown.flatMap(sleeveOf)];
}

/** Lobules nearer to each other than this are one. */
const sameLobuleMm = 0.3;

/**
 * Lobules about the spaces that hold mineral: a group heeds no lobule of the anatomy, and a lone acinus
 * is none of its kinds. They are drawn from one seed, so that those that overlap are one.
 */
function lobulesAbout({ lesion, plan }: Phantom, growth: Growth): Body[] {
  const { acini, lobuleMm, ground: stroma = looseStroma } = growth;
  if (!acini || !lobuleMm) return [];
  const stand = { ...acini(plan.ageYears, plan.seed), seed: scatter(plan.seed) };
  const draw = openDraw(plan.seed, 'lobules of the lesion');
  const kept: Body[] = [];
  const centres: PhantomPoint[] = [];
  for (const part of lesion.parts) {
    if (part.kind !== 'acinus' && part.kind !== 'lumen') continue;
    if (centres.some((at) => distance(at, part.at) < sameLobuleMm)) continue;
    centres.push(part.at);
    const id = part.kind === 'acinus' ? part.tdlu : (part.ducts[0] ?? 0);
    const shape = ball(part.at, part.radiusMm + draw.uniform(...lobuleMm));
    kept.push({ kind: 'lobule', id, shape, wallMm: 0, stand, stroma });
  }
  return kept;
}

/** How far a place is taken by a lesion, from 0 to 1: wholly beside its mineral, ending at its reach. */
export type Involvement = (point: PhantomPoint, slackMm?: number) => number;

function involvementOf(parts: readonly Part[], reachMm: number): Involvement {
  return (point, slackMm = 0) => {
    let most = 0;
    for (const { at } of parts) {
      const off = Math.max(0, distance(at, point) - slackMm);
      if (off < reachMm) most = Math.max(most, Math.min(1, 2 - (2 * off) / reachMm));
    }
    return most;
  };
}

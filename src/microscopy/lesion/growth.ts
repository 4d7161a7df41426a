import type { LesionId } from '../../lexicon/index.ts';
import { distance, type Part, type Phantom, type PhantomPoint } from '../../phantom/index.ts';
import type { Body } from '../section/body.ts';
import type { AcinarHabit } from '../section/lobule.ts';
import { lobuleRadiusMm } from '../section/lobule.ts';
import { columnarGrowth, flatAtypiaGrowth } from './columnar.ts';
import { highGradeGrowth, lowGradeGrowth } from './ductal.ts';
import type { Lining } from './lining.ts';
import { normalLinings } from './normal.ts';
import { bodiesOfPart } from './part.ts';
import { taken } from './taken-duct.ts';

/**
 * How a lesion of one kind grows: what lines the spaces that hold its mineral, what becomes of the
 * ducts and lobules near these, and what it adds. One file a family, one of these a lesion.
 */
export interface Growth {
  /** What lines a space that holds mineral. */
  readonly lining: Lining;
  /** How far from such a space glands are taken, in millimetres. */
  readonly reachMm: number;
  /** How the acini of lobules stand that it takes; as before, where it leaves them alone. */
  acini?(ageYears: number): AcinarHabit;
  /** What the ducts become that it takes: how wide, from narrow to wide, and what lines them. */
  readonly ducts?: { readonly lining: Lining; readonly radiusMm: readonly [number, number] };
  /** What it adds, for each of its parts. */
  adds?(part: Part, id: number, phantom: Phantom): Body[];
}

/** The lesions that change glands. Others leave the glands as they are. */
const growths: Partial<Record<LesionId, Growth>> = {
  'columnar-cell-change': columnarGrowth,
  'flat-epithelial-atypia': flatAtypiaGrowth,
  'low-grade-dcis': lowGradeGrowth,
  'high-grade-dcis': highGradeGrowth,
};

const asNormal: Growth = { lining: normalLinings.duct, reachMm: 0 };

/** The glands of a breast as its lesion has left them, and the bodies that it adds. */
export function growLesion(phantom: Phantom, glands: readonly Body[]): Body[] {
  const { lesion, plan, anatomy } = phantom;
  const growth = growths[lesion.kind] ?? asNormal;
  const involved = involvementOf(lesion.parts, growth.reachMm);
  const acini = growth.acini?.(plan.ageYears);
  return [
    ...glands.flatMap((body): Body[] => {
      const tdlu = body.kind === 'lobule' ? anatomy.tree.tdlus[body.id] : undefined;
      if (tdlu && acini && body.stand && involved(tdlu.at, lobuleRadiusMm(tdlu)) > 0.5)
        return [{ ...body, stand: { ...acini, seed: tdlu.seed } }];
      if (body.kind === 'duct' && growth.ducts)
        return taken(body, growth.ducts, involved, plan.seed);
      return [body];
    }),
    ...lesion.parts.flatMap((part, id) => [
      ...bodiesOfPart(part, id, phantom, growth.lining),
      ...(growth.adds?.(part, id, phantom) ?? []),
    ]),
  ];
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

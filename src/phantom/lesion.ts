import type { LesionId } from '../lexicon/index.ts';
import type { PhantomPoint } from './frame.ts';
import type { Axes, Vector } from './vector.ts';

/**
 * A structure of a lesion in which mineral lies. The microscope builds the tissue around it; here it
 * is where it is and how large.
 */
export type Part =
  /** A pouch of a lobule, widened around its mineral. */
  | {
      readonly kind: 'acinus';
      readonly at: PhantomPoint;
      readonly radiusMm: number;
      readonly tdlu: number;
      readonly lobe: number;
    }
  /** The lumen of ducts, at the place of its mineral. */
  | {
      readonly kind: 'lumen';
      readonly at: PhantomPoint;
      readonly radiusMm: number;
      readonly ducts: readonly number[];
      readonly lobe: number;
    }
  | {
      readonly kind: 'cyst';
      readonly at: PhantomPoint;
      readonly radiusMm: number;
      readonly content: 'fluid' | 'oil';
      readonly lining: 'flat' | 'apocrine' | 'fibrous';
      readonly lobe: number;
    }
  /** A solid growth: fibroadenoma, papilloma, invasive carcinoma; also the fibrous tissue of a scar. */
  | {
      readonly kind: 'mass';
      readonly at: PhantomPoint;
      readonly axes: Axes;
      readonly semiAxesMm: Vector;
      readonly border: 'lobulated' | 'smooth' | 'irregular';
      readonly seed: number;
    }
  /** A run of the wall of an artery. */
  | {
      readonly kind: 'artery';
      readonly at: PhantomPoint;
      readonly vessel: number;
      readonly radiusMm: number;
    }
  /** A gland of the skin. */
  | { readonly kind: 'skin'; readonly at: PhantomPoint; readonly radiusMm: number }
  /** A thread that a surgeon left. */
  | { readonly kind: 'thread'; readonly at: PhantomPoint; readonly radiusMm: number };

/** What the calcifications belong to. */
export interface Lesion {
  readonly kind: LesionId;
  /** The middle of its calcifications, and how far they reach from it. */
  readonly at: PhantomPoint;
  readonly reachMm: number;
  /** The lobe that holds it; null where it keeps to none. */
  readonly lobe: number | null;
  /** Its structures; a speck names its own by the index in this list. */
  readonly parts: readonly Part[];
}

/** The kind of structure that a lesion keeps its small grains in. */
export function housingOf(lesion: LesionId): 'acinus' | 'lumen' | 'cyst' | 'mass' {
  switch (lesion) {
    case 'atypical-ductal-hyperplasia':
    case 'low-grade-dcis':
    case 'high-grade-dcis':
    case 'regressed-dcis':
    case 'invasive-carcinoma':
    case 'duct-ectasia':
      return 'lumen';
    case 'apocrine-cyst':
    case 'simple-cyst':
      return 'cyst';
    case 'fibroadenoma':
    case 'papilloma':
    case 'fat-necrosis':
    case 'scar':
      return 'mass';
    default:
      return 'acinus';
  }
}

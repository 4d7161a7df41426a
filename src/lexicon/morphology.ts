import type { AssessmentId } from './assessment.ts';
import type { Interval } from './interval.ts';
import { suspicious } from './suspicious.ts';
import type { BiradsTerm, Statement } from './term.ts';
import { typicallyBenign } from './typically-benign.ts';

/** The morphology terms: the typically benign ones, then the suspicious ones. */
export const morphologyIds = [
  'skin',
  'vascular',
  'coarse',
  'large-rod-like',
  'round',
  'punctate',
  'rim',
  'dystrophic',
  'milk-of-calcium',
  'suture',
  'amorphous',
  'coarse-heterogeneous',
  'fine-pleomorphic',
  'fine-linear',
] as const;

/** The id of a morphology term. */
export type MorphologyId = (typeof morphologyIds)[number];

/** A size that belongs to a morphology: what is measured, the limits, and the limits in words. */
export interface SizeLimit {
  readonly of: 'particle' | 'calibre' | 'length' | 'wall' | 'sphere' | 'group';
  readonly sizeMm: Interval;
  readonly statement: Statement;
}

/** The shape of calcifications, as BI-RADS names it. */
export interface Morphology extends BiradsTerm<MorphologyId> {
  readonly group: 'typically-benign' | 'suspicious';
  /** The term under whose heading the 5th edition prints this one. */
  readonly within?: MorphologyId;
  readonly sizes: readonly SizeLimit[];
  /** The usual categories, first the commonest; the statement says when each applies. */
  readonly usual: {
    readonly categories: readonly [AssessmentId, ...AssessmentId[]];
    readonly reason: Statement;
  };
  /** The tissue changes that usually lie behind it. */
  readonly pathology: readonly Statement[];
  /** What imitates it, what it imitates, and what must not be missed. */
  readonly pitfalls: readonly Statement[];
}

/** All morphology terms, in the order of `morphologyIds`. */
export const morphologies: readonly Morphology[] = [...typicallyBenign, ...suspicious];

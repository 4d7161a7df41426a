/** What is true of a simulated patient, as far as her case says it. Pure. */
import type { CaseRecord } from '../../atlas/case.ts';
import {
  type AssessmentId,
  type DistributionId,
  findTerm,
  type LesionId,
  type ManagementId,
  managementOf,
  type MineralId,
  type MorphologyId,
  type Statement,
  usualAssessment,
} from '../../lexicon/index.ts';

/** The answers to a work-up; what the case leaves open is left out. */
export interface CaseTruth {
  readonly morphology: MorphologyId;
  readonly distribution?: DistributionId | undefined;
  readonly assessment?: AssessmentId | undefined;
  /** What it would be without an earlier image to compare with: change may have made it another. */
  readonly atBaseline?: AssessmentId | undefined;
  readonly management?: ManagementId | undefined;
  /** Why it is that category. */
  readonly reason?: string;
  readonly lesion?: LesionId | undefined;
  readonly mineral?: MineralId | undefined;
  /** Whether it is cancer, in situ or invasive. */
  readonly isMalignant?: boolean;
}

/** A statement, and whether a clinician has yet to see it. */
export const told = ({ text, confidence }: Statement): string =>
  confidence === 'awaiting-review' ? `${text} (Awaiting a clinician’s review.)` : text;

/**
 * The truth of a case with a recipe; undefined of any other, whose author describes what is seen. The
 * category is the case's own, else the usual one of shape and arrangement.
 */
export function caseTruth(record: CaseRecord): CaseTruth | undefined {
  const { recipe, findings } = record;
  if (!recipe) return undefined;
  const { morphology } = recipe;
  const named = <Kind extends 'distribution' | 'assessment' | 'lesion' | 'mineral'>(kind: Kind) =>
    findings.find((finding) => finding[kind])?.[kind];
  const distribution = recipe.distribution ?? named('distribution');
  const shape = findTerm('morphology', morphology);
  const usual = distribution
    ? usualAssessment(morphology, distribution)
    : { category: shape.usual.categories[0], reason: shape.usual.reason };
  const assessment = named('assessment') ?? usual.category ?? undefined;
  const lesion = recipe.lesion ?? named('lesion');
  const group = lesion && findTerm('lesion', lesion).group;
  const isBenign = shape.group === 'typically-benign';
  return {
    morphology,
    distribution,
    assessment,
    atBaseline: usual.category ?? undefined,
    management: assessment && managementOf(assessment),
    reason: told(usual.reason),
    lesion,
    mineral: recipe.mineral ?? named('mineral'),
    ...(group
      ? { isMalignant: group === 'in-situ' || group === 'invasive' }
      : isBenign && { isMalignant: false }),
  };
}

import type { AssessmentId } from './assessment.ts';

/** What is done next with a finding, from the least to the most. */
export const managementIds = ['routine', 'surveillance', 'biopsy'] as const;

/** The next step after an assessment. */
export type ManagementId = (typeof managementIds)[number];

/** The next steps in the words of the interface. */
export const managementLabels: Readonly<Record<ManagementId, string>> = {
  routine: 'Routine screening',
  surveillance: 'Surveillance at 6, 12 and 24 months',
  biopsy: 'Biopsy',
};

/**
 * The next step that follows from a category, as `management` of `assessments` says it in words;
 * undefined for 0, which needs more images, and 6, which is already proven.
 */
export function managementOf(assessment: AssessmentId): ManagementId | undefined {
  if (assessment === '0' || assessment === '6') return undefined;
  if (assessment === '1' || assessment === '2') return 'routine';
  return assessment === '3' ? 'surveillance' : 'biopsy';
}

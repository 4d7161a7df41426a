import { contains, type Interval } from './interval.ts';
import { type BiradsTerm, type EditionLabels, type Statement, verified } from './term.ts';

/** The BI-RADS assessment categories, in their order. */
export const assessmentIds = ['0', '1', '2', '3', '4', '4a', '4b', '4c', '5', '6'] as const;

/** The id of a BI-RADS assessment category. */
export type AssessmentId = (typeof assessmentIds)[number];

/** A BI-RADS assessment category, its likelihood of malignancy and what follows from it. */
export interface Assessment extends BiradsTerm<AssessmentId> {
  /** The category that this one subdivides. */
  readonly within?: AssessmentId;
  /** Likelihood of malignancy; null where the category is not about likelihood (0 and 6). */
  readonly likelihoodPercent: Interval | null;
  readonly management: Statement;
}

function named(
  birads5: string,
  birads2025 = birads5,
  change = 'Both editions give the same likelihood ranges.',
): EditionLabels {
  return {
    birads5,
    birads2025,
    provenance: {
      status: 'unconfirmed',
      note: `${change} The wording of the name awaits a check against the ACR papers.`,
      sources: ['birads-assessment-table', 'radulator-birads2025'],
    },
  };
}

const tissueDiagnosis = verified(
  'Tissue diagnosis.',
  'birads-assessment-table',
  'radulator-birads2025',
);

const routineScreening = verified(
  'Routine screening; no short-interval follow-up.',
  'birads-assessment-table',
  'radulator-birads2025',
);

/** All assessment categories, in the order of `assessmentIds`. */
export const assessments: readonly Assessment[] = [
  {
    id: '0',
    label: 'Category 0',
    labels: named(
      'Incomplete',
      'Incomplete: need additional imaging, or need priors',
      'A secondary source says that v2025 tells recall for more imaging from waiting for earlier examinations.',
    ),
    short: 'Incomplete: more images or earlier ones are needed',
    definition: verified(
      'The examination cannot be assessed yet: it needs additional imaging or earlier examinations to compare with.',
      'radulator-birads2025',
    ),
    likelihoodPercent: null,
    management: verified(
      'Recall for additional imaging, or obtain the earlier examinations and compare.',
      'radulator-birads2025',
    ),
  },
  {
    id: '1',
    label: 'Category 1',
    labels: named('Negative'),
    short: 'Negative: nothing to report',
    definition: verified(
      'The likelihood of malignancy is essentially 0%.',
      'birads-assessment-table',
      'radulator-birads2025',
    ),
    likelihoodPercent: { min: 0, max: 0 },
    management: routineScreening,
  },
  {
    id: '2',
    label: 'Category 2',
    labels: named('Benign'),
    short: 'Benign finding: routine screening',
    definition: verified(
      'The likelihood of malignancy is essentially 0%.',
      'birads-assessment-table',
      'radulator-birads2025',
    ),
    likelihoodPercent: { min: 0, max: 0 },
    management: routineScreening,
  },
  {
    id: '3',
    label: 'Category 3',
    labels: named('Probably benign'),
    short: 'Probably benign: surveillance',
    definition: verified(
      'The likelihood of malignancy is above 0% and at most 2%. It is given only after a full diagnostic work-up.',
      'radulator-birads2025',
      'fhir-breast-radiology',
    ),
    likelihoodPercent: { min: 0, max: 2, open: 'min' },
    management: verified(
      'Surveillance, not one repeat: imaging at 6, 12 and 24 months, with biopsy if the finding changes for the worse.',
      'radulator-birads2025',
      'nmd-category3',
      'fhir-breast-radiology',
    ),
  },
  {
    id: '4',
    label: 'Category 4',
    labels: named('Suspicious'),
    short: 'Suspicious: biopsy; divided into 4A, 4B and 4C',
    definition: verified(
      'The likelihood of malignancy is above 2% and below 95%; 4A, 4B and 4C divide that range.',
      'birads-assessment-table',
    ),
    likelihoodPercent: { min: 2, max: 95, open: 'both' },
    management: tissueDiagnosis,
  },
  {
    id: '4a',
    label: 'Category 4A',
    within: '4',
    labels: named('Low suspicion for malignancy'),
    short: 'Low suspicion: biopsy',
    definition: verified(
      'The likelihood of malignancy is above 2% and at most 10%.',
      'birads-assessment-table',
      'radulator-birads2025',
    ),
    likelihoodPercent: { min: 2, max: 10, open: 'min' },
    management: tissueDiagnosis,
  },
  {
    id: '4b',
    label: 'Category 4B',
    within: '4',
    labels: named('Moderate suspicion for malignancy'),
    short: 'Moderate suspicion: biopsy',
    definition: verified(
      'The likelihood of malignancy is above 10% and at most 50%.',
      'birads-assessment-table',
      'radulator-birads2025',
    ),
    likelihoodPercent: { min: 10, max: 50, open: 'min' },
    management: tissueDiagnosis,
  },
  {
    id: '4c',
    label: 'Category 4C',
    within: '4',
    labels: named(
      'High suspicion for malignancy',
      'High suspicion for malignancy',
      'A secondary source for v2025 prints “50% to <95%” and so leaves the lower end open to doubt.',
    ),
    short: 'High suspicion: biopsy',
    definition: verified(
      'The likelihood of malignancy is above 50% and below 95%.',
      'birads-assessment-table',
    ),
    likelihoodPercent: { min: 50, max: 95, open: 'both' },
    management: tissueDiagnosis,
  },
  {
    id: '5',
    label: 'Category 5',
    labels: named('Highly suggestive of malignancy'),
    short: 'Highly suggestive of malignancy: biopsy',
    definition: verified(
      'The likelihood of malignancy is 95% or more.',
      'birads-assessment-table',
      'radulator-birads2025',
    ),
    likelihoodPercent: { min: 95 },
    management: tissueDiagnosis,
  },
  {
    id: '6',
    label: 'Category 6',
    labels: named('Known biopsy-proven malignancy'),
    short: 'Cancer already proven by biopsy',
    definition: verified('The malignancy is already proven by biopsy.', 'radulator-birads2025'),
    likelihoodPercent: null,
    management: verified('Definitive treatment as clinically appropriate.', 'radulator-birads2025'),
  },
];

/** The categories that share out the likelihoods from 0 to 100%, each value to exactly one. */
const tiling: readonly AssessmentId[] = ['2', '3', '4a', '4b', '4c', '5'];

/**
 * Returns the assessment category whose range holds a likelihood of malignancy in percent, 4 as its
 * subdivision. Exactly 0 is category 2, since the atlas asks about findings (without one it would be
 * 1). Throws a RangeError outside 0 to 100. Ranges: BI-RADS, 5th edition; see `assessments`.
 */
export function assessmentOfLikelihood(percent: number): AssessmentId {
  const found = assessments.find(
    ({ id, likelihoodPercent }) =>
      tiling.includes(id) && likelihoodPercent !== null && contains(likelihoodPercent, percent),
  );
  if (found === undefined || percent > 100) {
    throw new RangeError(`A likelihood of malignancy lies between 0 and 100%; found ${percent}.`);
  }
  return found.id;
}

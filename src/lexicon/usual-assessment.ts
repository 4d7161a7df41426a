import type { AssessmentId } from './assessment.ts';
import { type DistributionId, distributionIds } from './distribution.ts';
import { type Morphology, type MorphologyId, morphologies } from './morphology.ts';
import { type Statement, awaiting, verified } from './term.ts';

/** What bears on the assessment besides shape and arrangement. */
export interface Circumstances {
  /** `baseline`: seen for the first time, with nothing earlier to compare with. */
  readonly history: 'baseline' | 'new' | 'increasing';
  /** Similar calcifications in both breasts; otherwise the finding is solitary. */
  readonly bilateral: boolean;
  readonly nextToKnownCancer: boolean;
}

/** The usual category of a finding after full work-up; null where no source read gives one. */
export interface Judgement {
  readonly category: AssessmentId | null;
  readonly reason: Statement;
}

interface Rule extends Judgement {
  readonly shapes: readonly MorphologyId[];
  readonly arrangements: readonly DistributionId[];
  readonly when?: (circumstances: Circumstances) => boolean;
}

const roundOnes: readonly MorphologyId[] = ['round', 'punctate'];

/** The exceptions to the category of the shape; the first that fits decides. */
const rules: readonly Rule[] = [
  {
    shapes: roundOnes,
    arrangements: ['linear', 'segmental'],
    category: '4',
    reason: verified(
      'A benign shape in a ductal arrangement needs biopsy.',
      'fhir-breast-radiology',
      'radiopaedia-approach',
    ),
  },
  {
    shapes: roundOnes,
    arrangements: ['grouped'],
    when: ({ history, nextToKnownCancer }) => history !== 'baseline' || nextToKnownCancer,
    category: '4',
    reason: verified(
      'A group that is new, increasing or next to a known cancer needs biopsy, not surveillance.',
      'fhir-breast-radiology',
    ),
  },
  {
    shapes: roundOnes,
    arrangements: ['grouped'],
    when: ({ bilateral }) => !bilateral,
    category: '3',
    reason: verified(
      'A solitary group at baseline is probably benign once the diagnostic work-up is complete.',
      'fhir-breast-radiology',
      'radiopaedia-approach',
    ),
  },
  {
    shapes: roundOnes,
    arrangements: ['diffuse'],
    when: ({ history, nextToKnownCancer }) => history === 'baseline' && !nextToKnownCancer,
    category: '2',
    reason: verified(
      'Diffuse round and punctate calcifications are benign.',
      'fhir-breast-radiology',
    ),
  },
  {
    shapes: roundOnes,
    arrangements: distributionIds,
    category: null,
    reason: awaiting('No source read gives a category for this combination; it needs judgement.'),
  },
  {
    shapes: ['amorphous'],
    arrangements: ['diffuse'],
    when: ({ bilateral }) => bilateral,
    category: '2',
    reason: awaiting(
      'Diffuse amorphous calcifications in both breasts are usually benign; category 2 is our reading.',
      'fhir-breast-radiology',
    ),
  },
  {
    shapes: ['amorphous'],
    arrangements: ['diffuse'],
    category: null,
    reason: awaiting(
      'Diffuse usually speaks for benign, but no source read gives a category for one breast alone.',
      'fhir-breast-radiology',
    ),
  },
  {
    shapes: ['amorphous'],
    arrangements: ['regional'],
    category: '4b',
    reason: awaiting('The category of the shape; no source read gives another for regional.'),
  },
  {
    shapes: ['coarse-heterogeneous'],
    arrangements: ['grouped'],
    when: ({ bilateral }) => bilateral,
    category: '2',
    reason: awaiting(
      'Numerous groups in both breasts are usually benign; category 2 is our reading.',
      'fhir-breast-radiology',
    ),
  },
  {
    shapes: ['coarse-heterogeneous'],
    arrangements: ['diffuse', 'regional', 'linear', 'segmental'],
    category: '4b',
    reason: awaiting(
      'The category of a single group; no source read gives one for this arrangement.',
    ),
  },
  {
    shapes: ['fine-linear'],
    arrangements: ['segmental'],
    when: ({ history }) => history === 'new',
    category: '5',
    reason: awaiting('New fine linear branching in a segment is the model of category 5.'),
  },
];

function termOf(id: MorphologyId): Morphology {
  const term = morphologies.find((morphology) => morphology.id === id);
  if (term === undefined) throw new Error(`The lexicon has no morphology \`${id}\`.`);
  return term;
}

/**
 * Returns the usual assessment of calcifications of one morphology and distribution, with its
 * reason. The circumstances left out are those of a solitary finding at baseline, away from a known
 * cancer. The category is a teaching rule that starts from a complete diagnostic work-up; it is not
 * a decision about a patient. Sources are in each reason.
 */
export function usualAssessment(
  morphology: MorphologyId,
  distribution: DistributionId,
  circumstances: Partial<Circumstances> = {},
): Judgement {
  const all: Circumstances = {
    history: 'baseline',
    bilateral: false,
    nextToKnownCancer: false,
    ...circumstances,
  };
  const rule = rules.find(
    ({ shapes, arrangements, when }) =>
      shapes.includes(morphology) && arrangements.includes(distribution) && (when?.(all) ?? true),
  );
  if (rule !== undefined) return { category: rule.category, reason: rule.reason };
  const { usual } = termOf(morphology);
  return { category: usual.categories[0], reason: usual.reason };
}

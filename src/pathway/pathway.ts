import {
  type AssessmentId,
  type DistributionId,
  findTerm,
  type MorphologyId,
  type SourceKey,
  type Statement,
  usualAssessment,
} from '../lexicon/index.ts';
import { contradictionsOf } from './contradictions.ts';

/** What a reader sees of one finding. */
export interface Seen {
  readonly morphology: MorphologyId;
  readonly distribution: DistributionId;
  readonly history: 'baseline' | 'new' | 'increasing';
  readonly bilateral: boolean;
  readonly nextToKnownCancer: boolean;
  /** Size of a typical particle, and the greatest dimension of the area. */
  readonly particleMm: number;
  readonly extentMm: number;
}

/** A reason of the pathway; its sources may be others than those of the lexicon. */
export type Reason = Omit<Statement, 'sources'> & { readonly sources: readonly string[] };

/** A station of the way: what is done there, and why. */
export interface Station {
  readonly id:
    | 'pictures'
    | 'words'
    | 'category'
    | 'follow'
    | 'needle'
    | 'target'
    | 'pathology'
    | 'concordance';
  readonly title: string;
  readonly reasons: readonly Reason[];
  /** The category that is given here. */
  readonly category?: AssessmentId;
}

const found = (text: string, ...sources: [string, ...string[]]): Reason => ({
  text,
  confidence: 'verified',
  sources,
});
const told = (text: string, ...sources: [string, ...string[]]): Reason => ({
  text,
  confidence: 'review',
  sources,
});
const unchecked = (text: string, ...sources: SourceKey[]): Reason => ({
  text,
  confidence: 'awaiting-review',
  sources,
});

/**
 * The way of a finding from the recall to the report, as the chapter on management teaches it: the
 * stations that it passes, in their order, up to the one at which it leaves. Not for patient care.
 */
export function pathwayOf(seen: Seen): Station[] {
  const { category, reason } = usualAssessment(seen.morphology, seen.distribution, seen);
  const pictures: Station = {
    id: 'pictures',
    title: 'More pictures',
    reasons: pictureReasons(seen),
  };
  const faults = contradictionsOf(seen);
  const words: Station[] =
    faults.length > 0 ? [{ id: 'words', title: 'Do the words fit?', reasons: faults }] : [];
  if (category === null)
    return [pictures, ...words, { id: 'category', title: 'No rule was found', reasons: [reason] }];
  const assessed: Station = {
    id: 'category',
    title: findTerm('assessment', category).label,
    reasons: [reason, findTerm('assessment', category).definition],
    category,
  };
  const start = [pictures, ...words, assessed];
  if (category === '2')
    return [
      ...start,
      { id: 'follow', title: 'Back to screening', reasons: [managementOf(category)] },
    ];
  if (category === '3')
    return [...start, { id: 'follow', title: 'Surveillance', reasons: surveillance }];
  return [
    ...start,
    { id: 'needle', title: 'Vacuum-assisted biopsy', reasons: needleReasons(seen) },
    { id: 'target', title: 'Radiograph of the cores', reasons: targetReasons },
    { id: 'pathology', title: 'To the pathologist', reasons: pathologyReasons },
    {
      id: 'concordance',
      title: 'Does the tissue explain the image?',
      reasons: concordanceReasons(seen, category),
    },
  ];
}

const managementOf = (category: AssessmentId): Reason =>
  findTerm('assessment', category).management;

function pictureReasons({ morphology, history }: Seen): Reason[] {
  return [
    found(
      'Magnification in the craniocaudal projection and a true lateral complete the work-up.',
      'clinicalgate-mammography',
    ),
    ...(morphology === 'milk-of-calcium'
      ? [
          found(
            'Sediment changes its shape between the two; that is the diagnosis. A neighbour that does not change is assessed by itself.',
            'fhir-breast-radiology',
          ),
        ]
      : []),
    history === 'baseline'
      ? found(
          'There is nothing earlier to compare with: what is seen now is the baseline.',
          'fhir-breast-radiology',
        )
      : found(
          `The finding is ${history}; change is a sign in its own right.`,
          'fhir-breast-radiology',
        ),
  ];
}

const surveillance: readonly Reason[] = [
  managementOf('3'),
  found(
    'Of women with a category 3 finding of any kind in a national database 1.5% had cancer at 6 months (456 of 31,465) and 1.2% at 12 (230 of 18,748): the later dates are worth keeping.',
    'nmd-category3',
  ),
];

/** From this extent on vacuum biopsy underestimated carcinoma in situ more often. */
const wideMm = 40;

function needleReasons({ extentMm }: Seen): Reason[] {
  return [
    managementOf('4'),
    found(
      'For calcifications alone vacuum is generally preferred. It underestimates less than a core needle: in one centre 14.3% of DCIS against 28.6%, among 40 biopsies with atypical hyperplasia or DCIS in all.',
      'badan2016',
      'brennan2011',
    ),
    told(
      'What only the mammogram shows is aimed at under stereotactic guidance.',
      'esen2016',
      'logullo2022',
    ),
    ...(extentMm >= wideMm
      ? [
          found(
            `In an area of ${wideMm} mm or more carcinoma in situ in the cores was more often invasive at operation. Remember it when the result is in situ.`,
            'svab-dcis',
          ),
        ]
      : []),
  ];
}

const targetReasons: readonly Reason[] = [
  told('Compare number, size and shape with the target.', 'logullo2022', 'esen2016'),
  unchecked('Without calcium in the tray, sample again.'),
  found(
    'Cores with calcium on the radiograph held it under the microscope in 78%, cores without in 13%.',
    'liberman1994',
  ),
];

const pathologyReasons: readonly Reason[] = [
  found(
    'Calcified cores in one vial, the others in a second, the radiograph with them: one lesion, one conclusion.',
    'gumus2013',
    'logullo2022',
  ),
  found(
    'State the largest size. Calcium below 100 µm does not show on the specimen radiograph and is often not the target.',
    'cores-100um',
    'liu-size-matters',
  ),
];

function concordanceReasons({ morphology }: Seen, category: AssessmentId): Reason[] {
  return [
    unchecked(
      'If the tissue is a sufficient cause of the image, management follows the diagnosis.',
    ),
    unchecked('If not, the lesion is sampled again or excised, however benign it reads.'),
    ...(category === '4c' || category === '5'
      ? [
          unchecked(
            `A benign core from a finding of ${findTerm('assessment', category).label.toLowerCase()} is discordant until a second biopsy has settled it.`,
          ),
        ]
      : []),
    ...(morphology === 'fine-linear'
      ? [unchecked('“Benign breast tissue” does not explain fine linear calcifications.')]
      : []),
  ];
}

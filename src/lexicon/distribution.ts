import type { Interval } from './interval.ts';
import { groupMaxMm } from './spread.ts';
import { type BiradsTerm, type EditionLabels, type Statement, verified } from './term.ts';

/**
 * The five distributions, from the least to the most suspicious (order: Radiopaedia, “Suspicious
 * breast calcifications”).
 */
export const distributionIds = ['diffuse', 'regional', 'grouped', 'linear', 'segmental'] as const;

/** The id of a distribution of calcifications. */
export type DistributionId = (typeof distributionIds)[number];

/** How calcifications are arranged in the breast. */
export interface Distribution extends BiradsTerm<DistributionId> {
  /** Greatest dimension of the territory, where the definition limits it. */
  readonly extentMm?: Interval;
  /** What the arrangement usually means. */
  readonly meaning: Statement;
  readonly pitfalls: readonly Statement[];
}

function unchanged(label: string): EditionLabels {
  return {
    birads5: label,
    birads2025: label,
    provenance: {
      status: 'unconfirmed',
      note: 'No source read mentions a change in v2025; assumed unchanged.',
      sources: [],
    },
  };
}

/** All distributions, in the order of `distributionIds`. */
export const distributions: readonly Distribution[] = [
  {
    id: 'diffuse',
    label: 'Diffuse',
    labels: unchanged('Diffuse'),
    short: 'Scattered through the breast',
    definition: verified('Scattered through the whole breast.', 'fhir-breast-radiology'),
    meaning: verified(
      'Nearly always benign, above all when the particles are punctate or amorphous and both breasts show them.',
      'fhir-breast-radiology',
      'radiopaedia-suspicious',
    ),
    pitfalls: [],
  },
  {
    id: 'regional',
    label: 'Regional',
    labels: unchanged('Regional'),
    short: 'A large area, wider than 2 cm, that follows no duct',
    definition: verified(
      'An area of more than 2 cm in its greatest dimension that does not follow a ductal pattern.',
      'radiopaedia-suspicious',
    ),
    extentMm: { min: groupMaxMm, open: 'min' },
    meaning: verified('Less suspicious than grouped.', 'radiopaedia-suspicious'),
    pitfalls: [
      verified(
        'Older wording speaks of a volume of more than 2 cc instead of a length of more than 2 cm.',
        'fhir-breast-radiology',
      ),
    ],
  },
  {
    id: 'grouped',
    label: 'Grouped',
    labels: unchanged('Grouped'),
    short: 'A few calcifications close together: five or more within 1 cm, up to 2 cm',
    definition: verified(
      'Few calcifications in a small area: usually at least 5 within 1 cm or a definable pattern, at most a larger number within 2 cm.',
      'fhir-breast-radiology',
      'radiopaedia-suspicious',
      'iarc-breast-atlas',
    ),
    extentMm: { max: groupMaxMm },
    meaning: verified('More suspicious than regional, less than linear.', 'radiopaedia-suspicious'),
    pitfalls: [],
  },
  {
    id: 'linear',
    label: 'Linear',
    labels: unchanged('Linear'),
    short: 'In a line, as if along a duct',
    definition: verified(
      'Arrayed in a line, which suggests that the calcium lies in a duct.',
      'fhir-breast-radiology',
    ),
    meaning: verified(
      'More suspicious than grouped, less than segmental.',
      'radiopaedia-suspicious',
    ),
    pitfalls: [
      verified(
        'Vascular and large rod-like calcifications also lie in lines; their shape makes them benign.',
        'fhir-breast-radiology',
      ),
    ],
  },
  {
    id: 'segmental',
    label: 'Segmental',
    labels: unchanged('Segmental'),
    short: 'Fills the territory of one duct and its branches',
    definition: verified(
      'Fills the roughly triangular territory of a lobe: one duct with its branches.',
      'fhir-breast-radiology',
      'iarc-breast-atlas',
    ),
    meaning: verified('The most suspicious of the five.', 'radiopaedia-suspicious'),
    pitfalls: [
      verified(
        'It can be hard to tell from regional.',
        'fhir-breast-radiology',
        'iarc-breast-atlas',
      ),
    ],
  },
];

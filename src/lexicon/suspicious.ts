import type { Morphology } from './morphology.ts';
import { type EditionLabels, awaiting, verified } from './term.ts';

function unchanged(label: string): EditionLabels {
  return {
    birads5: label,
    birads2025: label,
    provenance: {
      status: 'secondary',
      note: 'The suspicious terms are the same in v2025, according to a research toolkit that cites the ACR summary form.',
      sources: ['embed-toolkit'],
    },
  };
}

/**
 * The suspicious morphology terms. The likelihoods are those that BI-RADS quotes; published series
 * differ widely, since they follow the prevalence of cancer in the sample.
 */
export const suspicious: readonly Morphology[] = [
  {
    id: 'amorphous',
    label: 'Amorphous',
    group: 'suspicious',
    labels: unchanged('Amorphous'),
    short: 'Too small or hazy to show a shape',
    definition: verified(
      'Calcifications so small or hazy that no more specific shape can be told.',
      'fhir-breast-radiology',
    ),
    sizes: [
      {
        of: 'particle',
        sizeMm: { min: 0.08, max: 0.2 },
        statement: verified('Particles of 0.08 to 0.2 mm are reported.', 'radiopaedia-amorphous'),
      },
    ],
    usual: {
      categories: ['4b'],
      reason: verified(
        'About 20% are malignant by the BI-RADS text; grouped, linear or segmental ones come to biopsy.',
        'fhir-breast-radiology',
      ),
    },
    pathology: [
      verified(
        'Of 150 biopsied: about 60% benign, 20% high-risk and 20% malignant, the cancers mostly low grade (27 DCIS, 3 invasive).',
        'berg2001',
        'radiopaedia-amorphous',
      ),
      awaiting(
        'The benign ones are fibrocystic change, adenosis, sclerosing adenosis, columnar cell change or apocrine cysts.',
      ),
    ],
    pitfalls: [
      verified(
        'Diffuse ones in both breasts are usually benign; magnification at baseline may help.',
        'fhir-breast-radiology',
      ),
      awaiting('Columnar cell change with atypia, low-grade DCIS; oxalate in a benign cyst.'),
    ],
  },
  {
    id: 'coarse-heterogeneous',
    label: 'Coarse heterogeneous',
    group: 'suspicious',
    labels: unchanged('Coarse heterogeneous'),
    short: 'Irregular and conspicuous, 0.5–1 mm',
    definition: verified(
      'Irregular, conspicuous calcifications that tend to coalesce, smaller than dystrophic ones.',
      'fhir-breast-radiology',
      'radiopaedia-suspicious',
    ),
    sizes: [
      {
        of: 'particle',
        sizeMm: { min: 0.5, max: 1 },
        statement: verified(
          'Generally 0.5 to 1 mm.',
          'fhir-breast-radiology',
          'radiopaedia-suspicious',
        ),
      },
    ],
    usual: {
      categories: ['4b'],
      reason: verified(
        'Slightly under 15% of single groups are malignant by the BI-RADS text.',
        'fhir-breast-radiology',
      ),
    },
    pathology: [
      verified(
        'Fibroadenoma, fibrosis, or dystrophic calcification in the making.',
        'fhir-breast-radiology',
      ),
      awaiting('Papilloma.'),
    ],
    pitfalls: [
      verified('Numerous groups in both breasts are usually benign.', 'fhir-breast-radiology'),
      awaiting('DCIS of any grade.'),
    ],
  },
  {
    id: 'fine-pleomorphic',
    label: 'Fine pleomorphic',
    group: 'suspicious',
    labels: unchanged('Fine pleomorphic'),
    short: 'Small, irregular, each of a different shape; no lines',
    definition: verified(
      'Discrete irregular calcifications of differing shapes and sizes, more conspicuous than amorphous ones, with no fine linear particles among them.',
      'fhir-breast-radiology',
    ),
    sizes: [
      {
        of: 'particle',
        sizeMm: { max: 0.5, open: 'max' },
        statement: verified('Usually smaller than 0.5 mm.', 'fhir-breast-radiology'),
      },
    ],
    usual: {
      categories: ['4b'],
      reason: awaiting(
        'About 29% are malignant by the BI-RADS text; a meta-analysis pools 50% for pleomorphic ones.',
        'rominger2012',
      ),
    },
    pathology: [
      awaiting(
        'DCIS of intermediate to high grade; also sclerosing adenosis, fibroadenoma, early fat necrosis, papilloma.',
      ),
    ],
    pitfalls: [awaiting('Invasive cancer with an extensive intraductal component.')],
  },
  {
    id: 'fine-linear',
    label: 'Fine linear',
    group: 'suspicious',
    labels: unchanged('Fine linear or fine-linear branching'),
    short: 'Thin irregular lines, sometimes branching: the cast of a duct',
    definition: verified(
      'Thin irregular lines, at times interrupted, at times branching, that suggest a cast of the lumen of a duct.',
      'fhir-breast-radiology',
    ),
    sizes: [
      {
        of: 'calibre',
        sizeMm: { max: 0.5, open: 'max' },
        statement: verified('The lines are thinner than 0.5 mm.', 'fhir-breast-radiology'),
      },
    ],
    usual: {
      categories: ['4c'],
      reason: verified(
        'About 70% are malignant by the BI-RADS text, which lies in the range of 4C.',
        'oup-fine-linear',
        'birads-assessment-table',
      ),
    },
    pathology: [
      verified('Most commonly DCIS.', 'oup-fine-linear'),
      awaiting(
        'High-grade DCIS with comedo necrosis: casts of the necrotic content of ducts.',
        'calcification-definition',
      ),
    ],
    pitfalls: [
      awaiting('A focus of invasion; large rod-like and early vascular calcifications imitate it.'),
    ],
  },
];

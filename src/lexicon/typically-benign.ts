import type { Morphology } from './morphology.ts';
import { type EditionLabels, awaiting, verified } from './term.ts';

function kept(label: string, birads2025 = label): EditionLabels {
  return {
    birads5: label,
    birads2025,
    provenance: {
      status: 'secondary',
      note: 'Kept in v2025, according to a research toolkit that cites the ACR summary form.',
      sources: ['embed-toolkit'],
    },
  };
}

const benign: Morphology['usual'] = {
  categories: ['2'],
  reason: verified('Benign by its shape alone.', 'fhir-breast-radiology'),
};

const roundUsual: Morphology['usual'] = {
  categories: ['2', '3', '4'],
  reason: verified(
    '2 when diffuse; 3 for a solitary group at baseline after full work-up; 4 with biopsy when new, increasing, linear, segmental or next to a known cancer.',
    'fhir-breast-radiology',
    'radiopaedia-approach',
  ),
};

const roundPathology: Morphology['pathology'] = [
  verified('Calcium in the acini of lobules.', 'fhir-breast-radiology', 'iarc-breast-atlas'),
  awaiting('The lobules show adenosis, cystic change or atrophy.'),
];

const roundPitfalls: Morphology['pitfalls'] = [
  awaiting('Low-grade DCIS, cribriform or micropapillary, when grouped or new.'),
];

/** The typically benign morphology terms. */
export const typicallyBenign: readonly Morphology[] = [
  {
    id: 'skin',
    label: 'Skin',
    group: 'typically-benign',
    labels: kept('Skin'),
    short: 'Calcium in the skin, often with a clear centre',
    definition: verified(
      'Tightly grouped particles in the skin, usually with a lucent centre; typical sites are the inframammary fold, the parasternal skin, the skin over the axilla and the areola.',
      'fhir-breast-radiology',
    ),
    sizes: [
      {
        of: 'group',
        sizeMm: { max: 5, open: 'max' },
        statement: verified('The groups measure less than 5 mm.', 'fhir-breast-radiology'),
      },
    ],
    usual: benign,
    pathology: [
      verified('Degenerative metaplasia in the skin.', 'fhir-breast-radiology'),
      awaiting('Calcium in sebaceous glands or dermis; powder and tattoo pigment imitate it.'),
    ],
    pitfalls: [
      awaiting(
        'A tangential view proves the site; without it a stereotactic biopsy may go astray.',
      ),
    ],
  },
  {
    id: 'vascular',
    label: 'Vascular',
    group: 'typically-benign',
    labels: kept('Vascular'),
    short: 'Parallel tracks along a vessel',
    definition: verified(
      'Parallel tracks or linear tubes that run along a vessel.',
      'fhir-breast-radiology',
    ),
    sizes: [],
    usual: benign,
    pathology: [awaiting('Calcification of the arterial media.')],
    pitfalls: [
      verified(
        'Early, one-sided calcium in the wall can imitate calcification of a duct.',
        'fhir-breast-radiology',
      ),
    ],
  },
  {
    id: 'coarse',
    label: 'Coarse',
    group: 'typically-benign',
    labels: {
      birads5: 'Coarse or “popcorn-like”',
      birads2025: 'Coarse',
      provenance: {
        status: 'secondary',
        note: '“Popcorn-like” seems absorbed in coarse, which also takes in dystrophic, according to sources that cite the ACR summary form.',
        sources: ['embed-toolkit', 'birads2025-content-pack'],
      },
    },
    short: 'Large and dense, like popcorn',
    definition: verified('Large, dense calcifications.', 'fhir-breast-radiology'),
    sizes: [
      {
        of: 'particle',
        sizeMm: { min: 2, open: 'min' },
        statement: verified('Larger than 2 to 3 mm.', 'fhir-breast-radiology'),
      },
    ],
    usual: benign,
    pathology: [verified('An involuting, hyalinised fibroadenoma.', 'fhir-breast-radiology')],
    pitfalls: [
      verified(
        'Early forms, small and numerous, can imitate malignancy and then come to biopsy.',
        'fhir-breast-radiology',
      ),
    ],
  },
  {
    id: 'large-rod-like',
    label: 'Large rod-like',
    group: 'typically-benign',
    labels: kept('Large rod-like'),
    short: 'Smooth rods that point towards the nipple',
    definition: verified(
      'Smooth rods, solid or interrupted, that follow the ducts towards the nipple and may branch; with a lucent centre when the calcium lies around the duct. Usually in both breasts, in women over 60.',
      'fhir-breast-radiology',
    ),
    sizes: [
      {
        of: 'calibre',
        sizeMm: { min: 0.5 },
        statement: verified(
          'Mostly 0.5 mm wide or more; up to about 1 mm is reported.',
          'fhir-breast-radiology',
          'urmc-secretory',
        ),
      },
      {
        of: 'length',
        sizeMm: { min: 3, max: 10 },
        statement: verified('About 3 to 10 mm long.', 'urmc-secretory'),
      },
    ],
    usual: benign,
    pathology: [
      verified(
        'Duct ectasia (secretory disease) after the menopause.',
        'fhir-breast-radiology',
        'uw-case-9',
      ),
    ],
    pitfalls: [verified('High-grade DCIS: thinner, irregular, fragmented lines.', 'uw-case-9')],
  },
  {
    id: 'round',
    label: 'Round',
    group: 'typically-benign',
    labels: kept('Round'),
    short: 'Smooth and round, 0.5 mm or more',
    definition: verified(
      'Smooth, round calcifications that may differ in size; the small diffuse ones form in the acini.',
      'fhir-breast-radiology',
    ),
    sizes: [
      {
        of: 'particle',
        sizeMm: { min: 0.5 },
        statement: verified(
          '0.5 mm or more, by implication: smaller ones are called punctate. The diffuse benign ones are smaller than 1 mm.',
          'fhir-breast-radiology',
          'radiopaedia-approach',
        ),
      },
    ],
    usual: roundUsual,
    pathology: roundPathology,
    pitfalls: roundPitfalls,
  },
  {
    id: 'punctate',
    label: 'Punctate',
    group: 'typically-benign',
    within: 'round',
    labels: {
      birads5: 'Round (punctate)',
      birads2025: null,
      provenance: {
        status: 'unconfirmed',
        note: 'The 5th edition has one heading, round, and keeps punctate for those below 0.5 mm. The v2025 list read names round only.',
        sources: ['fhir-breast-radiology', 'embed-toolkit'],
      },
    },
    short: 'Smooth and round, smaller than 0.5 mm',
    definition: verified(
      'Round calcifications smaller than 0.5 mm. They stand under the heading round, yet the word bears on management.',
      'fhir-breast-radiology',
    ),
    sizes: [
      {
        of: 'particle',
        sizeMm: { max: 0.5, open: 'max' },
        statement: verified(
          'Smaller than 0.5 mm.',
          'fhir-breast-radiology',
          'radiopaedia-approach',
        ),
      },
    ],
    usual: roundUsual,
    pathology: roundPathology,
    pitfalls: roundPitfalls,
  },
  {
    id: 'rim',
    label: 'Rim',
    group: 'typically-benign',
    labels: {
      birads5: 'Rim',
      birads2025: 'Rim',
      provenance: {
        status: 'secondary',
        note: 'The 5th edition joined eggshell and lucent-centred in rim. Rim is kept in v2025; one source lists lucent-centred as a term of its own again, which is unconfirmed.',
        sources: ['logullo2022', 'embed-toolkit', 'birads2025-content-pack'],
      },
    },
    short: 'A thin shell of calcium around a sphere',
    definition: verified('Thin calcium on the surface of a sphere.', 'fhir-breast-radiology'),
    sizes: [
      {
        of: 'wall',
        sizeMm: { max: 1, open: 'max' },
        statement: verified('The wall is usually thinner than 1 mm.', 'fhir-breast-radiology'),
      },
      {
        of: 'sphere',
        sizeMm: { min: 1 },
        statement: verified(
          'The sphere measures from millimetres to several centimetres.',
          'fhir-breast-radiology',
        ),
      },
    ],
    usual: benign,
    pathology: [
      verified(
        'Fat necrosis with an oil cyst, or the calcified wall of a cyst.',
        'fhir-breast-radiology',
      ),
    ],
    pitfalls: [],
  },
  {
    id: 'dystrophic',
    label: 'Dystrophic',
    group: 'typically-benign',
    labels: {
      birads5: 'Dystrophic',
      birads2025: 'Coarse',
      provenance: {
        status: 'secondary',
        note: 'No longer a term of its own in v2025 but mapped to coarse, according to a research toolkit that cites the ACR summary form.',
        sources: ['embed-toolkit'],
      },
    },
    short: 'Irregular plaques after surgery, radiation or injury',
    definition: verified(
      'Irregular, coarse, plaque-like calcifications, often with a lucent centre, after surgery, radiation or trauma.',
      'oup-dystrophic',
    ),
    sizes: [
      {
        of: 'particle',
        sizeMm: { min: 1, open: 'min' },
        statement: verified('Usually larger than 1 mm.', 'oup-dystrophic'),
      },
    ],
    usual: { categories: ['2'], reason: verified('Benign by its shape.', 'oup-dystrophic') },
    pathology: [
      verified('Scar, change after radiation or trauma, fat necrosis.', 'oup-dystrophic'),
    ],
    pitfalls: [
      awaiting('Fine pleomorphic calcifications at a scar may be a recurrence of the cancer.'),
    ],
  },
  {
    id: 'milk-of-calcium',
    label: 'Milk of calcium',
    group: 'typically-benign',
    labels: {
      birads5: 'Milk of calcium',
      birads2025: 'Layering',
      provenance: {
        status: 'secondary',
        note: 'Called layering in v2025 according to a research toolkit; a content pack that cites the ACR summary form lists layering too.',
        sources: ['embed-toolkit', 'birads2025-content-pack'],
      },
    },
    short: 'Sediment in cysts that changes shape between views',
    definition: verified(
      'Calcium sediment in cysts: smudged and round on the craniocaudal view, a crescent or line, concave upwards, on the 90° lateral. The change of shape is the key.',
      'fhir-breast-radiology',
    ),
    sizes: [],
    usual: benign,
    pathology: [awaiting('Sediment in microcysts or macrocysts, apocrine and often of oxalate.')],
    pitfalls: [
      verified(
        'Neighbours that do not change shape between the views need their own assessment.',
        'fhir-breast-radiology',
      ),
    ],
  },
  {
    id: 'suture',
    label: 'Suture',
    group: 'typically-benign',
    labels: kept('Suture'),
    short: 'Calcified suture, sometimes with knots',
    definition: verified(
      'Calcified suture material: lines or tubes, sometimes with visible knots.',
      'fhir-breast-radiology',
    ),
    sizes: [],
    usual: benign,
    pathology: [awaiting('Suture material with a foreign-body reaction.')],
    pitfalls: [],
  },
];

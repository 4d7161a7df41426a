import type { MineralId } from './mineral.ts';
import { type Statement, type Term, awaiting, fromReview, verified } from './term.ts';

/** The lesion kinds: benign, high-risk, in situ, invasive, then those of skin, vessels and sutures. */
export const lesionIds = [
  'columnar-cell-change',
  'flat-epithelial-atypia',
  'atypical-ductal-hyperplasia',
  'sclerosing-adenosis',
  'apocrine-cyst',
  'simple-cyst',
  'fibroadenoma',
  'fat-necrosis',
  'scar',
  'involuted-lobule',
  'papilloma',
  'low-grade-dcis',
  'high-grade-dcis',
  'regressed-dcis',
  'invasive-carcinoma',
  'lobular-carcinoma-in-situ',
  'arterial-calcification',
  'duct-ectasia',
  'skin-calcification',
  'suture-calcification',
] as const;

/** The id of a lesion kind. */
export type LesionId = (typeof lesionIds)[number];

/**
 * A tissue change in which calcium lies. The definition is what the microscope shows. BI-RADS labels
 * do not apply.
 */
export interface Lesion extends Term<LesionId> {
  readonly group: 'benign' | 'high-risk' | 'in-situ' | 'invasive';
  /** What its calcifications look like. */
  readonly calcification: Statement;
  /** The minerals that sources report in or with it; a mineral left out is unknown, not excluded. */
  readonly minerals: Readonly<Partial<Record<MineralId, Statement>>>;
}

/** All lesion kinds, in the order of `lesionIds`. */
export const lesions: readonly Lesion[] = [
  {
    id: 'columnar-cell-change',
    label: 'Columnar cell change',
    group: 'benign',
    short: 'Widened acini lined by columnar cells',
    definition: verified(
      'Dilated acini of a lobule lined by one to several layers of columnar cells with apical snouts and luminal secretion.',
      'jcp2007-columnar',
    ),
    calcification: awaiting('In the lumen: round or laminated, basophilic.'),
    minerals: { hydroxyapatite: awaiting('Its calcifications are basophilic.') },
  },
  {
    id: 'flat-epithelial-atypia',
    label: 'Flat epithelial atypia',
    group: 'high-risk',
    short: 'Columnar cell change with low-grade atypical nuclei',
    definition: verified(
      'As columnar cell change, but with monomorphic low-grade nuclei and no complex architecture.',
      'lerwill2008',
    ),
    calcification: awaiting('In the lumen: amorphous or psammomatous.'),
    minerals: {},
  },
  {
    id: 'atypical-ductal-hyperplasia',
    label: 'Atypical ductal hyperplasia',
    group: 'high-risk',
    short: 'A small focus short of low-grade DCIS',
    definition: awaiting('A small, incomplete focus of low-grade cribriform growth.'),
    calcification: awaiting('In the lumen.'),
    minerals: {},
  },
  {
    id: 'sclerosing-adenosis',
    label: 'Sclerosing adenosis',
    group: 'benign',
    short: 'A lobule of tubules pressed together by fibrosis',
    definition: awaiting('Tubules compressed around a lobule, with their myoepithelium kept.'),
    calcification: awaiting(
      'Tiny and numerous, punctate or amorphous; more than half of the lesions calcify.',
      'benign-calcification-lecture',
    ),
    minerals: { hydroxyapatite: fromReview('Type II calcium occurs in sclerosing adenosis.') },
  },
  {
    id: 'apocrine-cyst',
    label: 'Apocrine cyst',
    group: 'benign',
    short: 'A cyst lined by apocrine cells',
    definition: verified(
      'A cyst with an apocrine lining and secretion in its lumen.',
      'haghayeghi2020',
      'truong-oxalate',
    ),
    calcification: verified(
      'Crystals of oxalate; sediment known as milk of calcium.',
      'haghayeghi2020',
      'truong-oxalate',
    ),
    minerals: {
      'calcium-oxalate': verified('Oxalate often lies with apocrine metaplasia.', 'truong-oxalate'),
    },
  },
  {
    id: 'simple-cyst',
    label: 'Simple cyst',
    group: 'benign',
    short: 'A cyst with a flat lining',
    definition: awaiting('A cyst with a flattened lining and secretion in its lumen.'),
    calcification: verified('In the wall as a rim, or as sediment.', 'fhir-breast-radiology'),
    minerals: {
      'calcium-oxalate': verified(
        'Oxalate was found in benign cysts.',
        'radi1989',
        'haghayeghi2020',
      ),
    },
  },
  {
    id: 'fibroadenoma',
    label: 'Fibroadenoma',
    group: 'benign',
    short: 'Fibrous nodule with slit-like ducts',
    definition: awaiting('Hyalinised stroma with ducts pressed to slits.'),
    calcification: awaiting('Coarse, in the stroma; may ossify.', 'logullo2022'),
    minerals: { hydroxyapatite: fromReview('Type II calcium occurs in fibroadenoma.') },
  },
  {
    id: 'fat-necrosis',
    label: 'Fat necrosis',
    group: 'benign',
    short: 'Dead fat with foamy macrophages and scarring',
    definition: awaiting('Foamy macrophages, lipid vacuoles, giant cells and fibrosis.'),
    calcification: awaiting('Rims around oil cysts, and plates.', 'fhir-breast-radiology'),
    minerals: { hydroxyapatite: awaiting('Dystrophic calcium phosphate and calcium soaps.') },
  },
  {
    id: 'scar',
    label: 'Scar',
    group: 'benign',
    short: 'Fibrous tissue after surgery, radiation or injury',
    definition: awaiting('Dense fibrous tissue that replaces the parenchyma.'),
    calcification: verified('Dystrophic: irregular, coarse plaques.', 'oup-dystrophic'),
    minerals: {},
  },
  {
    id: 'involuted-lobule',
    label: 'Involuted lobule',
    group: 'benign',
    short: 'A shrunken lobule in hyaline stroma',
    definition: awaiting('Atrophic acini in a hyaline stroma.'),
    calcification: verified(
      'Smaller than 0.1 mm: invisible on the specimen radiograph and easily taken for the target.',
      'cores-100um',
      'diagnostic-histopathology2009',
    ),
    minerals: {},
  },
  {
    id: 'papilloma',
    label: 'Papilloma',
    group: 'high-risk',
    short: 'Fronds on fibrovascular stalks within a duct',
    definition: awaiting('Fronds with fibrovascular cores and two cell layers within a duct.'),
    calcification: awaiting('Coarse heterogeneous or fine pleomorphic on the mammogram.'),
    minerals: {},
  },
  {
    id: 'low-grade-dcis',
    label: 'DCIS, low grade',
    group: 'in-situ',
    short: 'Ducts with rigid bridges of small uniform cells',
    definition: awaiting('Cribriform or micropapillary growth with rigid bridges.'),
    calcification: awaiting('In the lumen, psammomatous.'),
    minerals: {},
  },
  {
    id: 'high-grade-dcis',
    label: 'DCIS, high grade',
    group: 'in-situ',
    short: 'Distended ducts with large cells and central necrosis',
    definition: awaiting(
      'Distended ducts, solid growth of high-grade cells and central (comedo) necrosis.',
      'dcis-grading',
    ),
    calcification: awaiting('Granular casts in the necrosis, coarse and purple.'),
    minerals: {
      hydroxyapatite: verified(
        'Calcium phosphates, with magnesium whitlockite at the edge of the calcification, were found in DCIS; the grade is not told.',
        'gosling2022',
      ),
    },
  },
  {
    id: 'regressed-dcis',
    label: 'DCIS, regressed',
    group: 'in-situ',
    short: 'A fibrous ring around a plug of calcium where DCIS was',
    definition: verified(
      'Fibrosis around the duct, a rim of T cells and no epithelium; deeper levels may show viable cells.',
      'burnt-out-dcis2002',
      'wasserman2015',
    ),
    calcification: verified(
      'A cast or plug that fills the duct.',
      'burnt-out-dcis2002',
      'wasserman2015',
    ),
    minerals: {},
  },
  {
    id: 'invasive-carcinoma',
    label: 'Invasive carcinoma',
    group: 'invasive',
    short: 'Cancer that has left the ducts',
    definition: awaiting('Malignant epithelium in the stroma, without a myoepithelial layer.'),
    calcification: fromReview('In the stroma of the tumour.'),
    minerals: {
      hydroxyapatite: verified(
        'In lesions with both minerals the carcinoma, not said to be invasive, held the phosphate.',
        'winston-oxalate',
      ),
    },
  },
  {
    id: 'lobular-carcinoma-in-situ',
    label: 'Lobular carcinoma in situ',
    group: 'high-risk',
    short: 'Lobules filled by small loose cells: a marker of risk',
    definition: awaiting('Acini filled and distended by small, loosely cohesive cells.'),
    calcification: verified(
      'Met once among 150 biopsies of amorphous calcifications, and once beside oxalate in 18 lesions.',
      'berg2001',
      'weddellite-eighteen',
    ),
    minerals: {
      'calcium-oxalate': verified(
        'Found alongside in 2 of 3, and once in 18 lesions with oxalate.',
        'frappart1984',
        'weddellite-eighteen',
      ),
    },
  },
  {
    id: 'arterial-calcification',
    label: 'Arterial calcification',
    group: 'benign',
    short: 'Calcium in the wall of an artery',
    definition: awaiting('Calcium in the media of an artery.'),
    calcification: verified('Parallel tracks along the vessel.', 'fhir-breast-radiology'),
    minerals: {},
  },
  {
    id: 'duct-ectasia',
    label: 'Duct ectasia',
    group: 'benign',
    short: 'Widened ducts with thick secretion',
    definition: awaiting('Dilated ducts with inspissated secretion and periductal inflammation.'),
    calcification: verified(
      'Smooth rods in the ducts or sleeves around them, after the menopause.',
      'fhir-breast-radiology',
      'uw-case-9',
    ),
    minerals: {},
  },
  {
    id: 'skin-calcification',
    label: 'Skin calcification',
    group: 'benign',
    short: 'Calcium in the dermis',
    definition: awaiting('Calcium in the dermis or in sebaceous glands.'),
    calcification: verified('Tight groups, often with a lucent centre.', 'fhir-breast-radiology'),
    minerals: {},
  },
  {
    id: 'suture-calcification',
    label: 'Suture calcification',
    group: 'benign',
    short: 'Calcium on suture material',
    definition: awaiting('Suture material, a foreign body, encrusted with calcium.'),
    calcification: verified('Lines or tubes, sometimes with knots.', 'fhir-breast-radiology'),
    minerals: {},
  },
];

/**
 * Returns what sources report about a mineral in a lesion kind, or undefined where they report
 * nothing, which is not evidence of absence. Against the review, oxalate is not linked with fat
 * necrosis: it was found in benign ducts and cysts (Radi 1989, Haghayeghi 2020).
 * Magnesium-substituted hydroxyapatite has no entry, since its evidence conflicts.
 */
export function mineralEvidence(lesion: LesionId, mineral: MineralId): Statement | undefined {
  return lesions.find(({ id }) => id === lesion)?.minerals[mineral];
}

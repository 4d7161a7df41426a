import type { LesionId } from './lesion.ts';
import { type Statement, awaiting, fromReview, verified } from './term.ts';

/** The features of tissue that a pathologist names on a slide, in the order of lists: cells last. */
export const tissueFeatureNames = [
  'necrosis',
  'cribriform lumen',
  'micropapilla',
  'periductal fibrosis',
  'desmoplastic stroma',
  'mitosis',
  'apoptotic body',
  'apical snout',
  'myoepithelial cell',
  'lymphocyte',
  'ghost cell',
  'karyorrhectic dust',
] as const;

/** The name of a feature. */
export type TissueFeatureName = (typeof tissueFeatureNames)[number];

/** A feature of tissue: what it is, and what it may mean where calcium is looked for. */
export interface TissueFeature {
  readonly label: string;
  /** Of several. */
  readonly plural: string;
  readonly definition: Statement;
  readonly meaning: Statement;
  /** The lesions that the meaning speaks of. */
  readonly lesions: readonly LesionId[];
}

/** All features by their names. */
export const tissueFeatures: Readonly<Record<TissueFeatureName, TissueFeature>> = {
  necrosis: {
    label: 'Necrosis',
    plural: 'Necrosis',
    definition: awaiting('Dead cells in the middle of a duct.'),
    meaning: awaiting(
      'Central (comedo) necrosis in a distended duct belongs to high-grade DCIS; calcium fills it as granular casts.',
      'dcis-grading',
    ),
    lesions: ['high-grade-dcis'],
  },
  'cribriform lumen': {
    label: 'Cribriform lumen',
    plural: 'Cribriform lumina',
    definition: awaiting('A round hole through a growth of cells, between rigid bridges.'),
    meaning: awaiting(
      'Low-grade DCIS grows so; a small, incomplete focus is atypical ductal hyperplasia.',
    ),
    lesions: ['low-grade-dcis', 'atypical-ductal-hyperplasia'],
  },
  micropapilla: {
    label: 'Micropapilla',
    plural: 'Micropapillae',
    definition: awaiting('A tuft of cells that juts into a lumen.'),
    meaning: awaiting('Low-grade DCIS grows so, as it grows cribriform.'),
    lesions: ['low-grade-dcis'],
  },
  'periductal fibrosis': {
    label: 'Periductal fibrosis',
    plural: 'Periductal fibrosis',
    definition: awaiting('A sleeve of collagen around a duct.'),
    meaning: verified(
      'Around a duct that has lost its epithelium, with a rim of T cells, it may be what is left of DCIS; deeper levels may show viable cells.',
      'burnt-out-dcis2002',
      'wasserman2015',
    ),
    lesions: ['regressed-dcis'],
  },
  'desmoplastic stroma': {
    label: 'Desmoplastic stroma',
    plural: 'Desmoplastic stroma',
    definition: awaiting('Stroma that reacts to a tumour with new collagen.'),
    meaning: fromReview('Calcium is also found in the stroma that reacts to a tumour.'),
    lesions: ['invasive-carcinoma'],
  },
  mitosis: {
    label: 'Mitosis',
    plural: 'Mitoses',
    definition: awaiting('A cell that is dividing: its chromatin is drawn together.'),
    meaning: awaiting('It tells that the cells multiply; it says nothing of calcium.'),
    lesions: [],
  },
  'apoptotic body': {
    label: 'Apoptotic body',
    plural: 'Apoptotic bodies',
    definition: awaiting('A single cell that has died: shrunken, round and dark.'),
    meaning: fromReview('Mineral is said to be laid down in apoptotic cells, too.'),
    lesions: [],
  },
  'apical snout': {
    label: 'Apical snout',
    plural: 'Apical snouts',
    definition: awaiting('The tip of a tall cell, bulging into the lumen.'),
    meaning: verified(
      'Columnar cell change has them: dilated acini, one to several layers of columnar cells, secretion in the lumen.',
      'jcp2007-columnar',
    ),
    lesions: ['columnar-cell-change'],
  },
  'myoepithelial cell': {
    label: 'Myoepithelial cell',
    plural: 'Myoepithelial cells',
    definition: awaiting('A cell of the outer layer of ducts and acini, next to the stroma.'),
    meaning: awaiting(
      'Sclerosing adenosis keeps this layer in its compressed tubules; invasive carcinoma has none.',
    ),
    lesions: ['sclerosing-adenosis', 'invasive-carcinoma'],
  },
  lymphocyte: {
    label: 'Lymphocyte',
    plural: 'Lymphocytes',
    definition: awaiting('A small cell that is nearly all nucleus, round and dark.'),
    meaning: verified(
      'A rim of T cells is seen about regressed DCIS.',
      'burnt-out-dcis2002',
      'wasserman2015',
    ),
    lesions: ['regressed-dcis'],
  },
  'ghost cell': {
    label: 'Ghost cell',
    plural: 'Ghost cells',
    definition: awaiting('The pale outline of a dead cell, its nucleus faded.'),
    meaning: awaiting('It is a part of necrosis.'),
    lesions: ['high-grade-dcis'],
  },
  'karyorrhectic dust': {
    label: 'Karyorrhectic dust',
    plural: 'Karyorrhectic dust',
    definition: awaiting('Dark fragments of the nuclei of dead cells.'),
    meaning: awaiting('It is a part of necrosis.'),
    lesions: ['high-grade-dcis'],
  },
};

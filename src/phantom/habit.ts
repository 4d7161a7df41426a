import type { DistributionId, LesionId, MineralId, MorphologyId } from '../lexicon/index.ts';

/** A range of millimetres or of whole numbers, both ends included. */
export type Range = readonly [least: number, most: number];

/**
 * What the calcifications of one morphology are allowed to be in a phantom, and what they are if the
 * recipe does not say. `'alone'` is the arrangement of one or a few large calcifications, for which
 * the lexicon has no distribution.
 */
export interface Habit {
  /** What `sizeMm` measures, in words. */
  readonly sizeOf: string;
  readonly sizeMm: Range;
  readonly usualSizeMm: Range;
  readonly count: Range;
  readonly usualCount: Range;
  /** Greatest dimension of a group, where it is narrower than for others. */
  readonly groupMm?: { readonly allowed: Range; readonly usual: Range };
  /** First the usual one; two draws in three take it. */
  readonly arrangements: readonly [Arrangement, ...Arrangement[]];
  readonly lesions: readonly [LesionId, ...LesionId[]];
  readonly minerals: readonly [MineralId, ...MineralId[]];
  /** The morphology that it is easily taken for. */
  readonly lookAlike: MorphologyId;
}

/** A distribution of the lexicon, or none. */
export type Arrangement = DistributionId | 'alone';

const phosphate = ['hydroxyapatite', 'magnesium-hydroxyapatite'] as const;
const either = ['hydroxyapatite', 'calcium-oxalate', 'magnesium-hydroxyapatite'] as const;
const oxalate = ['calcium-oxalate', 'hydroxyapatite'] as const;

/**
 * The habits. Sizes lie inside the limits of the lexicon (`morphologies`), with a hair's breadth kept
 * from an open end; counts and usual sizes are choices of this phantom.
 */
export const habits: Readonly<Record<MorphologyId, Habit>> = {
  skin: {
    sizeOf: 'the diameter of a particle',
    sizeMm: [0.3, 1.6],
    usualSizeMm: [0.6, 1.1],
    count: [5, 40],
    usualCount: [6, 12],
    groupMm: { allowed: [2, 4.9], usual: [3.4, 4.6] },
    arrangements: ['grouped', 'diffuse'],
    lesions: ['skin-calcification'],
    minerals: phosphate,
    lookAlike: 'rim',
  },
  vascular: {
    sizeOf: 'the diameter of the artery',
    sizeMm: [0.6, 3],
    usualSizeMm: [1.1, 2],
    count: [1, 12],
    usualCount: [2, 5],
    arrangements: ['linear'],
    lesions: ['arterial-calcification'],
    minerals: phosphate,
    lookAlike: 'fine-linear',
  },
  coarse: {
    sizeOf: 'the diameter of a piece',
    sizeMm: [2.1, 30],
    usualSizeMm: [4, 9],
    count: [1, 6],
    usualCount: [1, 2],
    arrangements: ['alone'],
    lesions: ['fibroadenoma'],
    minerals: phosphate,
    lookAlike: 'dystrophic',
  },
  'large-rod-like': {
    sizeOf: 'the calibre of a rod',
    sizeMm: [0.5, 1.2],
    usualSizeMm: [0.55, 0.85],
    count: [3, 60],
    usualCount: [7, 14],
    arrangements: ['diffuse', 'segmental', 'regional'],
    lesions: ['duct-ectasia'],
    minerals: phosphate,
    lookAlike: 'fine-linear',
  },
  round: {
    sizeOf: 'the diameter of a particle',
    sizeMm: [0.5, 1],
    usualSizeMm: [0.55, 0.72],
    count: [5, 300],
    usualCount: [8, 18],
    arrangements: ['grouped', 'diffuse', 'regional'],
    lesions: ['involuted-lobule', 'columnar-cell-change', 'sclerosing-adenosis'],
    minerals: either,
    lookAlike: 'punctate',
  },
  punctate: {
    sizeOf: 'the diameter of a particle',
    sizeMm: [0.1, 0.49],
    usualSizeMm: [0.24, 0.34],
    count: [5, 400],
    usualCount: [10, 22],
    arrangements: ['grouped', 'regional', 'diffuse', 'linear', 'segmental'],
    lesions: [
      'columnar-cell-change',
      'sclerosing-adenosis',
      'involuted-lobule',
      'low-grade-dcis',
      'lobular-carcinoma-in-situ',
    ],
    minerals: either,
    lookAlike: 'amorphous',
  },
  rim: {
    sizeOf: 'the diameter of the sphere',
    sizeMm: [1, 40],
    usualSizeMm: [3, 9],
    count: [1, 12],
    usualCount: [1, 4],
    arrangements: ['alone', 'regional', 'diffuse'],
    lesions: ['fat-necrosis', 'simple-cyst'],
    minerals: phosphate,
    lookAlike: 'dystrophic',
  },
  dystrophic: {
    sizeOf: 'the diameter of a piece',
    sizeMm: [1.05, 20],
    usualSizeMm: [1.6, 4],
    count: [1, 20],
    usualCount: [3, 6],
    arrangements: ['alone', 'grouped'],
    lesions: ['scar', 'fat-necrosis'],
    minerals: phosphate,
    lookAlike: 'coarse-heterogeneous',
  },
  'milk-of-calcium': {
    sizeOf: 'the diameter of the small cyst',
    sizeMm: [0.5, 6],
    usualSizeMm: [0.9, 2],
    count: [5, 120],
    usualCount: [10, 20],
    arrangements: ['grouped', 'regional', 'diffuse'],
    lesions: ['simple-cyst', 'apocrine-cyst'],
    minerals: oxalate,
    lookAlike: 'amorphous',
  },
  suture: {
    sizeOf: 'the calibre of the thread',
    sizeMm: [0.15, 0.6],
    usualSizeMm: [0.2, 0.32],
    count: [1, 12],
    usualCount: [2, 3],
    arrangements: ['alone'],
    lesions: ['suture-calcification'],
    minerals: phosphate,
    lookAlike: 'large-rod-like',
  },
  amorphous: {
    sizeOf: 'the diameter of a smudge',
    sizeMm: [0.08, 0.2],
    usualSizeMm: [0.17, 0.185],
    count: [5, 400],
    usualCount: [60, 110],
    arrangements: ['grouped', 'regional', 'segmental', 'diffuse', 'linear'],
    lesions: [
      'columnar-cell-change',
      'flat-epithelial-atypia',
      'sclerosing-adenosis',
      'apocrine-cyst',
      'atypical-ductal-hyperplasia',
      'low-grade-dcis',
    ],
    minerals: either,
    lookAlike: 'punctate',
  },
  'coarse-heterogeneous': {
    sizeOf: 'the diameter of a particle',
    sizeMm: [0.5, 1],
    usualSizeMm: [0.62, 0.8],
    count: [5, 80],
    usualCount: [7, 14],
    arrangements: ['grouped', 'regional', 'linear', 'segmental'],
    lesions: ['fibroadenoma', 'papilloma', 'fat-necrosis', 'high-grade-dcis'],
    minerals: phosphate,
    lookAlike: 'dystrophic',
  },
  'fine-pleomorphic': {
    sizeOf: 'the diameter of a particle',
    sizeMm: [0.1, 0.49],
    usualSizeMm: [0.36, 0.44],
    count: [5, 300],
    usualCount: [28, 48],
    arrangements: ['grouped', 'segmental', 'linear', 'regional'],
    lesions: [
      'high-grade-dcis',
      'low-grade-dcis',
      'papilloma',
      'fibroadenoma',
      'invasive-carcinoma',
    ],
    minerals: phosphate,
    lookAlike: 'amorphous',
  },
  'fine-linear': {
    sizeOf: 'the calibre of a cast',
    sizeMm: [0.08, 0.49],
    usualSizeMm: [0.22, 0.34],
    count: [4, 200],
    usualCount: [14, 34],
    arrangements: ['segmental', 'linear', 'grouped'],
    lesions: ['high-grade-dcis', 'regressed-dcis', 'invasive-carcinoma'],
    minerals: phosphate,
    lookAlike: 'fine-pleomorphic',
  },
};

/** Greatest dimension that an arrangement may have and usually has; undefined for diffuse and alone. */
export const extentOf = (habit: Habit, arrangement: Arrangement) =>
  (arrangement === 'grouped' ? habit.groupMm : undefined) ?? extentsMm[arrangement];

const extentsMm: Readonly<Partial<Record<Arrangement, { allowed: Range; usual: Range }>>> = {
  grouped: { allowed: [2, 20], usual: [6, 13] },
  regional: { allowed: [21, 80], usual: [32, 48] },
  linear: { allowed: [5, 70], usual: [24, 38] },
  segmental: { allowed: [15, 90], usual: [38, 58] },
};

/** Fewer calcifications than this are no group and no region (the lexicon's `distributionOf`). */
export const groupMinimum = 5;

/** Tells whether an arrangement needs that many. */
export const needsFive = (arrangement: Arrangement): boolean =>
  arrangement === 'grouped' || arrangement === 'regional';

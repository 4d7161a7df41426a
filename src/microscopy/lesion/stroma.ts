/** A stroma as numbers: how it takes the stains, how it is built, and how many cells it has. */
export interface Stroma {
  readonly name: string;
  /** Loads of collagen where it is dense. */
  readonly eosin: number;
  readonly haematoxylin: number;
  readonly orange: number;
  /** 0 for bundles of collagen side by side, 1 for a felt of thin fibres in a watery ground. */
  readonly loose: number;
  /** How far bundles and their clefts show: 1 in interlobular stroma, 0 in hyaline stroma. */
  readonly bundles: number;
  /** Of the places for a cell, the part that has a fibroblast, and a lymphocyte. */
  readonly fibroblasts: number;
  readonly lymphocytes: number;
}

/** The dense stroma between lobules: what is there where nothing else is. */
export const denseStroma: Stroma = {
  name: 'interlobular stroma',
  eosin: 0.52,
  haematoxylin: 0.045,
  orange: 0.035,
  loose: 0,
  bundles: 1,
  fibroblasts: 0.26,
  lymphocytes: 0.003,
};

/** The loose stroma of lobules. */
export const looseStroma: Stroma = {
  ...denseStroma,
  name: 'intralobular stroma',
  loose: 1,
  fibroblasts: 0.42,
  lymphocytes: 0.02,
};

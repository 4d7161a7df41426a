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
  /** Of the places in the heaps of macrophages that hold haemosiderin, the part that has one. */
  readonly siderophages?: number;
  /** Whether its fibres run round what it lies about. */
  readonly concentric?: boolean;
}

/** The dense stroma between lobules: what is there where nothing else is. */
export const denseStroma: Stroma = {
  name: 'interlobular stroma',
  eosin: 0.52,
  haematoxylin: 0.045,
  orange: 0.035,
  loose: 0,
  bundles: 1,
  fibroblasts: 0.2,
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

/** The stroma that a carcinoma calls forth: cellular, with a bluish ground between its fibres. */
export const desmoplasticStroma: Stroma = {
  ...denseStroma,
  name: 'desmoplastic stroma',
  eosin: 0.47,
  haematoxylin: 0.1,
  loose: 0.34,
  fibroblasts: 0.55,
  lymphocytes: 0.016,
};

/** A sleeve of dense collagen round a duct. */
export const periductalFibrosis: Stroma = {
  ...denseStroma,
  name: 'periductal fibrosis',
  eosin: 0.56,
  orange: 0.05,
  bundles: 0.75,
  fibroblasts: 0.3,
  lymphocytes: 0.03,
  concentric: true,
};

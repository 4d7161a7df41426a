import { aciniAt, type AcinarHabit } from '../section/lobule.ts';
import { fine } from '../cell/chromatin.ts';
import type { NucleusKind } from '../cell/nucleus-kind.ts';
import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { normalLinings } from './normal.ts';

/** Columnar cells: ovoid nuclei, upright on the basement membrane, with even chromatin. */
const columnarNucleus: NucleusKind = {
  name: 'columnar nucleus',
  hasCell: true,
  long: [6.1, 0.8],
  wide: [2.35, 0.35],
  astray: 0.13,
  chromatin: { ...fine, base: 0.63, vesicle: 0.05, nucleoli: 0.12 },
  lumpy: 0.05,
  bend: 0.015,
};

/** Monomorphic round to ovoid nuclei of low grade, no longer upright everywhere. */
const flatAtypiaNucleus: NucleusKind = {
  ...columnarNucleus,
  name: 'nucleus of flat epithelial atypia',
  hasCell: true,
  long: [4.35, 0.3],
  wide: [4.1, 0.28],
  astray: 1,
  chromatin: { ...fine, base: 0.65, clump: 0.32, varies: 0.1, nucleoli: 0.3 },
};

/** Cytoplasm that bulges from the apex of a columnar cell into the lumen. */
export const snout: NucleusKind = {
  ...columnarNucleus,
  name: 'apical snout',
  hasCell: false,
  figure: 'bleb',
  long: [3.6, 2.1],
  wide: [2.7, 1.2],
  astray: 0.5,
};

const [, myoepithelium] = normalLinings.acinus.layers;

/** Of acini widened by columnar cells. */
export const columnar: Lining = {
  ...normalLinings.acinus,
  name: 'columnar cells',
  wallMm: 0.024,
  uneven: 1.7,
  layers: [
    {
      nucleus: columnarNucleus,
      insideUm: [8, 13.5],
      lumenUm: [-1000, -6],
      spacingUm: 5.1,
      rounds: 3,
      share: 1,
      stands: 'upright',
    },
    ...(myoepithelium ? [myoepithelium] : []),
    {
      nucleus: snout,
      insideUm: [10, 1000],
      lumenUm: [-1.6, 2],
      spacingUm: 6.4,
      rounds: 2,
      share: 0.75,
      clumped: 0.6,
      stands: 'upright',
    },
  ],
  cytoplasm: {
    ...normalLinings.acinus.cytoplasm,
    eosin: 0.42,
    apex: 0.14,
    border: 0.4,
    vacuoles: 0.4,
  },
};

/** Cuboidal to low columnar cells that lie in one row to three and no longer stand upright, in a rigid round. */
const flatAtypia: Lining = {
  ...columnar,
  name: 'flat atypical cells',
  wallMm: 0.022,
  uneven: 0.7,
  layers: columnar.layers.map((layer, n) =>
    n === 0
      ? {
          ...layer,
          nucleus: flatAtypiaNucleus,
          insideUm: [6.4, 1000],
          lumenUm: [-1000, -5.6],
          spacingUm: 7,
          stands: 'any',
        }
      : layer.nucleus === snout
        ? { ...layer, share: 0.4 }
        : layer,
  ),
  cytoplasm: { ...columnar.cytoplasm, eosin: 0.44, haematoxylin: 0.23 },
};

/** Acini of columnar cell change: wide and narrow, drawn out and winding. */
const variablyWidened = (ageYears: number): AcinarHabit => ({
  ...aciniAt(ageYears, columnar),
  pitchMm: 0.132,
  jitter: 0.3,
  radiusMm: [0.028, 0.072],
  halfLengthMm: [0.01, 0.095],
  share: 0.9,
});

/** Those of flat atypia: round, all of them wide. */
const roundlyWidened = (ageYears: number): AcinarHabit => ({
  ...aciniAt(ageYears, flatAtypia),
  pitchMm: 0.172,
  jitter: 0.2,
  radiusMm: [0.054, 0.084],
  halfLengthMm: [0, 0.012],
  share: 0.92,
});

export const columnarGrowth: Growth = {
  linings: [columnar],
  reachMm: 1.2,
  lobuleMm: [0.25, 0.45],
  acini: variablyWidened,
};

export const flatAtypiaGrowth: Growth = {
  linings: [flatAtypia],
  reachMm: 1.2,
  lobuleMm: [0.25, 0.45],
  acini: roundlyWidened,
};

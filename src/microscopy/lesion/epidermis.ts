import { normalNuclei, type NucleusKind } from '../cell/nucleus-kind.ts';
import type { Phantom, PhantomPoint } from '../../phantom/index.ts';
import type { Body } from '../section/body.ts';
import type { CellLayer, Lining } from './lining.ts';
import { spotsOf } from './skin-spot.ts';

const keratinocyte: NucleusKind = {
  ...normalNuclei.luminal,
  name: 'keratinocyte nucleus',
  long: [3.6, 0.6],
  wide: [2.9, 0.4],
  astray: 0.5,
};

/** From the papillae of the dermis to the surface; ridges go deeper. Thin skin has 0.05 to 0.1 mm (assumed). */
const thickMm = 0.07;
/** The outermost of it has no nuclei any more: scales of keratin. */
const hornMm = 0.02;

/** A crowded, upright basal row of cells: of the epidermis and of what grows down from it. */
export const basalRow: CellLayer = {
  nucleus: { ...keratinocyte, name: 'basal keratinocyte nucleus', wide: [2.4, 0.35], astray: 0.2 },
  insideUm: [3.5, 8],
  lumenUm: [-2000, -3],
  spacingUm: 5.4,
  rounds: 3,
  share: 1,
  stands: 'upright',
};

/** Cells that lie farther apart above it. */
export const prickleCells: CellLayer = {
  nucleus: keratinocyte,
  insideUm: [12, 1000],
  lumenUm: [-2000, -16],
  spacingUm: 9.5,
  rounds: 3,
  share: 0.97,
  stands: 'any',
};

/** Stratified epithelium that becomes flat and ends in keratin; its lower edge has ridges. */
export const epidermis: Lining = {
  name: 'epidermis',
  wallMm: 1,
  uneven: 0.8,
  ridges: { byMm: 0.08, sizeMm: 0.048 },
  lumen: { kind: 'open' },
  content: 'keratin',
  layers: [
    basalRow,
    prickleCells,
    {
      ...prickleCells,
      nucleus: { ...keratinocyte, name: 'granular keratinocyte nucleus', wide: [1.5, 0.3] },
      lumenUm: [-14, -4],
      spacingUm: 11,
      share: 0.8,
      stands: 'flat',
    },
  ],
  cytoplasm: {
    eosin: 0.5,
    haematoxylin: 0.17,
    varies: 0.1,
    apex: 0,
    clearBase: 0,
    vacuoles: 0.4,
    border: 0.7,
    gap: 0,
  },
  around: { sleeveMm: 0, retraction: 0.2, lymphocytes: 0.03 },
};

/** The keratin is the lumen of the epidermis, without its ridges. */
const horn: Lining = { ...epidermis, ridges: { byMm: 0, sizeMm: 1 } };

/** How far a sheet reaches, as half its width: the skin is flat over that. */
const halfWidthMm = 2;

/** The epidermis over places in the skin: flat sheets along its surface, half of which is in the air. */
export const epidermisOver = (phantom: Phantom, places: readonly PhantomPoint[]): Body[] =>
  spotsOf(phantom, places).flatMap(({ surface, axes }, id): Body[] => {
    const sheet = (mm: number) =>
      ({
        kind: 'ellipsoid',
        at: surface,
        axes,
        semiAxesMm: [mm, halfWidthMm, halfWidthMm],
      }) as const;
    return [
      { kind: 'growth', id, shape: sheet(thickMm), wallMm: epidermis.wallMm, lining: epidermis },
      { kind: 'growth', id, shape: sheet(hornMm), wallMm: 0, lining: horn },
    ];
  });

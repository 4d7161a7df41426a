import { normalNuclei, type NucleusKind } from '../cell/nucleus-kind.ts';
import {
  axesAlong,
  depthUnderSkinMm,
  distance,
  moved,
  type Phantom,
  type PhantomPoint,
  phantomPoint,
  unit,
} from '../../phantom/index.ts';
import type { Body } from '../section/body.ts';
import type { Lining } from './lining.ts';

const keratinocyte: NucleusKind = {
  ...normalNuclei.luminal,
  name: 'keratinocyte nucleus',
  long: [3.6, 0.6],
  wide: [2.9, 0.4],
  astray: 0.5,
};

/** From the dermis to the surface; the lower edge waves. Thin skin has 0.05 to 0.1 mm (assumed). */
const thickMm = 0.08;
/** The outermost of it has no nuclei any more. */
const hornMm = 0.013;

/** Stratified epithelium: a crowded basal row, cells that lie farther apart above it, no lumen. */
const epidermis: Lining = {
  name: 'epidermis',
  wallMm: 1,
  uneven: 2.6,
  lumen: { kind: 'open' },
  content: 'empty',
  layers: [
    {
      nucleus: { ...keratinocyte, name: 'basal keratinocyte nucleus', astray: 0.25 },
      insideUm: [3.5, 9],
      lumenUm: [-2000, 1000],
      spacingUm: 6,
      rounds: 3,
      share: 1,
      stands: 'upright',
    },
    {
      nucleus: keratinocyte,
      insideUm: [13, 1000 * (thickMm - hornMm) - 8],
      lumenUm: [-2000, 1000],
      spacingUm: 10.5,
      rounds: 3,
      share: 0.95,
      stands: 'any',
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

/** How far the sheet over one speck reaches, as half its width: the skin is flat over that. */
const halfWidthMm = 5;
/** Specks nearer to each other than this lie under one sheet. */
const sharedMm = 3;

/** The epidermis over places in the skin: flat sheets along its surface, half of which is in the air. */
export function epidermisOver({ anatomy }: Phantom, places: readonly PhantomPoint[]): Body[] {
  const { breast } = anatomy;
  const depth = (point: PhantomPoint) => depthUnderSkinMm(breast, point);
  const covered: PhantomPoint[] = [];
  return places.flatMap((at, id): Body[] => {
    if (covered.some((other) => distance(other, at) < sharedMm)) return [];
    covered.push(at);
    const step = 0.05;
    const ahead = [
      phantomPoint(at[0] + step, at[1], at[2]),
      phantomPoint(at[0], at[1] + step, at[2]),
      phantomPoint(at[0], at[1], at[2] + step),
    ] as const;
    const here = depth(at);
    const outward = unit([here - depth(ahead[0]), here - depth(ahead[1]), here - depth(ahead[2])]);
    const shape = {
      kind: 'ellipsoid',
      at: moved(at, outward, here),
      axes: axesAlong(outward),
      semiAxesMm: [thickMm, halfWidthMm, halfWidthMm],
    } as const;
    return [{ kind: 'growth', id, shape, wallMm: epidermis.wallMm, lining: epidermis }];
  });
}

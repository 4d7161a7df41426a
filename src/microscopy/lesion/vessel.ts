import type { Range } from '../../phantom/index.ts';
import { dense, fine } from '../cell/chromatin.ts';
import type { NucleusKind } from '../cell/nucleus-kind.ts';
import type { Body } from '../section/body.ts';
import { ball } from '../section/body.ts';
import type { PhantomPoint } from '../../phantom/index.ts';
import type { CellLayer, Lining } from './lining.ts';

/** Flat, dark, bulging a little into the lumen. */
const endothelium: NucleusKind = {
  name: 'endothelial nucleus',
  hasCell: false,
  long: [4.1, 0.9],
  wide: [1.4, 0.4],
  astray: 0.15,
  chromatin: dense,
  lumpy: 0.06,
  bend: 0.05,
};

/** Smooth muscle: long, blunt at its ends, pale. */
const muscle: NucleusKind = {
  name: 'smooth muscle nucleus',
  hasCell: false,
  long: [6.6, 1.4],
  wide: [1.5, 0.3],
  astray: 0.14,
  chromatin: { ...fine, base: 0.6, rim: 0.16, nucleoli: 0 },
  lumpy: 0.05,
  bend: 0.03,
};

export const intima: CellLayer = {
  nucleus: endothelium,
  insideUm: [0.5, 1000],
  lumenUm: [-2.2, 0.6],
  spacingUm: 8.5,
  rounds: 2,
  share: 0.9,
  stands: 'flat',
};

export const media: CellLayer = {
  nucleus: muscle,
  insideUm: [1.5, 1000],
  lumenUm: [-1000, -3.5],
  spacingUm: 10.5,
  rounds: 2,
  share: 0.75,
  stands: 'flat',
};

/** Lymphocytes leave the blood through venules, and lie about some of them. */
const leaving = 0.55;

const vessel = (
  name: string,
  wallMm: number,
  layers: readonly CellLayer[],
  eosin: number,
): Lining => ({
  name,
  wallMm,
  uneven: 0.3,
  lumen: { kind: 'open' },
  content: 'blood',
  layers,
  cytoplasm: {
    eosin,
    haematoxylin: 0.05,
    varies: 0.1,
    apex: 0.12,
    clearBase: 0,
    vacuoles: 0.2,
    border: 0,
    gap: 0,
  },
  around: { sleeveMm: 0, retraction: 0.2, lymphocytes: name === 'venule' ? leaving : 0.02 },
});

const artery = vessel('artery', 0.06, [intima, media], 0.44);
const muscular: Lining = {
  ...artery,
  uneven: 0.9,
  cytoplasm: { ...artery.cytoplasm, lamellae: 0.3, elastica: 0.95, haematoxylin: 0.09 },
};

/** The walls of vessels, from the finest up. */
export const vesselLinings = {
  capillary: vessel('capillary', 0.0016, [intima], 0.34),
  venule: vessel('venule', 0.0032, [intima], 0.38),
  arteriole: vessel('arteriole', 0.011, [intima, media], 0.46),
  artery: muscular,
  vein: vessel('vein', 0.022, [intima, media], 0.4),
} as const;

/** Small vessels, which the phantom does not know one by one: how dense they stand and how wide they are. */
const beds: readonly {
  readonly lining: Lining;
  readonly pitchMm: number;
  readonly radiusMm: Range;
  readonly halfLengthMm: Range;
  readonly share: number;
}[] = [
  {
    lining: vesselLinings.capillary,
    pitchMm: 0.13,
    radiusMm: [0.0045, 0.0075],
    halfLengthMm: [0.01, 0.07],
    share: 0.55,
  },
  {
    lining: vesselLinings.venule,
    pitchMm: 0.34,
    radiusMm: [0.011, 0.03],
    halfLengthMm: [0.05, 0.16],
    share: 0.45,
  },
  {
    lining: vesselLinings.arteriole,
    pitchMm: 0.42,
    radiusMm: [0.019, 0.032],
    halfLengthMm: [0.05, 0.16],
    share: 0.35,
  },
];

/** Far enough that every core lies well within. */
const everywhereMm = 500;

/** The beds of small vessels: bodies that are nothing but what stands in them. */
export const vesselBeds = (at: PhantomPoint, seed: number): Body[] =>
  beds.map((bed, id) => ({
    kind: 'vessel',
    id,
    shape: ball(at, everywhereMm),
    wallMm: 0,
    stand: { ...bed, seed: (seed + 77 * (id + 1)) >>> 0, jitter: 0.4 },
  }));

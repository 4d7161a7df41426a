import type { MineralId } from '../lexicon/index.ts';
import { power } from '../phantom/index.ts';

/**
 * What a beam meets: its density and its linear attenuation in 1/cm at 15, 20 and 30 keV, computed
 * from the elemental coefficients of NIST (Hubbell and Seltzer) mixed by mass. Breast tissues are
 * taken to be composed as Hammerstein 1979 has it.
 */
interface Material {
  readonly densityGPerCm3: number;
  readonly perCm: readonly [at15Kev: number, at20Kev: number, at30Kev: number];
}

// PENELOPE has muscle at 0.865 and 0.542 per cm at 20 and 25 keV and blood at 0.896 and 0.560:
// both are water times a constant, to half a per cent.
const water = [1.673, 0.81, 0.376] as const;
const asWater = (times: number): Material['perCm'] => [
  water[0] * times,
  water[1] * times,
  water[2] * times,
];

const materials = {
  adipose: { densityGPerCm3: 0.93, perCm: [0.971, 0.513, 0.28] },
  gland: { densityGPerCm3: 1.04, perCm: [1.636, 0.8, 0.378] },
  skin: { densityGPerCm3: 1.09, perCm: [1.757, 0.857, 0.401] },
  muscle: { densityGPerCm3: 1.05, perCm: asWater(1.068) },
  blood: { densityGPerCm3: 1.06, perCm: asWater(1.105) },
  water: { densityGPerCm3: 1, perCm: water },
  /** Crystal without pores: the upper bound. */
  hydroxyapatite: { densityGPerCm3: 3.16, perCm: [47.2, 20.7, 6.63] },
  /** Calcium oxalate dihydrate. */
  weddellite: { densityGPerCm3: 1.94, perCm: [16.4, 7.31, 2.45] },
  aluminium: { densityGPerCm3: 2.7, perCm: [21.5, 9.29, 3.04] },
  /** C₂₅H₅₂ from the same coefficients: carbon 85.1 %, hydrogen 14.9 % by mass. */
  paraffin: { densityGPerCm3: 0.9, perCm: [0.669, 0.388, 0.244] },
  /** C₈H₈, of trays, from the same coefficients: carbon 92.3 %, hydrogen 7.7 % by mass. */
  polystyrene: { densityGPerCm3: 1.05, perCm: [0.813, 0.458, 0.277] },
  /** CH₂O, of cassettes, from the same: carbon 40 %, hydrogen 6.7 %, oxygen 53.3 % by mass. */
  polyacetal: { densityGPerCm3: 1.41, perCm: [1.87, 0.934, 0.462] },
} as const satisfies Record<string, Material>;

/** The id of a material that a beam can meet. */
export type MaterialId = keyof typeof materials;

/** The ids of all materials. */
export const materialIds = Object.keys(materials) as MaterialId[];

/** The material of a mineral. Hydroxyapatite with some magnesium is taken as hydroxyapatite. */
export const materialOf: Readonly<Record<MineralId, MaterialId>> = {
  'calcium-oxalate': 'weddellite',
  hydroxyapatite: 'hydroxyapatite',
  'magnesium-hydroxyapatite': 'hydroxyapatite',
};

/**
 * Linear attenuation in 1/mm at an energy from 12 to 40 keV. For a mineral with pores, give the
 * density of what is left, such as 2.2 g/cm³ for porous hydroxyapatite (assumed): attenuation goes
 * with density. Throws a RangeError for an energy outside the table's reach.
 */
export function attenuationPerMm(
  id: MaterialId,
  energyKev: number,
  densityGPerCm3: number = materials[id].densityGPerCm3,
): number {
  if (!(energyKev >= 12 && energyKev <= 40)) {
    throw new RangeError(`Attenuation is known from 12 to 40 keV, not at ${energyKev} keV.`);
  }
  const { coefficient, exponent, constant } = lawOf(id);
  const perCm = coefficient * power(energyKev, -exponent) + constant;
  return (perCm / 10) * (densityGPerCm3 / materials[id].densityGPerCm3);
}

/** Attenuation as K·E^−p + B: photoelectric absorption and, nearly constant here, scattering. */
interface Law {
  readonly coefficient: number;
  readonly exponent: number;
  readonly constant: number;
}

const laws = new Map<MaterialId, Law>();

function lawOf(id: MaterialId): Law {
  const known = laws.get(id);
  if (known) return known;
  const law = lawThrough(materials[id].perCm);
  laws.set(id, law);
  return law;
}

/** The law through the three knots. A steeper fall from 15 to 20 keV means a greater exponent. */
function lawThrough([at15, at20, at30]: Material['perCm']): Law {
  const wanted = (at15 - at20) / (at20 - at30);
  let low = 1;
  let high = 5;
  for (let halving = 0; halving < 50; halving++) {
    const p = (low + high) / 2;
    const ratio = (power(15, -p) - power(20, -p)) / (power(20, -p) - power(30, -p));
    if (ratio < wanted) low = p;
    else high = p;
  }
  const exponent = (low + high) / 2;
  const coefficient = (at15 - at30) / (power(15, -exponent) - power(30, -exponent));
  return { coefficient, exponent, constant: at30 - coefficient * power(30, -exponent) };
}

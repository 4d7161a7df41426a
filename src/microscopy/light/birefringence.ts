/** What turns polarised light in a section. */
export type Birefringent = 'weddellite' | 'whewellite' | 'collagen' | 'hydroxyapatite';

/**
 * The difference of refractive indices along and across the optic axis.
 *
 * - weddellite (calcium oxalate dihydrate): uniaxial positive, 1.523 and 1.544 (mineral tables).
 * - whewellite (monohydrate), to which weddellite dries: 0.160, the greatest of its three.
 * - collagen in paraffin sections: about 0.004, assumed; it makes the dim grey of fibrous stroma.
 * - hydroxyapatite: none is seen; its crystals are far below a wavelength and lie all ways round.
 */
export const birefringenceOf: Readonly<Record<Birefringent, number>> = {
  weddellite: 0.021,
  whewellite: 0.16,
  collagen: 0.004,
  hydroxyapatite: 0,
};

/** The ordinary index, which only matters where the axis is tilted. */
const ordinaryIndex = 1.523;

/**
 * Retardation, in nanometres, of a uniaxial body of this thickness whose optic axis is tilted out of
 * the slide by an angle of this cosine: 1 where the axis lies in the slide, 0 where one looks along
 * it and it stays dark. From the index ellipsoid: 1/n² = cos²/n_e² + sin²/n_o².
 */
export function retardationNm(material: Birefringent, thicknessUm: number, tiltCosine = 1): number {
  const extraordinary = ordinaryIndex + birefringenceOf[material];
  const square = tiltCosine * tiltCosine;
  const inverse =
    square / (extraordinary * extraordinary) + (1 - square) / (ordinaryIndex * ordinaryIndex);
  return 1000 * thicknessUm * (1 / Math.sqrt(inverse) - ordinaryIndex);
}

import { attenuationPerMm } from './attenuation.ts';

/** A beam, by what is known of its spectrum before it meets the object. */
export interface Beam {
  readonly anode: 'tungsten';
  readonly filter: string;
  readonly tubeKv: number;
  /** Mean energy of its quanta. */
  readonly meanKev: number;
  /** Standard deviation of the energy of its quanta. */
  readonly spreadKev: number;
}

/**
 * The beam of a mammogram: tungsten with 50 µm rhodium at 28 kV, mean 19.0 keV as in the VICTRE
 * trial. The spread is assumed; it gives about 21 keV behind an average breast.
 */
export const mammographyBeam: Beam = {
  anode: 'tungsten',
  filter: '50 µm rhodium',
  tubeKv: 28,
  meanKev: 19,
  spreadKev: 2.6,
};

/** The beam of a cabinet for specimens: hardly filtered and soft, for thin objects (assumed). */
export const cabinetBeam: Beam = {
  anode: 'tungsten',
  filter: '0.25 mm beryllium',
  tubeKv: 25,
  meanKev: 17,
  spreadKev: 2.5,
};

/** Glandular part of an average breast by volume, 19.3 % (Yaffe 2009). */
const glandularPart = 0.193;

const breastPerMm = (energyKev: number) =>
  glandularPart * attenuationPerMm('gland', energyKev) +
  (1 - glandularPart) * attenuationPerMm('adipose', energyKev);

/**
 * Mean energy in keV of the quanta that get through an average breast of a thickness. One energy
 * stands for the whole beam: that at which a small change of path, a speck, changes the signal.
 *
 * A breast thins out the soft quanta. For a spectrum of spread σ the mean rises by σ²·|dµ/dE| for
 * each millimetre (first cumulant of the filtered spectrum); the slope is that of the energy midway,
 * found by iterating.
 */
export function effectiveEnergyKev(beam: Beam, thicknessMm: number): number {
  if (!(thicknessMm >= 0 && thicknessMm <= 150)) {
    throw new RangeError(`A thickness is from 0 to 150 mm, not ${thicknessMm} mm.`);
  }
  let energyKev = beam.meanKev;
  for (let step = 0; step < 20; step++) {
    const midway = (beam.meanKev + energyKev) / 2;
    const slope = (breastPerMm(midway - 0.5) - breastPerMm(midway + 0.5)) * thicknessMm;
    energyKev = beam.meanKev + beam.spreadKev * beam.spreadKev * slope;
  }
  return energyKev;
}

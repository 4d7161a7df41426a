import { describe, expect, test } from 'vitest';
import { attenuationPerMm, type MaterialId } from '../../../src/radiography/attenuation.ts';
import { effectiveEnergyKev, mammographyBeam } from '../../../src/radiography/spectrum.ts';

// Linear attenuation in 1/cm computed from NIST's elemental tables, between the knots of the law.
test.each<[MaterialId, number, number]>([
  ['hydroxyapatite', 18, 28.0],
  ['hydroxyapatite', 22, 15.8],
  ['hydroxyapatite', 25, 11.0],
  ['weddellite', 18, 9.82],
  ['weddellite', 25, 3.97],
  ['gland', 18, 1.026],
  ['gland', 25, 0.507],
  ['adipose', 18, 0.637],
  ['adipose', 25, 0.351],
  ['skin', 22, 0.695],
  ['water', 25, 0.507],
  ['aluminium', 22, 7.08],
  ['muscle', 20, 0.865],
  ['muscle', 25, 0.542],
  ['blood', 25, 0.56],
])('attenuation of %s at %i keV is %f per cm to 1 %%', (material, energy, perCm) => {
  const found = attenuationPerMm(material, energy) * 10;
  expect(Math.abs(found / perCm - 1)).toBeLessThan(0.01);
});

test('dense hydroxyapatite attenuates 2.83 times as much as weddellite at 20 keV', () => {
  const ratio = attenuationPerMm('hydroxyapatite', 20) / attenuationPerMm('weddellite', 20);
  expect(ratio).toBeCloseTo(2.83, 2);
});

test('pores leave attenuation in proportion to the density', () => {
  expect(attenuationPerMm('hydroxyapatite', 20, 2.2) * 10).toBeCloseTo(14.4, 1);
});

test.each<[string, MaterialId, number | undefined, number, number]>([
  ['dense hydroxyapatite', 'hydroxyapatite', undefined, 0.1, 18],
  ['dense hydroxyapatite', 'hydroxyapatite', undefined, 0.5, 63],
  ['porous hydroxyapatite', 'hydroxyapatite', 2.2, 0.2, 24],
  ['weddellite', 'weddellite', undefined, 0.1, 6.3],
  ['weddellite', 'weddellite', undefined, 0.5, 28],
])('%s in gland takes its share of the beam', (_, material, density, mm, percent) => {
  const excess = attenuationPerMm(material, 20, density) - attenuationPerMm('gland', 20);
  expect(Math.abs(100 * (1 - Math.exp(-excess * mm)) - percent)).toBeLessThan(0.6);
});

test.each([5, 11.9, 41, Number.NaN])('an energy of %f keV is refused', (energy) => {
  expect(() => attenuationPerMm('gland', energy)).toThrow('12 to 40 keV');
});

describe('the energy of the beam', () => {
  test('is the mean of the spectrum where there is no breast', () => {
    expect(effectiveEnergyKev(mammographyBeam, 0)).toBe(19);
  });

  test('rises with the breast, to some 20 to 21.5 keV behind 2 to 6 cm', () => {
    const energies = [20, 40, 60].map((mm) => effectiveEnergyKev(mammographyBeam, mm));
    expect(energies).toEqual(energies.toSorted((a, b) => a - b));
    expect(energies[0]).toBeGreaterThan(19.6);
    expect(energies[2]).toBeLessThan(21.6);
  });
});

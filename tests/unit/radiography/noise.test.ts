import { describe, expect, test } from 'vitest';
import { cmos50, gaussianMtf, selenium70 } from '../../../src/radiography/detector.ts';
import { openQuantumNoise, openWhiteNoise, type Noise } from '../../../src/radiography/noise.ts';
import { noisePower, squaresIn } from '../../../src/radiography/metrics/index.ts';

const side = 512;
const flatField = (noise: Noise) => {
  const pixels = new Float32Array(side * side);
  for (let y = 0; y < side; y++) pixels.set(noise.row(y), y * side);
  return { widthPx: side, heightPx: side, pitchUm: 1000, originMm: [0, 0] as const, pixels };
};
const mean = (values: Float32Array) => values.reduce((sum, v) => sum + v, 0) / values.length;
const variance = (values: Float32Array) => {
  const m = mean(values);
  return values.reduce((sum, v) => sum + (v - m) ** 2, 0) / values.length;
};

describe('electronic noise', () => {
  const field = flatField(openWhiteNoise(7, side));

  test('has mean 0 and variance 1', () => {
    expect(Math.abs(mean(field.pixels))).toBeLessThan(0.01);
    expect(Math.abs(variance(field.pixels) - 1)).toBeLessThan(0.01);
  });

  test('has the tails of a normal distribution', () => {
    const beyond = (z: number) =>
      field.pixels.filter((v) => Math.abs(v) > z).length / field.pixels.length;
    expect(beyond(1)).toBeCloseTo(0.3173, 2);
    expect(beyond(2)).toBeCloseTo(0.0455, 2);
    expect(Math.abs(beyond(3) / 0.0027 - 1)).toBeLessThan(0.15);
  });

  test('is white: every frequency has the same power', () => {
    const { power } = noisePower(field, squaresIn(field, 64));
    for (const p of power.slice(1)) expect(Math.abs(p - 1)).toBeLessThan(0.12);
  });

  test('no pixel knows its neighbours, along rows or columns', () => {
    for (const step of [1, 2, side, 2 * side, side + 1]) {
      let sum = 0;
      for (let i = 0; i + step < field.pixels.length; i++)
        sum += (field.pixels[i] ?? 0) * (field.pixels[i + step] ?? 0);
      expect(Math.abs(sum / field.pixels.length)).toBeLessThan(0.01);
    }
  });
});

describe.each([selenium70, cmos50])('quantum noise in $name', (detector) => {
  const spread = detector.noiseSpreadUm / detector.pitchUm;
  const field = flatField(openQuantumNoise(3, side, spread));

  test('has the power spectrum of the spread of its quanta', () => {
    const { cyclesPerMm, power } = noisePower(field, squaresIn(field, 64));
    cyclesPerMm.forEach((f, i) => {
      if (i === 0) return;
      const wished = gaussianMtf(spread, f) ** 2;
      expect(Math.abs((power[i] ?? 0) - wished)).toBeLessThan(0.12);
    });
  });

  test('any row can be made alone and in any order', () => {
    const noise = openQuantumNoise(3, side, spread);
    for (const y of [400, 3, 401, 2, 400, 0, 511])
      expect(Float32Array.from(noise.row(y))).toEqual(field.pixels.slice(y * side, (y + 1) * side));
  });
});

test('selenium is nearly white, the scintillator is not', () => {
  const spreads = [selenium70, cmos50].map((d) => d.noiseSpreadUm / d.pitchUm);
  const [selenium, scintillator] = spreads.map((spread) => gaussianMtf(spread, 0.5) ** 2);
  expect(selenium).toBeGreaterThan(0.7);
  expect(scintillator).toBeLessThan(0.3);
});

test('another seed is another noise', () => {
  const [a, b] = [1, 2].map((seed) => openWhiteNoise(seed, 1000).row(0));
  const product = a?.reduce((sum, value, i) => sum + value * (b?.[i] ?? 0), 0) ?? 1000;
  expect(Math.abs(product / 1000)).toBeLessThan(0.1);
});

import { describe, expect, test } from 'vitest';
import { powerOf, transform } from '../../../../src/radiography/metrics/fourier.ts';
import {
  contrastToNoise,
  edgeMtf,
  noisePower,
  spectralExponent,
  squaresIn,
} from '../../../../src/radiography/metrics/index.ts';
import { openWhiteNoise } from '../../../../src/radiography/noise.ts';

const imageOf = (side: number, pitchUm: number, of: (x: number, y: number) => number) => ({
  widthPx: side,
  heightPx: side,
  pitchUm,
  originMm: [0, 0] as const,
  pixels: Float64Array.from({ length: side * side }, (_, i) => of(i % side, Math.floor(i / side))),
});

test('a wave comes back from the transform at its own frequency', () => {
  const wave = Float64Array.from({ length: 16 }, (_, i) => Math.cos((2 * Math.PI * 3 * i) / 16));
  const imaginary = new Float64Array(16);
  transform(wave, imaginary);
  wave.forEach((value, k) => {
    expect(value).toBeCloseTo(k === 3 || k === 13 ? 8 : 0, 9);
  });
});

test('the transform refuses a length that is no power of two', () => {
  expect(() => transform(new Float64Array(12), new Float64Array(12))).toThrow('power of two');
});

test('power in all frequencies is the power in all pixels (Parseval)', () => {
  const square = Float64Array.from({ length: 64 }, (_, i) => (i * 7) % 11);
  const sum = (values: Float64Array) => values.reduce((total, v) => total + v, 0);
  expect(sum(powerOf(square, 8)) / 64).toBeCloseTo(sum(square.map((v) => v * v)), 6);
});

describe('a background of known texture', () => {
  /** White noise whose spectrum is bent to 1/f^β: the transform of a transform. */
  const background = (side: number, exponent: number) => {
    const re = Array.from({ length: side }, (_, y) => openWhiteNoise(9, side).row(y).slice());
    const im = re.map((row) => new Float64Array(row.length));
    const turn = () => {
      for (let y = 0; y < side; y++) transform(re[y] as Float64Array, im[y] as Float64Array);
      for (const part of [re, im])
        for (let y = 0; y < side; y++)
          for (let x = 0; x < y; x++) {
            const [a, b] = [part[y] as Float64Array, part[x] as Float64Array];
            [a[x], b[y]] = [b[y] as number, a[x] as number];
          }
    };
    turn();
    turn();
    const folded = (k: number) => Math.min(k, side - k);
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) {
        const f = Math.hypot(folded(x), folded(y));
        for (const part of [re, im]) {
          const row = part[y] as Float64Array;
          row[x] = f === 0 ? 0 : (row[x] as number) * f ** (-exponent / 2);
        }
      }
    turn();
    turn();
    return imageOf(side, 70, (x, y) => (re[y] as Float64Array)[x] as number);
  };

  test.each([2, 3])('has the exponent %f with which it was made', (exponent) => {
    const image = background(512, exponent);
    const spectrum = noisePower(image, squaresIn(image, 256), 'hann');
    expect(Math.abs(spectralExponent(spectrum, 0.2, 3) - exponent)).toBeLessThan(0.15);
  });

  test('no slope is read from two bands', () => {
    const spectrum = { cyclesPerMm: [1, 2, 3], power: [1, 1, 1] };
    expect(() => spectralExponent(spectrum, 1, 2)).toThrow('a slope needs three');
  });
});

test('a slope across the field is not taken for noise', () => {
  const image = imageOf(64, 70, (x, y) => 3 * x - y);
  const { power } = noisePower(image, squaresIn(image, 64));
  for (const p of power) expect(p).toBeLessThan(1e-12);
});

test('an edge sampled by pixels alone has the sinc of the pixel', () => {
  const angle = (4 * Math.PI) / 180;
  const crossingPx = 64.3;
  const image = imageOf(128, 100, (x, y) => {
    let covered = 0;
    for (let k = 0; k < 256; k++) {
      const [dx, dy] = [((k % 16) + 0.5) / 16 - 0.5, (Math.floor(k / 16) + 0.5) / 16 - 0.5];
      const inside = (x + dx - crossingPx) * Math.cos(angle) - (y + dy - 63.5) * Math.sin(angle);
      if (inside > 0) covered++;
    }
    return covered / 256;
  });
  const region = { x: 0, y: 0, widthPx: 128, heightPx: 128 };
  const { cyclesPerMm, contrast } = edgeMtf(image, region, { angle, crossingPx });
  cyclesPerMm.forEach((f, i) => {
    const x = Math.PI * 0.1 * f;
    expect(Math.abs((contrast[i] ?? 0) - (x === 0 ? 1 : Math.sin(x) / x))).toBeLessThan(0.02);
  });
});

describe('contrast to noise', () => {
  test('is the height of a speck over the spread of its surroundings', () => {
    const noise = openWhiteNoise(1, 64);
    const rows = Array.from({ length: 64 }, (_, y) => noise.row(y).slice());
    const image = imageOf(64, 70, (x, y) => {
      const speck = Math.hypot(x - 32, y - 32) <= 4 ? 20 : 0;
      return 100 + 2 * ((rows[y] as Float64Array)[x] as number) + speck;
    });
    const cnr = contrastToNoise(image, { atMm: [32.5 * 0.07, -32.5 * 0.07], diameterMm: 0.5 });
    expect(cnr).toBeGreaterThan(8.5);
    expect(cnr).toBeLessThan(12.5);
  });

  test('cannot be told at the very edge of an image', () => {
    const image = imageOf(8, 70, () => 1);
    expect(() => contrastToNoise(image, { atMm: [-3, 3], diameterMm: 0.1 })).toThrow('edge');
  });
});

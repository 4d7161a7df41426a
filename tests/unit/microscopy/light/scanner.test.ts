import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scatter } from '../../../../src/phantom/index.ts';
import { blurred, gaussianKernel } from '../../../../src/microscopy/light/blur.ts';
import { decayOf } from '../../../../src/microscopy/light/decay.ts';
import { blankPlanes } from '../../../../src/microscopy/light/planes.ts';
import { apronPx, drawScanner, scan } from '../../../../src/microscopy/light/scanner.ts';

const scanner = drawScanner(7);
const pitchUm = 0.5;

/** A rectangle of an endless patterned slide, with the apron that the scanner needs. */
function scanned(column: number, row: number, sizePx: number) {
  const apron = apronPx(scanner, pitchUm);
  const side = sizePx + 2 * apron;
  const planes = blankPlanes(side, side);
  planes.channels.forEach((plane, c) => {
    for (let n = 0; n < plane.length; n++) {
      const x = column - apron + (n % side);
      const y = row - apron + Math.floor(n / side);
      plane[n] = (scatter(Math.imul(x, 73) + Math.imul(y, 7919) + c) & 255) / 255;
    }
  });
  return scan(planes, { column: column - apron, row: row - apron, pitchUm }, scanner);
}

describe('a scanner', () => {
  it('gives the same pixels in one tile as in four', () => {
    const whole = scanned(-20, 40, 32);
    for (const [dx, dy] of [
      [0, 0],
      [16, 0],
      [0, 16],
      [16, 16],
    ] as const) {
      const part = scanned(-20 + dx, 40 + dy, 16);
      for (let y = 0; y < 16; y++) {
        const at = 4 * ((y + dy) * 32 + dx);
        expect(part.subarray(64 * y, 64 * y + 64)).toEqual(whole.subarray(at, at + 64));
      }
    }
  });

  it('adds noise about nothing: a plain slide keeps its mean', () => {
    const planes = blankPlanes(160, 160);
    for (const plane of planes.channels) plane.fill(0.6);
    const rgba = scan(
      planes,
      { column: 0, row: 0, pitchUm },
      { ...scanner, fallOff: 0, noise: 0.008 },
    );
    const reds = Array.from({ length: rgba.length / 4 }, (_, n) => rgba[4 * n] as number);
    const mean = reds.reduce((sum, red) => sum + red, 0) / reds.length;
    const variance = reds.reduce((sum, red) => sum + (red - mean) * (red - mean), 0) / reds.length;
    expect(mean).toBeCloseTo(153, 0);
    expect(Math.sqrt(variance)).toBeGreaterThan(0.008 * 255 * 0.9);
    expect(Math.sqrt(variance)).toBeLessThan(0.008 * 255 * 1.15);
  });

  it('differs from scanner to scanner', () => {
    expect(drawScanner(1)).not.toEqual(drawScanner(2));
    expect(drawScanner(1)).toEqual(drawScanner(1));
  });
});

describe('a blur', () => {
  it('keeps the sum of a plane and spreads a point by its width', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 2.5, noNaN: true }), (sigma) => {
        const size = 31;
        const plane = new Float32Array(size * size);
        plane[15 * size + 15] = 1;
        const result = blurred(plane, size, size, gaussianKernel(sigma));
        expect(result.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4);
        expect(result[15 * size + 17]).toBeCloseTo(result[17 * size + 15] as number, 7);
        const spread = result.reduce((sum, v, n) => sum + v * ((n % size) - 15) ** 2, 0);
        if (sigma > 0.7) expect(Math.sqrt(spread) / sigma).toBeCloseTo(1, 1);
      }),
      { numRuns: 25 },
    );
  });
});

it('light decays with density as the exponential does', () => {
  fc.assert(
    fc.property(fc.double({ min: -2, max: 11, noNaN: true }), (density) => {
      expect(decayOf(density) / Math.exp(-density)).toBeCloseTo(1, 5);
    }),
  );
  expect(decayOf(50)).toBe(0);
});

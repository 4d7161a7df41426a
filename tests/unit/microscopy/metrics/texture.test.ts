import { describe, expect, it } from 'vitest';
import { textureOf } from '../../../../src/microscopy/metrics/index.ts';

const widthPx = 64;
const picture = (grey: (x: number, y: number) => number) =>
  Float32Array.from({ length: widthPx * widthPx }, (_, n) =>
    grey(n % widthPx, Math.floor(n / widthPx)),
  );

describe('the texture of a picture', () => {
  it('is nothing where all is of one grey', () => {
    const { nextStep, farStep, contrast, homogeneity, entropy } = textureOf(
      picture(() => 100),
      widthPx,
      4,
    );
    expect([nextStep, farStep, contrast, entropy]).toEqual([0, 0, 0, 0]);
    expect(homogeneity).toBe(1);
  });

  it('has steps of two sizes on a slope', () => {
    const { nextStep, farStep, kurtosis } = textureOf(
      picture((x) => 2 * x),
      widthPx,
      4,
    );
    expect([nextStep, farStep]).toEqual([2, 8]);
    expect(kurtosis).toBeCloseTo(1, 6);
  });

  it('has a high kurtosis where a few sharp edges lie on even ground', () => {
    const stripes = textureOf(
      picture((x) => (x % 32 < 16 ? 50 : 200)),
      widthPx,
      4,
    );
    const checks = textureOf(
      picture((x) => (x % 2 === 0 ? 50 : 200)),
      widthPx,
      4,
    );
    expect(stripes.kurtosis).toBeGreaterThan(10);
    expect(checks.kurtosis).toBeCloseTo(1, 6);
    expect(checks.contrast).toBe(0);
  });

  it('cannot be measured over more than the picture', () => {
    expect(() => textureOf(new Float32Array(16), 4, 4)).toThrow(/4 pixels wide/);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  airDistanceMm,
  ascending,
  bandContrast,
  distributionDistance,
  quantileOf,
  rimProfile,
  streaks,
} from '../../../../src/radiography/metrics/index.ts';
import { openWhiteNoise } from '../../../../src/radiography/noise.ts';

const imageOf = (widthPx: number, heightPx: number, of: (x: number, y: number) => number) => ({
  widthPx,
  heightPx,
  pitchUm: 100,
  originMm: [0, 0] as const,
  pixels: Float32Array.from({ length: widthPx * heightPx }, (_, i) =>
    of(i % widthPx, Math.floor(i / widthPx)),
  ),
});
const noise = (side: number, seed: number) => {
  const rows = Array.from({ length: side }, (_, y) => openWhiteNoise(seed, side).row(y).slice());
  return imageOf(side, side, (x, y) => (rows[y] as Float64Array)[x] as number);
};
const everywhere = () => true;

describe('the depth under the outline', () => {
  it('is the distance to the nearest air, as a slow search finds it', () => {
    const size = { min: 1, max: 12 };
    fc.assert(
      fc.property(
        fc.integer(size),
        fc.integer(size),
        fc.infiniteStream(fc.boolean()),
        (w, h, air) => {
          const image = imageOf(w, h, () => (air.next().value ? 0 : 1));
          const depth = airDistanceMm(image, (value) => value === 0);
          depth.forEach((mm, at) => {
            let nearest = Infinity;
            image.pixels.forEach((value, other) => {
              const [dx, dy] = [(other % w) - (at % w), Math.floor(other / w) - Math.floor(at / w)];
              if (value === 0) nearest = Math.min(nearest, Math.hypot(dx, dy) / 10);
            });
            expect(mm).toBeCloseTo(nearest, 5);
          });
        },
      ),
    );
  });

  it('gives each depth the grey levels that lie there', () => {
    const image = imageOf(60, 20, (x) => (x < 10 ? 0 : x));
    const depth = airDistanceMm(image, (value) => value === 0);
    const profile = rimProfile(image.pixels, depth, [0.5, 3], 0.1);
    expect(profile.map(({ mean }) => Math.round(mean))).toEqual([14, 39]);
    expect(profile.map(({ spread }) => spread)).toEqual([0, 0]);
  });
});

describe('contrast by the size of detail', () => {
  it('of a wave is what the two blurs leave between them', () => {
    const waveMm = 2.5;
    const image = imageOf(400, 400, (x) => 3 * Math.sin((2 * Math.PI * x) / (waveMm * 10)));
    const left = (sizeMm: number) => Math.exp(-2 * (Math.PI * (sizeMm / waveMm)) ** 2);
    const middle = (at: number) => at % 400 > 120 && at % 400 < 280;
    const bands = bandContrast(image, [0.2, 0.4, 0.8, 1.6], middle);
    const levels = [1, left(0.2), left(0.4), left(0.8), left(1.6)];
    bands.forEach(({ rms }, n) => {
      const between = (levels[n] as number) - (levels[n + 1] as number);
      expect(Math.abs(rms / ((3 / Math.SQRT2) * between) - 1)).toBeLessThan(0.04);
    });
  });

  it('knows noise, which has no tails, from specks, which are nothing else', () => {
    const [plain] = bandContrast(noise(256, 4), [0.2], everywhere);
    expect(Math.abs(plain?.excessKurtosis ?? 9)).toBeLessThan(0.15);
    const specks = imageOf(256, 256, (x, y) => (x % 32 === 5 && y % 32 === 9 ? 1 : 0));
    const [tailed] = bandContrast(specks, [0.2], everywhere);
    expect(tailed?.excessKurtosis).toBeGreaterThan(50);
  });
});

describe('streaks', () => {
  const scale = { detailMm: 0.2, aroundMm: 1 };
  const inner = (at: number) => at % 200 > 40 && at % 200 < 160 && at > 8000 && at < 32000;
  const stripes = (x: number, y: number) => Math.sin(0.5 * (x - y));

  it.each([
    ['towards the nipple', [1e6, 1e6], 1],
    ['across its direction', [1e6, -1e6], -1],
    ['halfway between', [1e6, 0], 0],
  ] as const)('that run %s are told as such', (_, target, radial) => {
    const found = streaks(imageOf(200, 200, stripes), scale, inner, target);
    expect(found.coherence).toBeGreaterThan(0.98);
    expect(found.radial).toBeCloseTo(radial, 2);
  });

  it('are hardly found in noise, and in no direction', () => {
    const found = streaks(noise(200, 7), scale, inner, [1e6, 0]);
    expect(found.coherence).toBeLessThan(0.25);
    expect(Math.abs(found.radial)).toBeLessThan(0.2);
  });
});

describe('grey levels', () => {
  const even = (from: number) => ascending(Array.from({ length: 1000 }, (_, i) => from + i / 1000));

  it('have the quantiles of their distribution, in whatever order they come', () => {
    const sorted = ascending([3, 1, 2, 5, 4]);
    expect([0, 0.5, 0.99].map((part) => quantileOf(sorted, part))).toEqual([1, 3, 5]);
  });

  it('that are shifted lie as far apart as they were shifted', () => {
    const { greatest, move } = distributionDistance(even(0), even(0.2));
    expect(greatest).toBeCloseTo(0.2, 2);
    expect(move).toBeCloseTo(0.2, 2);
  });

  it('lie nowhere apart from themselves, and wholly apart where they share nothing', () => {
    expect(distributionDistance(even(0), even(0))).toEqual({ greatest: 0, move: 0 });
    expect(distributionDistance(even(0), even(5)).greatest).toBe(1);
    expect(distributionDistance(even(0), even(5)).move).toBeCloseTo(5, 6);
  });

  it('cannot be compared with none', () => {
    expect(() => distributionDistance(even(0), ascending([]))).toThrow('both have values');
    expect(() => quantileOf(ascending([]), 0.5)).toThrow('at least one');
  });
});

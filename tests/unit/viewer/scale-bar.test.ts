import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaleBar } from '../../../src/viewer/scale-bar.ts';

const umPerScreenPx = fc.double({ min: 1e-3, max: 1e4, noNaN: true });
const maxWidthPx = fc.double({ min: 20, max: 400, noNaN: true });

describe('the scale bar', () => {
  test.each([
    [0.5, 150, 50, '50 µm'],
    [4.5, 150, 500, '500 µm'],
    [10, 100, 1000, '1 mm'],
    [70, 150, 10_000, '10 mm'],
    [0.002, 150, 0.2, '0.2 µm'],
  ])('at %d µm per pixel and at most %d px is %d µm long', (um, max, lengthUm, label) => {
    expect(scaleBar(um, max)).toMatchObject({ lengthUm, label: label.replace(' ', '\u202f') });
  });

  test('is as long on the screen as it says, at every zoom', () => {
    fc.assert(
      fc.property(umPerScreenPx, maxWidthPx, (um, max) => {
        const bar = scaleBar(um, max);
        expect((bar?.widthPx ?? 0) * um).toBeCloseTo(bar?.lengthUm ?? Number.NaN, 6);
      }),
    );
  });

  test('is 1, 2 or 5 times a power of ten, and labelled so', () => {
    fc.assert(
      fc.property(umPerScreenPx, maxWidthPx, (um, max) => {
        const bar = scaleBar(um, max);
        expect(bar?.lengthUm.toExponential()).toMatch(/^[125]e/);
        const [number, unit] = (bar?.label ?? '').split('\u202f');
        expect(Number(number) * (unit === 'mm' ? 1000 : 1)).toBe(bar?.lengthUm);
      }),
    );
  });

  test('is the longest that fits: the next longer one would not', () => {
    fc.assert(
      fc.property(umPerScreenPx, maxWidthPx, (um, max) => {
        const widthPx = scaleBar(um, max)?.widthPx ?? 0;
        expect(widthPx).toBeLessThanOrEqual(max * (1 + 1e-9));
        expect(widthPx * 2.5).toBeGreaterThan(max * (1 - 1e-9));
      }),
    );
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])(
    'is not drawn where a pixel is %d µm wide',
    (um) => expect(scaleBar(um, 150)).toBeUndefined(),
  );
});

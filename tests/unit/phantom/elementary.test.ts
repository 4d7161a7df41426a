import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cosine,
  exponential,
  logarithm,
  power,
  sine,
  smoothStep,
} from '../../../src/phantom/elementary.ts';

const angle = fc.double({ min: -2000, max: 2000, noNaN: true });

describe('elementary functions', () => {
  it('agree with the engine to 14 digits for sine and cosine', () => {
    fc.assert(
      fc.property(angle, (x) => {
        expect(Math.abs(sine(x) - Math.sin(x))).toBeLessThan(1e-12);
        expect(Math.abs(cosine(x) - Math.cos(x))).toBeLessThan(1e-12);
      }),
    );
  });

  it('agree for exponential, logarithm and power', () => {
    fc.assert(
      fc.property(fc.double({ min: -300, max: 300, noNaN: true }), (x) => {
        expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 12);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (x) => {
        expect(Math.abs(logarithm(x) - Math.log(x))).toBeLessThan(1e-12);
        expect(power(x, 0.37) / x ** 0.37).toBeCloseTo(1, 11);
      }),
    );
  });

  it('have the bits that they have', () => {
    const bits = [sine(1), cosine(100), exponential(-3.3), logarithm(7), power(2.5, 1.7)].map((x) =>
      new BigUint64Array(new Float64Array([x]).buffer)[0]?.toString(16),
    );
    expect(bits).toMatchInlineSnapshot(`
      [
        "3feaed548f090cee",
        "3feb981dbf665fc7",
        "3fa2e259bb85be84",
        "3fff2272ae325a57",
        "4012fdcf53f3e6f3",
      ]
    `);
  });

  it.each([
    [-1, 0],
    [0, 0],
    [0.5, 0.5],
    [1, 1],
    [2, 1],
  ])('the smooth step at %f is %f', (x, expected) => {
    expect(smoothStep(0, 1, x)).toBeCloseTo(expected, 12);
  });
});

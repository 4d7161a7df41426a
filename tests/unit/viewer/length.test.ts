import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaText, lengthText, rounded } from '../../../src/viewer/length.ts';

const plain = (text: string) => text.replaceAll('\u202f', ' ');

describe('a length', () => {
  test.each([
    [0.25, '0.25 µm'],
    [500, '500 µm'],
    [999.4, '999 µm'],
    [999.6, '1 mm'],
    [1000, '1 mm'],
    [12_440, '12.4 mm'],
    [240_000, '240 mm'],
  ])('of %d µm reads %s', (um, text) => expect(plain(lengthText(um))).toBe(text));

  test('never reads 1000 µm, and never has an exponent', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-2, max: 1e7, noNaN: true }), (um) => {
        expect(lengthText(um)).toMatch(/^\d+(\.\d+)?\u202f(µm|mm)$/);
        expect(lengthText(um)).not.toMatch(/^\d{4,}\u202fµm/);
      }),
    );
  });
});

describe('an area', () => {
  test.each([
    [3200, 2140, '3.2 × 2.1 mm'],
    [1500, 700, '1.5 × 0.7 mm'],
    [263, 176, '263 × 176 µm'],
    [183_400, 240_000, '183 × 240 mm'],
  ])('of %d by %d µm reads %s under one unit', (width, height, text) =>
    expect(plain(areaText(width, height))).toBe(text),
  );
});

test('rounding keeps the digits before the point', () => {
  expect(rounded(1234.5, 2)).toBe('1235');
  expect(rounded(99.9, 2)).toBe('100');
  expect(rounded(0.0456, 2)).toBe('0.046');
});

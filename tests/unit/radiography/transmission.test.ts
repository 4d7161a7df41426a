import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cosine, exponential, logarithm } from '../../../src/radiography/elementary.ts';
import { nepersOf, transmissionOf } from '../../../src/radiography/transmission.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

test('the exponential, logarithm and cosine are those of the engine to a part in 10¹²', () => {
  fc.assert(
    fc.property(between(-300, 300), between(1e-9, 1e9), between(-90, 90), (x, y, angle) => {
      expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-12);
      expect(Math.abs(logarithm(y) - Math.log(y))).toBeLessThan(1e-12);
      expect(Math.abs(cosine(angle) - Math.cos(angle))).toBeLessThan(1e-12);
    }),
  );
});

test('only positive numbers have a logarithm', () => {
  expect(() => logarithm(0)).toThrow('positive');
});

test('transmission falls by e for every neper', () => {
  fc.assert(
    fc.property(between(0, 15.9), (nepers) => {
      expect(Math.abs(transmissionOf(nepers) / Math.exp(-nepers) - 1)).toBeLessThan(1e-10);
    }),
  );
});

test('nepers are found again from the transmission, to single precision', () => {
  fc.assert(
    fc.property(between(0, 15.9), (nepers) => {
      expect(Math.abs(nepersOf(transmissionOf(nepers)) - nepers)).toBeLessThan(1e-7);
    }),
  );
});

test.each([
  [-1, 1],
  [40, Math.exp(-16)],
])('beyond the table an attenuation of %f nepers lets %f through', (nepers, through) => {
  expect(transmissionOf(nepers)).toBeCloseTo(through, 12);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nepersOf, transmissionOf } from '../../../src/radiography/transmission.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

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

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unmixed } from '../../../../src/microscopy/metrics/index.ts';

const unit = ([r, g, b]: [number, number, number]) => {
  const length = Math.hypot(r, g, b);
  return [r / length, g / length, b / length] as [number, number, number];
};
const haematoxylin = unit([0.55, 0.76, 0.34]);
const eosin = unit([0.15, 0.95, 0.28]);
const glass = 243;

it('what was stained with so much of either dye is found again, to the rounding of its pixels', () => {
  const load = fc.double({ min: 0, max: 1.2, noNaN: true });
  fc.assert(
    fc.property(load, load, (h, e) => {
      const pixel = [0, 1, 2].map((c) =>
        Math.round(glass * Math.exp(-(h * (haematoxylin[c] ?? 0) + e * (eosin[c] ?? 0)))),
      );
      const loads = unmixed(pixel, glass, { haematoxylin, eosin });
      expect(Math.abs((loads.haematoxylin[0] as number) - h)).toBeLessThan(0.04);
      expect(Math.abs((loads.eosin[0] as number) - e)).toBeLessThan(0.06);
    }),
  );
});

it('bare glass holds no dye', () => {
  const { haematoxylin: h, eosin: e } = unmixed([glass, glass, glass], glass, {
    haematoxylin,
    eosin,
  });
  expect([h[0], e[0]].map((load) => Math.abs(load as number))).toEqual([0, 0]);
});

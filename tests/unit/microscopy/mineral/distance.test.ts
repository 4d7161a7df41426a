import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toDistances } from '../../../../src/microscopy/mineral/distance.ts';
import { blankGrid, fillGrid, gridAt } from '../../../../src/microscopy/scene/grid.ts';

const field = { left: -80, top: -80, right: 80, bottom: 80 };
const place = fc.double({ min: -70, max: 70, noNaN: true });

it('distances from a disc are those from a circle, to a node', () => {
  const disc = fillGrid(blankGrid(field, 2), (x, y) => (Math.hypot(x - 5, y + 3) < 30 ? 1 : 0));
  const distances = toDistances(disc, 24);
  fc.assert(
    fc.property(place, place, (x, y) => {
      const inside = Math.min(24, Math.max(-24, 30 - Math.hypot(x - 5, y + 3)));
      expect(Math.abs(gridAt(distances, x, y) - inside)).toBeLessThan(2.2);
    }),
  );
});

it('distances do not hang on what lies farther away than they reach', () => {
  const blobs = (x: number, y: number) => (Math.sin(x / 13) * Math.cos(y / 17) > 0.4 ? 1 : 0);
  const wide = toDistances(fillGrid(blankGrid(field, 2), blobs), 20);
  const part = { left: -40, top: -30, right: 50, bottom: 40 };
  const narrow = toDistances(fillGrid(blankGrid(part, 2), blobs), 20);
  for (let y = -8; y <= 18; y += 2)
    for (let x = -18; x <= 28; x += 2) expect(gridAt(narrow, x, y)).toBe(gridAt(wide, x, y));
});

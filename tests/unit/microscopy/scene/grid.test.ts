import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blankGrid, fillGrid, gridAt } from '../../../../src/microscopy/scene/grid.ts';
import { fineTexture, smoothTexture, textureAt } from '../../../../src/microscopy/scene/texture.ts';

const place = fc.double({ min: 100, max: 400, noNaN: true });
const field = { left: 90, top: 90, right: 420, bottom: 420 };

it('a grid gives back what is linear', () => {
  const grid = fillGrid(blankGrid(field, 8), (x, y) => 3 * x - 2 * y + 7);
  fc.assert(
    fc.property(place, place, (x, y) => {
      expect(gridAt(grid, x, y)).toBeCloseTo(3 * x - 2 * y + 7, 3);
    }),
  );
});

it('grids of two fields agree to the bit where both reach', () => {
  const value = (x: number, y: number) => Math.sin(x / 9) * Math.cos(y / 7);
  const first = fillGrid(blankGrid(field, 4), value);
  const second = fillGrid(blankGrid({ left: 33, top: -71, right: 777, bottom: 431 }, 4), value);
  fc.assert(
    fc.property(place, place, (x, y) => {
      expect(gridAt(first, x, y)).toBe(gridAt(second, x, y));
    }),
  );
});

it('a part of a grid is filled without its surroundings', () => {
  const part = { left: 200, top: 200, right: 240, bottom: 260 };
  const grid = fillGrid(blankGrid(field, 8), () => 1, part);
  expect(gridAt(grid, 216, 232)).toBe(1);
  expect(gridAt(grid, 160, 232)).toBe(0);
  expect(grid.values.reduce((sum, value) => sum + value, 0)).toBe(6 * 8);
});

it.each([
  ['smooth', smoothTexture],
  ['fine', fineTexture],
] as const)('the %s texture has mean 0, variance 1 and no seam', (_, texture) => {
  // Its first row and column stand once more at its end.
  const once = texture.filter((_, n) => n % 1025 < 1024 && n < 1024 * 1025);
  expect(once).toHaveLength(1024 * 1024);
  const mean = once.reduce((sum, value) => sum + value, 0) / once.length;
  const variance = once.reduce((sum, value) => sum + value * value, 0) / once.length;
  expect(mean).toBeCloseTo(0, 3);
  expect(variance).toBeCloseTo(1, 3);
  const anywhere = fc.double({ min: -300, max: 300, noNaN: true });
  fc.assert(
    fc.property(anywhere, anywhere, (x, y) => {
      expect(textureAt(texture, x + 64, y - 128)).toBeCloseTo(textureAt(texture, x, y), 2);
      const step = textureAt(texture, x + 0.01, y) - textureAt(texture, x, y);
      expect(Math.abs(step)).toBeLessThan(0.2);
    }),
  );
});

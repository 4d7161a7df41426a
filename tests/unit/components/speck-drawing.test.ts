import { expect, test } from 'vitest';
import { drawSpecks } from '../../../src/components/speck-drawing.ts';
import { growPhantom } from '../../../src/phantom/index.ts';

const phantom = growPhantom({ seed: 7, morphology: 'round', sizeMm: 0.8, difficulty: 0 });

const cornersOf = (path: string) =>
  [...path.matchAll(/(-?\d+) (-?\d+)/g)].map(([, x]) => Number(x));
const widthMm = (path: string, fieldMm: number, side: number) => {
  const across = cornersOf(path);
  return ((Math.max(...across) - Math.min(...across)) * fieldMm) / side;
};

test('round specks are drawn in the size that the recipe gives them', () => {
  const { specks, fieldMm, side } = drawSpecks(phantom, 16);
  expect(specks.length).toBeGreaterThan(5);
  const widths = specks.map(({ outline }) => widthMm(outline, fieldMm, side)).sort((a, b) => a - b);
  expect(widths[widths.length >> 1]).toBeGreaterThan(0.6);
  expect(widths[widths.length >> 1]).toBeLessThan(1);
});

test('specks beyond the field are left out', () => {
  const wide = drawSpecks(phantom, 16).specks.length;
  const narrow = drawSpecks(phantom, 4).specks.length;
  expect(narrow).toBeGreaterThan(0);
  expect(narrow).toBeLessThan(wide);
});

import { expect, it } from 'vitest';
import { nucleiOf } from '../../../../src/microscopy/metrics/index.ts';

const [widthPx, pitchUm] = [400, 0.25];

/** Discs of haematoxylin on a pale ground, each with its middle and radius in µm. */
function slide(discs: readonly (readonly [x: number, y: number, radius: number])[]): Float32Array {
  return Float32Array.from({ length: widthPx * widthPx }, (_, n) => {
    const [x, y] = [(n % widthPx) * pitchUm, Math.floor(n / widthPx) * pitchUm];
    return discs.some(([cx, cy, r]) => Math.hypot(x - cx, y - cy) < r) ? 1.2 : 0.1;
  });
}

const rows = [15, 35, 55, 75];
const apart = rows.flatMap((x) => rows.map((y) => [x, y, 3.2] as const));

it('nuclei that lie apart are counted, and measured to a tenth', () => {
  const { perMm2, medianUm2, part } = nucleiOf(slide(apart), widthPx, pitchUm);
  expect(perMm2).toBeCloseTo(16 / 0.01, 6);
  const areaUm2 = Math.PI * 3.2 * 3.2;
  expect(medianUm2 / areaUm2).toBeGreaterThan(0.9);
  expect(medianUm2 / areaUm2).toBeLessThan(1.1);
  expect(part).toBeCloseTo((16 * medianUm2) / 1e4, 2);
});

it('nuclei that touch count as one, and as no measure of a single nucleus', () => {
  const clump = apart.map(([x, y]) => [20 + x / 5, 20 + y / 5, 3.2] as const);
  const { perMm2, medianUm2 } = nucleiOf(slide([...clump, [80, 80, 3.2]]), widthPx, pitchUm);
  expect(perMm2).toBeCloseTo(2 / 0.01, 6);
  expect(medianUm2).toBeLessThan(40);
});

it('dust is no nucleus', () => {
  const { perMm2, medianUm2 } = nucleiOf(slide([[50, 50, 1]]), widthPx, pitchUm);
  expect(perMm2).toBe(0);
  expect(medianUm2).toBeNaN();
});

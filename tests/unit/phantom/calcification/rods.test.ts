import { describe, expect, it } from 'vitest';
import { growPhantom, openView, phantomPoint } from '../../../../src/phantom/index.ts';
import type { Cast } from '../../../../src/phantom/solid/cast.ts';

const seeds = Array.from({ length: 10 }, (_, n) => n + 1);
const inOrder = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const quantile = (values: readonly number[], part: number): number =>
  inOrder(values)[Math.floor(part * (values.length - 1))] ?? Number.NaN;

describe('large rods', () => {
  const offDeg = seeds.flatMap((seed) => {
    const phantom = growPhantom({ seed, morphology: 'large-rod-like' });
    const { compress } = openView(phantom, 'cc');
    const [u, v] = compress(phantomPoint(phantom.anatomy.breast.depthMm, 0, 0));
    return phantom.specks.map(({ at, solid }) => {
      const course = (solid as Cast).limbs[0]?.course ?? [];
      const pressed = [course[0], course[course.length - 1]].map((end) =>
        compress(
          phantomPoint(at[0] + (end?.[0] ?? 0), at[1] + (end?.[1] ?? 0), at[2] + (end?.[2] ?? 0)),
        ),
      );
      const [inner = [0, 0], outer = [0, 0]] = pressed;
      const along = [inner[0] - outer[0], inner[1] - outer[1]] as const;
      const ahead = [u - (inner[0] + outer[0]) / 2, v - (inner[1] + outer[1]) / 2] as const;
      const across = along[0] * ahead[1] - along[1] * ahead[0];
      const sine = Math.abs(across) / Math.hypot(...along) / Math.hypot(...ahead);
      return (Math.asin(Math.min(sine, 1)) * 180) / Math.PI;
    });
  });

  it('make for the nipple: nine in ten by less than fifteen degrees aside', () => {
    expect(quantile(offDeg, 0.9)).toBeLessThan(15);
  });
});

import { describe, expect, it } from 'vitest';
import { growPhantom, openView, phantomPoint } from '../../../../src/phantom/index.ts';
import type { Cast } from '../../../../src/phantom/solid/cast.ts';
import type { Sediment } from '../../../../src/phantom/solid/sediment.ts';
import { openSediment } from '../../../../src/phantom/solid/sediment.ts';
import type { Shell } from '../../../../src/phantom/solid/shell.ts';

const seeds = Array.from({ length: 10 }, (_, n) => n + 1);
const inOrder = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const quantile = (values: readonly number[], part: number): number =>
  inOrder(values)[Math.floor(part * (values.length - 1))] ?? Number.NaN;

describe('large rods', () => {
  const rods = seeds.flatMap((seed) => {
    const phantom = growPhantom({ seed, morphology: 'large-rod-like' });
    const { compress } = openView(phantom, 'cc');
    const [u, v] = compress(phantomPoint(phantom.anatomy.breast.depthMm, 0, 0));
    return phantom.specks.map(({ at, solid, spanMm }) => {
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
      return { spanMm, offDeg: (Math.asin(Math.min(sine, 1)) * 180) / Math.PI };
    });
  });

  it('make for the nipple: nine in ten by less than fifteen degrees aside', () => {
    expect(
      quantile(
        rods.map(({ offDeg }) => offDeg),
        0.9,
      ),
    ).toBeLessThan(15);
  });

  it('are of unlike length: a quarter short, a quarter nearly twice as long', () => {
    const spansMm = rods.map(({ spanMm }) => spanMm);
    expect(quantile(spansMm, 0.75) / quantile(spansMm, 0.25)).toBeGreaterThan(1.7);
  });
});

describe('rims', () => {
  it('are no balls: half of them are flattened by a third', () => {
    const flat = seeds.flatMap((seed) =>
      growPhantom({ seed, morphology: 'rim' }).specks.map(({ solid }) => {
        const [longest, ...others] = (solid as Shell).semiAxesMm;
        return Math.min(...others) / longest;
      }),
    );
    expect(quantile(flat, 0.5)).toBeLessThan(0.7);
  });
});

describe('milk of calcium', () => {
  it('is a smudge from above: it thins out from its middle on', () => {
    const parts = growPhantom({ seed: 3, morphology: 'milk-of-calcium' }).specks.map(
      ({ solid }) => {
        const { radiusMm } = solid as Sediment;
        const mineralAt = openSediment(solid as Sediment);
        const pathAt = (out: number) => {
          let sum = 0;
          for (let n = 0; n < 36; n++) {
            const turn = (2 * Math.PI * n) / 36;
            const [x, y] = [out * Math.cos(turn) * radiusMm, out * Math.sin(turn) * radiusMm];
            for (let k = 0; k < 60; k++) sum += mineralAt([x, y, -radiusMm * (k / 60)]);
          }
          return sum;
        };
        return pathAt(0.6) / Math.max(pathAt(0.1), 1e-9);
      },
    );
    expect(quantile(parts, 0.5)).toBeLessThan(0.4);
  });
});

import { describe, expect, it } from 'vitest';
import type { MorphologyId } from '../../../../src/lexicon/index.ts';
import { growPhantom } from '../../../../src/phantom/phantom.ts';
import { samplesOf } from '../../../../src/phantom/solid/lattice.ts';
import { inView, type Speck } from '../../../../src/phantom/speck.ts';
import { outOf, type Vector } from '../../../../src/phantom/vector.ts';
import { openView } from '../../../../src/phantom/view.ts';

/** How many times longer than wide the shadow of a speck is: by its moments, weighed by its mineral. */
function longness(shadow: readonly (readonly [u: number, v: number, weight: number])[]): number {
  const total = shadow.reduce((all, [, , weight]) => all + weight, 0);
  const mean = (of: (u: number, v: number) => number) =>
    shadow.reduce((all, [u, v, weight]) => all + weight * of(u, v), 0) / total;
  const [u0, v0] = [mean((u) => u), mean((_, v) => v)];
  const uu = mean((u) => (u - u0) * (u - u0));
  const vv = mean((_, v) => (v - v0) * (v - v0));
  const uv = mean((u, v) => (u - u0) * (v - v0));
  const apart = Math.hypot((uu - vv) / 2, uv);
  return Math.sqrt(((uu + vv) / 2 + apart) / ((uu + vv) / 2 - apart));
}

/** Longness of each grain of a group of that morphology, as a view from above or from the side shows it. */
function seen(morphology: MorphologyId, view: 'cc' | 'ml'): number[] {
  const phantom = growPhantom({ seed: 33, morphology, distribution: 'grouped', difficulty: 0 });
  const compression = openView(phantom, view);
  const shadow = (speck: Speck) => {
    const { solid, axes } = inView(speck, compression);
    const { points, mineral } = samplesOf(solid, speck.spanMm / 24);
    return Array.from(mineral, (part, n) => {
      const [u, v] = outOf(axes, points.slice(3 * n, 3 * n + 3) as unknown as Vector);
      return [u, v, part] as const;
    });
  };
  return phantom.specks.map((speck) => longness(shadow(speck))).sort((a, b) => a - b);
}

const median = (sorted: readonly number[]) => sorted[Math.floor(sorted.length / 2)];

describe('the grains of a group', () => {
  it.each(['cc', 'ml'] as const)(
    'are splinters if they are fine pleomorphic: half are three times as long as wide in %s',
    (view) => {
      expect(median(seen('fine-pleomorphic', view))).toBeGreaterThan(3);
    },
  );

  it.each(['round', 'punctate'] as const)('are about as long as wide if %s', (morphology) => {
    expect(median(seen(morphology, 'cc'))).toBeLessThan(1.35);
  });
});

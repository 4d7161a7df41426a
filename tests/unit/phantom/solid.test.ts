import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { morphologyIds } from '../../../src/lexicon/index.ts';
import { nearestOn } from '../../../src/phantom/curve.ts';
import { measure, measureInView } from '../../../src/phantom/measures.ts';
import { growPhantom } from '../../../src/phantom/phantom.ts';
import { latticeOf } from '../../../src/phantom/solid/lattice.ts';
import { sizedTo, sizeOf } from '../../../src/phantom/solid/size.ts';
import { coverOf, openSolid, scaledSolid } from '../../../src/phantom/solid/solid.ts';
import { inView } from '../../../src/phantom/speck.ts';
import { distance, dot, type Vector } from '../../../src/phantom/vector.ts';
import { openView } from '../../../src/phantom/view.ts';

const specks = morphologyIds.map((morphology) => {
  const phantom = growPhantom({ seed: 33, morphology, breastSize: 'small' });
  return { morphology, phantom, speck: phantom.specks[0] as (typeof phantom.specks)[number] };
});
const near = (at: Vector, radius: number) =>
  fc
    .tuple(
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
    )
    .map(([x, y, z]): Vector => [
      at[0] + x * radius * 1.5,
      at[1] + y * radius * 1.5,
      at[2] + z * radius * 1.5,
    ]);

describe.each(specks)('a $morphology calcification', ({ speck }) => {
  const { solid } = speck;
  const cover = coverOf(solid);

  it('has mineral inside its covering balls and nowhere else', () => {
    const field = openSolid(solid);
    const [ball] = cover;
    fc.assert(
      fc.property(near(ball?.at ?? [0, 0, 0], ball?.radiusMm ?? 1), (point) => {
        const part = field(point);
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(1);
        if (cover.every(({ at, radiusMm }) => distance(at, point) > radiusMm)) expect(part).toBe(0);
      }),
    );
  });

  it('has some mineral, and less of it than of volume', () => {
    const { volumeMm3, mineralMm3 } = sizeOf(solid);
    expect(mineralMm3).toBeGreaterThan(0);
    expect(mineralMm3).toBeLessThan(volumeMm3);
    expect(speck.mineralMm3).toBe(mineralMm3);
  });

  it('is eight times as voluminous when twice as large', () => {
    const ratio = sizeOf(scaledSolid(solid, 2)).volumeMm3 / sizeOf(solid).volumeMm3;
    expect(ratio).toBeGreaterThan(7);
    expect(ratio).toBeLessThan(9);
  });
});

describe('a compact calcification', () => {
  it('is as large as it was made', () => {
    for (const { speck } of specks.filter(({ speck: { solid } }) => solid.kind !== 'cast')) {
      const span = sizeOf(sizedTo(speck.solid, 2)).spanMm;
      expect(Math.abs(span - 2)).toBeLessThan(0.12);
    }
  });

  it('turns with its tissue in a view but stays as it is', () => {
    for (const { phantom, speck } of specks) {
      if (speck.solid.kind !== 'grain') continue;
      const seen = inView(speck, openView(phantom, 'mlo'));
      expect(seen.solid).toEqual(speck.solid);
      const [a, b, c] = seen.axes;
      expect(dot(a, a)).toBeCloseTo(1, 9);
      expect(dot(a, b)).toBeCloseTo(0, 9);
      expect(dot(b, c)).toBeCloseTo(0, 9);
    }
  });

  it('is no perfect ball', () => {
    const round = specks.find(({ morphology }) => morphology === 'round')?.phantom.specks ?? [];
    const ratios = round.map(({ spanMm, equivalentDiameterMm }) => equivalentDiameterMm / spanMm);
    for (const ratio of ratios) expect(ratio).toBeLessThan(0.99);
    expect(Math.max(...ratios) - Math.min(...ratios)).toBeGreaterThan(0.02);
  });
});

describe('a cast', () => {
  const phantom = growPhantom({ seed: 33, morphology: 'fine-linear', distribution: 'linear' });

  it('lies along its duct in the view as well', () => {
    const cc = openView(phantom, 'cc');
    for (const speck of phantom.specks) {
      const { at, solid } = inView(speck, cc);
      const ducts = speck.host.ducts.map((id) =>
        (phantom.anatomy.tree.ducts[id]?.course ?? []).map((point) => cc.compress(point)),
      );
      if (solid.kind !== 'cast') continue;
      const middle = solid.limbs[0]?.course[0] ?? [0, 0, 0];
      const there: Vector = [at[0] + middle[0], at[1] + middle[1], at[2] + middle[2]];
      const off = Math.min(...ducts.map((duct) => nearestOn(duct, there).distanceMm));
      expect(off).toBeLessThan(1.6);
    }
  });

  it('is measured shorter in a view than in space, or as long, but for the stretch of tissue', () => {
    const inSpace = measure(phantom);
    const seen = measureInView(phantom, openView(phantom, 'ml'));
    expect(seen.count).toBe(inSpace.count);
    expect(seen.largestMm).toBe(inSpace.largestMm);
    expect(seen.extentMm).toBeLessThan(inSpace.extentMm * 1.7);
  });
});

describe('the lattice of a solid', () => {
  it('holds each point once, where the field has mineral', () => {
    const found = specks.find(({ morphology }) => morphology === 'fine-linear');
    if (!found) throw new Error('There is no cast among the specks.');
    const { solid } = found.speck;
    const { points, mineral } = latticeOf(solid, 0.05);
    const field = openSolid(solid);
    const keys = new Set<string>();
    for (let i = 0; i < mineral.length; i++) {
      const point = [...points.subarray(3 * i, 3 * i + 3)] as unknown as Vector;
      expect(field(point)).toBe(mineral[i]);
      keys.add(point.join());
    }
    expect(keys.size).toBe(mineral.length);
  });
});

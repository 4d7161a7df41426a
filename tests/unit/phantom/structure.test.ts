import { describe, expect, it } from 'vitest';
import { growAnatomy } from '../../../src/phantom/anatomy.ts';
import { planOf } from '../../../src/phantom/plan.ts';
import { structuresOf } from '../../../src/phantom/structure.ts';

describe('the structures of a breast', () => {
  const anatomy = growAnatomy(planOf({ seed: 2, morphology: 'round', breastSize: 'small' }));
  const all = structuresOf(anatomy);

  it('are ducts, lobules, arteries, veins and ligaments, the thickest first', () => {
    expect(new Set(all.map(({ kind }) => kind)).size).toBe(5);
    const radii = all.map(({ fromRadiusMm, toRadiusMm }) => Math.max(fromRadiusMm, toRadiusMm));
    expect(radii).toEqual([...radii].sort((a, b) => b - a));
  });

  it('leave out what is finer than asked', () => {
    const coarse = structuresOf(anatomy, 0.8);
    expect(coarse.length).toBeLessThan(all.length * 0.7);
    for (const { fromRadiusMm, toRadiusMm } of coarse) {
      expect(2 * Math.max(fromRadiusMm, toRadiusMm)).toBeGreaterThanOrEqual(0.8);
    }
  });

  it('lie in their boxes', () => {
    for (const { course, box } of all) {
      for (const point of course) {
        for (const axis of [0, 1, 2] as const) {
          expect(point[axis]).toBeGreaterThanOrEqual(box.min[axis]);
          expect(point[axis]).toBeLessThanOrEqual(box.max[axis]);
        }
      }
    }
  });

  it('let every ligament strand end in the skin', () => {
    expect(all.filter(({ kind }) => kind === 'ligament').length).toBeGreaterThan(20);
  });
});

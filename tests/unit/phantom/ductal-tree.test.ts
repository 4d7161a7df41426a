import { describe, expect, it } from 'vitest';
import { depthUnderSkinMm, growBreast } from '../../../src/phantom/breast.ts';
import { growDuctalTree } from '../../../src/phantom/ductal-tree.ts';
import { lobeApex, lobeAt } from '../../../src/phantom/lobe.ts';
import { openPatient } from '../../../src/phantom/position.ts';
import { distance } from '../../../src/phantom/vector.ts';

describe.each([1, 20, 300])('the ductal tree of patient %i', (seed) => {
  const patient = openPatient(seed);
  const breast = growBreast('medium', patient.branch('breast'));
  const tree = growDuctalTree(breast, 52, patient.branch('ducts'));
  const apex = lobeApex(breast);

  it('has 15 to 20 lobes, each with a main duct that opens at the nipple', () => {
    expect(tree.lobes.length).toBeGreaterThanOrEqual(15);
    expect(tree.lobes.length).toBeLessThanOrEqual(20);
    const mains = tree.ducts.filter(({ parent }) => parent === null);
    expect(mains.map(({ lobe }) => lobe)).toEqual(tree.lobes.map(({ id }) => id));
    for (const { course } of mains) expect(distance(course[0] ?? apex, apex)).toBeLessThan(5);
  });

  it('joins every duct to the end of its parent, thinner than it', () => {
    for (const duct of tree.ducts) {
      if (duct.parent === null) continue;
      const parent = tree.ducts[duct.parent];
      expect(parent?.children).toContain(duct.id);
      expect(duct.course[0]).toEqual(parent?.course[parent.course.length - 1]);
      expect(duct.fromRadiusMm).toBeLessThan(parent?.fromRadiusMm ?? 0);
    }
  });

  it('keeps to the breast, and most ducts to the wedge of their lobe', () => {
    const points = tree.ducts.flatMap(({ course, lobe }) => course.map((at) => ({ at, lobe })));
    for (const { at } of points) expect(depthUnderSkinMm(breast, at)).toBeGreaterThan(0);
    const away = points.filter(({ at }) => distance(at, apex) > 15);
    const own = away.filter(({ at, lobe }) => lobeAt(tree.lobes, apex, at) === lobe);
    expect(own.length / away.length).toBeGreaterThan(0.75);
  });

  it('ends in hundreds of lobular units, each at its duct', () => {
    expect(tree.tdlus.length).toBeGreaterThan(300);
    for (const { at, duct } of tree.tdlus) {
      const { course } = tree.ducts[duct] as (typeof tree.ducts)[number];
      expect(Math.min(...course.map((point) => distance(point, at)))).toBeLessThan(4.5);
    }
  });
});

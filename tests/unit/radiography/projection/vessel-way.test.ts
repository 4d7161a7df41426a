import { describe, expect, it } from 'vitest';
import {
  type Compression,
  type CompressedPoint,
  courseLengthMm,
  growPhantom,
  openNoise,
  openView,
  type PhantomPoint,
  type Vessel,
} from '../../../../src/phantom/index.ts';
import { waysOf } from '../../../../src/radiography/projection/vessel-way.ts';

const woman = growPhantom({ seed: 21, morphology: 'punctate' });
const view = openView(woman, 'cc');
const pressure = openNoise(4);
/** Plates that press nothing. */
const unpressed = { compress: ([x, y, z]: PhantomPoint) => [x, y, z] } as unknown as Compression;

const evenly = () => 0;

const vessel = (id: number, parent: number | null, course: readonly number[][]): Vessel => ({
  id,
  kind: 'vein',
  parent,
  course: course as unknown as PhantomPoint[],
  fromRadiusMm: 1,
  toRadiusMm: 0.8,
});
const line = (n: number, dx: number, dy: number, x = 0, y = 0) =>
  Array.from({ length: n }, (_, k) => [x + k * dx, y + k * dy, 0]);

describe('the ways of vessels', () => {
  it('fade and thin out to their end', () => {
    for (const { radiiMm, shown } of waysOf(woman.anatomy.vessels, false, view, pressure)) {
      expect(shown[shown.length - 1]).toBe(0);
      expect(radiiMm[radiiMm.length - 1]).toBeLessThan(Math.max(...radiiMm) / 2);
    }
  });

  it('go on without a corner from one vessel to the next', () => {
    const tree = [vessel(0, null, line(31, 1, 0)), vessel(1, 0, line(31, 0, 1, 30, 0))];
    const ways = waysOf(tree, false, unpressed, evenly);
    expect(ways).toHaveLength(1);
    const course = ways[0]?.course as CompressedPoint[];
    for (let n = 3; n < course.length - 3; n++) {
      const [a, b, c] = [course[n - 3], course[n], course[n + 3]] as CompressedPoint[];
      const bend =
        courseLengthMm([a, b, c] as CompressedPoint[]) -
        courseLengthMm([a, c] as CompressedPoint[]);
      expect(bend).toBeLessThan(0.2);
    }
  });

  it('are pressed flat here and less there, but for stiff ones', () => {
    const tree = [vessel(0, null, line(120, 1, 0))];
    const middle = (isStiff: boolean) => {
      const way = waysOf(tree, isStiff, unpressed, pressure)[0];
      return { shown: way?.shown.slice(40, 90) ?? [], radiiMm: way?.radiiMm.slice(40, 90) ?? [] };
    };
    const [soft, stiff] = [middle(false), middle(true)];
    expect(Math.min(...soft.shown)).toBeLessThan(0.6 * Math.max(...soft.shown));
    expect(Math.min(...soft.shown)).toBeGreaterThan(0.25);
    expect(Math.min(...soft.radiiMm)).toBeLessThan(0.85 * Math.max(...soft.radiiMm));
    expect(new Set(stiff.shown)).toEqual(new Set([1]));
  });

  it('are nowhere straight for three centimetres, even where the breast at rest has them so', () => {
    const tree = [vessel(0, null, line(120, 1, 0))];
    const vs = (waysOf(tree, false, unpressed, pressure)[0]?.course ?? []).map(([, v]) => v);
    for (let from = 30; from + 38 < vs.length - 30; from += 10) {
      const stretch = vs.slice(from, from + 38);
      expect(Math.max(...stretch) - Math.min(...stretch)).toBeGreaterThan(0.5);
    }
  });

  it('stay where they lie if they are stiff', () => {
    const [way] = waysOf(
      [vessel(0, null, line(31, 1, 0).concat(line(30, 0, 1, 30, 1)))],
      true,
      unpressed,
      pressure,
    );
    expect(way?.course.some(([u, v]) => u === 30 && v === 0)).toBe(true);
  });

  it('leave their stem gradually', () => {
    const tree = [vessel(0, null, line(61, 1, 0)), vessel(1, 0, line(31, 0, 1, 30, 0))];
    const branch = waysOf(tree, false, unpressed, evenly)[1]?.course as CompressedPoint[];
    expect(Math.abs(branch[0]?.[1] ?? 1)).toBeLessThan(0.1);
    expect(branch[0]?.[0]).toBeLessThan(29);
  });
});

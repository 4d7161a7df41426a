import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreHotspot } from '../../../../src/quiz/items/hotspot.ts';
import { findingIn } from '../../../../src/quiz/items/places.ts';
import { outsideMm } from '../../../../src/quiz/scoring/localisation.ts';
import type { SpeckTrace } from '../../../../src/trace/index.ts';

const speck = (x: number, y: number, hidden: SpeckTrace['hidden'] = null): SpeckTrace => ({
  id: 0,
  mineral: 'hydroxyapatite',
  widestUm: 200,
  outlinesPx: [[x - 1, y - 1, x + 1, y - 1, x + 1, y + 1, x - 1, y + 1]],
  hidden,
});
const umPerPixel = 100;

describe('the finding of a view', () => {
  test('holds every calcification that is seen, in millimetres of the view', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 2000 })), {
          minLength: 1,
          maxLength: 30,
        }),
        (places) => {
          const finding = findingIn({ specks: places.map(([x, y]) => speck(x, y)) }, umPerPixel);
          if (!finding) throw new Error('There must be a finding.');
          for (const [x, y] of places) {
            const mark = { xMm: x / 10, yMm: y / 10 };
            expect(outsideMm(mark, finding)).toBe(0);
            expect(Math.hypot(mark.xMm - finding.xMm, mark.yMm - finding.yMm)).toBeLessThanOrEqual(
              finding.radiusMm,
            );
          }
        },
      ),
    );
  });

  test('leaves out what is hidden, unless nothing is seen', () => {
    const seen = findingIn(
      { specks: [speck(100, 100), speck(900, 900, 'in-glare' as never)] },
      umPerPixel,
    );
    expect(seen).toMatchObject({ xMm: 10, yMm: 10 });
    expect(findingIn({ specks: [speck(900, 900, 'in-glare' as never)] }, umPerPixel)).toMatchObject(
      { xMm: 90 },
    );
    expect(findingIn({ specks: [] }, umPerPixel)).toBeUndefined();
  });

  test('is hit all along a rod, not only at its middle', () => {
    const rod = {
      ...speck(0, 0),
      outlinesPx: [[0, 0, 50, 0, 100, 0, 150, 0, 200, 0, 200, 8, 0, 8]],
    };
    const finding = findingIn({ specks: [rod] }, umPerPixel);
    if (!finding) throw new Error('There must be a finding.');
    for (const xMm of [0, 5, 10, 15, 20]) expect(outsideMm({ xMm, yMm: 0.4 }, finding)).toBe(0);
    expect(outsideMm({ xMm: 10, yMm: 9 }, finding)).toBeGreaterThan(5);
  });

  test('is not hit between two calcifications that lie far apart', () => {
    const finding = findingIn({ specks: [speck(0, 0), speck(1000, 0)] }, umPerPixel);
    const score = (xMm: number) =>
      scoreHotspot(
        { kind: 'hotspot', pictures: [] },
        { findings: [finding] },
        { mark: { picture: 0, xMm, yMm: 0 } },
      );
    expect(score(50).credit).toBe(0);
    expect(score(99)).toEqual({ credit: 1, reason: 'Right: your mark lies on the finding.' });
    expect(score(105.5).credit).toBeCloseTo(0.5);
    expect(score(105.5).reason).toBe('Near: your mark lies 3 mm outside the finding.');
  });
});

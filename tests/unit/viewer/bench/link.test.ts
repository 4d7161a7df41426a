import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  centred,
  fieldMmOf,
  fieldPxOf,
  follow,
  movesWith,
  offsetOf,
} from '../../../../src/viewer/bench/link.ts';
import { viewOf } from './views.ts';

const [cc, mlo, magnified] = [viewOf('cc'), viewOf('mlo'), viewOf('magnification-cc')];
const field = (xMm: number, yMm: number) => ({ xMm, yMm, mmPerScreenPx: 0.1 });

describe('linked panes', () => {
  test('move together within a plane, and not where the breast was pressed anew or is out', () => {
    expect(movesWith(cc, mlo)).toBe(true);
    expect(movesWith(cc, magnified)).toBe(false);
    expect(movesWith(cc, viewOf('specimen-radiograph'))).toBe(false);
    expect(movesWith(viewOf('histology'), viewOf('polarised'))).toBe(true);
  });

  test('stand centred alike until somebody moves one alone', () => {
    const whole = field((cc.widthPx * 0.07) / 2, (cc.heightPx * 0.07) / 2);
    const shown = follow(whole, centred(cc, mlo));
    expect(shown.xMm).toBeCloseTo((mlo.widthPx * 0.07) / 2);
    expect(shown.yMm).toBeCloseTo((mlo.heightPx * 0.07) / 2);
  });

  test('keep the distance that they had when they were linked, at one scale', () => {
    const offset = offsetOf(field(100, 100), field(90, 130));
    expect(follow({ ...field(110, 105), mmPerScreenPx: 0.02 }, offset)).toEqual({
      xMm: 100,
      yMm: 135,
      mmPerScreenPx: 0.02,
    });
  });

  test('have not drifted after a hundred moves that lead back, through pixels and all', () => {
    const step = fc.double({ min: -50, max: 50, noNaN: true });
    const throughPixels = (at: ReturnType<typeof field>, umPerPixel: number) => {
      const px = fieldPxOf(at, umPerPixel, 800);
      return fieldMmOf(px, px.widthPx / 800, umPerPixel);
    };
    fc.assert(
      fc.property(fc.array(fc.tuple(step, step), { minLength: 100, maxLength: 100 }), (steps) => {
        const [a, b] = [field(100, 100), field(63.7, 12.9)];
        const offset = offsetOf(a, b);
        let last = b;
        for (const [x, y] of [...steps, [0, 0] as const])
          last = throughPixels(follow(throughPixels(field(100 + x, 100 + y), 70), offset), 38.9);
        expect(last.xMm).toBeCloseTo(b.xMm, 9);
        expect(last.yMm).toBeCloseTo(b.yMm, 9);
        expect(last.mmPerScreenPx).toBeCloseTo(0.1, 9);
      }),
    );
  });
});

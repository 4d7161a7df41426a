import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  draggedTone,
  inverted,
  isInverted,
  lineOf,
  ownTone,
  tonePresets,
  toneAt,
} from '../../../../src/viewer/bench/tone.ts';

const shown = (tone: { black: number; white: number }, shade: number) => {
  const { slope, intercept } = lineOf(tone);
  return slope * shade + intercept;
};

describe('the window of a pane', () => {
  test('leaves the picture as it is until somebody turns it', () => {
    expect(lineOf(ownTone)).toEqual({ slope: 1, intercept: 0 });
  });

  test.each(tonePresets)('%s is black and white where it says', (_, tone) => {
    expect(shown(tone, tone.black / 100)).toBeCloseTo(0);
    expect(shown(tone, tone.white / 100)).toBeCloseTo(1);
  });

  test('inverted, black and white change places', () => {
    const tone = inverted({ black: 20, white: 60 });
    expect(shown(tone, 0.2)).toBeCloseTo(1);
    expect(shown(tone, 0.6)).toBeCloseTo(0);
  });

  test('widens to the right, sinks downwards, and stays inverted', () => {
    expect(draggedTone({ black: 40, white: 60 }, 60, 0)).toEqual({ black: 30, white: 70 });
    expect(draggedTone({ black: 40, white: 60 }, 0, 30)).toEqual({ black: 30, white: 50 });
    expect(isInverted(draggedTone(inverted(ownTone), 5, 5))).toBe(true);
  });

  test('never leaves what the picture holds, wherever it is dragged', () => {
    const any = fc.double({ min: -5000, max: 5000, noNaN: true });
    fc.assert(
      fc.property(any, any, (level, width) => {
        const { black, white } = toneAt(level, width, ownTone);
        expect(black).toBeGreaterThanOrEqual(0);
        expect(white).toBeLessThanOrEqual(100);
        expect(white - black).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});

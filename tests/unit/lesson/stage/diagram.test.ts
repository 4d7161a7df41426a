import { describe, expect, test } from 'vitest';
import { cutOf } from '../../../../src/lesson/stage/diagram.ts';

describe('a high drawing is cut in two', () => {
  test.each([
    ['between the two boxes that lie about its middle', [4, 60, 112, 170], 4, 220, 110],
    ['above the box that begins next to the middle, be it above', [0, 95, 180], 0, 200, 93],
    ['in the middle where it has no boxes', [], 0, 200, 98],
  ])('%s', (_, tops, from, until, cut) => {
    expect(cutOf(tops, from, until)).toBe(cut);
  });
});

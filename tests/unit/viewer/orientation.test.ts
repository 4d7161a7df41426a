import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asTaken,
  inImage,
  isAsTaken,
  liesOnItsSide,
  mirrored,
  onScreen,
  orientationText,
  turned,
} from '../../../src/viewer/orientation.ts';
import { orientations } from './orientations.ts';

const right = [1, 0] as const;
const down = [0, 1] as const;
const direction = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));

describe('a picture that is turned or mirrored', () => {
  test('turns clockwise: what pointed to the right points down', () => {
    const once = turned(asTaken);
    expect(onScreen(once, right)).toEqual([-0, 1]);
    expect(onScreen(once, down)).toEqual([-1, 0]);
    expect(liesOnItsSide(once)).toBe(true);
  });

  test('lies as taken after four turns, and after being mirrored twice', () => {
    fc.assert(
      fc.property(orientations, (orientation) => {
        expect(turned(turned(turned(turned(orientation))))).toEqual(orientation);
        expect(mirrored(mirrored(orientation))).toEqual(orientation);
      }),
    );
  });

  test('turns clockwise and is mirrored as one sees it, however it lies already', () => {
    fc.assert(
      fc.property(orientations, direction, (orientation, along) => {
        const [x, y] = onScreen(orientation, along);
        const [turnedX, turnedY] = onScreen(turned(orientation), along);
        expect([turnedX + 0, turnedY + 0]).toEqual([-y + 0, x + 0]);
        const [mirroredX, mirroredY] = onScreen(mirrored(orientation), along);
        expect([mirroredX + 0, mirroredY + 0]).toEqual([-x + 0, y + 0]);
      }),
    );
  });

  test('is pointed at where it lies', () => {
    fc.assert(
      fc.property(orientations, direction, (orientation, along) => {
        const [x, y] = inImage(orientation, onScreen(orientation, along));
        expect([x + 0, y + 0]).toEqual([along[0] + 0, along[1] + 0]);
      }),
    );
  });

  test('says so in words, unless it lies as taken', () => {
    fc.assert(
      fc.property(orientations, (orientation) => {
        expect(orientationText(orientation) === '').toBe(isAsTaken(orientation));
      }),
    );
    expect(orientationText(mirrored(asTaken))).toBe('mirrored left to right');
    expect(orientationText({ turnDeg: 90, mirrored: true })).toBe(
      'turned by 90°, then mirrored left to right',
    );
  });
});

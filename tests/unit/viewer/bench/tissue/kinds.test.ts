import { describe, expect, it } from 'vitest';
import type { Feature, FeatureName } from '../../../../../src/microscopy/truth/feature.ts';
import {
  featureAt,
  isCrowd,
  isWithin,
  kindsOf,
  radiusUm,
} from '../../../../../src/viewer/bench/tissue/kinds.ts';

const at = (name: FeatureName, x: number, y: number, half = 5): Feature => ({
  name,
  at: [x, y],
  reach: { left: x - half, right: x + half, top: y - half, bottom: y + half },
});

describe('the features of a field', () => {
  it('are listed by kind, areas before cells, without kinds that are not there', () => {
    const kinds = kindsOf([at('lymphocyte', 0, 0), at('necrosis', 9, 9), at('lymphocyte', 3, 3)]);
    expect(kinds.map(({ name, features }) => [name, features.length])).toEqual([
      ['necrosis', 1],
      ['lymphocyte', 2],
    ]);
  });

  it('are a crowd where marks of all would hide the tissue', () => {
    const many = (count: number) => ({
      name: 'lymphocyte' as const,
      features: Array.from({ length: count }, (_, n) => at('lymphocyte', n, 0)),
    });
    expect([6, 40, 41].map((count) => isCrowd(many(count)))).toEqual([false, false, true]);
  });
});

describe('the feature that is pointed at', () => {
  const snout = at('apical snout', 100, 100, 4);
  const mitosis = at('mitosis', 130, 100, 20);
  const area = at('necrosis', 100, 300, 200);

  it('is the nearest within reach', () => {
    expect(featureAt([snout, mitosis], [103, 100], 8)).toBe(snout);
    expect(featureAt([snout, mitosis], [116, 100], 2)).toBe(mitosis);
    expect(featureAt([snout, mitosis], [60, 100], 8)).toBeUndefined();
  });

  it('is an area at its name only, for it reaches over all that lies in it', () => {
    expect(featureAt([area], [100, 305], 8)).toBe(area);
    expect(featureAt([area], [180, 300], 8)).toBeUndefined();
  });

  it('has half of its longer side as its radius', () => {
    const flat = { ...snout, reach: { left: 0, right: 30, top: 0, bottom: 8 } };
    expect(radiusUm(flat)).toBe(15);
  });
});

it.each([
  ['lies within itself', { left: 0, right: 10, top: 0, bottom: 10 }, true],
  ['lies within a wider one', { left: 2, right: 8, top: 1, bottom: 9 }, true],
  ['sticks out to the left', { left: -1, right: 8, top: 1, bottom: 9 }, false],
  ['sticks out below', { left: 1, right: 8, top: 1, bottom: 11 }, false],
])('a field that %s is told from one that has to be read', (_, inner, expected) => {
  expect(isWithin(inner, { left: 0, right: 10, top: 0, bottom: 10 })).toBe(expected);
});

import { describe, expect, test } from 'vitest';
import { drawsOf, shuffled } from '../../../src/quiz/draw.ts';

describe('drawing by a seed', () => {
  test('gives the same numbers everywhere, spread over 0 to 1', () => {
    const draw = drawsOf('a class');
    const drawn = Array.from({ length: 2000 }, draw);
    const again = drawsOf('a class');
    expect(drawn.slice(0, 5)).toEqual(Array.from({ length: 5 }, again));
    expect(drawn.slice(0, 2)).toMatchInlineSnapshot(`
      [
        0.8980818968266249,
        0.8758282356429845,
      ]
    `);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(drawn.reduce((sum, each) => sum + each, 0) / drawn.length).toBeCloseTo(0.5, 1);
  });

  test('shuffles without losing any, in another order for another seed', () => {
    const letters = [...'abcdefgh'];
    expect(shuffled(letters, '1').toSorted()).toEqual(letters);
    expect(shuffled(letters, '1')).toEqual(shuffled(letters, '1'));
    expect(shuffled(letters, '1')).not.toEqual(shuffled(letters, '2'));
  });
});

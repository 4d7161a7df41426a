import { describe, expect, it } from 'vitest';
import { openDraw } from '../../../src/phantom/draw.ts';

const many = <T>(count: number, one: () => T) => Array.from({ length: count }, one);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('seeded draws', () => {
  it('repeat themselves for the same seed and name', () => {
    const [a, b] = [openDraw(7, 'ducts'), openDraw(7, 'ducts')];
    expect(many(20, () => a.uniform())).toEqual(many(20, () => b.uniform()));
  });

  it('are not moved by what another branch draws', () => {
    const [a, b] = [openDraw(7), openDraw(7)];
    many(100, () => a.branch('vessels').uniform());
    expect(a.branch('ducts').uniform()).toBe(b.branch('ducts').uniform());
  });

  it('have nothing in common for neighbouring seeds', () => {
    const pairs = many(2000, () => 0).map((_, seed) => [
      openDraw(seed, 'x').uniform(),
      openDraw(seed + 1, 'x').uniform(),
    ]) as [number, number][];
    const covariance = mean(pairs.map(([a, b]) => (a - 0.5) * (b - 0.5)));
    expect(Math.abs(covariance * 12)).toBeLessThan(0.08);
    expect(mean(pairs.map(([a]) => a))).toBeCloseTo(0.5, 1);
  });

  it('follow the normal distribution where asked', () => {
    const draw = openDraw(3);
    const values = many(20000, () => draw.normal(2, 3));
    expect(mean(values)).toBeCloseTo(2, 1);
    expect(Math.sqrt(mean(values.map((v) => (v - 2) ** 2)))).toBeCloseTo(3, 1);
  });

  it('give whole numbers of a range with both ends', () => {
    const draw = openDraw(3);
    expect([...new Set(many(300, () => draw.integer(1, 4)))].sort()).toEqual([1, 2, 3, 4]);
  });

  it('refuse to pick from nothing', () => {
    expect(() => openDraw(1).pick([])).toThrow(/empty list/);
  });
});

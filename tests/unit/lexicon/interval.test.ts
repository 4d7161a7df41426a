import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Interval, contains, printInterval } from '../../../src/lexicon/interval.ts';

describe('an interval', () => {
  it.each<[string, Interval, number, boolean]>([
    ['a closed lower end belongs to it', { min: 0.5, max: 1 }, 0.5, true],
    ['a closed upper end belongs to it', { min: 0.5, max: 1 }, 1, true],
    ['an open lower end does not', { min: 2, max: 10, open: 'min' }, 2, false],
    ['the upper end beside an open lower end does', { min: 2, max: 10, open: 'min' }, 10, true],
    ['an open upper end does not', { max: 0.5, open: 'max' }, 0.5, false],
    ['neither of two open ends does: lower', { min: 50, max: 95, open: 'both' }, 50, false],
    ['neither of two open ends does: upper', { min: 50, max: 95, open: 'both' }, 95, false],
    ['without an upper end it goes on', { min: 95 }, 1e9, true],
    ['without a lower end it goes down', { max: 20 }, -5, true],
    ['NaN lies in none', {}, Number.NaN, false],
  ])('%s', (_, interval, value, expected) => {
    expect(contains(interval, value)).toBe(expected);
  });

  it.each<[Interval, 'mm' | '%', string]>([
    [{ min: 2, max: 10, open: 'min' }, '%', '>2 to ≤10%'],
    [{ min: 50, max: 95, open: 'both' }, '%', '>50 to <95%'],
    [{ min: 1, max: 3, open: 'max' }, 'mm', '≥1 to <3\u202fmm'],
    [{ min: 95 }, '%', '≥95%'],
    [{ min: 0, max: 0 }, '%', '0%'],
    [{ min: 0.5, max: 1 }, 'mm', '0.5–1\u202fmm'],
    [{ max: 0.5, open: 'max' }, 'mm', '<0.5\u202fmm'],
    [{ min: 1, open: 'min' }, 'mm', '>1\u202fmm'],
    [{ max: 20 }, 'mm', '≤20\u202fmm'],
  ])('%j in %s prints as %s', (interval, unit, printed) => {
    expect(printInterval(interval, unit)).toBe(printed);
  });

  it('refuses to print without any end', () => {
    expect(() => printInterval({}, 'mm')).toThrow('without ends');
  });

  it('holds every value between its ends, whatever is open', () => {
    const interval = fc.record({
      min: fc.integer({ min: -1000, max: 0 }),
      max: fc.integer({ min: 1, max: 1000 }),
      open: fc.constantFrom('min', 'max', 'both'),
    });
    fc.assert(
      fc.property(interval, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (range, share) => {
        const { min, max } = range;
        expect(contains(range, min + share * (max - min))).toBe(true);
        expect(contains(range, min - share)).toBe(false);
        expect(contains(range, max + share)).toBe(false);
      }),
    );
  });
});

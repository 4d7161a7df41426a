import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archiveSchema } from '../../../src/atlas/archive.ts';
import { countOf, likelihoodRatio, predictiveValue } from '../../../src/evidence/archive.ts';
import { shareOf } from '../../../src/evidence/interval.ts';

const { rows } = archiveSchema.parse(
  JSON.parse(readFileSync('content/archives/cbis-ddsm.json', 'utf8')),
);

describe('the interval of a share', () => {
  // Values of Wilson’s interval as printed by Newcombe 1998 for 81 of 263 and 0 of 20.
  test.each([
    [81, 263, 25.53, 36.62],
    [0, 20, 0, 16.11],
  ])('of %i in %i is from %d to %d%%', (part, whole, low, high) => {
    const share = shareOf(part, whole);
    expect(share.low).toBeCloseTo(low, 2);
    expect(share.high).toBeCloseTo(high, 2);
  });

  test('holds the share and stays within 0 and 100, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (whole, n) => {
        const { percent, low, high } = shareOf(n % (whole + 1), whole);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThanOrEqual(percent + 1e-9);
        expect(high).toBeGreaterThanOrEqual(percent - 1e-9);
      }),
    );
  });

  test('does not exist where nothing was counted', () => {
    expect(() => shareOf(0, 0)).toThrow('at most the whole');
  });
});

describe('the archive', () => {
  test('holds 1,045 lesions, of which 381 are malignant', () => {
    expect(countOf(rows, {})).toEqual({ malignant: 381, lesions: 1045 });
  });

  test('is counted by every word of a lesion, and by words together', () => {
    const linear = countOf(rows, { word: 'fine-linear' });
    const segmental = countOf(rows, { word: 'fine-linear', arrangement: 'segmental' });
    expect(linear.lesions).toBe(58 + 20 + 3);
    expect(segmental.lesions).toBeGreaterThan(0);
    expect(segmental.lesions).toBeLessThan(linear.lesions);
    expect(countOf(rows, { word: 'no-such' })).toEqual({ malignant: 0, lesions: 0 });
  });
});

describe('a predictive value', () => {
  test('at the prevalence of the archive is the share in the archive', () => {
    const prevalence = (100 * 381) / 1045;
    const { malignant, lesions } = countOf(rows, { word: 'amorphous' });
    expect(predictiveValue(likelihoodRatio(rows, 'amorphous'), prevalence)).toBeCloseTo(
      (100 * malignant) / lesions,
      9,
    );
  });

  test('rises with the prevalence and keeps the order of the words', () => {
    const [few, many] = [2, 74].map((prevalence) =>
      ['amorphous', 'fine-linear'].map((word) =>
        predictiveValue(likelihoodRatio(rows, word), prevalence),
      ),
    );
    expect(many?.[0]).toBeGreaterThan(few?.[0] ?? 100);
    for (const [amorphous = 100, linear = 0] of [few ?? [], many ?? []])
      expect(linear).toBeGreaterThan(amorphous);
  });
});

import { describe, expect, it } from 'vitest';
import type { MorphologyId } from '../../../src/lexicon/index.ts';
import { growPhantom, type Phantom, prove } from '../../../src/phantom/index.ts';
import { sizeOf } from '../../../src/phantom/solid/size.ts';

const difficulties = [0, 0.3, 0.6, 1];
const cases = new Map<MorphologyId, Phantom[]>();
function grown(morphology: MorphologyId): Phantom[] {
  const phantoms =
    cases.get(morphology) ??
    difficulties.map((difficulty) =>
      growPhantom({ seed: 12, morphology, distribution: 'grouped', count: 20, difficulty }),
    );
  cases.set(morphology, phantoms);
  return phantoms;
}

const rises = (values: readonly number[]) =>
  values.slice(1).every((value, n) => value > (values[n] as number));
const falls = (values: readonly number[]) => rises(values.map((value) => -value));

describe('a harder case', () => {
  it.each([
    'punctate',
    'round',
    'fine-pleomorphic',
    'coarse-heterogeneous',
    'milk-of-calcium',
  ] as const)('of %s has less mineral in its calcifications', (morphology) => {
    const packings = grown(morphology).map(({ specks }) => {
      const own = specks.filter((speck) => speck.morphology === morphology);
      const mineral = own.reduce((sum, { mineralMm3 }) => sum + mineralMm3, 0);
      return mineral / own.reduce((sum, { solid }) => sum + sizeOf(solid).volumeMm3, 0);
    });
    expect(falls(packings), packings.join(', ')).toBe(true);
  });

  it.each([
    ['round', 'punctate'],
    ['punctate', 'amorphous'],
    ['fine-pleomorphic', 'amorphous'],
  ] as const)('of %s has more that look %s, and never most of them', (morphology, lookAlike) => {
    const shares = grown(morphology).map(
      ({ specks }) =>
        specks.filter((speck) => speck.morphology === lookAlike).length / specks.length,
    );
    expect(shares[0]).toBe(0);
    expect(rises(shares), shares.join(', ')).toBe(true);
    expect(Math.max(...shares)).toBeLessThanOrEqual(0.4);
  });

  it.each(['punctate', 'round', 'fine-pleomorphic', 'milk-of-calcium'] as const)(
    'of %s is still what its recipe says',
    (morphology) => {
      expect(grown(morphology).flatMap(prove)).toEqual([]);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { habits } from '../../../src/phantom/habit.ts';
import { growPhantom, type Phantom } from '../../../src/phantom/phantom.ts';
import { prove } from '../../../src/phantom/proof.ts';
import type { Speck } from '../../../src/phantom/speck.ts';
import { distance } from '../../../src/phantom/vector.ts';

const thinned = (phantom: Phantom, stays: (speck: Speck) => boolean): Phantom => ({
  ...phantom,
  specks: phantom.specks.filter(stays),
});

const everywhere = Object.entries(habits).flatMap(([morphology, { arrangements }]) =>
  arrangements.includes('diffuse') ? [morphology] : [],
);

describe('calcifications called diffuse', () => {
  it.each(everywhere)('that are %s lie in every quarter of the breast', (morphology) => {
    const { specks } = growPhantom({ seed: 71, morphology, distribution: 'diffuse' });
    const quarters = new Set(specks.map(({ at: [, y, z] }) => `${y > 0} ${z > 0}`));
    expect(quarters.size).toBe(4);
  });

  it.each(['punctate', 'amorphous'])(
    'that are %s are several dozens, near the nipple and far from it',
    (morphology) => {
      const { specks, anatomy } = growPhantom({ seed: 72, morphology, distribution: 'diffuse' });
      const { depthMm } = anatomy.breast;
      expect(specks.length).toBeGreaterThan(36);
      const near = specks.filter(({ at: [x] }) => x > depthMm / 2).length / specks.length;
      expect(near).toBeGreaterThan(0.2);
      expect(near).toBeLessThan(0.8);
    },
  );

  it('are found out where a quarter of the breast has next to none', () => {
    const phantom = growPhantom({ seed: 73, morphology: 'punctate', distribution: 'diffuse' });
    const lacking = thinned(phantom, ({ at: [, y, z] }) => y < 0 || z < 0);
    expect(prove(lacking).join(' ')).toMatch(/one quarter of the breast holds only 0 of \d+/);
  });
});

describe('calcifications called linear', () => {
  it('are found out where they are a clump', () => {
    const phantom = growPhantom({ seed: 74, morphology: 'amorphous', distribution: 'linear' });
    const middle = phantom.specks[0] as Speck;
    const clump = thinned(phantom, ({ at }) => distance(at, middle.at) < 0.8);
    expect(prove(clump).join(' ')).toMatch(/they fill an area rather than a line in cc/);
  });
});

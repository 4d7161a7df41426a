import { expect, test } from 'vitest';
import { readRecipe } from '../../../src/phantom/index.ts';
import { faultsOf, isProven, type Words } from '../../../src/simulation/proof.ts';
import { proveAhead } from '../../../src/simulation/provers.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';

const patients = [21, 22, 23].map((seed): Words => ({
  order: { recipe: readRecipe({ seed, morphology: 'round', distribution: 'grouped' }) },
  views: ['magnification-cc'],
}));

test('patients proved ahead are remembered, with the very sentences of a proof by itself', async () => {
  const [ahead, alone] = [await temporaryFolder(), await temporaryFolder()];
  await proveAhead(patients, ahead);
  for (const words of patients) {
    expect(isProven(words, ahead)).toBe(true);
    const { order, views } = words;
    expect(await faultsOf(order, views, ahead)).toEqual(await faultsOf(order, views, alone));
  }
}, 60_000);

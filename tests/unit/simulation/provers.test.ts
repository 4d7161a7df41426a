import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBiopsy, readRecipe } from '../../../src/phantom/index.ts';
import { faultsOf, isProven, type Words } from '../../../src/simulation/proof.ts';
import { proveAhead } from '../../../src/simulation/provers.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';

const patients = [21, 22, 23].map((seed): Words => ({
  order: { recipe: readRecipe({ seed, morphology: 'round', distribution: 'grouped' }) },
  views: ['magnification-cc'],
  slides: [],
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

test('a section is cut while its patient is at hand, so that no page has to', async () => {
  const ahead = await temporaryFolder();
  const biopsied = patients.map((words): Words => {
    const order = { ...words.order, biopsy: readBiopsy({ gauge: 14, cores: 6 }) };
    const slides = (['histology', 'polarised'] as const).map((view) => ({
      ...{ ...order, view, section: { depthUm: 900 } },
    }));
    return { ...words, order, slides };
  });
  await proveAhead(biopsied, ahead);
  expect(await readdir(join(ahead, 'sections'))).toHaveLength(6);
}, 60_000);

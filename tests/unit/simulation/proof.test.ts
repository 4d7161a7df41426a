import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRecipe } from '../../../src/phantom/index.ts';
import { faultsOf } from '../../../src/simulation/index.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';

const recipe = readRecipe({ seed: 41, density: 'a', morphology: 'round', distribution: 'grouped' });

test('a recipe whose views show what it says has no fault, which is remembered', async () => {
  const folder = await temporaryFolder();
  expect(await faultsOf({ recipe }, ['cc', 'magnification-cc'], folder)).toEqual([]);
  const [memo = ''] = await readdir(join(folder, 'proofs'));
  const file = join(folder, 'proofs', memo);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual([]);
  await writeFile(file, '["`count` is believed."]');
  expect(await faultsOf({ recipe }, ['magnification-cc', 'cc'], folder)).toEqual([
    '`count` is believed.',
  ]);
});

test('a patient who cannot be grown has the faults of the recipe', async () => {
  const outside = { ...recipe, site: { xMm: 120, yMm: 99, zMm: 99 } };
  const [fault] = await faultsOf({ recipe: outside }, ['cc'], await temporaryFolder());
  expect(fault).toMatch(/^`site` must lie in this breast/);
});

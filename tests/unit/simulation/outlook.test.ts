import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRecipe } from '../../../src/phantom/index.ts';
import { outlookOf, verdictOn } from '../../../src/simulation/index.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';

const recipe = readRecipe({ seed: 23, density: 'b', side: 'right', morphology: 'amorphous' });

test('the outlook knows side, scale and size of every view before one is taken', async () => {
  const { side, views } = await outlookOf({ recipe }, await temporaryFolder());
  expect(side).toBe('right');
  expect(views.cc?.umPerPixel).toBe(70);
  expect([2560, 3328]).toContain(views.cc?.widthPx);
  expect(views['magnification-ml']?.umPerPixel).toBeCloseTo(38.9, 1);
  expect(views['magnification-ml']).toMatchObject({ widthPx: 1280, heightPx: 1280 });
  expect(views.cc?.count).toBeGreaterThan(0);
});

test('where there is a biopsy, the views of its cores have an outlook too', async () => {
  const folder = await temporaryFolder();
  const { views, biopsy } = await outlookOf(
    { recipe, biopsy: { gauge: 9, cores: 7, missMm: 0 } },
    folder,
  );
  expect(biopsy).toMatchObject({ gauge: 9, cores: 7 });
  expect(views['specimen-radiograph']).toMatchObject({ umPerPixel: 20, fromNipple: null });
  expect(views['specimen-radiograph']?.count).toBeGreaterThan(0);
  expect((await outlookOf({ recipe }, folder)).views['specimen-radiograph']).toBeUndefined();
});

test('what was found is remembered and believed', async () => {
  const folder = await temporaryFolder();
  const other = { recipe: { ...recipe, seed: 24 } };
  await verdictOn(other, folder);
  const [memo = ''] = await readdir(join(folder, 'patients'));
  const text = await readFile(join(folder, 'patients', memo), 'utf8');
  const elsewhere = await temporaryFolder();
  await verdictOn({ recipe: { ...recipe, seed: 25 } }, elsewhere);
  const [same = ''] = await readdir(join(elsewhere, 'patients'));
  expect(same).not.toBe(memo);
  await writeFile(join(folder, 'patients', same), text.replaceAll('"right"', '"left"'));
  const believed = await outlookOf({ recipe: { ...recipe, seed: 25 } }, folder);
  expect(believed.side).toBe('left');
});

test('a patient who cannot be grown is told in sentences, with the field', async () => {
  const outside = readRecipe({
    seed: 3,
    morphology: 'amorphous',
    site: { xMm: 120, yMm: 110, zMm: 110 },
  });
  const verdict = await verdictOn({ recipe: outside }, await temporaryFolder());
  expect('faults' in verdict && verdict.faults[0]).toMatch(/^`site` must lie in this breast/);
});

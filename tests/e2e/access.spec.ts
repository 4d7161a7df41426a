import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openQuestion } from './question.ts';
import { pageKinds } from './page-kinds.ts';

for (const [kind, path] of pageKinds)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`the ${kind} is accessible in the ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(path);
      const viewers = page.locator('atlas-viewer');
      if ((await viewers.count()) > 0) {
        await viewers.first().scrollIntoViewIfNeeded();
        await expect(viewers.first().locator('.viewer-toolbar')).toBeVisible();
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      const told = violations.map(
        ({ id, nodes }) => `${id} ×${nodes.length}: ${nodes[0]?.html.slice(0, 200)}`,
      );
      expect(told).toEqual([]);
    });

test('the open search is accessible', async ({ page }) => {
  await page.goto('');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('searchbox').fill('amorphous');
  await expect(page.locator('.results > li').first()).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('an answered question is accessible', async ({ page }) => {
  const question = await openQuestion(page);
  await question.getByRole('radio').first().check();
  await question.getByRole('button', { name: 'Check answer' }).click();
  expect((await new AxeBuilder({ page }).include('[data-question]').analyze()).violations).toEqual(
    [],
  );
});

import { expect, test } from '@playwright/test';
import { faultsOf } from './axe.ts';

// A case is grown and X-rayed in the browser: seconds, and more on a loaded machine.
test.describe.configure({ timeout: 180_000 });

test('a fresh case is made in the browser, answered, marked, and followed by another', async ({
  page,
}) => {
  await page.goto('practice/endless/?case=777');
  const form = page.locator('.question-form');
  await expect(form).toBeVisible({ timeout: 90_000 });
  await expect(page.locator('atlas-viewer[data-live]')).toBeVisible();
  await expect(page.locator('.trace-overlay')).toBeHidden();
  await expect(page.locator('main')).not.toContainText('hydroxyapatite');
  await form.getByRole('radio', { name: /Dystrophic/ }).check();
  await form.getByRole('button', { name: 'Check answer' }).click();
  await expect(page.locator('.verdict')).toContainText('Right');
  await expect(page.locator('.trace-overlay')).toBeVisible();
  await expect(page.getByText('Case number 777')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  await form.getByRole('button', { name: 'Next case' }).click();
  await expect(page.getByRole('heading', { name: /^Case 2/ })).toBeFocused({ timeout: 90_000 });
  expect(new URL(page.url()).search).toMatch(/^\?case=\d+$/);
  expect(page.url()).not.toContain('777');

  await page.goto('progress/');
  await expect(page.getByText('There is 1, to 1 question.')).toBeVisible();
});

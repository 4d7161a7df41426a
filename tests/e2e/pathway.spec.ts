import { expect, test } from '@playwright/test';

test('a finding is walked to the report, and its address brings it back', async ({ page }) => {
  await page.goto('pathway/');
  const stations = page.locator('[data-station]');
  await expect(stations.last()).toContainText('Does the tissue explain the image?');
  // What is chosen before the page listens is not heard.
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  await page.getByLabel('Morphology').selectOption('vascular');
  await expect(stations.last()).toContainText('Back to screening');
  await page.getByLabel('Morphology').selectOption('fine-linear');
  await page.getByLabel('Distribution').selectOption('segmental');
  await page.getByLabel('Earlier images').selectOption('new');
  await expect(page.locator('[data-station="category"]')).toContainText('Category 5');
  await expect(page.getByRole('status')).toContainText('Fine linear or fine-linear branching');
  await page.reload();
  await expect(page.locator('[data-station="category"]')).toContainText('Category 5');
  await expect(page.getByLabel('Morphology')).toHaveValue('fine-linear');
});

test('words and sizes that do not go together are told', async ({ page }) => {
  await page.goto('pathway/?extentMm=30');
  await expect(page.locator('[data-station="words"]')).toContainText('Grouped means an extent');
});

test('the explorer can be used with the keyboard alone', async ({ page }) => {
  await page.goto('pathway/');
  const tick = page.getByLabel('Next to a known cancer');
  await tick.focus();
  await page.keyboard.press('Space');
  await expect(tick).toBeChecked();
  await expect(page.getByRole('status')).toContainText('next to a known cancer');
});

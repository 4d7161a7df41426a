import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './axe.ts';

async function openGallery(page: Page, query = '') {
  await page.goto(`cases/${query}`);
  const gallery = page.locator('[data-gallery][data-shown]');
  await expect(gallery).toBeVisible();
  return gallery;
}

const titles = (page: Page) => page.locator('[data-card] a').allTextContents();
const shown = (page: Page) => page.locator('[data-gallery]').getAttribute('data-shown');

test('a choice narrows the cases, counts in the other facets, and stays in the address', async ({
  page,
}) => {
  const gallery = await openGallery(page);
  const all = (await titles(page)).length;
  await gallery.getByRole('group', { name: 'Morphology' }).getByLabel('Amorphous').check();
  await expect(gallery.getByRole('status')).toHaveText(/^\d+ of \d+ cases$/);
  const some = (await titles(page)).length;
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
  expect(new URL(page.url()).search).toBe('?morphology=amorphous');

  await gallery.locator('summary', { hasText: 'Mineral' }).click();
  const mineral = gallery.getByRole('group', { name: 'Mineral' });
  const oxalate = mineral.getByLabel('Calcium oxalate');
  const row = mineral.getByRole('listitem').filter({ hasText: 'Calcium oxalate' });
  const counted = Number(await row.locator('[data-count]').textContent());
  await oxalate.check();
  await expect.poll(() => shown(page)).toBe(String(counted));
  const left = await titles(page);

  await page.reload();
  await expect.poll(() => titles(page)).toEqual(left);
  await page.getByRole('link', { name: left[0] ?? '' }).click();
  await page.goBack();
  await expect.poll(() => titles(page)).toEqual(left);
  await page.getByRole('button', { name: 'Clear the choice' }).click();
  await expect.poll(async () => (await titles(page)).length).toBe(all);
  expect(new URL(page.url()).search).toBe('');
});

test('the gallery is worked by keyboard alone, and says what it found', async ({ page }) => {
  const gallery = await openGallery(page);
  await gallery.getByLabel('Vascular').focus();
  await page.keyboard.press('Space');
  await expect(gallery.getByRole('status')).toHaveText(/^1 of/);
  await expect(gallery.getByLabel('Vascular')).toBeFocused();
  await expect(gallery.getByLabel('Segmental')).toBeDisabled();
});

test('an address with nonsense in it shows all cases', async ({ page }) => {
  await openGallery(page);
  const all = await titles(page);
  await openGallery(page, '?morphology=nonsense,%F0&view=&lesion=<b>&page=-1');
  expect(await titles(page)).toEqual(all);
});

test('without its facets the list is whole and says why it cannot be narrowed', async ({
  page,
}) => {
  await page.route('**/cases/facets.json', (route) => route.fulfill({ status: 500 }));
  await page.goto('cases/');
  await expect(page.getByText('its facets could not be loaded')).toBeVisible();
  expect((await titles(page)).length).toBeGreaterThan(5);
});

test('a narrowed gallery is accessible, and fits on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openGallery(page, '?morphology=amorphous');
  await page.getByText('Narrow the list').click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await faultsOf(page)).toEqual([]);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the gallery is a list of the cases', async ({ page }) => {
    await page.goto('cases/');
    expect((await titles(page)).length).toBeGreaterThan(5);
    await expect(page.getByText('Narrow the list')).toBeHidden();
  });
});

import { expect, test } from '@playwright/test';

test.describe('the page of the evidence', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('evidence/');
  });

  test('counts the lesions of the archive that were described so', async ({ page }) => {
    const chooser = page.locator('.chooser');
    await chooser.scrollIntoViewIfNeeded();
    // Until it is alive the list of shapes changes and nothing follows.
    await expect(page.locator('astro-island[ssr]', { has: chooser })).toHaveCount(0);
    await expect(chooser).toContainText('381 of 1045 lesions');
    await chooser.getByLabel('Morphology').selectOption({ label: 'Fine linear' });
    await expect(chooser).toContainText('of 81 lesions');
    await chooser.getByLabel('Assessment').selectOption({ label: 'Category 2' });
    await expect(chooser).toContainText(/No lesion|So few lesions/);
  });

  test('moves the predictive values with the prevalence', async ({ page }) => {
    const control = page.locator('.control');
    await control.scrollIntoViewIfNeeded();
    const linear = control.locator('dd').last();
    await control.getByRole('button', { name: /Category 3/ }).click();
    const few = Number.parseFloat(await linear.innerText());
    await control.getByRole('button', { name: /Referral/ }).click();
    await expect(control).toContainText('looked at: 74%');
    expect(Number.parseFloat(await linear.innerText())).toBeGreaterThan(few);
  });

  test('narrows the ledger by word and chapter, and leads to the place in the text', async ({
    page,
  }) => {
    const list = page.locator('[data-filtered]').nth(1);
    const all = await list.locator('[data-item]').count();
    expect(all).toBeGreaterThan(140);
    await list.getByRole('searchbox').fill('oxalate');
    await list.getByLabel('Chapter').selectOption('where-calcifications-sit');
    const left = list.locator('[data-item]:visible');
    await expect(left.first()).toContainText(/oxalate/i);
    expect(await left.count()).toBeLessThan(20);
    await expect(list.getByRole('status')).toContainText(`of ${all}`);
    await left
      .first()
      .getByRole('link', { name: /Chapter 2/ })
      .click();
    await expect(page).toHaveURL(/chapters\/where-calcifications-sit\/#claim-/);
  });

  test('leads from a difference to its note in the chapter', async ({ page }) => {
    const list = page.locator('[data-filtered]').first();
    await list.getByLabel('How sure').selectOption('high');
    await list
      .locator('[data-item]:visible')
      .first()
      .getByRole('link', { name: /Chapter/ })
      .click();
    const place = decodeURIComponent(new URL(page.url()).hash.slice(1));
    await expect(page.locator(`[id="${place}"]`)).toBeVisible();
  });
});

import { expect, test } from '@playwright/test';

test('the whole book holds nine chapters, and every place on it has a name of its own', async ({
  page,
}) => {
  await page.goto('book/');
  await expect(page.locator('article.leaf h2.title')).toHaveCount(9);
  const { twins, dead } = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="#"]')];
    return {
      twins: ids.filter((id, index) => ids.indexOf(id) !== index),
      dead: links
        .map((link) => decodeURIComponent(link.hash.slice(1)))
        .filter((id) => !document.getElementById(id)),
    };
  });
  expect(twins).toEqual([]);
  expect(dead).toEqual([]);
});

test('the whole book prints with stills and questions, and without controls and answers', async ({
  page,
}) => {
  await page.goto('book/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('atlas-viewer img').first()).toBeVisible();
  for (const control of ['.viewer-toolbar', '[data-print]', '.masthead'])
    await expect(page.locator(control).first()).toBeHidden();
  await expect(page.locator('[data-question]').first()).toBeVisible();
  await expect(page.locator('[data-question] .why')).toHaveCount(0);
});

test('the button prints, with all pictures asked for', async ({ page }) => {
  await page.goto('book/');
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: 'Print the whole book' }).click();
  await expect(page.locator('body[data-printed]')).toHaveCount(1);
  await expect(page.locator('img[loading="lazy"]')).toHaveCount(0);
});

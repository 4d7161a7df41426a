import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openQuestion } from './question.ts';
import { barePages } from './page-kinds.ts';

for (const [kind, path] of barePages)
  test(`the ${kind} is accessible, and asks nothing of another origin`, async ({
    page,
    baseURL,
  }) => {
    // A hand-out takes its stills, one after the other, each time it is opened.
    test.setTimeout(240_000);
    const complaints: string[] = [];
    page.on('request', (request) => {
      const { protocol, origin, href } = new URL(request.url());
      if (/^https?:$/.test(protocol) && origin !== new URL(baseURL ?? '').origin)
        complaints.push(href);
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const width of [360, 1280, 3840]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    expect(complaints).toEqual([]);
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

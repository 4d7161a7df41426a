import { expect, test } from '@playwright/test';
import { openQuestion } from './question.ts';
import { barePages } from './page-kinds.ts';
import { faultsOf } from './axe.ts';

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
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    expect(complaints).toEqual([]);
  });

test('an unnamed picture and grey letters on grey are found wherever axe looks', async ({
  page,
}) => {
  await page.setContent(
    '<html lang="en"><title>Wrong</title><main><h1>Wrong</h1><img src="data:," /><p style="color:#999;background:#aaa">Faint</p></main></html>',
  );
  expect((await faultsOf(page)).join()).toMatch(/color-contrast.*image-alt/);
  expect((await faultsOf(page, { within: 'p' })).join()).toMatch(/^color-contrast ×1: [^,]*$/);
});

test('the open search is accessible', async ({ page }) => {
  await page.goto('');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('searchbox').fill('amorphous');
  await expect(page.locator('.results > li').first()).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

test('an answered question is accessible', async ({ page }) => {
  const question = await openQuestion(page);
  await question.getByRole('radio').first().check();
  await question.getByRole('button', { name: 'Check answer' }).click();
  expect(await faultsOf(page, { within: '[data-question]' })).toEqual([]);
});

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openQuestion } from './question.ts';
import { barePages, pageKinds } from './page-kinds.ts';

type Analysis = Awaited<ReturnType<AxeBuilder['analyze']>>;

/** What is wrong with a page, a line for each rule. */
const toldOf = ({ violations }: Analysis): string[] =>
  violations.map(({ id, nodes }) => `${id} ×${nodes.length}: ${nodes[0]?.html.slice(0, 200)}`);

for (const [kind, path] of pageKinds)
  test(`the ${kind} is accessible in the light and in the dark`, async ({ page }) => {
    // The longest pages take axe half a minute on a busy machine.
    test.slow();
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(path);
    const viewers = page.locator('atlas-viewer');
    if ((await viewers.count()) > 0) {
      await viewers.first().scrollIntoViewIfNeeded();
      await expect(viewers.first().locator('.viewer-toolbar')).toBeVisible();
    }
    const inTheLight = await new AxeBuilder({ page }).analyze();
    expect(toldOf(inTheLight)).toEqual([]);
    // The dark changes colours and nothing else.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    const inTheDark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
    expect(toldOf(inTheDark)).toEqual([]);
  });

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

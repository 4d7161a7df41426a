import { expect, test } from '@playwright/test';
import { faultsOf } from './axe.ts';

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

test('pages are printed white, in black, and in the size of print', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  for (const path of [
    'chapters/introduction/',
    'lessons/look-alikes/answers/',
    'cases/man-of-68/',
  ]) {
    await page.goto(path);
    const printed = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      const link = document.querySelector('main p a') ?? document.body;
      const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      return { backgroundColor, color, link: getComputedStyle(link).color, size };
    });
    const black = 'rgb(0, 0, 0)';
    expect(printed).toEqual({
      backgroundColor: 'rgb(255, 255, 255)',
      color: black,
      link: expect.stringMatching(/^rgb\((0, 0, 0|51, 51, 51)\)$/),
      size: 14,
    });
  }
});

test('on paper every scale bar lies in its picture, however tall that is', async ({ page }) => {
  await page.goto('chapters/special-situations/');
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 640, height: 900 });
  const outside = () =>
    page.locator('atlas-viewer').evaluateAll((viewers) => {
      const box = (viewer: Element, part: string) =>
        viewer.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
      return viewers.map((viewer) => {
        const [still, scale] = [box(viewer, '.viewer-still'), box(viewer, '.viewer-still-scale')];
        return Math.round(Math.max(scale.right - still.right, scale.bottom - still.bottom, 0));
      });
    });
  await expect.poll(outside).toEqual([0]);
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

test('the frame of the whole book and its first chapter are accessible', async ({ page }) => {
  // The other chapters are the same pieces; looking at all of them takes minutes.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('book/');
  const parts = ['.opener', 'article.leaf:first-of-type', '.end-matter'];
  expect(await faultsOf(page, { within: parts })).toEqual([]);
});

test('the whole book asks nothing of another origin and obeys its own policy', async ({
  page,
  baseURL,
}) => {
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
  await page.goto('book/');
  await page.locator('[data-question]').first().scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
});

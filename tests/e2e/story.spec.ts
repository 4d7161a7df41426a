import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { faultsOf } from './axe.ts';

/** How much neighbouring pixels of a picture differ, in grey levels. */
async function roughness(picture: Buffer): Promise<number> {
  const { data, info } = await sharp(picture)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let sum = 0;
  for (let at = info.channels; at < data.length; at += info.channels)
    sum += Math.abs((data[at] as number) - (data[at - info.channels] as number));
  return (sum * info.channels) / data.length;
}

const asked = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const panel = (page: Page) => page.getByRole('region', { name: 'The story of this case' });

/** Waits until every pane of the stop has its picture, and its marks where it has any. */
async function arrived(page: Page) {
  await expect.poll(() => asked(page, 'panes')).not.toBeNull();
  const panes = (asked(page, 'panes') ?? '').split(',').length;
  await expect(page.locator('atlas-viewer[data-live]')).toHaveCount(panes, { timeout: 30_000 });
  if (asked(page, 'speck') === null) return;
  await expect(page.locator('.trace-note')).toHaveCount(panes);
  for (const note of await page.locator('.trace-note').all()) {
    await expect(note).toContainText(`Calcification ${asked(page, 'speck')}.`);
    // What the stop tells of lies within the frame.
    await expect(note.getByRole('button')).toBeHidden();
  }
}

for (const [name, width, height] of [
  ['a laptop', 1280, 800],
  ['a phone', 360, 740],
] as const)
  for (const id of ['recalled-at-57', 'faint-points-at-50'])
    test(`the story of ${id} is followed to the report on ${name}`, async ({ page }) => {
      test.setTimeout(240_000);
      await page.setViewportSize({ width, height });
      await page.goto(`cases/${id}/`);
      await page.getByRole('button', { name: 'Follow the story' }).click();
      const count = Number(
        /of (\d+)/.exec(await panel(page).getByRole('heading').innerText())?.[1],
      );
      expect(count).toBeGreaterThan(5);
      for (let stop = 1; stop <= count; stop += 1) {
        await expect(panel(page).getByRole('heading')).toHaveText(`Stop ${stop} of ${count}`);
        expect(asked(page, 'stop')).toBe(String(stop));
        await arrived(page);
        await expect(panel(page).getByRole('status')).toBeInViewport();
        const top = await page.locator('.bench-pane').first().boundingBox();
        if (stop > 1)
          expect(top?.y, 'the picture is seen with its text').toBeLessThan(0.75 * height);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        await panel(page)
          .getByRole('button', { name: /^(Next|End of the story)$/ })
          .click();
      }
      await expect(panel(page)).toHaveCount(0);
      expect(asked(page, 'stop')).toBeNull();
      const outcome = page.getByRole('heading', { name: 'How it ended' });
      await expect(outcome).toBeFocused();
      await expect(outcome).toBeInViewport();
    });

test('a stop has an address; one leaves it to explore, and comes back', async ({ page }) => {
  await page.goto('cases/recalled-at-57/?stop=4');
  await arrived(page);
  await expect(panel(page).getByRole('heading')).toHaveText(/^Stop 4 /);
  const look = () => new URL(page.url()).searchParams.getAll('look');
  const there = look();
  expect(there).toHaveLength(2);
  await page.getByRole('application').first().focus();
  for (const key of ['-', '-', 'ArrowRight']) await page.keyboard.press(key);
  await expect.poll(look).not.toEqual(there);
  expect(asked(page, 'stop')).toBe('4');
  await page.reload();
  await expect(panel(page).getByRole('heading')).toHaveText(/^Stop 4 /);
  await panel(page).getByRole('button', { name: 'Back to this stop' }).click();
  await arrived(page);
  await expect.poll(look).toEqual(there);
  await panel(page).getByRole('button', { name: 'Next' }).click();
  await page.goBack();
  await expect(panel(page).getByRole('heading')).toHaveText(/^Stop 4 /);
  expect(await faultsOf(page, { within: 'atlas-bench' })).toEqual([]);
});

test('the reader says what is done next, is told what comes of it, and goes on or stays', async ({
  page,
}) => {
  await page.goto('cases/no-calcium-at-59/?stop=3');
  await arrived(page);
  const choose = (name: string) => panel(page).getByRole('button', { name }).click();
  const told = panel(page).locator('.story-consequence');
  await expect(told).toBeHidden();
  await choose('Report that the calcium was lost');
  await expect(told).toContainText('Too early.');
  expect(asked(page, 'stop')).toBe('3');
  await choose('Look at it between crossed polars');
  await expect(panel(page).getByRole('heading')).toHaveText(/^Stop 4 /);
  await expect(panel(page).getByRole('heading')).toBeFocused();
  await expect(told).toContainText('It costs nothing');
  await choose('Cut a few deeper levels');
  await expect(panel(page).getByRole('heading')).toHaveText(/^Stop 6 /);
  expect(asked(page, 'depth')).toBe('550');
  await page.goBack();
  await expect(panel(page).getByRole('heading')).toHaveText(/^Stop 4 /);
  await expect(told).toBeHidden();
  expect(await faultsOf(page, { within: 'atlas-bench' })).toEqual([]);
});

test('what a stop follows lies well within the field of every picture that has it', async ({
  page,
  request,
}) => {
  await page.goto('cases/');
  const cases = new Set<string>();
  for (const sheet of ['', 'page/2/']) {
    const answer = await request.get(`cases/${sheet}`);
    if (!answer.ok()) continue;
    for (const [, id] of (await answer.text()).matchAll(/\/cases\/([a-z0-9-]+)\/"/g))
      if (id && id !== 'page') cases.add(id);
  }
  expect(cases.size).toBeGreaterThan(29);
  const astray: string[] = [];
  let followed = 0;
  for (const id of cases) {
    const html = await (await request.get(`cases/${id}/`)).text();
    const told = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'text/html');
      const stops = [...parsed.querySelectorAll<HTMLElement>('atlas-story li')];
      const views = [...parsed.querySelectorAll<HTMLElement>('template[data-view]')];
      return {
        stops: stops.map(({ dataset }) => dataset.query ?? ''),
        views: views.map(({ dataset: { view = '', findings = '', umPerPixel } }) => {
          return { view, findings, umPerPixel: Number(umPerPixel) };
        }),
      };
    }, html);
    for (const query of told.stops) {
      const asks = new URLSearchParams(query);
      const speck = Number(asks.get('speck')) - 1;
      if (!asks.has('speck')) continue;
      for (const look of asks.getAll('look')) {
        const [, name, ...numbers] = /^(.*):(.*),(.*),(.*)$/.exec(look) ?? [];
        const [x = 0, y = 0, width = 0] = numbers.map(Number);
        const view = told.views.find((each) => each.view === name);
        // Of another section nobody has stored what is true.
        if (!view || (asks.has('depth') && name === 'histology')) continue;
        const trace = (await (await request.get(view.findings)).json()) as {
          specks: { id: number; outlinesPx: number[][] }[];
        };
        const places = trace.specks
          .filter((each) => each.id === speck && each.outlinesPx.length > 0)
          .map(({ outlinesPx: [outline = []] }) => {
            const at = [outline[0] ?? 0, outline[1] ?? 0].map(
              (px) => (px * view.umPerPixel) / 1000,
            );
            return Math.hypot((at[0] ?? 0) - x, (at[1] ?? 0) - y) / width;
          });
        followed += 1;
        if (!places.some((share) => share < 0.35)) astray.push(`${id} ${query}: ${name}`);
      }
    }
  }
  expect(astray).toEqual([]);
  expect(followed).toBeGreaterThan(20);
});

test('the slide of a stop is there in detail on a computer that renders nothing', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.route(/microscope\.worker[\w.-]*\.js/, (route) => route.abort());
  await page.goto('cases/new-group-at-63/?stop=3');
  await arrived(page);
  const canvas = page.locator('atlas-viewer canvas').first();
  // Of its overview alone, at 4 µm a pixel, neighbouring pixels would differ by less than 9.
  await expect.poll(async () => roughness(await canvas.screenshot())).toBeGreaterThan(11);
  await expect(page.getByText('Rendering detail')).toBeHidden();
});

test('a picture that is shown whole stays whole when its frame changes', async ({ page }) => {
  await page.goto('cases/chance-finding-at-71/?panes=magnification-cc');
  const readout = page.locator('.viewer-readout');
  await expect(readout).toContainText('Whole image');
  await page.getByRole('button', { name: 'Show findings' }).click();
  await expect(page.locator('.trace-note')).toHaveCount(1);
  await page.waitForTimeout(300);
  await expect(readout).toContainText('Whole image');
});

test('a link to a stop brings the bench before the eyes, though its story comes late', async ({
  page,
}) => {
  await page.route(/_astro\/story\.[\w-]+\.js$/, async (route) => {
    await page.locator('atlas-viewer[data-live]').first().waitFor();
    await route.continue();
  });
  await page.goto('cases/recalled-at-57/?stop=3');
  await expect(panel(page)).toBeInViewport({ ratio: 0.9 });
});

test('an address with a stop that there is not opens the nearest', async ({ page }) => {
  await page.goto('cases/recalled-at-57/?stop=99');
  await expect(panel(page).getByRole('heading')).toHaveText(/^Stop (\d+) of \1$/);
  await page.goto('cases/recalled-at-57/?stop=%00x');
  await expect(panel(page).getByRole('heading')).toHaveText(/^Stop 1 /);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('a story is read as a list', async ({ page }) => {
    await page.goto('cases/faint-points-at-50/');
    await expect(page.locator('atlas-story li').first()).toBeVisible();
    await expect(page.getByText('Follow the story')).toBeHidden();
  });
});

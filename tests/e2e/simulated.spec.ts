import { readdir } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';

const path = 'cases/chance-finding-at-71/';

/** The viewer of one view of the case, once its picture is there. */
async function openView(page: Page, view: string) {
  await page.goto(`${path}?panes=${view}`);
  const viewer = page.locator(`atlas-viewer[data-view="${view}"]`);
  await viewer.scrollIntoViewIfNeeded();
  await expect(viewer).toHaveAttribute('data-live', '');
  return viewer;
}

test('a simulated case shows its views in the order of the work-up, each to scale', async ({
  page,
}) => {
  await page.goto(path);
  await expect(page.locator('.view h2')).toHaveText([
    'Craniocaudal view, right breast',
    'Mediolateral oblique view, right breast',
    'Magnification, craniocaudal, right breast',
  ]);
  const facts = page.locator('.view .facts');
  await expect(facts.nth(0)).toContainText(/70\s*µm per pixel/);
  await expect(facts.nth(2)).toContainText(/38\.9\s*µm per pixel/);
  await expect(facts.nth(0)).toContainText(/16\s*bits/);
});

test('the badge says that it is simulated, the mark which view and which side', async ({
  page,
}) => {
  const viewer = await openView(page, 'cc');
  const badge = viewer.getByText('Simulated', { exact: true });
  const mark = viewer.getByText('R CC', { exact: true });
  await expect(badge).toBeVisible();
  await expect(mark).toBeVisible();
  // The chest wall of a right breast is on the right: the mark stands in the free corner, left above.
  const [frame, left, right] = await Promise.all(
    [viewer, mark, badge].map((part) => part.boundingBox()),
  );
  const middle = (frame?.x ?? 0) + (frame?.width ?? 0) / 2;
  expect(left?.x).toBeLessThan(middle);
  expect(right?.x).toBeGreaterThan(middle);
  for (const box of [left, right]) expect((box?.y ?? 0) - (frame?.y ?? 0)).toBeLessThan(60);
  await viewer.getByRole('button', { name: 'Zoom in' }).click();
  await expect(mark).toBeVisible();
});

test('lengths hold at the detector in a mammogram, in the tissue where it is magnified', async ({
  page,
}) => {
  const contact = await openView(page, 'cc');
  await expect(contact.locator('.viewer-scale')).toContainText('at the detector plane');
  const magnified = await openView(page, 'magnification-cc');
  await expect(magnified.locator('.viewer-scale')).not.toContainText('detector');
});

test('who cannot see the picture is told what can be measured, and no answer', async ({ page }) => {
  await page.goto(path);
  for (const description of await page.locator('.viewer-description').allTextContents()) {
    expect(description).toMatch(/A simulated image; it shows no patient\..* calcifications of/);
    expect(description).not.toMatch(/vascular|arter/i);
  }
});

test('on paper badge and mark stay with the picture', async ({ page }) => {
  await page.goto(path);
  await page.emulateMedia({ media: 'print' });
  const viewer = page.locator('.still').first();
  await expect(viewer.locator('.viewer-badge')).toBeVisible();
  await expect(viewer.locator('.viewer-mark')).toBeVisible();
});

test('on paper a bar tells the scale of the still', async ({ page }) => {
  await page.goto(path);
  const viewer = page.locator('.still').first();
  await expect(viewer.locator('.viewer-still-scale')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  const bar = viewer.locator('[data-length-um]');
  await expect(bar).toBeVisible();
  const umPerPixel = Number(await viewer.getAttribute('data-um-per-pixel'));
  const lengthUm = Number(await bar.getAttribute('data-length-um'));
  // Both at one moment: the page is laid out anew for paper.
  const seenUm = () =>
    viewer.evaluate((element: HTMLElement, scale) => {
      const image = element.querySelector('img');
      const box = image?.getBoundingClientRect();
      const bars = element.querySelector('[data-length-um]')?.getBoundingClientRect();
      if (!image || !box || !bars) return 0;
      // The still is fitted into its box: as wide as its height allows, or as high as its width does.
      const perPixel = Math.min(
        box.width / Number(image.getAttribute('width')),
        box.height / Number(image.getAttribute('height')),
      );
      return (bars.width / perPixel) * scale;
    }, umPerPixel);
  await expect.poll(async () => Math.abs((await seenUm()) - lengthUm)).toBeLessThan(500);
});

test('the list of cases shows a picture of each', async ({ page }) => {
  await page.goto('cases/');
  const item = page.getByRole('listitem').filter({ hasText: 'Chance finding at 71' });
  await item.scrollIntoViewIfNeeded();
  await expect
    .poll(() => item.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(200);
});

test('what is true of the calcifications is published by view, and fetched when a reader asks', async ({
  page,
  baseURL,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (/findings\//.test(request.url())) fetched.push(request.url());
  });
  await page.goto(path);
  await page.locator('.still').last().scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  expect(fetched).toEqual([]);
  await page.getByRole('button', { name: 'Show findings' }).click();
  await expect.poll(() => fetched.length).toBe(3);

  const text = await (await page.request.get(fetched[0] ?? '')).text();
  // What it is, where it lies, whether it is seen: no measures, no recipe.
  expect(Object.keys(JSON.parse(text).specks[0]).sort()).toEqual([
    'hidden',
    'host',
    'id',
    'mineral',
    'morphology',
    'outlinesPx',
    'widestUm',
  ]);
  const id = /([0-9a-f]{20})/.exec(fetched[0] ?? '')?.[1];
  for (const guess of [`pyramids/${id}.json`, `truths/${id}.json`])
    expect((await page.request.get(new URL(guess, baseURL).href)).status(), guess).toBe(404);
});

test('the findings of no other image are published, nor anything else that is true of one', async () => {
  const files = await readdir('.cache/e2e/root', { recursive: true });
  const pyramids = files.filter((file) => /^pyramids.*\.szi$/.test(file)).map(idIn);
  const findings = files.filter((file) => /^findings.*\.json$/.test(file)).map(idIn);
  expect(findings.length).toBeGreaterThan(0);
  for (const id of findings) expect(pyramids).toContain(id);
  expect(files.filter((file) => /truth/.test(file))).toEqual([]);
  expect(files.filter((file) => /pyramids.*\.json$/.test(file))).toEqual([]);
});

const idIn = (file: string) => /[0-9a-f]{20}/.exec(file)?.[0];

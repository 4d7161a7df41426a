import { expect, type Page, test } from '@playwright/test';

const slide = 'cases/test-slide/';

/** The viewer of a page, once its picture is there. */
async function openViewer(page: Page, path = slide) {
  await page.goto(path);
  const viewer = page.locator('atlas-viewer').first();
  await viewer.scrollIntoViewIfNeeded();
  await expect(viewer).toHaveAttribute('data-live', '');
  return viewer;
}

const lookOf = (page: Page) => new URL(page.url()).searchParams.get('look');
const widthMm = (look: string | null) => Number(/,([\d.]+)$/.exec(look ?? '')?.[1]);

test('buttons zoom in and out and show the whole image again', async ({ page }) => {
  const viewer = await openViewer(page);
  const button = (name: string) => viewer.getByRole('button', { name });
  const readout = viewer.locator('.viewer-readout');
  const whole = await readout.textContent();
  await expect(button('Zoom out')).toHaveAttribute('aria-disabled', 'true');
  await button('Zoom in').click();
  await button('Zoom in').click();
  await expect(readout).not.toHaveText(whole ?? '');
  await expect.poll(() => lookOf(page)).toMatch(/^[\w-]+:[\d.]+,[\d.]+,[\d.]+$/);
  await button('Whole image').click();
  await expect(readout).toHaveText(whole ?? '');
});

test('the scale bar has the length that it names', async ({ page }) => {
  const viewer = await openViewer(page);
  for (let step = 0; step < 3; step += 1) {
    const before = lookOf(page);
    await viewer.getByRole('button', { name: 'Zoom in' }).click();
    // The address follows when the movement has come to rest.
    await expect.poll(() => lookOf(page)).not.toBe(before);
    await expect(async () => {
      const label = (await viewer.locator('.viewer-scale').textContent()) ?? '';
      const [, number = '', unit] = /([\d.]+)\s*(µm|mm)/.exec(label) ?? [];
      const lengthMm = Number(number) / (unit === 'mm' ? 1 : 1000);
      const barPx = (await viewer.locator('.viewer-scale-bar').boundingBox())?.width ?? 0;
      const regionPx = (await viewer.getByRole('application').boundingBox())?.width ?? 0;
      const expectedPx = (lengthMm / widthMm(lookOf(page))) * regionPx;
      expect(Math.abs(barPx - expectedPx)).toBeLessThan(2);
    }).toPass();
  }
});

test('the keyboard moves and zooms, and f does not mirror the image', async ({ page }) => {
  const viewer = await openViewer(page);
  const region = viewer.getByRole('application');
  await region.focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect.poll(() => lookOf(page)).not.toBeNull();
  await page.waitForTimeout(900);
  const before = lookOf(page);
  await page.keyboard.press('f');
  await page.keyboard.press('r');
  await page.waitForTimeout(900);
  expect(lookOf(page)).toBe(before);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => lookOf(page)).not.toBe(before);
  await page.keyboard.press('0');
  await expect(viewer.getByRole('button', { name: 'Zoom out' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

test('the wheel scrolls the page; with Ctrl it zooms the image', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  const viewer = await openViewer(page);
  const box = await viewer.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 150);
  const scrolled = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(scrolled);
  expect(lookOf(page)).toBeNull();
  await viewer.scrollIntoViewIfNeeded();
  const again = await viewer.boundingBox();
  await page.mouse.move((again?.x ?? 0) + 200, (again?.y ?? 0) + 150);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  await expect.poll(() => lookOf(page)).not.toBeNull();
});

test('a link opens exactly the field that it names', async ({ page }) => {
  await page.goto(slide);
  const view = await page.locator('atlas-viewer').first().getAttribute('data-view');
  await page.goto(`${slide}?look=${view}:0.6,0.4,0.25`);
  const viewer = page.locator('atlas-viewer').first();
  await expect(viewer.locator('canvas').first()).toBeVisible();
  await expect(viewer).toBeInViewport();
  await viewer.getByRole('application').focus();
  await page.waitForTimeout(900);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => widthMm(lookOf(page))).toBeCloseTo(0.25, 2);
});

test('a failure is told in a sentence, and trying again helps', async ({ page }) => {
  await page.route('**/pyramids/*.szi', (route) => route.abort());
  await page.goto(slide);
  const viewer = page.locator('atlas-viewer').first();
  await viewer.scrollIntoViewIfNeeded();
  await expect(viewer.locator('.viewer-status')).toContainText('could not be reached');
  await page.unroute('**/pyramids/*.szi');
  await viewer.getByRole('button', { name: 'Try again' }).click();
  await expect(viewer.locator('.viewer-status')).toBeHidden();
  await expect(viewer.locator('canvas').first()).toBeVisible();
});

test('tiles that do not come are asked for again, until they are there', async ({ page }) => {
  const viewer = await openViewer(page);
  let [broken, came] = [0, 0];
  await page.route('**/pyramids/*.szi', (route) => {
    if (broken < 5) {
      broken += 1;
      return route.abort();
    }
    came += 1;
    return route.continue();
  });
  await viewer.getByRole('button', { name: 'Zoom in' }).click();
  await viewer.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => came).toBeGreaterThanOrEqual(4);
  expect(broken).toBe(5);
  await expect(viewer.locator('.viewer-status')).toBeHidden();
});

test('an image that is being made shows how far it is and appears by itself', async ({ page }) => {
  let asked = 0;
  await page.route('**/pyramids/*.szi', async (route) => {
    asked += 1;
    if (asked > 2) return route.continue();
    return route.fulfill({
      status: 202,
      headers: { 'Retry-After': '1' },
      contentType: 'application/json',
      body: JSON.stringify(
        asked === 1
          ? { state: 'waiting', progress: 0, ahead: 2 }
          : { state: 'making', progress: 0.42, ahead: 0, secondsLeft: 12 },
      ),
    });
  });
  await page.goto(slide);
  const viewer = page.locator('atlas-viewer').first();
  await viewer.scrollIntoViewIfNeeded();
  await expect(viewer.locator('.viewer-status')).toContainText('2 images before it');
  await expect(viewer.locator('.viewer-status')).toContainText('42');
  await expect(viewer.locator('.viewer-status')).toBeHidden();
  await expect(viewer.locator('canvas').first()).toBeVisible();
});

test('a host without Range requests serves the image all the same', async ({ page }) => {
  await page.route('**/pyramids/*.szi', async (route) => {
    const headers = { ...route.request().headers() };
    delete headers.range;
    const answer = await route.fetch({ headers });
    await route.fulfill({ status: 200, body: await answer.body() });
  });
  const viewer = await openViewer(page);
  await viewer.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => lookOf(page)).not.toBeNull();
});

test('the picture has a name, a description and its scale in words', async ({ page }) => {
  const viewer = await openViewer(page);
  const region = viewer.getByRole('application');
  await expect(region).toHaveAttribute('aria-label', /A drawn slide/);
  await expect(page.getByText('Violet discs on a pink field.').first()).toBeAttached();
  await region.focus();
  await page.keyboard.press('+');
  await expect(viewer.getByRole('status').filter({ hasText: /field/i })).toHaveText(/mm|µm/);
});

test('reduced motion moves without gliding', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const viewer = await openViewer(page);
  await viewer.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => lookOf(page)).not.toBeNull();
});

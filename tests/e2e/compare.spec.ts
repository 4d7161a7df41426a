import { expect, type Page, test } from '@playwright/test';

async function openCompare(page: Page, query = '') {
  await page.goto(`compare/${query}`);
  const bench = page.locator('atlas-compare .bench');
  await expect(bench.locator('atlas-viewer[data-live]')).toHaveCount(2);
  return bench;
}

const asked = (page: Page, name: string) => new URL(page.url()).searchParams.getAll(name);
const heads = (page: Page) => page.locator('.bench-pane h2').allTextContents();
/** How wide each pane looks, in millimetres: panes of one width are at one scale. */
const lookWidths = (page: Page) =>
  asked(page, 'look').map((look) => Number(look.split(',').at(-1)));

test('views of two cases stand at one scale, and keep it as one of them is moved', async ({
  page,
}) => {
  const query = '?panes=recalled-at-57.cc,chance-finding-at-71.magnification-cc';
  const bench = await openCompare(page, query);
  expect(await heads(page)).toEqual(['Recalled at 57: CC', 'Chance finding at 71: Mag CC']);
  await bench.getByRole('application').first().focus();
  for (const key of ['+', '+', '+', 'ArrowRight']) await page.keyboard.press(key);
  await expect.poll(() => asked(page, 'look').length).toBe(2);
  await page.waitForTimeout(900);
  const [left = 0, right = 1] = lookWidths(page);
  expect(left / right).toBeCloseTo(1, 2);

  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(bench.locator('atlas-viewer[data-live]')).toHaveCount(2);
  expect(lookWidths(page)).toEqual([left, right]);
});

test('a ready pair of look-alikes is opened from its list, and from the page of a shape', async ({
  page,
}) => {
  await openCompare(page);
  await page.getByRole('link', { name: 'Vascular beside fine linear' }).click();
  await expect(page.locator('atlas-viewer[data-live]')).toHaveCount(2);
  expect((await heads(page))[0]).toContain('Chance finding at 71');
  await page.goto('descriptors/vascular/');
  await page.getByRole('link', { name: 'Side by side with Fine linear' }).click();
  await expect(page.locator('atlas-viewer[data-live]')).toHaveCount(2);
  expect((await heads(page))[0]).toContain('Chance finding at 71');
});

test('other views are chosen in the two lists', async ({ page }) => {
  await openCompare(page);
  await page.getByRole('combobox', { name: /^Left/ }).selectOption('recalled-at-49.mlo');
  await page
    .getByRole('combobox', { name: /^Right/ })
    .selectOption('morphology-plate.magnification-cc');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect
    .poll(() => heads(page))
    .toEqual([
      'Recalled at 49: MLO',
      'Drawn plate of punctate and the four suspicious forms: Mag CC',
    ]);
});

for (const query of [
  '?panes=nobody.cc,%00',
  '?panes=&look=recalled-at-57.cc:x,y,z&layout=upside-down&link=&depth=-9&stage=999999',
  '?panes=recalled-at-57.no-such-view,recalled-at-57.no-such-view&grey=a:1,2',
])
  test(`an address with nonsense opens two views and frightens nobody: ${query}`, async ({
    page,
  }) => {
    await openCompare(page, query);
    await expect(page.locator('atlas-compare [data-status]')).toBeEmpty();
    await expect(page.locator('.viewer-status:visible')).toHaveCount(0);
  });

test('views that cannot be fetched are told, and asked for again', async ({ page }) => {
  await page.route('**/cases/*/', (route) => route.fulfill({ status: 500 }));
  await page.goto('compare/');
  await expect(page.getByText('The views could not be loaded.')).toBeVisible();
  await page.unroute('**/cases/*/');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('atlas-viewer[data-live]')).toHaveCount(2);
});

test('the comparison fits on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openCompare(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './axe.ts';

/** Oxalate: faint on the magnification, unstained on H&E, bright between crossed polars. */
const path = 'cases/faint-points-at-50/';

async function openBench(page: Page, query: string, panes: number) {
  await page.goto(`${path}${query}`);
  const bench = page.locator('atlas-bench');
  await expect(bench.locator('atlas-viewer[data-live]')).toHaveCount(panes);
  return bench;
}

const asked = (page: Page, name: string) => new URL(page.url()).searchParams.getAll(name);

/** The row of a calcification that is seen in the view of this short name. */
async function rowSeenIn(page: Page, short: string) {
  const table = page.getByRole('table');
  const heads = await table.getByRole('columnheader').allTextContents();
  const column = heads.indexOf(short);
  for (const row of await table.locator('tbody tr').all())
    if (
      (
        await row
          .locator('td')
          .nth(column - 1)
          .textContent()
      )?.includes('seen')
    )
      return row;
  throw new Error(`None is seen in ${short}.`);
}

test('a calcification is followed from the magnification to the polarised slide', async ({
  page,
}) => {
  const bench = await openBench(page, '?panes=magnification-cc,histology', 2);
  await bench.getByRole('button', { name: 'Show findings' }).click();
  await expect(page.getByRole('table').locator('tbody tr').first()).toBeVisible();
  await expect(page.getByRole('table')).not.toContainText('…');

  // By keyboard alone: one stop for the table, arrows within it.
  const row = await rowSeenIn(page, 'Pol');
  const name = (await row.getByRole('button').getAttribute('aria-label')) ?? '';
  const number = /\d+/.exec(name)?.[0] ?? '';
  expect(name).toContain('calcium oxalate');
  const first = page.getByRole('table').getByRole('button').first();
  await first.focus();
  for (let step = 1; step < Number(number); step += 1) await page.keyboard.press('ArrowDown');
  await expect(row.getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => asked(page, 'speck')).toEqual([number]);

  const histology = bench.getByRole('group', { name: /^Histology/ });
  await expect(histology.locator('.trace-note')).toContainText('takes up no stain');
  const polarised = bench.getByRole('listitem').filter({ hasText: /^Polarised/ });
  await expect(polarised).toContainText('Bright between crossed polars');
  await polarised.getByRole('button', { name: /^Open there/ }).click();
  await expect.poll(() => asked(page, 'panes').join()).toContain('polarised');
  const slide = bench.getByRole('group', { name: /^Polarised/ });
  await expect(slide.locator('.trace-note')).toContainText('Bright');
  await expect(slide.locator('.trace-note').getByRole('button')).toBeHidden();
  // It lies in the middle now: the address says where.
  await expect
    .poll(() => asked(page, 'look').some((look) => look.startsWith('polarised')))
    .toBe(true);

  await page.reload();
  await expect(bench.getByRole('heading', { name: `Calcification ${number}` })).toBeVisible();
  await expect(slide.locator('.trace-note')).toContainText('Bright');
});

test('one that is tapped in a picture is followed; the button brings back the plain picture', async ({
  page,
}) => {
  const bench = await openBench(page, '?panes=magnification-cc&findings=on&speck=1', 1);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  const followed = asked(page, 'speck')[0] ?? '';
  await page.getByRole('button', { name: 'Follow none' }).click();
  await expect.poll(() => asked(page, 'speck')).toEqual([]);
  // What was followed lies in the middle of the pane.
  const box = await bench.locator('.viewer-frame').boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  await page.mouse.click(x, y);
  await expect.poll(() => asked(page, 'speck')).toEqual([followed]);

  await bench.getByRole('button', { name: 'Show findings' }).click();
  await expect(bench.locator('.trace-overlay, .trace-note, .trace')).toHaveCount(0);
  expect(asked(page, 'findings')).toEqual([]);
});

test('of a calcification that there is not nothing is said', async ({ page }) => {
  const bench = await openBench(page, '?panes=histology&findings=on&speck=99999', 1);
  await expect.poll(() => asked(page, 'speck')).toEqual([]);
  await expect(bench.locator('.trace-note')).toHaveText('Go there');
  await expect(bench.locator('.trace-note').getByRole('button')).toBeHidden();
});

test('findings that cannot be fetched are told, and asked for again', async ({ page }) => {
  await page.route('**/findings/*.json', (route) => route.fulfill({ status: 500 }));
  const bench = await openBench(page, '?panes=magnification-cc&findings=on', 1);
  await expect(bench.getByText('Some findings could not be loaded.')).toBeVisible();
  await page.unroute('**/findings/*.json');
  await bench.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('table').locator('tbody tr').first()).toBeVisible();
});

test('what is known of a calcification leads to its descriptor and to the chapter', async ({
  page,
}) => {
  await page.goto('cases/recalled-at-57/?panes=magnification-cc&findings=on&speck=13');
  const passport = page.locator('.trace-passport');
  await expect(passport.getByRole('link', { name: 'Fine linear' })).toBeVisible();
  await passport.getByRole('link', { name: 'The chapter on descriptors' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    'Radiological classification',
  );
});

test('the findings are accessible, and fit on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openBench(page, '?panes=magnification-cc&findings=on&speck=2', 1);
  await expect(page.getByRole('table').locator('tbody tr').first()).toBeVisible();
  await page.getByText('What the marks mean').click();
  await expect(page.getByText('A broken line: it lies there')).toBeVisible();
  expect(await faultsOf(page, { within: 'atlas-bench' })).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('the list of a case with eight views fits on a phone: what is too wide scrolls within it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('cases/recalled-at-57/?panes=magnification-cc&findings=on');
  await expect(page.getByRole('table').locator('tbody tr').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('the block is cut deeper: slides, marks and reasons follow the plane, and the stage turns', async ({
  page,
}) => {
  test.setTimeout(180_000);
  // Close up: a whole slide would be rendered anew for each level.
  const query =
    '?panes=histology,polarised&look=histology:20,9,0.6&look=polarised:20,9,0.6&findings=on&speck=1';
  const bench = await openBench(page, query, 2);
  const section = bench.getByRole('group', { name: 'Section of the block' });
  const note = bench.getByRole('group', { name: /^Histology/ }).locator('.trace-note');
  await expect(note).toContainText('Calcification 1.');
  const before = asked(page, 'depth');
  expect(before).toEqual([]);
  await section.getByRole('button', { name: 'Cut deeper' }).click();
  await expect.poll(() => asked(page, 'depth').length).toBe(1);
  const depthUm = Number(asked(page, 'depth')[0]);
  expect(depthUm % 50).toBe(0);
  await expect(section.getByRole('slider', { name: 'Depth below the face' })).toHaveValue(
    String(depthUm),
  );
  // What is true of a section that nobody has stored is asked of the microscope.
  await expect(bench.getByText('Fetching the findings …')).toBeHidden({ timeout: 120_000 });
  await expect(page.getByRole('table')).not.toContainText('…');

  await section.getByRole('slider', { name: 'Stage' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => asked(page, 'stage')).toEqual(['5']);
  await page.reload();
  await expect(section.getByRole('slider', { name: 'Depth below the face' })).toHaveValue(
    String(depthUm),
  );
});

test('the features of the tissue are named on the slide, listed, explained and gone to by keyboard', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const bench = await openBench(page, '?panes=histology&look=histology:36.58,9.42,1.2', 1);
  await bench.getByRole('button', { name: 'Name features' }).click();
  await expect.poll(() => asked(page, 'features')).toEqual(['on']);
  const list = bench.getByRole('region', { name: 'Features of the tissue' });
  const first = list.getByRole('listitem').first();
  await expect(first).toContainText('(awaiting review)', { timeout: 90_000 });

  const next = first.getByRole('button', { name: /^Next: / });
  await next.focus();
  await page.keyboard.press('Enter');
  const card = bench.locator('.tissue-card');
  await expect(card).toBeVisible();
  const name = (await next.getAttribute('aria-label'))?.replace('Next: ', '') ?? '';
  await expect(card).toContainText(name);
  await expect(list.getByRole('status')).toContainText(`${name}`);
  await expect(next).toBeFocused();
  expect(await faultsOf(page, { within: 'atlas-bench' })).toEqual([]);
  await card.getByRole('button', { name: 'Close' }).click();
  await expect(card).toBeHidden();

  await bench.getByRole('button', { name: 'Whole image' }).click();
  await expect(list.getByRole('status')).toContainText('at most 3');
  await bench.getByRole('button', { name: 'Name features' }).click();
  await expect(list).toHaveCount(0);
  expect(asked(page, 'features')).toEqual([]);
});

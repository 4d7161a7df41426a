import { expect, test } from '@playwright/test';

const chapter = 'chapters/radiological-classification/';

test('a reader finds the chapter from the home page and reads it', async ({ page }) => {
  await page.goto('');
  await page.getByRole('main').getByRole('link', { name: 'Radiological classification' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    'Radiological classification',
  );
  await expect(page.getByRole('heading', { name: 'Why two words' })).toBeVisible();
});

test('the mouse over a citation opens the reference, Escape puts it away', async ({ page }) => {
  await page.goto(chapter);
  const citation = page.locator('.cite a').first();
  await citation.hover();
  await expect(page.locator('#note')).toBeVisible();
  await expect(page.locator('#note')).not.toBeEmpty();
  await page.keyboard.press('Escape');
  await expect(page.locator('#note')).toBeHidden();
});

test('the keyboard opens the reference of a citation', async ({ page }) => {
  await page.goto(chapter);
  await page.locator('.cite a').first().focus();
  await expect(page.locator('#note')).toBeVisible();
  await page.locator('h1').click();
  await expect(page.locator('#note')).toBeHidden();
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a tap on a citation opens the reference and does not leave the place', async ({ page }) => {
    await page.goto(chapter);
    await page.locator('.cite a').first().tap();
    await expect(page.locator('#note')).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
  });

  test('the words of every drawing can be read and lie within it', async ({ page }) => {
    await page.goto('chapters/');
    const links = page.getByRole('main').locator('h3 a');
    const chapters = await links.evaluateAll((all) =>
      all.map((link) => (link as HTMLAnchorElement).href),
    );
    let seen = 0;
    for (const address of chapters) {
      await page.goto(address);
      const words = await page.locator('.figure svg text').evaluateAll((texts) =>
        texts.map((text) => {
          const drawing = (text as SVGTextElement).ownerSVGElement as SVGSVGElement;
          const scale = (text as SVGTextElement).getScreenCTM()?.a ?? 0;
          const [own, frame] = [text.getBoundingClientRect(), drawing.getBoundingClientRect()];
          return {
            word: text.textContent?.trim(),
            px: scale * Number.parseFloat(getComputedStyle(text).fontSize),
            outside: Math.max(frame.left - own.left, own.right - frame.right),
          };
        }),
      );
      seen += words.length;
      expect(words.filter(({ px, outside }) => px < 12 || outside > 1)).toEqual([]);
    }
    expect(seen).toBeGreaterThan(80);
  });

  test('no page is wider than the screen', async ({ page }) => {
    for (const path of [
      '',
      chapter,
      'cases/morphology-plate/',
      'cases/recalled-at-57/',
      'references/',
      'glossary/',
    ]) {
      await page.goto(path);
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(tooWide, path).toBeLessThanOrEqual(0);
    }
  });
});

test('a word of the glossary is explained beside the text', async ({ page }) => {
  await page.goto(chapter);
  await page.locator('a.term').first().hover();
  await expect(page.locator('#note')).toBeVisible();
});

test('a reference leads back to the chapter that cites it', async ({ page }) => {
  await page.goto('references/#rominger2012');
  const entry = page.getByRole('listitem').filter({ has: page.locator('#rominger2012') });
  await expect(entry).toContainText('Rominger');
  await entry
    .getByRole('link', { name: /Chapter 4/ })
    .first()
    .click();
  await expect(page).toHaveURL(/chapters\/radiological-classification\//);
});

test('without JavaScript the text, the still and the references are there', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`http://localhost:4391/${chapter}`);
  await expect(page.getByRole('heading', { name: 'Why two words' })).toBeVisible();
  await page.locator('atlas-viewer img').first().scrollIntoViewIfNeeded();
  await expect
    .poll(() =>
      page
        .locator('atlas-viewer img')
        .first()
        .evaluate((image) => (image as HTMLImageElement).complete),
    )
    .toBe(true);
  await expect(page.locator('.cite a').first()).toHaveAttribute('href', /^#ref-/);
  await context.close();
});

test('an address that does not exist is answered with a page that helps', async ({ page }) => {
  const answer = await page.goto('no/such/page/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
});

test.describe('light and dark', () => {
  const background = () => getComputedStyle(document.body).backgroundColor;

  test('follow the system', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('');
    const light = await page.evaluate(background);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await page.evaluate(background)).not.toBe(light);
  });

  test('can be chosen, and the choice holds on the next page', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('');
    const light = await page.evaluate(background);
    await page.getByRole('button', { name: 'Light or dark' }).click();
    await page.getByRole('radio', { name: 'Dark', exact: true }).check();
    const dark = await page.evaluate(background);
    expect(dark).not.toBe(light);
    await page.goto(chapter);
    expect(await page.evaluate(background)).toBe(dark);
  });
});

test('on paper there are stills and questions, but no answers and no controls', async ({
  page,
}) => {
  await page.goto(chapter);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('atlas-viewer img').first()).toBeVisible();
  await expect(page.locator('.viewer-toolbar').first()).toBeHidden();
  await expect(page.getByRole('button', { name: 'Search' })).toBeHidden();
  await expect(page.locator('[data-question]').first()).toBeVisible();
  await expect(page.locator('[data-question] .why')).toHaveCount(0);
});

import { expect, type Page, test } from '@playwright/test';
import { answerByKeyboard, tabTo } from './answering.ts';
import { faultsOf } from './axe.ts';

test.describe.configure({ timeout: 90_000 });

/** Opens a practice of one group of items and begins. */
async function begin(page: Page, group: string): Promise<void> {
  await page.goto('practice/');
  // The list of questions is fetched first; a choice made before would be of another list.
  const button = page.getByRole('button', { name: 'Begin', exact: true });
  await expect(button).toBeEnabled();
  const value = await page.locator('option', { hasText: group }).first().getAttribute('value');
  await page.locator('.run-choice select').first().selectOption(value);
  await button.click();
  await expect(page.locator('.question-form atlas-viewer[data-live]').first()).toBeVisible();
}

for (const { from, told, counted } of [
  { from: 'a mammogram', told: /the images from the first/, counted: 1 },
  { from: 'magnification views only', told: /Only (a )?magnification/, counted: 0 },
])
  test(`a whole case is read from ${from} by keyboard alone, judged on every dimension, and marked where it was`, async ({
    page,
  }) => {
    // Which case comes first is left to chance.
    do await begin(page, 'Whole cases');
    while (!told.test((await page.locator('.question-form').textContent()) ?? ''));
    expect(await faultsOf(page, { within: 'main' })).toEqual([]);
    // The description of a mammogram says where the calcifications lie.
    await expect(page.locator('main')).not.toContainText('from the nipple');
    await answerByKeyboard(page);
    await tabTo(page, '[type=submit]');
    await page.keyboard.press('Enter');
    await expect(page.locator('.verdict')).toBeVisible({ timeout: 30_000 });
    for (const dimension of ['localisation', 'morphology', 'management'])
      await expect(page.locator('.reading dt', { hasText: dimension })).toBeVisible();
    await expect(page.locator('.trace-overlay').first()).toBeVisible();
    if (counted > 0) await expect(page.locator('main')).toContainText('from the nipple');
    expect(await faultsOf(page, { within: 'main' })).toEqual([]);
    await page.goto('progress/');
    await expect(page.getByRole('heading', { name: 'Whole cases' })).toBeVisible();
    await expect(
      page.getByText(`Not enough cases read from the mammogram yet: ${counted} of 10.`),
    ).toBeVisible();
  });

test('after a mark was set on the full screen the page is there again, and goes on', async ({
  page,
}) => {
  do await begin(page, 'Whole cases');
  while (
    !/the images from the first/.test((await page.locator('.question-form').textContent()) ?? '')
  );
  const viewer = page.locator('.question-form atlas-viewer').first();
  await viewer.getByRole('button', { name: 'Full screen' }).click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.tagName)).toBeDefined();
  await viewer.locator('.viewer-frame').click();
  await viewer.getByRole('button', { name: 'Leave full screen' }).click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
  await page.getByRole('button', { name: /^Recall/ }).click();
  await expect(page.getByLabel('Likelihood of cancer')).toBeVisible();
  // What lies beside the pictures is the page, not the ground of what had filled the screen.
  const beside = () => page.evaluate(() => document.elementFromPoint(3, innerHeight / 2)?.tagName);
  await expect.poll(beside).not.toBe('ATLAS-VIEWER');
  expect(await beside()).toBeDefined();
});

test('a place is marked by a press, which a drag is not', async ({ page }) => {
  await begin(page, 'Find it on the image');
  const frame = page.locator('.quiz-picture .viewer-frame');
  await frame.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await frame.boundingBox();
  if (!box) throw new Error('The picture must be on the page.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 30, { steps: 4 });
  await page.mouse.up();
  await expect(page.locator('.place-mark')).toBeHidden();
  await page.mouse.click(x, y);
  await expect(page.locator('.place-mark')).toBeVisible();
  await page.getByRole('button', { name: 'Check answer' }).click();
  await expect(page.locator('.verdict')).toContainText(/^(Right|Near|Not right): /, {
    timeout: 30_000,
  });
  await expect(page.locator('.trace-overlay')).toBeVisible();
});

test('a case to read on paper says on which picture the finding is to be marked', async ({
  page,
}) => {
  await page.goto('practice/sets/reading-session/');
  const asked = page.getByText('Draw a circle about the finding');
  expect(await asked.count()).toBeGreaterThan(0);
  for (const text of await asked.allTextContents())
    expect(text.trim()).toMatch(/finding on (the|one of the)( first)?( \d)? pictures?\.$/);
});

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

/** Opens the page of practice, once it listens. */
async function openPractice(page: Page, query = ''): Promise<void> {
  await page.goto(`practice/${query}`);
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
}

/** Presses Tab until the focus is on what is wanted, as one does who has no mouse. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), wanted))
      return;
  }
  throw new Error(`Tab never came to ${wanted}.`);
}

/** Answers the question on the page by keyboard, whatever its kind; right or wrong does not matter. */
async function answerByKeyboard(page: Page): Promise<void> {
  const form = page.locator('.question-form');
  if ((await form.locator('.choices button').count()) > 0) {
    while ((await form.locator('.choices button').count()) > 0) {
      await tabTo(page, '.choices button');
      await page.keyboard.press('Enter');
    }
    return;
  }
  for (const group of await form.locator('.side').all()) {
    await group.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
  }
  if ((await form.getByLabel('Your answer').count()) > 0) {
    await tabTo(page, '.number input');
    await page.keyboard.type('1');
  } else if ((await form.locator('.option input').count()) > 0) {
    await tabTo(page, '.option input');
    await page.keyboard.press('Space');
  }
}

test('a learner practises by keyboard alone, and it is kept', async ({ page }) => {
  await openPractice(page);
  await tabTo(page, '.start .button-strong');
  await page.keyboard.press('Enter');
  for (let question = 0; question < 3; question += 1) {
    await expect(page.locator('#running')).toBeFocused();
    await answerByKeyboard(page);
    // A picture of the question has a status of its own.
    const verdict = page.locator('.question-form [role=status]');
    if ((await verdict.textContent())?.trim() === '') {
      await tabTo(page, '[type=submit]');
      await page.keyboard.press('Enter');
    }
    await expect(verdict).toBeFocused();
    await expect(page.locator('.verdict')).toBeVisible();
    await tabTo(page, '.after .button-strong');
    await page.keyboard.press('Enter');
  }
  await page.goto('progress/');
  await expect(page.getByText('There are 3, to 3 questions.')).toBeVisible();
});

test('a test set is the same for all who have its link, and tells nothing before its end', async ({
  page,
  context,
}) => {
  const titles = async (on: Page) => {
    const seen: (string | null)[] = [];
    await openPractice(on, '?set=class-of-may&items=5');
    await on.getByRole('button', { name: 'Begin the set' }).click();
    for (let question = 0; question < 5; question += 1) {
      seen.push(await on.locator('#running').textContent());
      await answerByKeyboard(on);
      await expect(on.locator('.verdict')).toHaveCount(0);
      await on.locator('[type=submit]').click();
    }
    return seen;
  };
  const first = await titles(page);
  await expect(page.locator('.verdict')).toHaveCount(5);
  expect(await titles(await context.newPage())).toEqual(first);
});

test('progress is exported, deleted, and taken back from the file without doubles', async ({
  page,
}) => {
  await openPractice(page, '?set=to-export&items=5');
  await page.getByRole('button', { name: 'Begin the set' }).click();
  for (let question = 0; question < 5; question += 1) {
    await answerByKeyboard(page);
    await page.locator('[type=submit]').click();
  }
  await page.goto('progress/');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as a file' }).click();
  const path = await (await download).path();
  await expect(page.getByText('Last exported on')).toBeVisible();

  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('There are none yet')).toBeVisible();

  for (const told of ['5 answers were new', '0 answers were new, 5 were here already.']) {
    await page.getByLabel('Import a file').setInputFiles(path);
    await expect(page.getByText(told)).toBeVisible();
  }
  await expect(page.getByText('There are 5, to 5 questions.')).toBeVisible();
});

test('a file that is none is refused in a sentence', async ({ page }) => {
  await page.goto('progress/');
  await expect(page.getByText('There are none yet')).toBeVisible();
  await page
    .getByLabel('Import a file')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await expect(page.getByText('no file of progress from the atlas')).toBeVisible();
});

test('a question in practice, and its answer, are accessible', async ({ page }) => {
  await openPractice(page, '?set=to-look-at&items=5');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(page.locator('#running')).toBeFocused();
  const told = async () =>
    (await new AxeBuilder({ page }).include('main').analyze()).violations.map(({ id }) => id);
  expect(await told()).toEqual([]);
  await answerByKeyboard(page);
  if ((await page.locator('[type=submit]').count()) > 0)
    await page.locator('[type=submit]').click();
  await expect(page.locator('.verdict')).toBeVisible();
  expect(await told()).toEqual([]);
});

test.describe('the source of a page that asks', () => {
  for (const path of ['practice/', 'chapters/radiological-classification/'])
    test(`${path} holds no reason, no explanation and no mark of what is right`, async ({
      request,
    }) => {
      const page = await (await request.get(path)).text();
      expect(page).toContain('A row of specks at a first screening');
      for (const told of [
        'the arrangement outweighs the harmless shape',
        'Name the two words first',
        'credits',
        '&quot;correct&quot;',
      ])
        expect(page).not.toContain(told);
    });

  test('is not found by the search, nor are the answers', async ({ page }) => {
    await page.goto('');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByRole('searchbox').fill('outweighs the harmless shape');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.waitForTimeout(1000);
    const links = await page
      .locator('.results a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
    expect(links.filter((each) => /answers|practice|progress/.test(each))).toEqual([]);
  });
});

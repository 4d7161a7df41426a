import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { answerByKeyboard, tabTo } from './answering.ts';
import { faultsOf } from './axe.ts';

/** Opens the page of practice, once it listens. */
async function openPractice(page: Page, query = ''): Promise<void> {
  await page.goto(`practice/${query}`);
  // The list of questions is fetched first.
  await expect(page.getByRole('button', { name: 'Begin', exact: true })).toBeEnabled();
}

test('a learner practises by keyboard alone, and it is kept', async ({ page }) => {
  await openPractice(page);
  await tabTo(page, '.start .button-strong');
  await page.keyboard.press('Enter');
  for (let question = 0; question < 3; question += 1) {
    await expect(page.locator('#running')).toBeFocused();
    await answerByKeyboard(page);
    // A picture of the question has a status of its own.
    const verdict = page.locator('.question-form > .result');
    if ((await verdict.textContent())?.trim() === '') {
      await tabTo(page, '[type=submit]');
      await page.keyboard.press('Enter');
    }
    await expect(verdict).toBeFocused();
    await expect(page.locator('.verdict')).toBeVisible();
    await tabTo(page, '.after .button-strong');
    await page.keyboard.press('Enter');
  }
  // Written behind the answer: leaving in that instant may lose the last one.
  await page.waitForTimeout(500);
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
      const running = on.locator('#running');
      await expect(running).toContainText(`${question + 1} of 5`);
      // Its name comes with the question, which is fetched.
      await expect(running).not.toContainText('The question');
      seen.push(await running.textContent());
      await answerByKeyboard(on);
      await expect(on.locator('.verdict')).toHaveCount(0);
      await on.locator('[type=submit]').click();
    }
    return seen;
  };
  const first = await titles(page);
  await expect(page.locator('details.reviewed')).toHaveCount(5);
  for (const each of await page.locator('details.reviewed summary').all()) await each.click();
  await expect(page.locator('.verdict')).toHaveCount(5);
  expect(await titles(await context.newPage())).toEqual(first);
});

test('a question whose picture does not come is passed over, come back to, or left open at the end', async ({
  page,
}) => {
  await page.route(/pyramids\/.*\.szi/, (route) => route.abort());
  await openPractice(page, '?set=a-class&items=2&of=cases');
  await page.getByRole('button', { name: 'Begin the set' }).click();
  const running = page.locator('#running');
  for (const place of ['1 of 2', '2 of 2']) {
    await expect(running).toContainText(place);
    await page.getByRole('button', { name: 'Come back to it later' }).click();
  }
  await expect(running).toContainText('1 of 2');
  await page.getByRole('button', { name: 'I see nothing to mark' }).click();
  for (const select of await page.locator('.said select').all())
    await select.selectOption({ index: 1 });
  await page.locator('.said input').fill('10');
  await page.locator('[type=submit]').click();
  await expect(running).toContainText('2 of 2');
  await page.getByRole('button', { name: 'Finish without it' }).click();
  await expect(page.getByText('One was not answered and counts as wrong.')).toBeVisible();
  await expect(page.locator('details.reviewed summary')).toContainText(['', 'not answered']);
});

test('a set that asks for more questions than there are says how many it has', async ({ page }) => {
  await openPractice(page, '?set=a-class&items=60&of=cases');
  const told = page.locator('[aria-labelledby=set] [role=status]');
  await expect(told).toContainText(/There are \d+ whole cases; the set has all of them\./);
  await page.getByLabel('Questions', { exact: true }).fill('5');
  await expect(told).toBeEmpty();
});

test('a set that is left is gone on with after the page is loaded anew, and its time runs on', async ({
  page,
}) => {
  await openPractice(page, '?set=to-leave&items=5&of=written&minutes=30');
  await page.getByRole('button', { name: 'Begin the set' }).click();
  await expect(page.getByRole('timer')).toContainText(/(30:00|29:\d\d) left/);
  for (let question = 0; question < 2; question += 1) {
    await answerByKeyboard(page);
    await page.locator('[type=submit]').click();
    await expect(page.locator('#running')).toContainText(`${question + 2} of 5`);
  }
  await page.reload();
  await expect(page.getByText('2 of 5 answered; its time runs.')).toBeVisible();
  await page.getByRole('button', { name: 'Go on with it' }).click();
  await expect(page.locator('#running')).toContainText('3 of 5');
  for (let question = 2; question < 5; question += 1) {
    await answerByKeyboard(page);
    await page.locator('[type=submit]').click();
  }
  const download = page.waitForEvent('download');
  await page.getByLabel('Your name or number').fill('Student 7');
  await page.getByRole('button', { name: 'Save the results as a file' }).click();
  const results = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  expect(results).toMatchObject({ by: 'Student 7', set: 'to-leave' });
  expect(results.attempts).toHaveLength(5);
});

test('no item of the images tells its answer in its file, nor does the page that puts it', async ({
  request,
}) => {
  for (const [id, secrets] of [
    ['recalled-at-57-reading', ['Fine linear', 'Segmental', 'cancer.']],
    ['recalled-at-57-magnification-cc-place', ['fine-linear', 'fragmented']],
    ['faint-points-at-50-mineral', ['calcium-oxalate', 'crystals of']],
  ] as const) {
    const file = await (await request.get(`practice/items/${id}.json`)).text();
    expect(file).toContain('"prompt"');
    for (const secret of secrets) expect(file).not.toContain(secret);
  }
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
  expect(await faultsOf(page, { within: 'main' })).toEqual([]);
  await answerByKeyboard(page);
  if ((await page.locator('[type=submit]').count()) > 0)
    await page.locator('[type=submit]').click();
  await expect(page.locator('.verdict')).toBeVisible();
  expect(await faultsOf(page, { within: 'main' })).toEqual([]);
});

test.describe('the source of a page that asks', () => {
  for (const path of [
    'practice/',
    'practice/items/punctate-in-a-row.json',
    'chapters/radiological-classification/',
  ])
    test(`${path} holds no reason, no explanation and no mark of what is right`, async ({
      request,
    }) => {
      const page = await (await request.get(path)).text();
      if (path !== 'practice/') expect(page).toContain('A row of specks at a first screening');
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

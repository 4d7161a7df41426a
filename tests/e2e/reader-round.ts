import { expect, type Page } from '@playwright/test';
import { answerByKeyboard } from './answering.ts';
import { barePages, pageKinds } from './page-kinds.ts';

/** Opens a page of an edition by its path and query. */
export type Open = (path: string, query?: string) => Promise<unknown>;

/** Opens every kind of page; `look` is told of each. */
export async function openEveryKind(page: Page, open: Open, look = async () => {}): Promise<void> {
  for (const [kind, address] of [...pageKinds, ...barePages]) {
    if (kind === 'page for unknown addresses') continue;
    const [path = '', query = ''] = address.split('?');
    await open(path, query && `?${query}`);
    await expect(page.locator('h1, atlas-stage[data-stop], .now h2').first()).toBeVisible();
    await look();
  }
}

/** Sits a set of written questions and of images to its end, without those whose picture is not kept. */
export async function sitSet(page: Page, open: Open): Promise<void> {
  await open('practice/', '?set=far-from-any-network&items=5');
  await page.getByRole('button', { name: 'Begin the set' }).click();
  const running = page.locator('#running');
  const field = '.question-form :is(.option, .side, .number, .choices, .tools, .order)';
  const missing = '.question-form .viewer-status[data-state="failed"]';
  await expect(running).toContainText('1 of 5');
  while ((await running.count()) > 0) {
    const asked = await running.textContent();
    await page.locator(`${field}, ${missing}`).first().waitFor();
    const finish = page.getByRole('button', { name: /^Finish with/ });
    if ((await page.locator(field).count()) > 0) {
      await answerByKeyboard(page);
      await page.locator('[type=submit]').click();
    } else if ((await finish.count()) > 0) await finish.click();
    else await page.getByRole('button', { name: 'Come back to it later' }).click();
    await expect(running.filter({ hasText: asked ?? '' })).toHaveCount(0);
  }
  await expect(page.locator('details.reviewed')).toHaveCount(5);
  await page.getByLabel('Your name or number').fill('Student 7');
  const results = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the results as a file' }).click();
  await results;
  await open('progress/');
  await expect(page.getByText(/There are \d+, to \d+ questions/)).toBeVisible();
}

/** Gives the first stops of a lesson by clicker, with the presenter's window beside the stage. */
export async function giveLesson(page: Page, open: Open): Promise<void> {
  await open('lessons/from-recall-to-report/stage/');
  const stage = page.locator('atlas-stage');
  await expect(stage).toHaveAttribute('data-stop', '0', { timeout: 30_000 });
  const coming = page.context().waitForEvent('page');
  await page.keyboard.press('p');
  const presenter = await coming;
  for (let stop = 1; stop < 4; stop += 1) {
    await page.keyboard.press('PageDown');
    await expect(stage).toHaveAttribute('data-stop', String(stop), { timeout: 30_000 });
    await expect(presenter.locator('.now h2')).toContainText(`Stop ${stop + 1} of `);
  }
  await presenter.close();
}

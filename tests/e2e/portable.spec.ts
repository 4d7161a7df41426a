import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test as base, type Page } from '@playwright/test';
import { giveLesson, openEveryKind, sitSet } from './reader-round.ts';

// A case is grown and X-rayed in the browser: seconds, and more on a loaded machine.
base.describe.configure({ timeout: 180_000 });

/** The portable edition in a folder as people name them, which nobody may write to, without a network. */
let folder = '';
base.beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'atlas-')), 'Atlas für Ärzte 100% #1');
  cpSync(resolve('.cache/e2e/portable'), folder, { recursive: true });
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (file.isFile()) chmodSync(join(file.parentPath, file.name), 0o444);
});
base.afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

/** A page that fails its test where it complains, or asks for anything outside of the folder. */
const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ context }, use) => {
      await context.setOffline(true);
      const faults: string[] = [];
      const root = pathToFileURL(folder).href;
      // Those of a presenter's window too.
      context.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(`${root}/`) && !/^(blob|data):/.test(url)) faults.push(url);
      });
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(message.text());
      });
      context.on('weberror', (error) => faults.push(error.error().message));
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

const open = (page: Page, path = '', query = '') =>
  page.goto(`${pathToFileURL(join(folder, path, 'index.html')).href}${query}`);

test('every kind of page opens from a disk, and every link of it leads to a file', async ({
  page,
}) => {
  const here = (path: string, query?: string) => open(page, path, query);
  await openEveryKind(page, here, async () => {
    const folders = await page
      .locator('a[href]')
      .evaluateAll((links) =>
        (links as HTMLAnchorElement[])
          .filter(({ protocol, pathname }) => protocol === 'file:' && pathname.endsWith('/'))
          .map(({ href }) => href),
      );
    expect(folders).toEqual([]);
  });
});

test('a set is sat to its results, and a lesson is given in two windows', async ({ page }) => {
  const here = (path: string, query?: string) => open(page, path, query);
  await sitSet(page, here);
  await giveLesson(page, here);
});

test('the search finds, narrows, and leads to the page', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('milk of calcium');
  await expect(dialog.getByRole('status')).toContainText('found for');
  await dialog.getByRole('checkbox', { name: /Descriptors/ }).check();
  await expect(dialog.getByRole('status')).toContainText('in Descriptors');
  await dialog.locator('.results a').first().click();
  await expect(page).toHaveURL(/descriptors\/.*index\.html/);
});

test('a bench shows linked views, from tiles of this folder, and tells what is true of them', async ({
  page,
}) => {
  await open(page, 'cases/chance-finding-at-71');
  const bench = page.locator('atlas-bench');
  await bench.getByRole('button', { name: 'Hang CC and MLO' }).click();
  await expect(bench.locator('atlas-viewer[data-live]')).toHaveCount(2);
  const region = bench.getByRole('application').first();
  await region.focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('+');
  await expect.poll(() => new URL(page.url()).searchParams.getAll('look').length).toBe(2);
  await expect(bench.locator('.viewer-status').first()).toBeHidden();
  await bench.getByRole('button', { name: 'Show findings' }).click();
  await expect(page.getByRole('table').locator('tbody tr').first()).toBeVisible();
});

test('views of two cases stand side by side, taken from their pages', async ({ page }) => {
  await open(page, 'compare');
  await expect(page.locator('atlas-compare atlas-viewer[data-live]')).toHaveCount(2);
});

test('a fresh case is made in workers, answered, and is in the progress of another page', async ({
  page,
}) => {
  await open(page, 'practice/endless', '?case=777');
  const form = page.locator('.question-form');
  await expect(form).toBeVisible({ timeout: 90_000 });
  await expect(page.locator('atlas-viewer[data-live]')).toBeVisible();
  await form.getByRole('radio', { name: /Dystrophic/ }).check();
  await form.getByRole('button', { name: 'Check answer' }).click();
  await expect(page.locator('.verdict')).toContainText('Right');
  await page.waitForTimeout(500);
  await open(page, 'progress');
  await expect(page.getByText('There is 1, to 1 question.')).toBeVisible();
});

test('the page that checks a copy finds it whole, and names what is missing', async ({ page }) => {
  await page.goto(pathToFileURL(join(folder, 'check-this-copy.html')).href);
  const chooser = page.getByLabel('Folder of the atlas');
  await chooser.setInputFiles(folder);
  await expect(page.getByRole('status')).toContainText('are as they were made', {
    timeout: 60_000,
  });
  await chooser.setInputFiles(join(folder, 'chapters'));
  await expect(page.getByRole('status')).toContainText('This is another folder.');
  const half = join(folder, '..', 'half');
  mkdirSync(half);
  copyFileSync(join(folder, 'START-HERE.txt'), join(half, 'START-HERE.txt'));
  await chooser.setInputFiles(half);
  await expect(page.getByRole('status')).toContainText('are not as they were made');
  await expect(page.getByRole('listitem').first()).toContainText('is missing');
});

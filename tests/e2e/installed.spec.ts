import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { copySite, openHost } from './installed-site.ts';
import { faultsOf } from './axe.ts';
import { openQuestion } from './question.ts';
import { giveLesson, openEveryKind, sitSet } from './reader-round.ts';

/** The installed edition: two editions of the site on a host that is turned off and on. */
test.describe.configure({ timeout: 90_000 });

const host = openHost(4393);
test.use({ baseURL: host.address });
let folder = '';
const first = () => join(folder, 'first');
const second = () => join(folder, 'second');

/** A page, what a script fetches, and the search: each says of which edition it is. */
const marked = ['index.html', 'cases/facets.json', 'pagefind/pagefind-entry.json'];

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-'));
  await copySite(first());
  await copySite(second(), Object.fromEntries(marked.map((file) => [file, '\n\n'])));
});
test.beforeEach(() => host.on(first()));
test.afterEach(() => host.off());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens the atlas for the first time, and waits until the browser has all of it. */
async function install(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('');
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  return page;
}

/** Which edition every marked file is of. */
const editions = (page: Page) =>
  page.evaluate(
    (files) =>
      Promise.all(
        files.map(async (file) =>
          (await (await fetch(`/${file}`)).text()).endsWith('\n\n') ? 'second' : 'first',
        ),
      ),
    marked,
  );

const all = (edition: string) => marked.map(() => edition);

test('an installed atlas is read, searched, zoomed and answered with the host gone', async ({
  context,
}) => {
  const page = await install(context);
  await page.goto('offline/');
  const kept = page.locator('[data-offer="cases/chance-finding-at-71/"]');
  await kept.getByRole('button', { name: /^Keep/ }).click();
  await expect(kept).toHaveAttribute('data-state', 'whole');
  await host.off();

  await page.goto('chapters/radiological-classification/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Radiological');

  await page.getByRole('button', { name: 'Search', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('milk of calcium');
  await expect(dialog.getByRole('status')).toContainText('found for');
  await dialog.locator('.results a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await page.goto('cases/chance-finding-at-71/');
  const bench = page.locator('atlas-bench');
  await expect(bench.locator('atlas-viewer[data-live]').first()).toBeVisible();
  await bench.getByRole('application').first().focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('+');
  await expect.poll(() => new URL(page.url()).searchParams.has('look')).toBe(true);
  await expect(bench.locator('.viewer-status').first()).toBeHidden();

  const question = await openQuestion(page);
  await question.getByRole('radio').first().check();
  await question.getByRole('button', { name: 'Check answer' }).click();
  await expect(question.locator('.verdict')).toBeVisible();
  await page.goto('progress/');
  await expect(page.getByText('There is 1, to 1 question.')).toBeVisible();

  // What is no page of the atlas is said to be none, and an address may lack its slash.
  await page.goto('no/such/page/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('glossary');
  await expect(page).toHaveURL(/glossary\/$/);
});

test('with the host gone every kind of page opens, a set is sat and a lesson given, and nothing asks another host', async ({
  context,
}) => {
  test.setTimeout(180_000);
  const page = await install(context);
  await page.goto('offline/');
  const lesson = page.locator('[data-offer="lessons/from-recall-to-report/"]');
  await lesson.getByRole('button', { name: /^Keep/ }).click();
  await expect(lesson).toHaveAttribute('data-state', 'whole');
  await host.off();
  const faults: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(host.address) && !/^(blob|data):/.test(url)) faults.push(url);
  });
  context.on('weberror', (error) => faults.push(error.error().message));
  context.on('console', (message) => {
    // A picture that is not kept cannot come.
    const isPicture = message.location().url.includes('/pyramids/');
    if (message.type() === 'error' && !isPicture) faults.push(message.text());
  });
  const open = (path: string, query = '') => page.goto(`${path}${query}`);
  await openEveryKind(page, open);
  await sitSet(page, open);
  await giveLesson(page, open);
  expect(faults).toEqual([]);
});

test('an atlas below a folder of its host is installed, kept and read there', async ({
  context,
}) => {
  const below = openHost(4394, '/atlas/');
  const site = join(folder, 'below');
  await copySite(site, {}, 'below');
  await below.on(site);
  const page = await context.newPage();
  await page.goto(below.address);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await page.goto(`${below.address}lessons/look-alikes/`);
  await page.getByRole('link', { name: 'Keep this lesson offline' }).click();
  const asked = page.locator('[aria-current][data-offer]');
  await expect(asked).toBeInViewport();
  await asked.getByRole('button', { name: /^Keep/ }).click();
  await expect(asked).toHaveAttribute('data-state', 'whole');
  await below.off();
  await page.goto(`${below.address}lessons/look-alikes/stage/?stop=3`);
  await expect(page.locator('atlas-stage')).toHaveAttribute('data-stop', '2', { timeout: 60_000 });
  await expect(page.locator('.stage-layer[data-shown] canvas')).not.toHaveCount(0);
});

test('a picture that was looked at is seen again with the host gone, and one that was not is small', async ({
  context,
}) => {
  const page = await install(context);
  const open = async (path: string) => {
    await page.goto(path);
    const status = page.locator('.viewer-status').first();
    await expect(page.locator('atlas-viewer[data-live]').first()).toBeVisible();
    return status;
  };
  await expect(await open('cases/morphology-plate/')).toBeHidden();
  await page.waitForLoadState('networkidle');
  await host.off();
  await expect(await open('cases/morphology-plate/')).toBeHidden();

  await page.goto('cases/');
  const card = page.locator('[data-card] img').last();
  await card.scrollIntoViewIfNeeded();
  await expect
    .poll(() => card.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(50);
  expect(
    await card.evaluate((image) => (image as HTMLImageElement).naturalWidth),
  ).toBeLessThanOrEqual(240);
});

test('a new edition is announced, waits for other windows, is taken as a whole, and may be taken back', async ({
  context,
}) => {
  const page = await install(context);
  const other = await context.newPage();
  await other.goto('lessons/');
  await host.on(second());

  // The old worker with the new site: the old edition, whole.
  await page.reload();
  expect(await editions(page)).toEqual(all('first'));
  const notice = page.getByRole('complementary', { name: 'New edition' });
  await expect(notice).toContainText('A new edition of the atlas is ready.');
  expect(await faultsOf(page, { within: '.new-edition' })).toEqual([]);
  expect(await editions(page)).toEqual(all('first'));
  await notice.getByRole('button', { name: 'Load it' }).click();
  await expect(notice).toContainText('open in another window');
  expect(await editions(other)).toEqual(all('first'));

  await other.close();
  const loaded = page.waitForEvent('load');
  await notice.getByRole('button', { name: 'Load it' }).click();
  await loaded;
  expect(await editions(page)).toEqual(all('second'));
  await host.off();
  await page.reload();
  expect(await editions(page)).toEqual(all('second'));

  // The new worker with the old site.
  await host.on(first());
  await page.reload();
  expect(await editions(page)).toEqual(all('second'));
  await expect(notice).toBeVisible();
  const back = page.waitForEvent('load');
  await notice.getByRole('button', { name: 'Load it' }).click();
  await back;
  expect(await editions(page)).toEqual(all('first'));
  await expect(notice).toBeHidden();
});

test('an edition that is not whole on the host changes nothing', async ({ context }) => {
  const page = await install(context);
  await context.route(/editions\//, (route) => route.fulfill({ body: 'half of it' }));
  await host.on(second());
  await page.reload();
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
  });
  await page.waitForTimeout(500);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)).toBeNull();
  await host.off();
  await page.reload();
  expect(await editions(page)).toEqual(all('first'));
});

test('what is being kept may be paused, broken off and killed, goes on where it was, and is removed', async ({
  context,
}) => {
  const page = await install(context);
  // A browser may ask the reader whether to keep it for good, and she may never answer.
  await context.addInitScript(() => {
    navigator.storage.persist = () => new Promise(() => {});
  });
  let served = 0;
  let limit = 3;
  // A connection that breaks after so many pictures.
  await context.route(/pyramids\/.*\?anew$/, async (route) => {
    served += 1;
    if (served > limit) return route.abort();
    return route.continue();
  });
  await page.goto('offline/');
  const everything = page.locator('[data-offer=""]');
  const size = await everything.locator('.size').textContent();
  expect(size).toMatch(/^\s*\d+ MB\s*$/);
  await everything.getByRole('button', { name: /^Keep/ }).click();
  await expect(page.getByRole('status')).toContainText('The connection broke');
  await expect(everything).toHaveAttribute('data-state', 'stopped');

  // Killed in the middle: the window goes, and what came is there when it is opened again.
  limit = 12;
  await everything.getByRole('button', { name: /^Resume/ }).click();
  await expect.poll(() => served).toBeGreaterThan(6);
  await page.close();
  const again = await context.newPage();
  await again.goto('offline/');
  const after = again.locator('[data-offer=""]');
  await expect(after).toHaveAttribute('data-state', 'stopped');
  const before = served;
  limit = Number.POSITIVE_INFINITY;
  await after.getByRole('button', { name: /^Resume/ }).click();
  await expect.poll(() => served).toBeGreaterThan(before + 3);
  await after.getByRole('button', { name: /^Pause/ }).click();
  await expect(after).toHaveAttribute('data-state', 'stopped');
  await after.getByRole('button', { name: /^Cancel/ }).click();
  await expect(after).toHaveAttribute('data-state', 'apart');
  await expect
    .poll(() =>
      again.evaluate(async () => (await (await caches.open('atlas:/:kept')).keys()).length),
    )
    .toBe(0);
});

test('too little room is told before, a full disk in the middle, and what has come stays', async ({
  context,
}) => {
  const page = await install(context);
  await page.goto('offline/');
  const everything = page.locator('[data-offer=""]');
  const keep = everything.getByRole('button', { name: /^Keep/ });
  // Browsers round what they say of their room, so that it tells nothing about the device.
  await page.evaluate(() => {
    navigator.storage.estimate = async () => ({ quota: 30e6, usage: 5e6 });
  });
  await keep.click();
  await expect(page.getByRole('status')).toContainText('has room for 24 MB');
  await expect(everything).toHaveAttribute('data-state', 'apart');

  await page.reload();
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(host.address).origin,
    quotaSize: 20e6,
  });
  await keep.click();
  await expect(page.getByRole('status')).toContainText('no more room');
  await expect(everything).toHaveAttribute('data-state', 'stopped');
  await expect(everything.locator('.size')).toHaveText(/^\s*\d.* of /);
});

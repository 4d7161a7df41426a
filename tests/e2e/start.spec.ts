import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { cpSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';

/** Outside of the project, where a department may keep its own content. */
const work = join(tmpdir(), 'atlas-start-test');
const environment = {
  ...process.env,
  ATLAS_LOCAL: join(work, 'local'),
  ATLAS_CACHE: join(work, 'cache'),
  ATLAS_OUT: join(work, 'site'),
};
const kept = process.env.ATLAS_CACHE ?? '.cache';
/** The sites that the other tests read. */
const sites = join(kept, 'e2e');
let start: ChildProcess;
let other: Server;
let said = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  rmSync(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  // The book's own views, and what is known of its patients, are there already; to make them again is
  // not what is tried here.
  cpSync(kept, join(work, 'cache'), { recursive: true, filter: (path) => path !== sites });
  const slide = join(work, 'slide.jpg');
  await sharp({
    create: {
      width: 900,
      height: 700,
      channels: 3,
      background: '#c9a',
      noise: { type: 'gaussian', mean: 150, sigma: 60 },
    },
  })
    .resize(13_500, 10_500)
    .jpeg({ quality: 90 })
    .toFile(slide);
  const labels = [
    '--source=Drawn for the tests',
    '--licence=CC0-1.0',
    '--title=A large slide',
    '--description=Noise.',
  ];
  const { status, stderr } = spawnSync(
    'node',
    [
      'src/cli/atlas.ts',
      'import',
      slide,
      '--case=large-slide',
      '--view=histology',
      '--um-per-pixel=0.5',
      ...labels,
    ],
    { env: environment, encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  other = createServer();
  await new Promise<void>((done) => other.listen(4396, '127.0.0.1', done));
  start = spawn('node', ['src/cli/atlas.ts', 'start', '--port', '4396'], { env: environment });
  start.stdout?.on('data', (text) => (said += text));
  start.stderr?.on('data', (text) => (said += text));
  await expect.poll(() => said, { timeout: 90_000 }).toContain('The atlas is open at');
});
test.afterAll(async () => {
  start.kill('SIGTERM');
  other.close();
  rmSync(work, { recursive: true, force: true });
});

test('the pages are there before the images, and an image appears by itself', async ({ page }) => {
  expect(said).toContain('Port 4396 is taken');
  await page.goto('http://localhost:4397/cases/large-slide/');
  const viewer = page.locator('atlas-viewer').first();
  await viewer.scrollIntoViewIfNeeded();
  await expect(viewer.locator('.viewer-status')).toContainText(/Being made|Waiting/);
  await expect(viewer.locator('canvas').first()).toBeVisible({ timeout: 60_000 });
  await expect(viewer.locator('.viewer-status')).toBeHidden();
});

test('the progress is told in plain lines and comes to an end', async () => {
  await expect.poll(() => said, { timeout: 60_000 }).toMatch(/(\d+) of \1 made/);
  expect(said).not.toContain('\r');
});

test('a started atlas that is stopped leaves nothing half-made', async () => {
  start.kill('SIGTERM');
  await expect.poll(() => start.exitCode).toBe(143);
  const left = spawnSync('ls', ['-A', join(work, 'cache/pyramids')], { encoding: 'utf8' }).stdout;
  expect(left.split('\n').filter((name) => name.startsWith('.'))).toEqual([]);
});

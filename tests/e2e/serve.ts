import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { serveSite } from '../../src/press/server.ts';
import { bundleDarkroom } from '../darkroom.ts';

/** Prints the atlas, with one imported slide, twice: at the root and below a base path. Serves both, and makes the portable edition of the first. */
const work = resolve('.cache/e2e');
const sites = [
  { base: '/', port: 4391, out: join(work, 'root') },
  { base: '/atlas/', port: 4392, out: join(work, 'below') },
];
const local = join(work, 'local');

function atlas(args: string[], environment: Record<string, string> = {}): void {
  const { status, stdout, stderr } = spawnSync('node', ['src/cli/atlas.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ATLAS_LOCAL: local, ...environment },
  });
  if (status !== 0) throw new Error(`atlas ${args.join(' ')}\n${stdout}${stderr}`);
}

/** A slide of round violet nuclei in a pink field, as large as a small scan. */
async function drawSlide(path: string): Promise<void> {
  const nuclei = Array.from({ length: 900 }, (_, index) => {
    const x = (index * 733) % 3000;
    const y = (index * 1931) % 2200;
    return `<circle cx="${x}" cy="${y}" r="${7 + (index % 5)}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="2200"><rect width="100%" height="100%" fill="#f3d7e2"/><g fill="#6b4a9c">${nuclei.join('')}</g></svg>`;
  await sharp(Buffer.from(svg)).png().toFile(path);
}

rmSync(local, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
await drawSlide(join(work, 'slide.png'));
atlas([
  'import',
  join(work, 'slide.png'),
  '--case=test-slide',
  '--view=histology',
  '--um-per-pixel=0.5',
  '--source=Drawn for the tests',
  '--licence=CC0-1.0',
  '--case-title=A drawn case',
  '--title=A drawn slide',
  '--description=Violet discs on a pink field.',
]);
for (const { base, out } of sites) atlas(['build'], { ATLAS_BASE: base, ATLAS_OUT: out });
atlas(['portable', `--out=${join(work, 'portable')}`], { ATLAS_OUT: join(work, 'root') });
// Each test has a browser of its own, which would keep the whole site: installing has its own tests.
for (const { out } of sites) copyFileSync('public/sw.js', join(out, 'sw.js'));
await bundleDarkroom(join(work, 'root', 'darkroom'));
for (const { base, port, out } of sites)
  await serveSite(
    {
      pages: out,
      pyramids: join(out, 'pyramids'),
      base,
      makers: { ask: () => {}, status: () => undefined, failure: () => undefined },
    },
    port,
    1,
  );
console.log('Both sites are served.');

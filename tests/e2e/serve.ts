import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { serveSite } from '../../src/press/server.ts';
import { bundleDarkroom } from '../darkroom.ts';

/** Prints the atlas, with one imported slide, twice: at the root and below a base path. Serves both, and makes the portable edition of the first. */
const work = resolve('.cache/e2e');
const root = { base: '/', port: 4391, out: join(work, 'root') };
const below = { base: '/atlas/', port: 4392, out: join(work, 'below') };
const local = join(work, 'local');

const run = promisify(execFile);
const atlas = (args: string[], environment: Record<string, string> = {}) =>
  run('node', ['src/cli/atlas.ts', ...args], {
    env: { ...process.env, ATLAS_LOCAL: local, ...environment },
    maxBuffer: 2 ** 26,
  });
const build = ({ base, out }: typeof root) =>
  atlas(['build'], { ATLAS_BASE: base, ATLAS_OUT: out });

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
await atlas([
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
await build(root);
// The images are there: what is left of both has a core each.
await Promise.all([
  build(below),
  atlas(['portable', `--out=${join(work, 'portable')}`], { ATLAS_OUT: root.out }),
]);
// Each test has a browser of its own, which would keep the whole site: installing has its own tests.
for (const { out } of [root, below]) copyFileSync('public/sw.js', join(out, 'sw.js'));
await bundleDarkroom(join(root.out, 'darkroom'));
for (const { base, port, out } of [root, below])
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

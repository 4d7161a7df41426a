import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Which rooms a room may import, as docs/architecture.md says; the site and above import anything below. */
const site = ['components', 'layouts', 'pages', 'styles'];
const mayImport: Record<string, readonly string[]> = {
  lexicon: [],
  phantom: ['lexicon'],
  machine: [],
  pyramid: ['machine'],
  intake: ['lexicon', 'machine'],
  atlas: ['phantom', 'microscopy', 'lexicon'],
  viewer: ['pyramid', 'microscopy', 'trace', 'atlas', 'lexicon'],
  trace: ['radiography', 'microscopy', 'lexicon'],
  quiz: ['evidence', 'viewer', 'trace', 'atlas', 'lexicon'],
  endless: ['quiz', 'viewer', 'trace', 'radiography', 'atlas', 'lexicon'],
  lesson: ['quiz', 'viewer', 'atlas', 'lexicon'],
  evidence: ['atlas', 'lexicon'],
  pathway: ['lexicon'],
  gallery: ['atlas', 'lexicon'],
  radiography: ['phantom', 'lexicon'],
  microscopy: ['phantom', 'lexicon'],
  simulation: ['machine', 'pyramid', 'phantom', 'radiography', 'microscopy', 'lexicon'],
  search: [],
  keeping: [],
};
const below = Object.keys(mayImport);
for (const room of site) mayImport[room] = [...below, ...site];
mayImport.press = [...below, ...site];
mayImport.offline = [...below, ...site, 'press'];
mayImport.cli = [...below, ...site, 'press', 'offline'];

const imported = /(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g;

/** Every import of a file of one room by a file of another: `from → to`. */
async function crossings(): Promise<string[]> {
  const files = (await readdir('src', { recursive: true })).filter((file) =>
    /\.(ts|svelte|astro)$/.test(file),
  );
  const found = await Promise.all(
    files.map(async (file) => {
      const room = file.split(/[\\/]/)[0] ?? '';
      const text = await readFile(join('src', file), 'utf8');
      return [...text.matchAll(imported)].flatMap(([, path = '']) => {
        const target = relative('src', resolve('src', file, '..', path)).split(/[\\/]/)[0] ?? '';
        const allowed = room === target || room.includes('.') || mayImport[room]?.includes(target);
        return allowed ? [] : [`${file} → ${path}`];
      });
    }),
  );
  return found.flat();
}

test('rooms import only from the floors below them', async () => {
  expect(await crossings()).toEqual([]);
});

test('no file of code is so long that it must hold two subjects', async () => {
  const files = (await readdir('src', { recursive: true })).filter((file) => /\.ts$/.test(file));
  const lengths = await Promise.all(
    files.map(
      async (file) =>
        [file, (await readFile(join('src', file), 'utf8')).split('\n').length] as const,
    ),
  );
  expect(lengths.filter(([, lines]) => lines > 350)).toEqual([]);
});

test('schemas come from the lexicon, which keeps them from making code of strings', async () => {
  const files = (await readdir('src', { recursive: true })).filter((file) =>
    /\.(ts|svelte)$/.test(file),
  );
  const texts = await Promise.all(
    files.map(async (file) => [file, await readFile(join('src', file), 'utf8')] as const),
  );
  const direct = texts.filter(([, text]) => text.includes("from 'zod'")).map(([file]) => file);
  expect(direct).toEqual([join('lexicon', 'schema.ts')]);
});

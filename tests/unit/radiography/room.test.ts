import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const room = 'src/radiography';
/** What each engine may compute in its own way, or what is not the same twice. */
const forbidden =
  /Math\.(?!abs|min|max|floor|ceil|round|sqrt|imul|PI\b|LN2\b|SQRT2\b|SQRT1_2\b)\w+|\*\*[^/*]|\bDate\b|\bperformance\b|\bprocess\.|'node:|\bdocument\b|\bwindow\.document\b|toLocale/g;

test('the renderer uses nothing that differs between engines, machines or runs', async () => {
  // Measures of finished pictures make nothing.
  const files = (await readdir(room, { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('metrics'),
  );
  const found = await Promise.all(
    files.map(async (file) => {
      const code = (await readFile(join(room, file), 'utf8')).replaceAll(
        /\/\*[\s\S]*?\*\/|\/\/.*/g,
        '',
      );
      return [...code.matchAll(forbidden)].map(([words]) => `${file}: ${words}`);
    }),
  );
  expect(files.length).toBeGreaterThan(60);
  expect(found.flat()).toEqual([]);
});

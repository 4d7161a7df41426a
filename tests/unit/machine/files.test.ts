import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesBelow } from '../../../src/machine/files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-files-'));
  mkdirSync(join(folder, 'cases/empty'), { recursive: true });
  for (const file of ['z.html', 'a.html', 'cases/b.html']) writeFileSync(join(folder, file), '');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('all files below a folder are listed by their paths from it, in order', async () => {
  expect(await filesBelow(folder)).toEqual(['a.html', 'cases/b.html', 'z.html']);
});

test('a folder named with a slash at its end lists the same', async () => {
  expect(await filesBelow(`${folder}/`)).toEqual(await filesBelow(folder));
});

test('a folder that is not there is an error', async () => {
  await expect(filesBelow(join(folder, 'none'))).rejects.toThrow('ENOENT');
});

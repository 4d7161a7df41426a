import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { runGuarded } from '../../../src/machine/index.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';

it.each([
  [true, 'The file is probably damaged.'],
  [false, 'it is a fault of the program.'],
])(
  'a child that breaks down is told of by what it did (reads a file: %s)',
  async (readsFile, end) => {
    const worker = join(await temporaryFolder(), 'broken.mjs');
    await writeFile(worker, "process.once('message', () => process.abort());");
    const limits = { name: 'plate.png', readsFile, memoryBytes: 1e9, timeMs: 20_000 };
    await expect(runGuarded(pathToFileURL(worker), {}, limits)).rejects.toThrow(end);
  },
);

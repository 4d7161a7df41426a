import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runAtlas as run } from '../../fixtures/command.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';
import { tissueImage } from '../../fixtures/tissue.ts';

const needed = [
  '--case',
  'c',
  '--view',
  'cc',
  '--source',
  's',
  '--licence',
  'l',
  '--um-per-pixel',
  '50',
];

describe('The atlas command', () => {
  it('imports a file and says what it did and what it left', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'a.png');
    await tissueImage(300, 200)
      .withExif({ IFD0: { Artist: 'Jane Doe' } })
      .toFile(file);
    const { status, out, err } = await run(folder, ['import', file, ...needed]);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/300 × 200 pixels, 15\.0 × 10\.0 mm/);
    expect(out).toMatch(/Left +EXIF/);
    expect(out).toContain('look at the whole image before you show it');
    expect(out).not.toContain('Jane');
    expect(existsSync(join(folder, 'local/images/c/cc.tif'))).toBe(true);
  });

  it.each([
    ['a missing file', ['import', 'none.png', ...needed], 'There is no file'],
    ['a folder', ['import', 'src', ...needed], 'is a folder'],
    [
      'a case id that leads elsewhere',
      ['import', 'package.json', '--case', '../x'],
      'cannot be a case id',
    ],
    ['a text file', ['import', 'package.json', ...needed], 'not a PNG, JPEG, TIFF or SVS'],
    ['an unknown kind of file', ['new', 'song', 'x'], 'can begin a lesson'],
    ['an odd id of a lesson', ['new', 'lesson', 'My Lesson'], 'cannot be the id of a lesson'],
    [
      'an unknown folder',
      ['import', 'package.json', '--into', 'x'],
      '--into takes "local" or "content"',
    ],
    ['an unknown pyramid', ['export', 'dzi', '0'.repeat(20), 'x'], 'There is no pyramid'],
    ['a missing pyramid', ['export', 'dzi', 'none.szi', 'x'], 'There is no file'],
    [
      'a file that is no pyramid',
      ['export', 'dzi', 'package.json', 'x'],
      'not a whole SZI archive',
    ],
  ])('answers %s with one sentence and a status other than 0', async (_, args, sentence) => {
    const folder = await temporaryFolder();
    const { status, out, err } = await run(folder, args);
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain(sentence);
    expect(err.trim()).not.toContain('\n');
    expect(existsSync(join(folder, 'local'))).toBe(false);
  });

  it('begins a lesson from an example that is right as it stands, and overwrites none', async () => {
    const folder = await temporaryFolder();
    const begin = () => run(folder, ['new', 'lesson', 'try-me', '--local', '--title', 'A: try']);
    const first = await begin();
    expect([first.status, first.err]).toEqual([0, '']);
    // Growing all patients anew takes a minute.
    const { status, out } = await run(folder, ['check'], undefined, resolve('.cache'));
    expect([status, out]).toEqual([0, expect.stringContaining('nothing wrong')]);
    const again = await begin();
    expect([again.status, again.err]).toEqual([1, expect.stringContaining('already')]);
  });

  it.each([1, 2])('puts everything away when Ctrl-C arrives (%i times)', async (times) => {
    const folder = await temporaryFolder();
    const file = join(folder, 'a.png');
    await writeFile(file, await tissueImage(4000, 3000).png({ compressionLevel: 1 }).toBuffer());
    const local = join(folder, 'local');
    const { status, err } = await run(folder, ['import', file, ...needed], async (send) => {
      while (!existsSync(local)) await wait(5);
      for (let i = 0; i < times; i++) {
        send('SIGINT');
        await wait(10);
      }
    });
    expect([status, err]).toEqual([130, 'Broken off; nothing was changed.\n']);
    expect(await readdir(local)).toEqual([]);
  });
});

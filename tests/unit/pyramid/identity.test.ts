import { readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { identify } from '../../../src/pyramid/index.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';
import { tissueImage } from '../../fixtures/tissue.ts';

async function picture(name = 'view.png', seed = 1) {
  const folder = await temporaryFolder();
  const path = join(folder, name);
  await tissueImage(64, 48, seed).toFile(path);
  return { folder, path, source: { kind: 'file', path } as const, cache: join(folder, 'cache') };
}

describe('The identity of a pyramid', () => {
  it('is 20 digits that tell nothing, with the size of the image', async () => {
    const { source, cache } = await picture('malignant.png');
    const identity = await identify(source, cache);
    expect(identity).toMatchObject({ widthPx: 64, heightPx: 48, channels: 3 });
    expect(identity.id).toMatch(/^[0-9a-f]{20}$/);
  });

  it('is the same for the same bytes elsewhere, and another for other bytes or another window', async () => {
    const [one, same, other] = await Promise.all([
      picture('a.png'),
      picture('b.png'),
      picture('a.png', 2),
    ]);
    const [a, b, c, d] = await Promise.all([
      identify(one.source, one.cache),
      identify(same.source, same.cache),
      identify(other.source, other.cache),
      identify({ ...one.source, window: { low: 1, high: 9 } }, one.cache),
    ]);
    expect(a.id).toBe(b.id);
    expect(new Set([a.id, c.id, d.id]).size).toBe(3);
  });

  it('is remembered: the second time neither bytes nor pixels are read', async () => {
    const { source, cache, path } = await picture();
    const stamp = new Date(2020, 0, 1);
    await utimes(path, stamp, stamp);
    const first = await identify(source, cache);
    const [memo = ''] = await readdir(join(cache, 'identities'));
    // A memo that says something else is believed only if the file is not looked at again.
    const file = join(cache, 'identities', memo);
    await writeFile(file, (await readFile(file, 'utf8')).replace('"widthPx":64', '"widthPx":65'));
    expect(await identify(source, cache)).toEqual({ ...first, widthPx: 65 });
  });

  it('is found again when the file changes', async () => {
    const { source, cache, path, folder } = await picture();
    const before = await identify(source, cache);
    await tissueImage(80, 48).png().toFile(join(folder, 'new.png'));
    await rename(join(folder, 'new.png'), path);
    const after = await identify(source, cache);
    expect(after.widthPx).toBe(80);
    expect(after.id).not.toBe(before.id);
  });

  it('survives a torn memo and twenty readers and writers at once', async () => {
    const { source, cache } = await picture();
    const all = await Promise.all(Array.from({ length: 20 }, () => identify(source, cache)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    const names = await readdir(join(cache, 'identities'));
    expect(names).toHaveLength(1);
    await writeFile(join(cache, 'identities', names[0] ?? ''), '{"seen":');
    expect(await identify(source, cache)).toEqual(all[0]);
  });

  it('gives the size of the upright image', async () => {
    const { source, cache, path } = await picture('view.jpg');
    await sharp(await tissueImage(64, 48).jpeg().toBuffer())
      .withMetadata({ orientation: 6 })
      .toFile(path);
    expect(await identify(source, cache)).toMatchObject({ widthPx: 48, heightPx: 64 });
  });

  it('is refused in a sentence for a missing file and for one that is no image', async () => {
    const { cache, folder } = await picture();
    const text = join(folder, 'notes.png');
    await writeFile(text, 'not an image');
    await expect(identify({ kind: 'file', path: join(folder, 'x.png') }, cache)).rejects.toThrow(
      'There is no file',
    );
    await expect(identify({ kind: 'file', path: text }, cache)).rejects.toThrow(
      'is not an image that can be read',
    );
  });

  it('of a rendered image hangs on its digest alone, and reads nothing', async () => {
    const rendered = (digest: string, order: unknown = {}) =>
      identify(
        { kind: 'rendered', order, digest, widthPx: 30, heightPx: 20, channels: 1 },
        '/there/is/none',
      );
    const one = await rendered('a');
    expect(one).toMatchObject({ widthPx: 30, heightPx: 20, channels: 1 });
    expect(one.id).toMatch(/^[0-9a-f]{20}$/);
    expect((await rendered('a', { other: 1 })).id).toBe(one.id);
    expect((await rendered('b')).id).not.toBe(one.id);
  });
});

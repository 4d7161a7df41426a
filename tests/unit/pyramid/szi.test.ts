import { describe, expect, it } from 'vitest';
import { blobSource } from '../../../src/pyramid/byte-source.ts';
import { openSzi } from '../../../src/pyramid/szi.ts';
import { directoryBytes, localHeader } from '../../../src/pyramid/zip-writing.ts';

const dzi = '<Image Format="jpeg" Overlap="0" TileSize="512"><Size Height="2" Width="2"/></Image>';

/** An archive as other programs write it: `extra` bytes of extra field that the directory lacks. */
function archive(files: Record<string, string>, extra = 0): Blob {
  let offset = 0;
  const parts: Uint8Array[] = [];
  const entries = Object.entries(files).map(([name, text]) => {
    const data = Buffer.from(text);
    const entry = { name, offset, sizeBytes: data.length, crc32: 0 };
    const header = Buffer.from(localHeader(entry));
    header.writeUInt16LE(extra, 28);
    parts.push(header, Buffer.alloc(extra), data, Buffer.alloc(16, 'descriptor'));
    offset += header.length + extra + data.length + 16;
    return entry;
  });
  return new Blob([...parts, directoryBytes(entries, offset)] as BlobPart[]);
}

const open = (blob: Blob) => openSzi(blobSource(blob));

describe('A pyramid', () => {
  it.each([
    ['as libvips writes it', 'a', 0],
    ['with extra fields beside each tile', 'x', 24],
    ['within a folder and under a long name', 'slide 1/slide 1', 0],
  ])('opens %s', async (_, name, extra) => {
    const szi = await open(
      archive({ [`${name}_files/0/0_0.jpeg`]: 'pixel', [`${name}.dzi`]: dzi }, extra),
    );
    expect(szi).toMatchObject({ widthPx: 2, heightPx: 2, tileSizePx: 512, format: 'jpeg' });
    expect(szi.levels).toHaveLength(2);
    const tile = await szi.tile(0, 0, 0);
    expect(tile?.type).toBe('image/jpeg');
    expect(await tile?.text()).toBe('pixel');
  });

  it('has nothing where a tile was left out', async () => {
    const szi = await open(archive({ 'a.dzi': dzi }));
    expect(await szi.tile(1, 0, 0)).toBeUndefined();
    expect(await szi.tile(1, 9, 9)).toBeUndefined();
  });

  it('is refused where it holds no description', async () => {
    await expect(open(archive({ a: 'b' }))).rejects.toThrow('holds no Deep Zoom description');
  });

  it('is refused where it is cut short', async () => {
    const whole = archive({ 'a.dzi': dzi, 'a_files/0/0_0.jpeg': 'x'.repeat(5000) });
    await expect(open(whole.slice(0, whole.size - 500))).rejects.toThrow('its end is missing');
  });

  it('is refused where the directory points at something else', async () => {
    const parts = await archive({ 'a_files/0/0_0.jpeg': 'pixel', 'a.dzi': dzi }).arrayBuffer();
    new Uint8Array(parts).fill(0, 0, 4);
    const szi = await open(new Blob([parts]));
    await expect(szi.tile(0, 0, 0)).rejects.toThrow('damaged');
  });
});

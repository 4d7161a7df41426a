import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { levelsOf } from '../../src/pyramid/dzi.ts';
import type { StoredSzi } from '../../src/pyramid/szi.ts';
import { paintFirstTile } from '../../src/viewer/first-tile.ts';

const image = { widthPx: 1000, heightPx: 800, tileSizePx: 512, overlapPx: 0, format: 'jpeg' };
const coarse = async () => ({ bytes: new Uint8Array([0xff, 0xd8]), type: 'image/jpeg' });
const pyramid = (encoded: StoredSzi['encoded'] = coarse): StoredSzi => ({
  ...image,
  levels: levelsOf(image),
  descriptor: '',
  encoded,
  tile: async () => undefined,
});
const goes = () => new AbortController();

/** Images that come at once, as a browser brings one whose address holds it. */
const addresses: string[] = [];
class ImageAtOnce extends EventTarget {
  readonly naturalWidth = 500;
  readonly naturalHeight = 400;
  set src(address: string) {
    addresses.push(address);
    queueMicrotask(() => this.dispatchEvent(new Event('load')));
  }
}

beforeEach(() => vi.stubGlobal('Image', ImageAtOnce));
afterEach(() => vi.unstubAllGlobals());

test('the first tile that a reader sees is the finest that holds all of the picture', async () => {
  const tile = vi.fn(coarse);
  const host = document.createElement('div');
  await paintFirstTile(host, pyramid(tile), goes().signal);
  expect(tile).toHaveBeenCalledWith(9, 0, 0, expect.anything());
  expect(addresses.at(-1)).toBe('data:image/jpeg;base64,/9g=');
  const canvas = host.querySelector<HTMLCanvasElement>('canvas.viewer-first');
  expect([canvas?.width, canvas?.height]).toEqual([500, 400]);
});

test('it is painted once, and not over a viewer that is there already', async () => {
  const host = document.createElement('div');
  const tiles = pyramid();
  await paintFirstTile(host, tiles, goes().signal);
  await paintFirstTile(host, tiles, goes().signal);
  expect(host.querySelectorAll('canvas')).toHaveLength(1);
  const live = document.createElement('div');
  live.dataset.live = '';
  await paintFirstTile(live, tiles, goes().signal);
  expect(live.querySelector('canvas')).toBeNull();
});

test('it goes with its pane', async () => {
  const host = document.createElement('div');
  const end = goes();
  await paintFirstTile(host, pyramid(), end.signal);
  end.abort();
  expect(host.querySelector('canvas')).toBeNull();
});

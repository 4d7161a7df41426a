import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { levelsOf } from '../../src/pyramid/dzi.ts';
import type { Szi } from '../../src/pyramid/szi.ts';
import { paintFirstTile } from '../../src/viewer/first-tile.ts';

const image = { widthPx: 1000, heightPx: 800, tileSizePx: 512, overlapPx: 0, format: 'jpeg' };
const pyramid = (tile: Szi['tile']): Szi => ({
  ...image,
  levels: levelsOf(image),
  descriptor: '',
  tile,
});
const goes = () => new AbortController();

beforeEach(() => {
  vi.stubGlobal('createImageBitmap', async () => ({ width: 500, height: 400, close: () => {} }));
});
afterEach(() => vi.unstubAllGlobals());

test('the first tile that a reader sees is the finest that holds all of the picture', async () => {
  const tile = vi.fn(async () => new Blob(['jpeg']));
  const host = document.createElement('div');
  await paintFirstTile(host, pyramid(tile), goes().signal);
  expect(tile.mock.calls[0]?.slice(0, 3)).toEqual([9, 0, 0]);
  const canvas = host.querySelector<HTMLCanvasElement>('canvas.viewer-first');
  expect([canvas?.width, canvas?.height]).toEqual([500, 400]);
});

test('it is painted once, and not over a viewer that is there already', async () => {
  const host = document.createElement('div');
  const tiles = pyramid(async () => new Blob(['jpeg']));
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
  await paintFirstTile(
    host,
    pyramid(async () => new Blob(['jpeg'])),
    end.signal,
  );
  end.abort();
  expect(host.querySelector('canvas')).toBeNull();
});

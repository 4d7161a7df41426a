import { expect, test } from 'vitest';
import type { TileOrder } from '../../../src/microscopy/microscope/order.ts';
import { rememberTiles } from '../../../src/viewer/rendered-tiles.ts';

const orderOf = (column: number, seed = 1) =>
  ({ slide: { seed }, place: { level: 3, column } }) as unknown as TileOrder;

/** Asks for tiles one after the other, and tells which had to be rendered. */
async function renderedOf(orders: readonly TileOrder[], most: number): Promise<number[]> {
  const tiles = rememberTiles(most);
  const rendered: number[] = [];
  for (const [at, order] of orders.entries())
    await tiles.take(order, async () => {
      rendered.push(at);
      return new Uint8ClampedArray(4).fill(order.place.column);
    });
  return rendered;
}

test.each([
  ['a field that is seen again is not rendered again', [1, 2, 1, 2], 2, [0, 1]],
  ['what was seen longest ago goes first', [1, 2, 1, 3, 1, 2], 2, [0, 1, 3, 5]],
])('%s', async (_, columns, most, rendered) => {
  expect(
    await renderedOf(
      columns.map((column) => orderOf(column)),
      most,
    ),
  ).toEqual(rendered);
});

test('the same place of another slide is another tile', async () => {
  expect(await renderedOf([orderOf(1, 1), orderOf(1, 2)], 9)).toEqual([0, 1]);
});

test('a tile that failed is rendered when it is asked for again', async () => {
  const tiles = rememberTiles();
  await expect(tiles.take(orderOf(1), () => Promise.reject(new Error('Lost.')))).rejects.toThrow();
  const rgba = new Uint8ClampedArray(4);
  expect(await tiles.take(orderOf(1), async () => rgba)).toBe(rgba);
});

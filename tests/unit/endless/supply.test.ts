import { expect, test } from 'vitest';
import { openSupply } from '../../../src/endless/supply.ts';
import type { Order } from '../../../src/radiography/darkroom/order.ts';
import type { Radiograph } from '../../../src/radiography/radiograph.ts';

/** A darkroom that finishes a picture when it is told to. */
function slowDarkroom() {
  const orders: number[] = [];
  const ends: ((visible: boolean | Error) => void)[] = [];
  return {
    orders,
    async end(visible: boolean | Error = true) {
      ends.shift()?.(visible);
      await new Promise((resolve) => setTimeout(resolve));
    },
    render: (order: Order) =>
      new Promise<Radiograph>((resolve, reject) => {
        orders.push((order.recipe as { seed: number }).seed);
        ends.push((visible) =>
          visible instanceof Error
            ? reject(visible)
            : resolve({ truth: { specks: [{ visible }] } } as unknown as Radiograph),
        );
      }),
  };
}

const counting = (from: number) => () => from++;

test('the next case is begun as soon as the reader has one', async () => {
  const darkroom = slowDarkroom();
  const supply = openSupply(darkroom, counting(1));
  const first = supply.next();
  expect(darkroom.orders).toEqual([1]);
  await darkroom.end();
  expect((await first).seed).toBe(1);
  expect(darkroom.orders).toEqual([1, 2]);
  await darkroom.end();
  expect((await supply.next()).seed).toBe(2);
  expect(darkroom.orders).toEqual([1, 2, 3]);
});

test('a case in which nothing can be seen is passed over', async () => {
  const darkroom = slowDarkroom();
  const next = openSupply(darkroom, counting(1)).next();
  await darkroom.end(false);
  await darkroom.end();
  expect((await next).seed).toBe(2);
});

test('the case of a link comes first, and others after it', async () => {
  const darkroom = slowDarkroom();
  const supply = openSupply(darkroom, counting(1), { first: 77 });
  const first = supply.next();
  await darkroom.end();
  expect((await first).seed).toBe(77);
  expect(darkroom.orders).toEqual([77, 1]);
});

test('a fault is told to whoever waits, and asking again tries again', async () => {
  const darkroom = slowDarkroom();
  const supply = openSupply(darkroom, counting(1));
  const first = supply.next();
  await darkroom.end();
  await first;
  await darkroom.end(new Error('The part of the atlas that makes radiographs failed.'));
  await expect(supply.next()).rejects.toThrow('radiographs failed');
  const again = supply.next();
  await darkroom.end();
  expect((await again).seed).toBe(3);
});

test('where nothing is ever seen it says so in a sentence', async () => {
  const darkroom = slowDarkroom();
  const next = openSupply(darkroom, counting(1)).next();
  const told = expect(next).rejects.toThrow('No case could be made');
  for (let tries = 0; tries < 8; tries += 1) await darkroom.end(false);
  await told;
});

import { expect, type Page, test } from '@playwright/test';
import type { openMicroscope } from '../../src/microscopy/microscope/microscope.ts';
import type { TileOrder } from '../../src/microscopy/microscope/order.ts';
import { tileDigest, tileOrders } from '../fixtures/tiles.ts';

test.describe.configure({ timeout: 180_000 });

/** The module that the tests' site holds beside its pages. */
interface Module {
  readonly openMicroscope: typeof openMicroscope;
}
const moduleName = '/darkroom/microscope.js';

/** The fingerprints of tiles as the workers of a browser render them, whole and put together of four. */
const digestsInBrowser = (page: Page, orders: readonly TileOrder[]) =>
  page.evaluate(
    async ([name, orders]) => {
      const { openMicroscope } = (await import(name)) as Module;
      const microscope = openMicroscope();
      const sha256 = async (bytes: BufferSource) =>
        Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
          byte.toString(16).padStart(2, '0'),
        ).join('');
      const inFour = async ({ slide, place }: TileOrder) => {
        const [width, height] = [place.widthPx / 2, place.heightPx / 2];
        const whole = new Uint8ClampedArray(16 * width * height);
        const parts = [0, 1, 2, 3].map(async (n) => {
          const [left, top] = [(n % 2) * width, Math.floor(n / 2) * height];
          const rgba = await microscope.tile({
            slide,
            place: {
              level: place.level,
              column: place.column + left,
              row: place.row + top,
              widthPx: width,
              heightPx: height,
            },
          });
          for (let y = 0; y < height; y++)
            whole.set(
              rgba.subarray(4 * width * y, 4 * width * (y + 1)),
              4 * ((top + y) * 2 * width + left),
            );
        });
        await Promise.all(parts);
        return whole;
      };
      const digests = await Promise.all(
        orders.map(async (order) => [
          await sha256(await microscope.tile(order)),
          await sha256(await inFour(order)),
        ]),
      );
      microscope.close();
      return digests;
    },
    [moduleName, orders] as const,
  );

test('the workers of a browser and Node render the same tiles, in one piece and in four', async ({
  page,
}) => {
  await page.goto('/about/');
  const orders = Object.values(tileOrders);
  const expected = orders.map(tileDigest).map((digest) => [digest, digest]);
  expect(await digestsInBrowser(page, orders)).toEqual(expected);
});

test('a slide that cannot be cut is refused in a sentence', async ({ page }) => {
  await page.goto('/about/');
  const [order] = Object.values(tileOrders);
  const fault = await page.evaluate(
    async ([name, order]) => {
      const { openMicroscope } = (await import(name)) as Module;
      const microscope = openMicroscope();
      const told = await microscope.tile(order).then(String, String);
      microscope.close();
      return told;
    },
    [moduleName, { ...order, slide: { ...order?.slide, depthUm: 9e5 } } as TileOrder] as const,
  );
  expect(fault).toContain('µm below its face, not at 900000 µm.');
});

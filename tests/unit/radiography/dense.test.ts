import { describe, expect, test } from 'vitest';
import { layOn, noExcess, takeOffExcess } from '../../../src/radiography/dense.ts';
import { type Level, reduced } from '../../../src/radiography/image-pyramid.ts';
import { raiseLocalContrast } from '../../../src/radiography/local-contrast.ts';
import { mammogramProcessing } from '../../../src/radiography/processing.ts';
import { blankRaster } from '../../../src/radiography/raster.ts';

const tissueNepers = 2;
const frame = { widthPx: 320, heightPx: 320, pitchUm: 70, originMm: [0, 0] as const };
const places = frame.widthPx * frame.heightPx;

/** Even tissue with a disc in it, of that radius and so much denser. */
function discIn(radiusPx: number, nepers: number, middlePx = 160) {
  const image = blankRaster(frame);
  for (let n = 0; n < places; n++) {
    const [x, y] = [n % frame.widthPx, Math.floor(n / frame.widthPx)];
    const isInside = Math.hypot(x - middlePx, y - 160) < radiusPx;
    image.pixels[n] = tissueNepers + (isInside ? nepers : 0);
  }
  return image;
}

/** The same with a ball in place of the disc: soft to its margin. */
function ballIn(radiusPx: number, nepers: number) {
  const image = blankRaster(frame);
  for (let n = 0; n < places; n++) {
    const [x, y] = [n % frame.widthPx, Math.floor(n / frame.widthPx)];
    const part = 1 - ((x - 160) ** 2 + (y - 160) ** 2) / (radiusPx * radiusPx);
    image.pixels[n] = tissueNepers + nepers * Math.sqrt(Math.max(part, 0));
  }
  return image;
}

/** The same with a rod of 0.8 by 6 mm. */
function rodIn(nepers: number) {
  const image = blankRaster(frame);
  for (let n = 0; n < places; n++) {
    const [x, y] = [n % frame.widthPx, Math.floor(n / frame.widthPx)];
    const isInside = Math.abs(x - 160) < 43 && Math.abs(y - 160) < 5.7;
    image.pixels[n] = tissueNepers + (isInside ? nepers : 0);
  }
  return image;
}

const noAir = new Uint8Array(places).fill(255);
/** Air before a breast whose skin lies in column 250, but for a nipple about the middle of that. */
const aboutNipple = noAir.map((_, n) => {
  const [x, y] = [n % frame.widthPx, Math.floor(n / frame.widthPx)];
  return x < 250 + Math.sqrt(Math.max(60 * 60 - (y - 160) ** 2, 0)) ? 255 : 0;
});
const taken = (image: Level, objects = noAir) => {
  const half = reduced(image);
  return takeOffExcess(image, half, reduced(half), 4, tissueNepers - 1, objects);
};

describe('what is much denser than the tissue about it', () => {
  test.each([
    ['a coarse calcification', () => discIn(20, 0.7), 0.25],
    ['a rod of less than a millimetre', () => rodIn(0.25), 0.4],
  ])('gets no black halo: beside %s the tissue stays near its own grey', (_, made, part) => {
    const darkest = (isTold: boolean) => {
      const image = made();
      const objects = isTold ? noAir : undefined;
      const raising = raiseLocalContrast(
        image,
        mammogramProcessing,
        tissueNepers,
        undefined,
        objects,
      );
      for (const _ of raising) void _;
      return image.pixels.reduce((least, value) => Math.min(least, value), Infinity) - tissueNepers;
    };
    expect(darkest(false)).toBeLessThan(-0.1);
    expect(darkest(true)).toBeGreaterThan(part * darkest(false));
  });

  test('is laid on again with all its structure', () => {
    const image = discIn(40, 0.7);
    const before = image.pixels.slice();
    const excess = taken(image);
    expect(excess.at.length).toBeGreaterThan(1000);
    layOn(image, excess);
    const isInOrder = image.pixels.every((value, n) => value >= (before[n] as number) - 1e-6);
    expect(isInOrder).toBe(true);
  });

  test.each([
    ['a lobule of gland', discIn(60, 0.18), noAir],
    ['a calcification of a quarter of a millimetre', discIn(1.5, 0.3), noAir],
    ['a nipple that lies over the breast', ballIn(70, 0.5), noAir],
    ['a nipple beside the air', discIn(60, 0.5, 250), aboutNipple],
  ])('is not %s, which stays as it is', (_, image, air) => {
    const before = image.pixels.slice();
    expect(taken(image, air)).toEqual(noExcess);
    expect(image.pixels).toEqual(before);
  });
});

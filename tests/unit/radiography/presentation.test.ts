import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { expose } from '../../../src/radiography/expose.ts';
import {
  greyScaleOf,
  standardWindow,
  type Window,
  windowFor,
} from '../../../src/radiography/grey-scale.ts';
import { gainOf, raiseLocalContrast } from '../../../src/radiography/local-contrast.ts';
import { mammogramProcessing, type Processing } from '../../../src/radiography/processing.ts';
import { blankRaster, pixelAt, pixelCentreMm } from '../../../src/radiography/raster.ts';
import { testObject } from '../../../src/radiography/test-object.ts';
import type { Thickness } from '../../../src/radiography/thickness.ts';
import { acquisitionOf } from '../../../src/radiography/views.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('the grey scale', () => {
  const grey = greyScaleOf({ lowNepers: 2, highNepers: 2.7 }, 1.2);

  test('never falls with attenuation and stays within 16 bits', () => {
    fc.assert(
      fc.property(number(-5, 20), number(0, 3), (nepers, more) => {
        expect(grey(nepers + more)).toBeGreaterThanOrEqual(grey(nepers));
        expect(grey(nepers)).toBeGreaterThanOrEqual(0);
        expect(grey(nepers)).toBeLessThanOrEqual(65535);
      }),
    );
  });

  test('begins its window at the low end', () => {
    expect(grey(2)).toBe(standardWindow.low);
  });

  test('keeps texture in what is four times over the window', () => {
    expect(grey(4.9) - grey(4.8)).toBeGreaterThan(40);
    expect(grey(4.9)).toBeLessThan(standardWindow.high);
  });

  test('refuses a window that is upside down', () => {
    expect(() => greyScaleOf({ lowNepers: 2, highNepers: 1 }, 1)).toThrow('high end');
  });

  test('a window is never narrower than 0.525 nepers, however even the breast', () => {
    const { lowNepers, highNepers } = windowFor({ q05: 2, q95: 2.01 });
    expect(highNepers - lowNepers).toBeCloseTo(0.525, 9);
  });
});

describe('local contrast', () => {
  const frame = { widthPx: 93, heightPx: 70, pitchUm: 70, originMm: [0, 0] as const };
  const filled = (of: (x: number, y: number) => number) => {
    const image = blankRaster(frame);
    for (let i = 0; i < image.pixels.length; i++)
      image.pixels[i] = of(i % frame.widthPx, Math.floor(i / frame.widthPx));
    return image;
  };

  test('changes nothing where every gain is 1', () => {
    const scene = (x: number, y: number) => Math.sin(x / 3) + Math.cos(y / 7) + ((x * y) % 5);
    const image = filled(scene);
    const before = image.pixels.slice();
    const none = {
      ...mammogramProcessing,
      gains: [[4, 1]] as const,
      coarseGain: 1,
      kneeNepers: 1e9,
      darkestNepers: Infinity,
      noise: { nepers: 0, kept: 1 },
    };
    for (const _ of raiseLocalContrast(image, none, 2)) void _;
    image.pixels.forEach((value, i) => {
      expect(Math.abs(value - (before[i] ?? 0))).toBeLessThan(1e-5);
    });
  });

  test('raises weak detail of half a millimetre more than strong', () => {
    const raised = (height: number) => {
      const image = filled((x, y) => 2 + (Math.hypot(x - 46, y - 35) < 4 ? height : 0));
      for (const _ of raiseLocalContrast(image, mammogramProcessing, 2)) void _;
      return ((image.pixels[35 * 93 + 46] ?? 0) - (image.pixels[5 * 93 + 5] ?? 0)) / height;
    };
    expect(raised(0.02)).toBeGreaterThan(1.25);
    expect(raised(1.5)).toBeLessThan(0.8 * raised(0.02));
  });

  const raisedWith = (processing: Processing, of: (x: number, y: number) => number) => {
    const image = filled(of);
    for (const _ of raiseLocalContrast(image, processing, 2)) void _;
    return (x: number, y: number) => (image.pixels[y * frame.widthPx + x] ?? 0) - 2;
  };

  test('a dense calcification gets no dark halo', () => {
    const dense = (x: number, y: number) => 2 + (Math.hypot(x - 46, y - 35) < 8 ? 1.5 : 0);
    const darkest = (darkestNepers: number) => {
      const at = raisedWith({ ...mammogramProcessing, darkestNepers }, dense);
      return Math.min(...Array.from({ length: 8 }, (_, n) => at(46 + 9 + n, 35)));
    };
    expect(darkest(mammogramProcessing.darkestNepers)).toBeGreaterThan(0.4 * darkest(Infinity));
  });

  test('what is as weak as noise is raised less, and a speck hardly less', () => {
    const raised = (nepers: number, processing: Processing) =>
      raisedWith(processing, (x, y) => 2 + (x === 46 && y === 35 ? nepers : 0))(46, 35);
    const left = (nepers: number) =>
      raised(nepers, mammogramProcessing) /
      raised(nepers, { ...mammogramProcessing, noise: { nepers: 0, kept: 1 } });
    expect(left(0.003)).toBeLessThan(0.75);
    expect(left(0.1)).toBeGreaterThan(0.9);
  });

  test.each([
    [0.05, 1.47],
    [0.1, 1.47],
    [0.35, 9.45],
    [30, 0.55],
  ])('detail of %f mm is raised %f times', (mm, gain) => {
    expect(gainOf(mammogramProcessing, mm)).toBeCloseTo(gain, 9);
  });
});

describe('a view', () => {
  const contact = acquisitionOf('cc');
  const frame = { widthPx: 300, heightPx: 260, pitchUm: 70, originMm: [0, 9.1] as const };
  /** Fat in skin between plates 40 mm apart that ends, rounded, 14 mm from the chest edge. */
  const breast: Thickness = {
    frame,
    materials: ['adipose', 'skin'],
    thicknessMm: 40,
    fill: (_, rows, [fat, skin]) => {
      for (let i = 0; i < rows * frame.widthPx; i++) {
        const inwards = (200 - (i % frame.widthPx)) * 0.07;
        if (inwards <= 0 || !fat || !skin) continue;
        const round = (d: number) =>
          d <= 0 ? 0 : d > 10 ? 40 : 40 * Math.sqrt(1 - (1 - d / 10) ** 2);
        const plates = Math.min(1.6, round(inwards));
        skin[i] = Math.max(round(inwards) - round(inwards - 1), plates);
        fat[i] = round(inwards) - (skin[i] ?? 0);
      }
    },
  };
  const means = (pixels: Uint16Array, column: number) => {
    let sum = 0;
    for (let y = 0; y < frame.heightPx; y++) sum += pixels[y * frame.widthPx + column] ?? 0;
    return sum / frame.heightPx;
  };

  test('shows the thin rim about as bright as the middle, the skin as a line, and air black', async () => {
    const { raster, window } = await expose(breast, contact, { seed: 4 });
    const span = window.high - window.low;
    const shown = (column: number) => (means(raster.pixels, column) - window.low) / span;
    expect(Math.abs(shown(200 - 60) - shown(20))).toBeLessThan(0.25);
    expect(Math.max(...[4, 8, 12, 16].map((px) => shown(200 - px)))).toBeGreaterThan(
      shown(200 - 60) + 0.1,
    );
    expect(means(raster.pixels, 240)).toBe(0);
  });

  test('is the same whether or not the object knows where air begins', async () => {
    const knowing: Thickness = {
      ...breast,
      fill: (firstRow, rows, paths, airFrom) => {
        airFrom?.fill(200);
        return breast.fill(firstRow, rows, paths);
      },
    };
    const [one, other] = [breast, knowing].map((object) => expose(object, contact, { seed: 4 }));
    expect((await other)?.raster.pixels).toEqual((await one)?.raster.pixels);
  });

  test('is, byte for byte, the one that was signed', async () => {
    const { raster } = await expose(breast, contact, { seed: 4 });
    const hash = createHash('sha256').update(new Uint8Array(raster.pixels.buffer)).digest('hex');
    expect(hash.slice(0, 16)).toBe('4c05a131ef78eca4');
  });

  test('has the same contrast and level in magnification, shown in its window', async () => {
    const magnified = acquisitionOf('magnification-cc');
    const middle = async (how: typeof contact, pitchUm: number, window?: Window) => {
      const place = { widthPx: 200, heightPx: 200, pitchUm, originMm: [0, 0] as const };
      const stripe = { kind: 'band', material: 'gland', mm: 8, fromMm: 2, toMm: 5 } as const;
      const object = testObject(place, { material: 'adipose', mm: 45 }, [stripe]);
      const picture = await expose(object, how, { seed: 4, ...(window && { window }) });
      const { raster } = picture;
      const shown = (uMm: number) =>
        raster.pixels
          .filter((_, i) => Math.abs(((i % 200) * pitchUm) / 1000 - uMm) < 0.5)
          .reduce((sum, grey, _, greys) => sum + grey / greys.length, 0);
      return { nepers: picture.nepers, fat: shown(1), gland: shown(3.5) };
    };
    const full = await middle(contact, 70);
    const detail = await middle(magnified, 38.9, full.nepers);
    expect(Math.abs(detail.fat - full.fat) / 57344).toBeLessThan(0.08);
    expect(Math.abs(detail.gland - full.gland) / 57344).toBeLessThan(0.08);
  });

  test('can be shown in the window of another', async () => {
    const window = { lowNepers: 1, highNepers: 3 };
    const picture = await expose(breast, contact, { seed: 4, window });
    expect(picture.nepers).toEqual(window);
  });

  test('tells how far it is, never backwards, and ends at 1', async () => {
    const onProgress = vi.fn<(done: number) => void>();
    await expose(breast, contact, { seed: 4, onProgress });
    const told = onProgress.mock.calls.map(([done]) => done);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  test('stops when it is told to, with the reason given', async () => {
    const stop = new AbortController();
    const onProgress = vi.fn(() => stop.abort(new Error('The reader went on.')));
    const made = expose(breast, contact, { seed: 4, signal: stop.signal, onProgress });
    await expect(made).rejects.toThrow('The reader went on.');
    expect(onProgress).toHaveBeenCalledTimes(1);
  });

  test('hears of a stop while it breathes', async () => {
    const stop = new AbortController();
    const breathe = vi.fn(async () => stop.abort());
    const made = expose(breast, contact, { seed: 4, signal: stop.signal, breathe });
    await expect(made).rejects.toThrow(/abort/i);
  });

  test('cores in a cabinet are bright on black', async () => {
    const cabinet = acquisitionOf('specimen-radiograph');
    const core = testObject(
      { widthPx: 200, heightPx: 100, pitchUm: 20, originMm: [0, 1] },
      { material: 'gland', mm: 0 },
      [
        { kind: 'band', material: 'gland', mm: 2.5, fromMm: 1, toMm: 3 },
        { kind: 'disc', material: 'hydroxyapatite', mm: 0.2, diameterMm: 0.3, atMm: [2, 0] },
      ],
    );
    const { raster, window } = await expose(core, cabinet, { seed: 4 });
    const shown = (x: number) =>
      ((raster.pixels[50 * 200 + x] ?? 0) - window.low) / (window.high - window.low);
    expect(shown(20)).toBeLessThan(0.15);
    expect(shown(75)).toBeGreaterThan(0.3);
    expect(shown(75)).toBeLessThan(0.9);
    expect(shown(100)).toBeGreaterThan(shown(75) + 0.08);
  });
});

test('a place is found again from the pixel on which it falls', () => {
  const frame = { widthPx: 50, heightPx: 40, pitchUm: 38.9, originMm: [12, 30] as const };
  fc.assert(
    fc.property(number(-5, 60), number(-5, 60), (column, row) => {
      const [foundColumn, foundRow] = pixelAt(frame, pixelCentreMm(frame, column, row));
      expect(foundColumn).toBeCloseTo(column, 6);
      expect(foundRow).toBeCloseTo(row, 6);
    }),
  );
});

test.each([0, -1, 1.5, 40_000])('no image is %f pixels wide', (widthPx) => {
  expect(() => blankRaster({ widthPx, heightPx: 2, pitchUm: 70, originMm: [0, 0] })).toThrow(
    'widthPx',
  );
});

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { acquire, type Run, type Signal } from '../../../src/radiography/acquire.ts';
import { attenuationPerMm } from '../../../src/radiography/attenuation.ts';
import { gaussianMtf } from '../../../src/radiography/detector.ts';
import {
  apertureMtf,
  contrastAt,
  contrastToNoise,
  edgeMtf,
  noisePower,
  squaresIn,
} from '../../../src/radiography/metrics/index.ts';
import type { Frame } from '../../../src/radiography/raster.ts';
import { type Piece, testObject } from '../../../src/radiography/test-object.ts';
import type { Thickness } from '../../../src/radiography/thickness.ts';
import {
  type Acquisition,
  acquisitionOf,
  pitchUmOf,
  unsharpnessMm,
} from '../../../src/radiography/views.ts';

const contact = acquisitionOf('cc');
const magnified = acquisitionOf('magnification-cc');
const withoutScatter = (acquisition: Acquisition): Acquisition => ({
  ...acquisition,
  scatter: { ...acquisition.scatter, toPrimary: 0 },
});

const frameOf = (acquisition: Acquisition, widthPx: number, heightPx = widthPx): Frame => ({
  widthPx,
  heightPx,
  pitchUm: pitchUmOf(acquisition),
  originMm: [0, 0],
});
const slab = (mm: number) => ({ material: 'adipose', mm }) as const;

async function take(thickness: Thickness, acquisition: Acquisition, run: Run): Promise<Signal> {
  const steps = acquire(thickness, acquisition, run);
  for (;;) {
    const { done, value } = await steps.next();
    if (done) return value;
  }
}
const at = ({ quanta }: Signal, x: number, y: number) => quanta.pixels[y * quanta.widthPx + x] ?? 0;
const spread = (values: Float32Array) => {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return { mean, variance: values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length };
};

test('a step wedge of gland follows the law of Beer and Lambert', async () => {
  const widths = [0, 1, 2, 3, 4].map((step) => step * 2.8);
  const steps = widths.map((fromMm, step): Piece => ({
    kind: 'band',
    material: 'gland',
    mm: 8 * step,
    fromMm,
    toMm: fromMm + 2.8,
  }));
  const wedge = testObject(frameOf(contact, 200, 40), slab(40), steps);
  const signal = await take(wedge, withoutScatter(contact), { seed: 1, noiseless: true });
  const { energyKev } = signal;
  const excess = attenuationPerMm('gland', energyKev) - attenuationPerMm('adipose', energyKev);
  for (const step of [1, 2, 3, 4]) {
    const measured = Math.log(at(signal, 20, 20) / at(signal, 20 + 40 * step, 20));
    expect(measured).toBeCloseTo(8 * step * excess, 4);
  }
});

test('automatic exposure gives every breast its quanta behind it, whatever its thickness', async () => {
  for (const mm of [20, 40, 60]) {
    const object = testObject(frameOf(contact, 64), slab(mm), []);
    const signal = await take(object, withoutScatter(contact), { seed: 1, noiseless: true });
    const perMm2 = at(signal, 32, 32) / (0.07 * 0.07 * contact.detector.efficiency);
    expect(perMm2 / contact.exposure.quantaPerMm2).toBeCloseTo(1, 4);
  }
});

test('scatter adds 12 quanta to 100 behind 50 mm, and twice the thickness twice as many', async () => {
  for (const [mm, share] of [
    [50, 0.12],
    [25, 0.06],
  ] as const) {
    const object = testObject(frameOf(contact, 128), slab(mm), []);
    const [scattered, primary] = await Promise.all(
      [contact, withoutScatter(contact)].map((how) =>
        take(object, how, { seed: 1, noiseless: true }),
      ),
    );
    if (!scattered || !primary) throw new Error('Two signals were asked for.');
    expect(at(scattered, 64, 64) / at(primary, 64, 64) - 1).toBeCloseTo(share, 3);
  }
});

describe('noise', () => {
  const withDose = (times: number): Acquisition => ({
    ...contact,
    detector: { ...contact.detector, electronicNoiseQuanta: 0 },
    exposure: { ...contact.exposure, quantaPerMm2: 6e5 * times },
  });

  test('has a variance in proportion to the dose', async () => {
    const object = testObject(frameOf(contact, 256), slab(50), []);
    const [once, fourfold] = await Promise.all(
      [1, 4].map(async (times) => {
        const { quanta } = await take(object, withDose(times), { seed: 5 });
        return spread(quanta.pixels).variance;
      }),
    );
    expect((fourfold ?? 0) / (once ?? 1)).toBeCloseTo(4, 1);
  });

  test('has, in its long waves, the variance of Poisson: as many as there are quanta', async () => {
    const object = testObject(frameOf(contact, 512), slab(50), []);
    const { quanta } = await take(object, withDose(1), { seed: 6 });
    const { cyclesPerMm, power } = noisePower(quanta, squaresIn(quanta, 64));
    const low = power.filter((_, i) => (cyclesPerMm[i] ?? 9) > 0.5 && (cyclesPerMm[i] ?? 9) < 2);
    const perPixel = low.reduce((sum, p) => sum + p, 0) / low.length / (0.07 * 0.07);
    expect(Math.abs(perPixel / spread(quanta.pixels).mean - 1)).toBeLessThan(0.06);
  });
});

test.each([
  ['contact', contact],
  ['magnification', magnified],
])('a slanted edge in the %s view shows the sharpness that was wished', async (_, how) => {
  const frame = frameOf(how, 256);
  const angle = (3 * Math.PI) / 180;
  const mid = ((frame.heightPx - 1) / 2 + 0.5) * (frame.pitchUm / 1000);
  const crossing = ((frame.widthPx / 2 + 0.5) * frame.pitchUm) / 1000;
  const normal = [Math.cos(angle), Math.sin(angle)] as const;
  const offsetMm = normal[0] * crossing - normal[1] * mid;
  // A thin foil: the signal is then nearly linear in the path.
  const foil: Piece = { kind: 'half-plane', material: 'aluminium', mm: 0.02, normal, offsetMm };
  const object = testObject(frame, slab(40), [foil]);
  const { quanta } = await take(object, withoutScatter(how), { seed: 1, noiseless: true });
  const region = { x: 8, y: 8, widthPx: 240, heightPx: 240 };
  const mtf = edgeMtf(quanta, region, { angle, crossingPx: frame.widthPx / 2 });
  const nyquist = 500 / frame.pitchUm;
  for (const part of [0.2, 0.4, 0.6, 0.8]) {
    const f = part * nyquist;
    const wished = gaussianMtf(unsharpnessMm(how), f) * apertureMtf(frame.pitchUm / 1000, f);
    expect(Math.abs(contrastAt(mtf, f) - wished)).toBeLessThan(0.025);
  }
});

describe('specks', () => {
  const specksOf = (material: 'hydroxyapatite' | 'weddellite', diameterMm: number): Piece[] =>
    Array.from({ length: 25 }, (_, i) => ({
      kind: 'disc',
      material,
      mm: diameterMm,
      diameterMm,
      atMm: [2.4 + 2.4 * (i % 5) + 0.013 * i, -2.4 - 2.4 * Math.floor(i / 5) - 0.007 * i],
    }));
  const standOut = async (pieces: Piece[], how: Acquisition) => {
    const size = Math.ceil(14_500 / pitchUmOf(how));
    const object = testObject(frameOf(how, size), { material: 'gland', mm: 50 }, pieces);
    const { quanta } = await take(object, how, { seed: 11 });
    const bright = { ...quanta, pixels: quanta.pixels.map((value) => -Math.log(value)) };
    const each = pieces.map((piece) => contrastToNoise(bright, piece as never));
    return each.reduce((sum, cnr) => sum + cnr, 0) / each.length;
  };

  test('0.2 mm of hydroxyapatite stands out about three times as far as oxalate', async () => {
    const apatite = await standOut(specksOf('hydroxyapatite', 0.2), contact);
    const oxalate = await standOut(specksOf('weddellite', 0.2), contact);
    expect(apatite / oxalate).toBeGreaterThan(2.4);
    expect(apatite / oxalate).toBeLessThan(3.3);
  });

  test('0.15 mm of hydroxyapatite is seen in contact, oxalate of that size is in doubt', async () => {
    expect(await standOut(specksOf('hydroxyapatite', 0.15), contact)).toBeGreaterThan(3.5);
    expect(await standOut(specksOf('weddellite', 0.15), contact)).toBeLessThan(2.2);
  });

  test('magnification shows 0.1 mm of hydroxyapatite better than contact does', async () => {
    const specks = specksOf('hydroxyapatite', 0.1);
    expect(await standOut(specks, magnified)).toBeGreaterThan(
      1.15 * (await standOut(specks, contact)),
    );
  });
});

describe('the same radiograph', () => {
  const pieces: Piece[] = [
    { kind: 'band', material: 'gland', mm: 12, fromMm: 3, toMm: 7 },
    { kind: 'disc', material: 'hydroxyapatite', mm: 0.3, diameterMm: 0.4, atMm: [5, -4] },
  ];
  const object = testObject(frameOf(contact, 150, 131), slab(45), pieces);
  const hashOf = async (blockRows: number) => {
    const { quanta } = await take(object, contact, { seed: 2, blockRows });
    return createHash('sha256').update(new Uint8Array(quanta.pixels.buffer)).digest('hex');
  };

  test('comes out of blocks of any height, byte for byte', async () => {
    const whole = await hashOf(131);
    for (const rows of [1, 7, 64]) expect(await hashOf(rows)).toBe(whole);
  });

  test('is the one that was signed', async () => {
    expect((await hashOf(64)).slice(0, 16)).toBe('3422be740827175f');
  });
});

test.each([
  ['negative', -40],
  ['no number', Number.NaN],
])('a path that is %s is named with its place', async (_, mm) => {
  const frame = frameOf(contact, 20);
  const object: Thickness = {
    frame,
    materials: ['adipose', 'gland'],
    thicknessMm: 40,
    fill: (first, rows, [, gland]) => {
      if (first + rows > 12) gland?.fill(mm, 12 * 20 + 7 - first * 20, 12 * 20 + 8 - first * 20);
    },
  };
  await expect(take(object, contact, { seed: 1 })).rejects.toThrow(
    'At column 7, row 12 the paths through adipose, gland',
  );
});

test('pixels taken together, as in a preview, count their quanta together', async () => {
  const perPixel = async (pitchUm: number) => {
    const object = testObject({ ...frameOf(contact, 32), pitchUm }, slab(40), []);
    return at(await take(object, contact, { seed: 1, noiseless: true }), 16, 16);
  };
  expect((await perPixel(280)) / (await perPixel(70))).toBeCloseTo(16, 1);
});

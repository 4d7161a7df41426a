import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blurInPlace, gaussianKernel } from '../../../src/radiography/blur.ts';
import { gaussianMtf, selenium70 } from '../../../src/radiography/detector.ts';
import { presampledMtf } from '../../../src/radiography/metrics/index.ts';
import { penumbraSigmaMm } from '../../../src/radiography/focal-spot.ts';
import { geometryFor, magnificationOf, objectPitchUm } from '../../../src/radiography/geometry.ts';
import { blankRaster } from '../../../src/radiography/raster.ts';
import { acquisitionOf, pitchUmOf, unsharpnessMm } from '../../../src/radiography/views.ts';

const fwhm = (sigma: number) => sigma * 2 * Math.sqrt(2 * Math.log(2));

describe('geometry', () => {
  test('a magnification is found again from the heights it needs', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 5, noNaN: true }), (m) => {
        expect(magnificationOf(geometryFor(650, m))).toBeCloseTo(m, 9);
      }),
    );
  });

  test('no geometry makes a shadow smaller than its object', () => {
    expect(() => geometryFor(650, 0.9)).toThrow('never smaller');
  });

  test('pixels of 70 µm fall on the object as 38.9 µm at ×1.8', () => {
    expect(objectPitchUm(70, 1.8)).toBeCloseTo(38.9, 1);
  });

  test.each([
    ['cc', 70],
    ['mlo', 70],
    ['magnification-ml', 38.9],
    ['specimen-radiograph', 20],
    ['block-radiograph', 20],
  ] as const)('the %s view has pixels of %f µm', (view, pitch) => {
    expect(pitchUmOf(acquisitionOf(view))).toBeCloseTo(pitch, 1);
  });
});

describe('unsharpness', () => {
  test('a spot of 0.1 mm at ×1.8 blurs the object by 0.1 × 0.8 / 1.8 mm', () => {
    expect(fwhm(penumbraSigmaMm(0.1, geometryFor(650, 1.8)))).toBeCloseTo(0.0444, 4);
  });

  test('on the detector nothing is blurred by the spot', () => {
    expect(penumbraSigmaMm(0.3, geometryFor(650, 1))).toBe(0);
  });

  test('the small spot is what makes magnification sharper than contact', () => {
    const magnified = acquisitionOf('magnification-cc');
    const pixel = (view: typeof magnified) => pitchUmOf(view) / 1000 / Math.sqrt(12);
    const whole = (view: typeof magnified) => Math.hypot(unsharpnessMm(view), pixel(view));
    expect(whole(magnified)).toBeLessThan(whole(acquisitionOf('cc')));
    expect(unsharpnessMm({ ...magnified, focalSpotMm: 0.3 })).toBeGreaterThan(
      2 * unsharpnessMm(magnified),
    );
  });

  test('selenium passes two fifths of the contrast at its Nyquist frequency', () => {
    const contrast = presampledMtf(selenium70, 1 / (2 * 0.07));
    expect(contrast).toBeGreaterThan(0.4);
    expect(contrast).toBeLessThan(0.43);
  });
});

describe('the blur on the pixels', () => {
  test.each([0.17, 0.32, 0.57, 1, 3])(
    'passes what a Gaussian of %f pixels passes, up to the Nyquist frequency',
    (sigma) => {
      const kernel = gaussianKernel(sigma);
      for (const f of [0.05, 0.15, 0.25, 0.35, 0.45]) {
        let passed = 0;
        kernel.forEach((h, n) => {
          passed += (n === 0 ? 1 : 2) * h * Math.cos(2 * Math.PI * f * n);
        });
        expect(Math.abs(passed - gaussianMtf(sigma, f))).toBeLessThan(0.01);
      }
    },
  );

  test('keeps the sum of the image and is the same along rows and columns', () => {
    const image = blankRaster({ widthPx: 31, heightPx: 31, pitchUm: 70, originMm: [0, 0] });
    image.pixels[15 * 31 + 15] = 1;
    blurInPlace(image, gaussianKernel(0.8));
    expect(image.pixels.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
    for (let d = 0; d < 6; d++)
      expect(image.pixels[15 * 31 + 15 + d]).toBeCloseTo(image.pixels[(15 + d) * 31 + 15] ?? 9, 7);
  });

  test('leaves an even image as it is, to its very edges', () => {
    const image = blankRaster({ widthPx: 9, heightPx: 5, pitchUm: 70, originMm: [0, 0] });
    image.pixels.fill(3);
    blurInPlace(image, gaussianKernel(1.4));
    for (const value of image.pixels) expect(value).toBeCloseTo(3, 5);
  });
});

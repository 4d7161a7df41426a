import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressOf,
  fieldFromLook,
  findLook,
  formatLook,
  lookFromField,
  parseLook,
} from '../../../src/viewer/look.ts';

const looks = fc.record({
  view: fc.stringMatching(/^[a-z0-9/:é -]{1,20}$/),
  centreX: fc.double({ min: -1000, max: 200_000, noNaN: true }),
  centreY: fc.double({ min: -1000, max: 200_000, noNaN: true }),
  width: fc.double({ min: 0.1, max: 200_000, noNaN: true }),
  unit: fc.constantFrom('mm' as const, 'px' as const),
});

describe('a link to a field', () => {
  test('names the view, the centre and the width in millimetres', () => {
    const look = {
      view: 'histology',
      centreX: 3.2,
      centreY: 1.15,
      width: 0.8,
      unit: 'mm' as const,
    };
    expect(formatLook(look)).toBe('histology:3.2,1.15,0.8');
    expect(parseLook('histology:3.2,1.15,0.8')).toEqual(look);
  });

  test('counts in pixels, and says so, where the image has no scale', () => {
    const field = { centreXPx: 300, centreYPx: 200, widthPx: 120.04, heightPx: 80 };
    expect(formatLook(lookFromField('block', field))).toBe('block:300,200,120px');
  });

  test('comes back as it was sent, to a tenth of a micrometre or pixel', () => {
    fc.assert(
      fc.property(looks, (look) => {
        const found = findLook(new URL(addressOf(look, 'https://atlas.example/a/')).search);
        const slack = look.unit === 'mm' ? 0.000_05 : 0.05;
        expect(found).toMatchObject({ view: look.view, unit: look.unit });
        for (const key of ['centreX', 'centreY', 'width'] as const) {
          expect(Math.abs((found?.[key] ?? Number.NaN) - look[key])).toBeLessThanOrEqual(
            slack * 1.001,
          );
        }
      }),
    );
  });

  test('leaves the other parameters of the address alone and drops the place, which would scroll away', () => {
    const look = { view: 'cc', centreX: 1, centreY: 2, width: 3, unit: 'mm' as const };
    expect(addressOf(look, 'https://a.example/b/?x=1&look=ml:9,9,9&y=#part')).toBe(
      'https://a.example/b/?x=1&y=&look=cc:1,2,3',
    );
  });

  test('shows the same field again, whatever the pixel size', () => {
    fc.assert(
      fc.property(looks, fc.double({ min: 0.1, max: 100, noNaN: true }), (look, umPerPixel) => {
        const scale = look.unit === 'mm' ? umPerPixel : undefined;
        const field = fieldFromLook(look, scale);
        const again = lookFromField(look.view, { heightPx: 1, ...field } as never, scale);
        expect(again.width).toBeCloseTo(look.width, 6);
        expect(again.centreX).toBeCloseTo(look.centreX, 6);
      }),
    );
  });

  test('in millimetres is ignored where the image has no scale', () => {
    expect(
      fieldFromLook({ view: 'a', centreX: 1, centreY: 1, width: 1, unit: 'mm' }),
    ).toBeUndefined();
  });

  test.each([
    '',
    'histology',
    'histology:',
    ':1,2,3',
    'histology:1,2',
    'histology:1,2,0',
    'histology:1,2,-3',
    'histology:1,2,3,4',
    'histology:a,b,c',
    'histology:1e9,2,3',
    'histology:NaN,1,Infinity',
    'histology:1,2,3mm',
    'histology:99999999999,1,1',
    '<script>:1,2,',
  ])('that is rubbish (%j) is ignored', (text) => expect(parseLook(text)).toBeUndefined());

  test('is not found in an address without one', () => {
    expect(findLook('?page=2')).toBeUndefined();
    expect(findLook('')).toBeUndefined();
  });
});

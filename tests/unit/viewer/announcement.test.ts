import { describe, expect, test } from 'vitest';
import { announcement } from '../../../src/viewer/announcement.ts';

const image = { widthPx: 6000, heightPx: 4000 };
const at = (centreXPx: number, centreYPx: number, widthPx = 600, heightPx = 400) => ({
  field: { centreXPx, centreYPx, widthPx, heightPx },
  image,
});
const plain = (text: string) => text.replaceAll('\u202f', ' ');

describe('after a movement the reader hears', () => {
  test('the zoom, the size of the field and where it lies', () => {
    expect(plain(announcement({ ...at(700, 500), zoom: 10, umPerPixel: 5 }))).toBe(
      'Zoom 10×, field 3 × 2 mm, upper left',
    );
  });

  test.each([
    [300, 200, 'upper left'],
    [3000, 200, 'top'],
    [5900, 200, 'upper right'],
    [300, 2000, 'left'],
    [3000, 2000, 'centre'],
    [5900, 2000, 'right'],
    [300, 3900, 'lower left'],
    [3000, 3900, 'bottom'],
    [5900, 3900, 'lower right'],
    [-900, 9000, 'lower left'],
  ])('for a field at %d, %d: %s', (x, y, place) => {
    expect(announcement({ ...at(x, y), zoom: 10 })).toBe(`Zoom 10×, ${place}`);
  });

  test('the size of the whole image where all of it is in view', () => {
    const whole = at(3000, 2000, 6000, 5000);
    expect(plain(announcement({ ...whole, zoom: 1, umPerPixel: 0.5 }))).toBe(
      'Whole image, 3 × 2 mm',
    );
    expect(announcement({ ...whole, zoom: 1 })).toBe('Whole image');
  });

  test('not "whole image" where an edge is cut off', () => {
    expect(announcement({ ...at(3100, 2000, 6000, 5000), zoom: 1 })).toBe('Zoom 1×, centre');
  });
});

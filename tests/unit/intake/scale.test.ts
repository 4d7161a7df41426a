import { describe, expect, it } from 'vitest';
import { readScale } from '../../../src/intake/scale.ts';

const aperio = (mpp: string) =>
  `Aperio Image Library v11\r\n300x200|AppMag = 20|MPP = ${mpp}|Left = 25.7`;
const ome = (pixels: string) => `<OME><Image><Pixels ${pixels}></Pixels></Image></OME>`;
const resolution = (x: number, unit: number, y = x) => ({
  description: '',
  resolution: { x, y, unit },
});

describe('The scale of a file', () => {
  it.each([
    ['Aperio', { description: aperio('0.4990') }, 0.499, /Aperio/],
    [
      'OME in micrometres',
      { description: ome('PhysicalSizeX="0.25" PhysicalSizeY="0.25"') },
      0.25,
      /OME/,
    ],
    [
      'OME in nanometres',
      { description: ome('PhysicalSizeX="250" PhysicalSizeXUnit="nm"') },
      0.25,
      /OME/,
    ],
    [
      'OME in millimetres',
      { description: ome('PhysicalSizeXUnit="mm" PhysicalSizeX="0.05"') },
      50,
      /OME/,
    ],
    ['pixels per centimetre', resolution(20_000, 3), 0.5, /TIFF resolution/],
    ['pixels per inch', resolution(50_800, 2), 0.5, /TIFF resolution/],
    [
      'Aperio before print settings',
      { ...resolution(72, 2), description: aperio('0.25') },
      0.25,
      /Aperio/,
    ],
  ])('is read from %s', (_, tags, umPerPixel, from) => {
    const scale = readScale(tags);
    expect(scale.umPerPixel).toBeCloseTo(umPerPixel, 6);
    expect('from' in scale && scale.from).toMatch(from);
  });

  it.each([
    ['nothing is said', { description: 'a slide' }, 'does not say'],
    ['72 dpi', resolution(72, 2), '72 dpi is a print setting (353 µm per pixel)'],
    ['96 dpi', resolution(96, 2), '96 dpi is a print setting'],
    ['300 dpi', resolution(300, 2), '300 dpi is a print setting'],
    ['118 pixels per centimetre', resolution(118.11, 3), '300 dpi is a print setting'],
    ['a resolution without a unit', resolution(20_000, 1), 'does not say'],
    ['a resolution of nothing', resolution(0, 3), 'does not say'],
    ['finer than light', resolution(2e9, 3), 'cannot be right'],
    ['an MPP of zero', { description: aperio('0') }, 'cannot be right'],
    ['pixels that are not square', resolution(20_000, 3, 10_000), 'not square (0.5 × 1 µm)'],
    [
      'OME in pixels',
      { description: ome('PhysicalSizeX="1" PhysicalSizeXUnit="pixel"') },
      'does not say',
    ],
    ['MPP in a text that is not a scanner’s', { description: 'my MPP = 0.5' }, 'does not say'],
  ])('is left to the person where it is %s', (_, tags, why) => {
    const scale = readScale(tags);
    expect(scale.umPerPixel).toBeUndefined();
    expect(scale.why).toContain(why);
  });
});

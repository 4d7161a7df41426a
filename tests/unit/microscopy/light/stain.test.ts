import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DyeId, dyeIds } from '../../../../src/microscopy/light/dye.ts';
import { blankLoads } from '../../../../src/microscopy/light/loads.ts';
import {
  densitiesOf,
  drawStain,
  readStain,
  stainSchema,
} from '../../../../src/microscopy/light/stain.ts';
import { transmit } from '../../../../src/microscopy/light/transmission.ts';

const seeds = fc.integer({ min: 0, max: 0xffffffff });
const load = fc.double({ min: 0, max: 1.4, noNaN: true });
const given = fc.record({ haematoxylin: load, eosin: load, orange: load, brown: load });

/** Natural-log densities of one pixel in the three channels, against bare glass. */
function densitiesThrough(loads: Partial<Record<DyeId, number>>, stain = drawStain(1)) {
  const pixel = blankLoads(1, 1);
  for (const id of dyeIds) pixel.dyes[id][0] = loads[id] ?? 0;
  return transmit(pixel, stain).channels.map(
    (plane, channel) => -Math.log((plane[0] as number) / ((stain.glass[channel] as number) / 255)),
  );
}

describe('a stained section in plain light', () => {
  it('is as bright as bare glass where there is nothing', () => {
    const stain = drawStain(3);
    const { channels } = transmit(blankLoads(2, 2), stain);
    channels.forEach((plane, c) => {
      for (const value of plane) expect(value * 255).toBeCloseTo(stain.glass[c] as number, 4);
    });
  });

  it('adds the densities of its dyes', () => {
    fc.assert(
      fc.property(given, given, seeds, (a, b, seed) => {
        const stain = drawStain(seed);
        const both = { ...a };
        for (const id of dyeIds) both[id] = a[id] / 2 + b[id] / 2;
        const first = densitiesThrough(a, stain);
        const second = densitiesThrough(b, stain);
        densitiesThrough(both, stain).forEach((density, c) => {
          expect(density).toBeCloseTo(((first[c] as number) + (second[c] as number)) / 2, 4);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('has twice the density when it is cut twice as thick', () => {
    fc.assert(
      fc.property(given, seeds, (loads, seed) => {
        const thin = { ...drawStain(seed), thicknessUm: 2.2 };
        const once = densitiesThrough(loads, thin);
        const twice = densitiesThrough(loads, { ...thin, thicknessUm: 4.4 });
        twice.forEach((density, c) => {
          expect(density).toBeCloseTo(2 * (once[c] as number), 3);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('takes red light with haematoxylin and green light with eosin', () => {
    const [red, green, blue] = densitiesThrough({ haematoxylin: 1 }) as [number, number, number];
    expect(red).toBeGreaterThan(blue);
    const eosin = densitiesThrough({ eosin: 1 }) as [number, number, number];
    expect(eosin[1]).toBeGreaterThan(2 * eosin[0]);
    expect(eosin[0]).toBeLessThan(red);
    expect(green).toBeGreaterThan(0.5);
  });

  it('is brighter than glass where refraction gathers light', () => {
    const pixel = blankLoads(1, 1);
    pixel.shade[0] = -0.03;
    const stain = drawStain(1);
    const [red] = transmit(pixel, stain).channels;
    expect((red[0] as number) * 255).toBeGreaterThan(stain.glass[0]);
  });
});

describe('how a slide was stained', () => {
  it('differs from slide to slide, within its limits', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const stain = drawStain(seed);
        expect(stainSchema.parse(stain)).toEqual(stain);
        expect(drawStain(seed)).toEqual(stain);
        const { haematoxylin } = densitiesOf(stain);
        const length = Math.sqrt(haematoxylin.reduce((sum, part) => sum + part * part, 0));
        expect(length).toBeGreaterThan(0.85);
        expect(length).toBeLessThan(1.75);
      }),
      { numRuns: 60 },
    );
    expect(drawStain(1)).not.toEqual(drawStain(2));
  });

  it('takes what is given and draws the rest', () => {
    const stain = readStain({ eosin: 1.7 }, 5);
    expect(stain).toEqual({ ...drawStain(5), eosin: 1.7 });
  });

  it.each([
    [{ eosin: 40 }, '`eosin`'],
    [{ thicknessUm: 0 }, '`thicknessUm`'],
    [{ glass: [0, 0, 0] }, '`glass.0`'],
    [{ colour: 'green' }, '`stain`'],
  ])('%j is refused in a sentence', (data, named) => {
    expect(() => readStain(data, 1)).toThrow(named);
    expect(() => readStain(data, 1)).toThrow(/hues go from 0 to 1/);
  });
});

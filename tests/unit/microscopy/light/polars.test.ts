import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birefringenceOf, retardationNm } from '../../../../src/microscopy/light/birefringence.ts';
import { interferenceColour } from '../../../../src/microscopy/light/interference.ts';
import { blankLoads } from '../../../../src/microscopy/light/loads.ts';
import { exposureAt, polarise, readPolars } from '../../../../src/microscopy/light/polars.ts';
import { drawStain } from '../../../../src/microscopy/light/stain.ts';
import { lightOf, toneOf } from '../../../../src/microscopy/light/tone.ts';
import { transmit } from '../../../../src/microscopy/light/transmission.ts';

const angle = fc.double({ min: 0, max: 360, noNaN: true });
const retardation = fc.double({ min: 5, max: 2000, noNaN: true });
const glass = { ...drawStain(1), glass: [255, 255, 255] as [number, number, number] };

/** Linear light of the three channels through a plate on bare glass. */
function through(nm: number, axisDeg: number, polars: object): number[] {
  const loads = blankLoads(1, 1, true);
  const twice = (2 * axisDeg * Math.PI) / 180;
  const { parallelNm, diagonalNm } = loads.retardance as NonNullable<typeof loads.retardance>;
  parallelNm[0] = nm * Math.cos(twice);
  diagonalNm[0] = nm * Math.sin(twice);
  const { channels } = polarise(loads, transmit(loads, glass), readPolars(polars));
  return channels.map((plane) => plane[0] as number);
}
const total = (light: readonly number[]) => light.reduce((sum, part) => sum + part, 0);

it.each([
  { pitchUm: 0.25, times: 1 },
  { pitchUm: 2, times: 1 },
  { pitchUm: 4, times: 1.41 },
  { pitchUm: 16, times: 2.83 },
  { pitchUm: 64, times: 2.83 },
])('light is let in $times times as long at $pitchUm µm a pixel', ({ pitchUm, times }) => {
  expect(exposureAt(readPolars({ exposure: 10 }), pitchUm)).toBeCloseTo(10 * times, 1);
});

describe('between crossed polars', () => {
  it('a plate is dark four times in a turn of the stage: at extinction', () => {
    fc.assert(
      fc.property(retardation, angle, fc.integer({ min: 0, max: 3 }), (nm, axisDeg, quarter) => {
        const stageDeg = (90 * quarter + 360 - axisDeg) % 360;
        for (const light of through(nm, axisDeg, { stageDeg: Math.abs(stageDeg) }))
          expect(light).toBeLessThan(1e-3);
      }),
    );
  });

  it('a plate is brightest halfway between two extinctions', () => {
    fc.assert(
      fc.property(retardation, angle, (nm, stageDeg) => {
        const most = total(through(nm, 45, {}));
        expect(total(through(nm, 45, { stageDeg }))).toBeLessThanOrEqual(most + 1e-6);
        expect(most).toBeGreaterThan(1e-3);
      }),
    );
  });

  it('turning the stage is turning the plate', () => {
    fc.assert(
      fc.property(retardation, angle, angle, (nm, axisDeg, turnDeg) => {
        const turned = through(nm, axisDeg, { stageDeg: turnDeg });
        through(nm, axisDeg + turnDeg, {}).forEach((light, c) => {
          expect(light).toBeCloseTo(turned[c] as number, 5);
        });
      }),
    );
  });

  it('bare glass stays dark, and shines through as the polars are uncrossed', () => {
    const light = [90, 75, 60, 30, 0].map((crossingDeg) => through(0, 0, { crossingDeg })[1] ?? 0);
    expect(light[0]).toBeLessThan(1e-3);
    for (let n = 1; n < light.length; n++) expect(light[n]).toBeGreaterThan(light[n - 1] as number);
    expect(light[2]).toBeCloseTo(0.25, 2);
    expect(light[4]).toBeCloseTo(1, 2);
  });

  it('thin plates on each other pass what their retardances add up to', () => {
    // Evenly, where a drawn double is mostly next to nothing.
    const thin = fc.integer({ min: 0, max: 2000 }).map((n) => n / 100);
    // What the camera makes of green, by a plate alone.
    const dark = through(0, 0, {})[1] ?? 0;
    const camera = ((through(20, 45, {})[1] ?? 0) - dark) / Math.sin((Math.PI * 20) / 545) ** 2;
    fc.assert(
      fc.property(thin, angle, thin, angle, (r1, deg1, r2, deg2) => {
        const [a1, a2] = [(deg1 * Math.PI) / 90, (deg2 * Math.PI) / 90];
        const q = r1 * Math.cos(a1) + r2 * Math.cos(a2);
        const u = r1 * Math.sin(a1) + r2 * Math.sin(a2);
        const together = through(Math.hypot(q, u), (Math.atan2(u, q) * 90) / Math.PI, {});
        // The same by Jones' matrices at the wavelength of green.
        const [d1, d2] = [(Math.PI * r1) / 545, (Math.PI * r2) / 545];
        const first = Math.cos(d2) * Math.sin(d1) * Math.sin(a1);
        const second = Math.cos(d1) * Math.sin(d2) * Math.sin(a2);
        const cross = Math.sin(d1) * Math.sin(d2) * Math.sin(a2 - a1);
        const green = ((together[1] ?? 0) - dark) / camera;
        expect(Math.abs(green - (first + second) ** 2 - cross ** 2)).toBeLessThan(2e-3);
      }),
    );
  });
});

describe('colours of interference', () => {
  // Computed for a lamp of 5,500 K from CIE tables; the levels are those of the file.
  it.each([
    { nm: 63, levels: [82, 100, 120], name: 'grey' },
    { nm: 105, levels: [130, 154, 181], name: 'grey-white' },
    { nm: 168, levels: [190, 215, 239], name: 'white' },
    { nm: 210, levels: [220, 241, 255], name: 'white' },
    { nm: 315, levels: [255, 249, 207], name: 'pale yellow' },
    { nm: 420, levels: [238, 175, 30], name: 'orange' },
    { nm: 525, levels: [140, 4, 143], name: 'red-violet' },
    { nm: 630, levels: [0, 133, 249], name: 'blue of the second order' },
  ])('$nm nm are $name', ({ nm, levels }) => {
    const shown = interferenceColour(nm).map((light) => 255 * toneOf(light));
    shown.forEach((level, c) => {
      expect(Math.abs(level - (levels[c] as number))).toBeLessThan(18);
    });
  });

  it('change little from one retardation to the next', () => {
    fc.assert(
      fc.property(retardation, (nm) => {
        const near = interferenceColour(nm + 1);
        interferenceColour(nm).forEach((light, c) => {
          expect(Math.abs(light - (near[c] as number))).toBeLessThan(0.02);
        });
      }),
    );
  });
});

describe('minerals and fibres', () => {
  it('a crystal twice as thick retards twice as much', () => {
    expect(retardationNm('weddellite', 8)).toBeCloseTo(2 * retardationNm('weddellite', 4), 9);
  });

  it('a plate of weddellite as thick as a section is grey-white, of the first order', () => {
    expect(retardationNm('weddellite', 3)).toBeCloseTo(63, 0);
    expect(retardationNm('weddellite', 5)).toBeCloseTo(105, 0);
  });

  it('a crystal stays dark where one looks along its axis', () => {
    expect(retardationNm('weddellite', 5, 0)).toBe(0);
    expect(retardationNm('weddellite', 5, 0.5)).toBeLessThan(retardationNm('weddellite', 5, 0.8));
  });

  it('hydroxyapatite is never bright, collagen only a little', () => {
    expect(retardationNm('hydroxyapatite', 5)).toBeCloseTo(0, 9);
    expect(birefringenceOf.collagen * 4).toBeLessThan(birefringenceOf.weddellite);
  });
});

it.each([{ stageDeg: 700 }, { crossingDeg: -1 }, { exposure: 0 }, 'crossed'])(
  'polars at %j are refused in a sentence',
  (data) => {
    expect(() => readPolars(data)).toThrow('Polars need a `stageDeg` from 0 to 360');
  },
);

it('the tone of light is undone by the light of a tone', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (light) => {
      expect(lightOf(toneOf(light))).toBeCloseTo(light, 4);
    }),
  );
});

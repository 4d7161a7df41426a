import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDraw } from '../../../../src/phantom/index.ts';
import type { Rgb } from '../../../../src/microscopy/light/dye.ts';
import { blankLoads } from '../../../../src/microscopy/light/loads.ts';
import { densitiesOf, drawStain } from '../../../../src/microscopy/light/stain.ts';
import { transmit } from '../../../../src/microscopy/light/transmission.ts';
import { stainVectorsOf } from '../../../../src/microscopy/metrics/stain-vectors.ts';

const degreesBetween = (a: Rgb, b: Rgb) => {
  const dot = (p: Rgb, q: Rgb) => p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
  return (Math.acos(Math.min(1, dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)))) * 180) / Math.PI;
};

it('the stains of a slide can be told from its pixels, whoever stained it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100000 }), (seed) => {
      const stain = { ...drawStain(seed), glass: [240, 240, 240] as [number, number, number] };
      const draw = openDraw(seed, 'pixels');
      const loads = blankLoads(60, 60);
      const { haematoxylin, eosin } = loads.dyes;
      for (let n = 0; n < haematoxylin.length; n++) {
        // Nuclei with little eosin, fibres with little haematoxylin, and all between.
        const nuclear = draw.uniform() < 0.4 ? 1 : draw.uniform() < 0.7 ? 0 : draw.uniform();
        haematoxylin[n] = nuclear * draw.uniform(0.5, 1.3);
        eosin[n] = (1 - nuclear) * draw.uniform(0.6, 1.2);
      }
      const { channels } = transmit(loads, stain);
      const values = Uint8ClampedArray.from({ length: 3 * haematoxylin.length }, (_, n) =>
        Math.round(255 * ((channels[n % 3] as Float32Array)[Math.floor(n / 3)] as number)),
      );
      const found = stainVectorsOf(values, 241);
      const truth = densitiesOf(stain);
      expect(found).not.toBeNull();
      if (!found) return;
      expect(degreesBetween(found.haematoxylin, truth.haematoxylin)).toBeLessThan(4);
      // A very pure eosin hardly darkens red: its pixels count as glass, so nothing is asked then.
      if (truth.eosin[0] > 0.2) expect(degreesBetween(found.eosin, truth.eosin)).toBeLessThan(4);
    }),
    { numRuns: 12 },
  );
});

it('bare glass has no stains', () => {
  expect(stainVectorsOf(new Uint8Array(3000).fill(240), 241)).toBeNull();
});

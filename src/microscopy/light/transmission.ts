import { decayOf } from './decay.ts';
import { dyeIds } from './dye.ts';
import type { Loads } from './loads.ts';
import { blankPlanes, type Planes } from './planes.ts';
import { densitiesOf, type Stain } from './stain.ts';

/**
 * A stained section in plain light, by Beer and Lambert: in each channel the light of bare glass
 * decays with the sum of loads times densities; where loads vary within a pixel, its mean light, to
 * second order: E[exp(−D)] ≈ exp(−E[D] + Var[D] / 2). Values are those of the file over 255, without the
 * scanner's blur and noise.
 */
export function transmit(loads: Loads, stain: Stain): Planes {
  const { widthPx, heightPx, dyes, shade, unseen } = loads;
  const planes = blankPlanes(widthPx, heightPx);
  const densities = densitiesOf(stain);
  const [h, e, o, b] = dyeIds.map((id) => dyes[id]) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  for (const channel of [0, 1, 2] as const) {
    const [perH, perE, perO, perB] = dyeIds.map((id) => densities[id][channel]) as [
      number,
      number,
      number,
      number,
    ];
    const glass = stain.glass[channel] / 255;
    const plane = planes.channels[channel];
    for (let n = 0; n < plane.length; n++) {
      const density =
        perH * (h[n] as number) +
        perE * (e[n] as number) +
        perO * (o[n] as number) +
        perB * (b[n] as number) +
        (shade[n] as number);
      const varies = unseen
        ? perH * perH * (unseen.haematoxylin[n] as number) +
          2 * perH * perE * (unseen.both[n] as number) +
          perE * perE * (unseen.eosin[n] as number)
        : 0;
      plane[n] = glass * decayOf(density - varies / 2);
    }
  }
  return planes;
}

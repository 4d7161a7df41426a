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
  const per = ([0, 1, 2] as const).map((channel) => {
    const [perH, perE, perO, perB] = dyeIds.map((id) => densities[id][channel]) as [
      number,
      number,
      number,
      number,
    ];
    const glass = stain.glass[channel] / 255;
    return { perH, perE, perO, perB, glass, plane: planes.channels[channel].fill(glass) };
  });
  for (let n = 0; n < shade.length; n++) {
    const [inH, inE, inO, inB] = [h[n] as number, e[n] as number, o[n] as number, b[n] as number];
    const dark = shade[n] as number;
    // Half of a slide is bare glass.
    if (inH === 0 && inE === 0 && inO === 0 && inB === 0 && dark === 0) continue;
    const ofH = unseen ? (unseen.haematoxylin[n] as number) : 0;
    const ofE = unseen ? (unseen.eosin[n] as number) : 0;
    const both = unseen ? (unseen.both[n] as number) : 0;
    for (const { perH, perE, perO, perB, glass, plane } of per) {
      const density = perH * inH + perE * inE + perO * inO + perB * inB + dark;
      const varies = perH * perH * ofH + 2 * perH * perE * both + perE * perE * ofE;
      plane[n] = glass * decayOf(density - varies / 2);
    }
  }
  return planes;
}

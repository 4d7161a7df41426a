import { decayOf } from './decay.ts';
import { type DyeId, dyeIds } from './dye.ts';
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
  const { widthPx, heightPx } = loads;
  const planes = blankPlanes(widthPx, heightPx);
  const densities = densitiesOf(stain);
  const stained = stainedPixels(loads);
  for (const channel of [0, 1, 2] as const) {
    const glass = stain.glass[channel] / 255;
    const per = mapDyes((id) => densities[id][channel]);
    dim(planes.channels[channel].fill(glass), glass, per, loads, stained);
  }
  return planes;
}

const mapDyes = (of: (id: DyeId) => number) =>
  Object.fromEntries(dyeIds.map((id) => [id, of(id)])) as Record<DyeId, number>;

/** The pixels in which light meets anything: half of a slide is bare glass. */
function stainedPixels({ dyes, shade }: Loads): Int32Array {
  const { haematoxylin, eosin, orange, brown } = dyes;
  const found = new Int32Array(shade.length);
  let count = 0;
  for (let n = 0; n < found.length; n++) {
    if (haematoxylin[n] === 0 && eosin[n] === 0 && orange[n] === 0)
      if (brown[n] === 0 && shade[n] === 0) continue;
    found[count++] = n;
  }
  return found.subarray(0, count);
}

/** Takes from the light of one channel, which is that of bare glass, what the loads hold back. */
function dim(
  light: Float32Array,
  glass: number,
  per: Readonly<Record<DyeId, number>>,
  { dyes, shade, unseen }: Loads,
  stained: Int32Array,
): void {
  const { haematoxylin, eosin, orange, brown } = dyes;
  const [perH, perE, perO, perB] = [per.haematoxylin, per.eosin, per.orange, per.brown];
  for (let k = 0; k < stained.length; k++) {
    const n = stained[k] as number;
    const h = haematoxylin[n] as number;
    const e = eosin[n] as number;
    const o = orange[n] as number;
    const b = brown[n] as number;
    let density = perH * h + perE * e + perO * o + perB * b + (shade[n] as number);
    if (unseen) {
      const ofH = unseen.haematoxylin[n] as number;
      const ofE = unseen.eosin[n] as number;
      const both = unseen.both[n] as number;
      density -= (perH * perH * ofH + 2 * perH * perE * both + perE * perE * ofE) / 2;
    }
    light[n] = glass * decayOf(density);
  }
}

import { smoothStep } from '../../phantom/index.ts';
import type { Loads } from '../light/loads.ts';
import type { Phosphate } from '../mineral/phosphate.ts';
import { partOf } from '../scene/placing.ts';
import { smoothTexture, textureAt } from '../scene/texture.ts';

/** Changes the tissue about mineral, of a part of a pixel, at a place so far within the mineral's outline. */
export type Crust = (
  x: number,
  y: number,
  insideUm: number,
  share: number,
  loads: Loads,
  at: number,
) => void;

/**
 * The tissue about a speck that lies among fibres: mineral has begun to encrust it, which makes it
 * bluish, and it is denser and more eosinophilic for some way. Null for a speck in a space of its own.
 */
export function openCrust({ fate: { bits, isAmongFibres, isLost } }: Phosphate): Crust | null {
  if (!isAmongFibres || isLost) return null;
  const reachUm = 9 + 12 * partOf(bits, 33);
  const mostUm = Math.min(34, 1.9 * reachUm);
  const blue = 0.5 + 0.45 * partOf(bits, 34);
  return (x, y, insideUm, share, loads, at) => {
    if (insideUm < -mostUm) return;
    const uneven = textureAt(smoothTexture, x / 46 + 5, y / 46);
    const wide = Math.min(mostUm, Math.max(4, reachUm * (1 + 0.5 * uneven)));
    if (insideUm < -wide) return;
    const near = smoothStep(-wide, 1, insideUm);
    const { haematoxylin, eosin } = loads.dyes;
    const pink = eosin[at] as number;
    haematoxylin[at] = (haematoxylin[at] as number) + share * blue * near * near * near * pink;
    eosin[at] = pink * (1 + 0.16 * share * near);
  };
}

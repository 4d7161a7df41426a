import { pi, cosine, scatter, sine } from '../../phantom/index.ts';
import type { Field } from '../frame.ts';
import { partOf } from '../scene/placing.ts';
import { smoothTexture, textureAt } from '../scene/texture.ts';
import type { CutSpeck } from '../section/cut-speck.ts';
import { type Crystal, crystalOf } from './crystal.ts';
import type { Fate } from './fate.ts';

/** A tear that a hard body, dragged by the knife, left in the tissue beside it. */
export interface Tear {
  readonly reach: Field;
  /** Half its width at a place along its way, less how far the place lies from its middle; in µm. */
  insideUm(xUm: number, yUm: number): number;
}

/** No tear is longer, and no shard is carried farther. */
export const dragUm = 170;
/** Smaller specks tear nothing. */
const tearsFromUm = 70;

/** What the knife did about a speck: tears in its way, and shards that it carried along. */
export function dragOf({ reach }: CutSpeck, fate: Fate): { tears: Tear[]; shards: Crystal[] } {
  const [width, height] = [reach.right - reach.left, reach.bottom - reach.top];
  const size = Math.min(width, height);
  if (size < tearsFromUm || fate.shatter < 0.4) return { tears: [], shards: [] };
  const middle = [(reach.left + reach.right) / 2, (reach.top + reach.bottom) / 2] as const;
  const { cos, sin } = fate.knife;
  const tears: Tear[] = [];
  const shards: Crystal[] = [];
  const count = Math.floor(partOf(fate.cutBits, 11) * 2 + fate.shatter * 1.6);
  for (let n = 0; n < count; n++) {
    const bits = scatter(fate.cutBits + Math.imul(n + 1, 0x2545f491));
    const aside = (partOf(bits, 1) - 0.5) * size * 0.7;
    // The knife goes one way: what it drags comes to lie ahead of the speck.
    const from = size * (0.1 + 0.25 * partOf(bits, 2));
    const long = Math.min(dragUm, size * (0.35 + 0.9 * partOf(bits, 3))) + size * 0.2;
    const half = 0.8 + 2.6 * partOf(bits, 4) * fate.shatter;
    const origin = [
      middle[0] + from * cos - aside * sin,
      middle[1] + from * sin + aside * cos,
    ] as const;
    tears.push(tearOf(origin, fate.knife, long, half, bits));
    const pieces = Math.floor(5 * partOf(bits, 5));
    for (let k = 0; k < pieces; k++)
      shards.push(...shardAt(origin, fate, long, scatter(bits + Math.imul(k + 1, 0x9e3779b1))));
  }
  return { tears, shards };
}

function tearOf(
  [x0, y0]: readonly [number, number],
  { cos, sin }: Fate['knife'],
  long: number,
  half: number,
  bits: number,
): Tear {
  const [shift, curl] = [61 * partOf(bits, 6), 14 * (partOf(bits, 7) - 0.5)];
  const ends = [
    [x0, y0],
    [x0 + long * cos, y0 + long * sin],
  ] as const;
  const room = Math.abs(curl) + half + 14;
  return {
    reach: {
      left: Math.min(ends[0][0], ends[1][0]) - room,
      right: Math.max(ends[0][0], ends[1][0]) + room,
      top: Math.min(ends[0][1], ends[1][1]) - room,
      bottom: Math.max(ends[0][1], ends[1][1]) + room,
    },
    insideUm(x, y) {
      const u = ((x - x0) * cos + (y - y0) * sin) / long;
      if (u < 0 || u > 1) return -half;
      const v = (y - y0) * cos - (x - x0) * sin;
      const way =
        curl * u * u +
        4.5 * textureAt(smoothTexture, shift + (u * long) / 42, shift) +
        1.3 * textureAt(smoothTexture, shift + (u * long) / 15, shift + 4);
      const wide =
        half * (1 - u * u) * (0.65 + 0.6 * textureAt(smoothTexture, shift, (u * long) / 22));
      return wide - Math.abs(v - way);
    },
  };
}

function shardAt(
  [x0, y0]: readonly [number, number],
  { knife: { cos, sin } }: Fate,
  long: number,
  bits: number,
): Crystal[] {
  const along = long * (0.15 + 0.75 * partOf(bits, 1));
  const aside = 16 * (partOf(bits, 2) - 0.5);
  const x = x0 + along * cos - aside * sin;
  const y = y0 + along * sin + aside * cos;
  const size = 1.2 + 5 * partOf(bits, 3) * partOf(bits, 4);
  const outline = Array.from({ length: 4 + Math.floor(2.5 * partOf(bits, 5)) }, (_, n) => {
    const turn = n + 0.6 * partOf(bits, 10 + n) + 6 * partOf(bits, 6);
    const corner = size * (0.6 + 0.6 * partOf(bits, 30 + n));
    const angle = (2 * pi * turn) / 6;
    return [x + corner * cosine(angle), y + corner * sine(angle)] as const;
  });
  const crystal = crystalOf(outline, {
    thicknessUm: 4,
    axis: { cos: 1, sin: 0 },
    tiltCosine: 0,
    bits,
  });
  return crystal ? [crystal] : [];
}

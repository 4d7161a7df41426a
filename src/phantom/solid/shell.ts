import { openNoise } from '../noise.ts';
import { length, scaled, type Vector } from '../vector.ts';
import {
  highestBump,
  type MineralField,
  openTexture,
  scaledTexture,
  type Texture,
} from './texture.ts';

/** Mineral on the surface of a ball: the rim of an oil cyst, a cyst wall. */
export interface Shell {
  readonly kind: 'shell';
  /** The outer surface. */
  readonly semiAxesMm: Vector;
  readonly wallMm: number;
  /** How much the wall varies in thickness, 0 to 1; much of it leaves gaps. */
  readonly patchiness: number;
  /** The distance between thick and thin places. */
  readonly patchMm: number;
  readonly texture: Texture;
}

/** Opens the field of a shell. */
export function openShell(shell: Shell): MineralField {
  const { semiAxesMm, wallMm, patchiness, patchMm } = shell;
  const [a, b, c] = semiAxesMm;
  const meanMm = (a + b + c) / 3;
  const patches = openNoise(shell.texture.seed + 2);
  const { bumpAt, packingAt } = openTexture(shell.texture);
  const highest = highestBump * shell.texture.bumpMm;
  return (point) => {
    const [x, y, z] = point;
    const place = length([x / a, y / b, z / c]);
    const flat = (1 - place) * meanMm;
    if (flat < -highest || flat > 2.5 * wallMm + highest) return 0;
    const under = flat + bumpAt(point);
    if (under < 0 || under > 2.5 * wallMm || place < 1e-6) return 0;
    // The wall varies over the surface, not through the depth: look where the ray leaves the ball.
    const f = 1 / (place * patchMm);
    const thickness = wallMm * (1 + 1.5 * patchiness * patches(x * f, y * f, z * f));
    return under < thickness ? packingAt(point) : 0;
  };
}

/** The radius of a ball around the centre that holds the shell. */
export const shellReachMm = (shell: Shell): number =>
  Math.max(...shell.semiAxesMm) + highestBump * shell.texture.bumpMm;

/** The shell `factor` times as large, its wall as well. */
export const scaledShell = (shell: Shell, factor: number): Shell => ({
  ...shell,
  semiAxesMm: scaled(shell.semiAxesMm, factor),
  wallMm: shell.wallMm * factor,
  patchMm: shell.patchMm * factor,
  texture: scaledTexture(shell.texture, factor),
});

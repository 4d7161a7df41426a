import { clamp, cosine, pi, sine } from '../elementary.ts';
import { layered, openNoise } from '../noise.ts';
import { dot, length, scaled, type Vector } from '../vector.ts';
import { openSamples, type Samples } from './samples.ts';
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
  /**
   * Towards the side where the wall is thickest; as long as it is thicker there, as a part of it. Where it is longer
   * than 1, the wall is open on the side across.
   */
  readonly heavier: Vector;
  readonly texture: Texture;
}

/** How many times the wall is thicker or thinner by at most where it is as patchy as can be. */
const unevenness = 2.2;

/**
 * The wall in a direction from the centre, which is given as a unit vector of the ball that the shell
 * is an ellipsoid of: how far its outer surface rises above the ellipsoid, and how thick it is.
 */
function openWall({ semiAxesMm: [a, b, c], wallMm, patchiness, patchMm, heavier, texture }: Shell) {
  const patches = layered(openNoise(texture.seed + 2), 2, 0.5);
  const { bumpAt, packingAt } = openTexture(texture);
  return {
    wallAt(direction: Vector) {
      const [x, y, z] = direction;
      const at: Vector = [x * a, y * b, z * c];
      const patch = clamp(patches(at[0] / patchMm, at[1] / patchMm, at[2] / patchMm), -1, 1);
      const lean = Math.max(1 + dot(heavier, direction), 0);
      return { bumpMm: bumpAt(at), thickMm: wallMm * lean * (1 + unevenness * patchiness * patch) };
    },
    packingAt,
  };
}

/** Opens the field of a shell. */
export function openShell(shell: Shell): MineralField {
  const [a, b, c] = shell.semiAxesMm;
  const meanMm = meanAxisMm(shell);
  const { wallAt, packingAt } = openWall(shell);
  const highest = highestBump * shell.texture.bumpMm;
  const thickest = shell.wallMm * (1 + length(shell.heavier)) * (1 + unevenness * shell.patchiness);
  return (point) => {
    const inBall: Vector = [point[0] / a, point[1] / b, point[2] / c];
    const place = length(inBall);
    const flat = (1 - place) * meanMm;
    if (flat < -highest || flat > thickest + highest || place < 1e-6) return 0;
    const { bumpMm, thickMm } = wallAt(scaled(inBall, 1 / place));
    const under = flat + bumpMm;
    return under > 0 && under < thickMm ? packingAt(point) : 0;
  };
}

/** Samples through the wall at each place of it. */
const layers = 3;

/** The golden ratio's part: multiples of it without their whole number fill 0 to 1 evenly. */
const golden = 0.6180339887498949;

/** Samples a shell over its surface, which a lattice as fine as the wall would have to fill. */
export function shellSamples(shell: Shell, pitchMm: number): Samples {
  const [a, b, c] = shell.semiAxesMm;
  const meanMm = meanAxisMm(shell);
  const { wallAt, packingAt } = openWall(shell);
  const samples = openSamples(pitchMm);
  let place = 0;
  const rings = Math.max(12, Math.ceil((pi * Math.max(a, b, c)) / pitchMm));
  for (let i = 0; i < rings; i++) {
    const polar = (pi * (i + 0.5)) / rings;
    const ring = sine(polar);
    const around = Math.max(6, Math.ceil(2 * rings * ring));
    // The solid angle of a sample, from the height of its ring on the unit ball.
    const angle = (2 * pi * (cosine((pi * i) / rings) - cosine((pi * (i + 1)) / rings))) / around;
    for (let j = 0; j < around; j++) {
      const turn = (2 * pi * (j + ((i * golden) % 1))) / around;
      const direction: Vector = [ring * cosine(turn), ring * sine(turn), cosine(polar)];
      const { bumpMm, thickMm } = wallAt(direction);
      if (thickMm <= 0) continue;
      // Each place begins at another depth, or the layers would show as rings.
      const shift = (place++ * golden) % 1;
      for (let layer = 0; layer < layers; layer++) {
        const depthMm = (thickMm * (layer + shift)) / layers - bumpMm;
        const out = 1 - depthMm / meanMm;
        if (out <= 0) continue;
        const point: Vector = [
          direction[0] * a * out,
          direction[1] * b * out,
          direction[2] * c * out,
        ];
        const thinness = thickMm / layers / meanMm;
        samples.add(point, a * b * c * out * out * thinness * angle, packingAt(point));
      }
    }
  }
  return samples.all();
}

/** The radius of a ball around the centre that holds the shell. */
export const shellReachMm = (shell: Shell): number =>
  // A bump is so high about the mean axis, and higher at the end of the longest.
  Math.max(...shell.semiAxesMm) * (1 + (highestBump * shell.texture.bumpMm) / meanAxisMm(shell));

const meanAxisMm = ({ semiAxesMm: [a, b, c] }: Shell): number => (a + b + c) / 3;

/** The shell `factor` times as large, its wall as well. */
export const scaledShell = (shell: Shell, factor: number): Shell => ({
  ...shell,
  semiAxesMm: scaled(shell.semiAxesMm, factor),
  wallMm: shell.wallMm * factor,
  patchMm: shell.patchMm * factor,
  texture: scaledTexture(shell.texture, factor),
});

import { logarithm } from '../../phantom/index.ts';

/** How rough a picture is, from its grey levels from 0 to 255. */
export interface Texture {
  /** Mean difference of pixels that lie next to each other, and of such a few micrometres apart. */
  readonly nextStep: number;
  readonly farStep: number;
  /** Kurtosis of the differences of neighbours about 0: edges on even ground raise it; 3 is normal. */
  readonly kurtosis: number;
  /** Haralick's measures of pixels that far apart in 16 grey levels: contrast, sameness, disorder in bits. */
  readonly contrast: number;
  readonly homogeneity: number;
  readonly entropy: number;
}

const levels = 16;

/** Measures the texture of a picture, along its rows; `farPx` is what counts as far apart. */
export function textureOf(greys: Float32Array, widthPx: number, farPx: number): Texture {
  const pairs = new Float64Array(levels * levels);
  const levelOf = (grey: number) => Math.min(levels - 1, Math.floor((grey * levels) / 256));
  let [count, next, far, squares, fourths] = [0, 0, 0, 0, 0];
  for (let n = 0; n < greys.length; n++) {
    if (n % widthPx >= widthPx - farPx) continue;
    const grey = greys[n] as number;
    const distant = greys[n + farPx] as number;
    const step = (greys[n + 1] as number) - grey;
    const square = step * step;
    count++;
    next += Math.abs(step);
    far += Math.abs(distant - grey);
    squares += square;
    fourths += square * square;
    const pair = levelOf(grey) * levels + levelOf(distant);
    pairs[pair] = (pairs[pair] as number) + 1;
  }
  if (count === 0)
    throw new RangeError(`A picture ${widthPx} pixels wide has none ${farPx} pixels apart.`);
  let [contrast, homogeneity, entropy] = [0, 0, 0];
  pairs.forEach((number, pair) => {
    if (number === 0) return;
    const apart = Math.floor(pair / levels) - (pair % levels);
    const part = number / count;
    contrast += part * apart * apart;
    homogeneity += part / (1 + apart * apart);
    entropy -= (part * logarithm(part)) / logarithm(2);
  });
  return {
    nextStep: next / count,
    farStep: far / count,
    kurtosis: squares > 0 ? (fourths * count) / (squares * squares) : Number.NaN,
    contrast,
    homogeneity,
    entropy,
  };
}

import { powerOf } from './fourier.ts';
import { checkedRegion, type Image, type Region } from './region.ts';

/** A power spectrum averaged over directions. */
export interface PowerSpectrum {
  /** Middle of each band, cycles/mm. */
  readonly cyclesPerMm: readonly number[];
  /** Power per area of frequency in value² · mm². */
  readonly power: readonly number[];
}

/** How the values of a square are prepared: `hann` for anatomy, whose edges would leak; `flat` for noise. */
export type Taper = 'flat' | 'hann';

/**
 * The noise power spectrum as IEC 62220-1 defines it: mean over squares of |FFT|² · pitch² / n², each
 * square first freed of its plane of regression, then averaged over rings one frequency step wide.
 * Its integral over all frequencies is the variance. Squares have a power of two as their side.
 */
export function noisePower(
  image: Image,
  squares: readonly Region[],
  taper: Taper = 'flat',
): PowerSpectrum {
  const side = squares[0]?.widthPx;
  if (side === undefined) throw new RangeError('A power spectrum needs at least one square.');
  const window = taperOf(taper, side);
  const pitchMm = image.pitchUm / 1000;
  const sum = new Float64Array(side * side);
  for (const square of squares) {
    const values = detrended(image, checkedRegion(image, square));
    for (let i = 0; i < values.length; i++) {
      const weight = (window[i % side] as number) * (window[Math.floor(i / side)] as number);
      values[i] = (values[i] as number) * weight;
    }
    powerOf(values, side).forEach((power, i) => {
      sum[i] = (sum[i] as number) + power;
    });
  }
  const scale = (pitchMm * pitchMm) / (side * side * squares.length);
  return ringsOf(sum, side, scale, 1 / (side * pitchMm));
}

function ringsOf(sum: Float64Array, side: number, scale: number, step: number): PowerSpectrum {
  const rings = side / 2;
  const power = new Float64Array(rings);
  const count = new Float64Array(rings);
  for (let v = 0; v < side; v++) {
    for (let u = 0; u < side; u++) {
      const fu = u < rings ? u : u - side;
      const fv = v < rings ? v : v - side;
      const ring = Math.round(Math.hypot(fu, fv));
      if (ring === 0 || ring >= rings) continue;
      power[ring] = (power[ring] as number) + (sum[v * side + u] as number) * scale;
      count[ring] = (count[ring] as number) + 1;
    }
  }
  const used = Array.from({ length: rings - 1 }, (_, i) => i + 1);
  return {
    cyclesPerMm: used.map((ring) => ring * step),
    power: used.map((ring) => (power[ring] as number) / (count[ring] as number)),
  };
}

/** Weights along a side whose mean square is 1, so that the taper keeps the power. */
function taperOf(taper: Taper, side: number): Float64Array {
  if (taper === 'flat') return new Float64Array(side).fill(1);
  return Float64Array.from(
    { length: side },
    (_, i) => Math.sqrt(8 / 3) * (0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / side)),
  );
}

/** The values of a square less their plane of regression. */
function detrended(image: Image, { x, y, widthPx: side }: Region): Float64Array {
  const values = new Float64Array(side * side);
  const middle = (side - 1) / 2;
  let sum = 0;
  let alongX = 0;
  let alongY = 0;
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) {
      const value = image.pixels[(y + j) * image.widthPx + x + i] as number;
      values[j * side + i] = value;
      sum += value;
      alongX += value * (i - middle);
      alongY += value * (j - middle);
    }
  }
  const count = side * side;
  const spread = (count * (count - 1)) / 12;
  return values.map((value, at) => {
    const i = (at % side) - middle;
    const j = Math.floor(at / side) - middle;
    return value - sum / count - (alongX * i) / spread - (alongY * j) / spread;
  });
}

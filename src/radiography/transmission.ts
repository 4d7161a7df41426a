import { exponential, logarithm } from '../phantom/index.ts';

// e^−x at whole steps of 1/256 up to 16 nepers; what is left is a short series.
const steps = 256;
const reach = 16;
const decays = Float64Array.from({ length: steps * reach + 1 }, (_, i) => exponential(-i / steps));

/**
 * Part of the beam that gets through an attenuation of `nepers`: e^−nepers by Beer and Lambert.
 * From 0 to 16 nepers the relative error is below 1e-10; beyond, it stays at the ends. Fast enough
 * for every pixel and the same in every engine.
 */
export function transmissionOf(nepers: number): number {
  const x = nepers <= 0 ? 0 : nepers >= reach ? reach : nepers;
  const step = (x * steps) | 0;
  const rest = x - step / steps;
  return (decays[step] as number) * (1 - rest * (1 - rest * (0.5 - rest / 6)));
}

// A number of single precision is 2^k · m with m from 1 to 2; ln m is looked up at 512 places.
const places = 512;
const logarithms = Float64Array.from({ length: places }, (_, i) =>
  logarithm(1 + (i + 0.5) / places),
);
const single = new Float32Array(1);
const bits = new Int32Array(single.buffer);

/** The attenuation in nepers of a positive transmission: `transmissionOf` the other way, to 1e-7. */
export function nepersOf(transmission: number): number {
  single[0] = transmission;
  const pattern = bits[0] as number;
  const doublings = (pattern >>> 23) - 127;
  const place = (pattern >>> 14) & (places - 1);
  const centre = 1 + (place + 0.5) / places;
  bits[0] = (pattern & 0x7fffff) | 0x3f800000;
  const off = ((single[0] as number) - centre) / centre;
  const log = (logarithms[place] as number) + off * (1 - off * (0.5 - off / 3));
  return -(doublings * Math.LN2 + log);
}

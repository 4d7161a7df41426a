/**
 * Fast Fourier transform of a complex sequence in place, radix 2 (Cooley and Tukey). The length is a
 * power of two; the transform is not scaled. For measurements, where the last bit does not matter.
 */
export function transform(real: Float64Array, imaginary: Float64Array): void {
  const n = real.length;
  if (n < 1 || (n & (n - 1)) !== 0 || imaginary.length !== n)
    throw new RangeError(`A fast Fourier transform needs a power of two, not ${n} values.`);
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      swap(real, i, j);
      swap(imaginary, i, j);
    }
  }
  for (let length = 2; length <= n; length *= 2) {
    const half = length / 2;
    for (let k = 0; k < half; k++) {
      const angle = (-2 * Math.PI * k) / length;
      const c = Math.cos(angle);
      const s = Math.sin(angle);
      for (let a = k; a < n; a += length) {
        const b = a + half;
        const re = (real[b] as number) * c - (imaginary[b] as number) * s;
        const im = (real[b] as number) * s + (imaginary[b] as number) * c;
        real[b] = (real[a] as number) - re;
        imaginary[b] = (imaginary[a] as number) - im;
        real[a] = (real[a] as number) + re;
        imaginary[a] = (imaginary[a] as number) + im;
      }
    }
  }
}

/** Squared magnitudes of the two-dimensional transform of a real square of `side` × `side` values. */
export function powerOf(square: Float64Array, side: number): Float64Array {
  const real = square.slice();
  const imaginary = new Float64Array(real.length);
  const re = new Float64Array(side);
  const im = new Float64Array(side);
  for (const [step, stride] of [
    [1, side],
    [side, 1],
  ] as const) {
    for (let line = 0; line < side; line++) {
      const start = line * stride;
      for (let i = 0; i < side; i++) {
        re[i] = real[start + i * step] as number;
        im[i] = imaginary[start + i * step] as number;
      }
      transform(re, im);
      for (let i = 0; i < side; i++) {
        real[start + i * step] = re[i] as number;
        imaginary[start + i * step] = im[i] as number;
      }
    }
  }
  return real.map((value, i) => value * value + (imaginary[i] as number) ** 2);
}

function swap(values: Float64Array, i: number, j: number): void {
  const kept = values[i] as number;
  values[i] = values[j] as number;
  values[j] = kept;
}

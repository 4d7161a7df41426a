/** An image of one level of a pyramid. */
export interface Level {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixels: Float32Array;
}

/**
 * The image at half the size, each side rounded up: blurred by the binomial kernel 1 4 6 4 1, then
 * every second pixel of every second row. Beyond its edges the nearest pixel counts.
 */
export function reduced({ widthPx, heightPx, pixels }: Level): Level {
  const wide = Math.ceil(widthPx / 2);
  const high = Math.ceil(heightPx / 2);
  const to = new Float32Array(wide * high);
  const sum = new Float64Array(widthPx + 4);
  const row = (y: number) => Math.min(Math.max(y, 0), heightPx - 1) * widthPx;
  for (let j = 0; j < high; j++) {
    const a = row(2 * j - 2);
    const b = row(2 * j - 1);
    const c = row(2 * j);
    const d = row(2 * j + 1);
    const e = row(2 * j + 2);
    for (let x = 0; x < widthPx; x++) {
      const outer = (pixels[a + x] as number) + (pixels[e + x] as number);
      const inner = (pixels[b + x] as number) + (pixels[d + x] as number);
      sum[x + 2] = outer + 4 * inner + 6 * (pixels[c + x] as number);
    }
    sum.fill(sum[2] as number, 0, 2);
    sum.fill(sum[widthPx + 1] as number, widthPx + 2);
    for (let i = 0; i < wide; i++) {
      const x = 2 * i;
      const outer = (sum[x] as number) + (sum[x + 4] as number);
      const inner = (sum[x + 1] as number) + (sum[x + 3] as number);
      to[j * wide + i] = (outer + 4 * inner + 6 * (sum[x + 2] as number)) / 256;
    }
  }
  return { widthPx: wide, heightPx: high, pixels: to };
}

/**
 * Reads a row of the image twice the size, or its beginning: the counterpart of `reduced`, with the
 * same kernel.
 */
export function expandRow(
  { widthPx, heightPx, pixels }: Level,
  row: number,
  to: Float32Array,
): void {
  const j = row >> 1;
  const odd = row % 2 === 1;
  const above = (odd ? j : Math.max(j - 1, 0)) * widthPx;
  const here = j * widthPx;
  const below = Math.min(j + 1, heightPx - 1) * widthPx;
  const outer = odd ? 0.5 : 0.125;
  const middle = odd ? 0 : 0.75;
  const at = (x: number) =>
    outer * ((pixels[above + x] as number) + (pixels[below + x] as number)) +
    middle * (pixels[here + x] as number);
  let left = at(0);
  let centre = left;
  for (let i = 0; 2 * i < to.length; i++) {
    const right = i + 1 < widthPx ? at(i + 1) : centre;
    to[2 * i] = 0.125 * (left + right) + 0.75 * centre;
    if (2 * i + 1 < to.length) to[2 * i + 1] = 0.5 * (centre + right);
    left = centre;
    centre = right;
  }
}

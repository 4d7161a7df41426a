import type { Image } from './region.ts';

/**
 * Distance of each pixel in millimetres from the nearest one of which `isAir` holds, from middle to
 * middle: the depth under the outline of a breast. Exact, in linear time (Felzenszwalb and Huttenlocher
 * 2012): columns first, then the lower envelope of parabolas along each row. Infinite where there is
 * no air at all.
 */
export function airDistanceMm(image: Image, isAir: (value: number) => boolean): Float32Array {
  const { widthPx, heightPx, pixels } = image;
  const square = new Float32Array(widthPx * heightPx);
  for (let x = 0; x < widthPx; x++) {
    let away = Infinity;
    for (let y = 0; y < heightPx; y++) {
      const at = y * widthPx + x;
      away = isAir(pixels[at] as number) ? 0 : away + 1;
      square[at] = away;
    }
    away = Infinity;
    for (let y = heightPx - 1; y >= 0; y--) {
      const at = y * widthPx + x;
      away = square[at] === 0 ? 0 : away + 1;
      const least = Math.min(square[at] as number, away);
      square[at] = least * least;
    }
  }
  for (let y = 0; y < heightPx; y++) lowerEnvelope(square.subarray(y * widthPx, (y + 1) * widthPx));
  const pitchMm = image.pitchUm / 1000;
  return square.map((px2) => Math.sqrt(px2) * pitchMm);
}

/** Replaces each value f(x) of a row by the least f(x′) + (x − x′)². */
function lowerEnvelope(row: Float32Array): void {
  const apex = new Int32Array(row.length);
  const height = new Float64Array(row.length);
  const from = new Float64Array(row.length + 1);
  let last = -1;
  for (let x = 0; x < row.length; x++) {
    const own = row[x] as number;
    if (own === Infinity) continue;
    let meets = -Infinity;
    for (; last >= 0; last--) {
      const other = apex[last] as number;
      meets = (own + x * x - ((height[last] as number) + other * other)) / (2 * (x - other));
      if (meets > (from[last] as number)) break;
      meets = -Infinity;
    }
    last++;
    apex[last] = x;
    height[last] = own;
    from[last] = meets;
  }
  if (last < 0) return;
  from[last + 1] = Infinity;
  for (let x = 0, n = 0; x < row.length; x++) {
    while ((from[n + 1] as number) < x) n++;
    const away = x - (apex[n] as number);
    row[x] = (height[n] as number) + away * away;
  }
}

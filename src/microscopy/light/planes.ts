/** A picture as three planes of numbers, row by row; 0 is black and 1 is white. */
export interface Planes {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: readonly [red: Float32Array, green: Float32Array, blue: Float32Array];
}

/** Black planes. */
export function blankPlanes(widthPx: number, heightPx: number): Planes {
  const plane = () => new Float32Array(widthPx * heightPx);
  return { widthPx, heightPx, channels: [plane(), plane(), plane()] };
}

/** The same picture at half the size: each pixel is the mean of four. */
export function halved({ widthPx, heightPx, channels }: Planes): Planes {
  const half = blankPlanes(widthPx / 2, heightPx / 2);
  channels.forEach((plane, c) => {
    const to = half.channels[c] as Float32Array;
    for (let y = 0, at = 0; y < half.heightPx; y++) {
      for (let x = 0, from = 2 * y * widthPx; x < half.widthPx; x++, at++, from += 2)
        to[at] =
          ((plane[from] as number) +
            (plane[from + 1] as number) +
            (plane[from + widthPx] as number) +
            (plane[from + widthPx + 1] as number)) /
          4;
    }
  });
  return half;
}

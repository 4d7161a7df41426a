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

/** A picture of one pixel, drawn out to such a size. */
export const drawnOut = ({ channels }: Planes, widthPx: number, heightPx: number): Planes => {
  const planes = blankPlanes(widthPx, heightPx);
  for (const [c, plane] of planes.channels.entries()) plane.fill(channels[c]?.[0] as number);
  return planes;
};

/** The same picture at half the height: each pixel is the mean of two that lie below each other. */
export function rowsJoined({ widthPx, heightPx, channels }: Planes): Planes {
  const joined = blankPlanes(widthPx, heightPx / 2);
  channels.forEach((plane, c) => {
    const to = joined.channels[c] as Float32Array;
    for (let row = 0, at = 0; row < joined.heightPx; row++) {
      for (let x = 0, from = 2 * row * widthPx; x < widthPx; x++, at++, from++)
        to[at] = ((plane[from] as number) + (plane[from + widthPx] as number)) / 2;
    }
  });
  return joined;
}

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

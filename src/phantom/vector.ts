/** A direction or a difference of two points of one frame, in millimetres where it has a length. */
export type Vector = readonly [x: number, y: number, z: number];

/** The sum of two vectors. */
export const sum = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

/** The vector that leads from `from` to `to`. */
export const between = (from: Vector, to: Vector): Vector => [
  to[0] - from[0],
  to[1] - from[1],
  to[2] - from[2],
];

/** The vector `factor` times as long. */
export const scaled = (a: Vector, factor: number): Vector => [
  a[0] * factor,
  a[1] * factor,
  a[2] * factor,
];

/** The scalar product. */
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** The vector product, by the right hand. */
export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** The length of a vector. */
export const length = (a: Vector): number => Math.sqrt(dot(a, a));

/** The distance between two points of one frame. */
export const distance = (a: Vector, b: Vector): number => length(between(a, b));

/** The vector of length 1 in the same direction; the null vector becomes the x axis. */
export function unit(a: Vector): Vector {
  const size = length(a);
  return size > 0 ? scaled(a, 1 / size) : [1, 0, 0];
}

/** The point that lies `factor` times `direction` away from `point`, in the frame of `point`. */
export const moved = <P extends Vector>(point: P, direction: Vector, factor = 1): P =>
  [
    point[0] + direction[0] * factor,
    point[1] + direction[1] * factor,
    point[2] + direction[2] * factor,
  ] as Vector as P;

/** The point at the fraction `t` of the way from `a` to `b`. */
export const along = <P extends Vector>(a: P, b: P, t: number): P => moved(a, between(a, b), t);

/** Three unit vectors at right angles, right-handed: the rows of a rotation. */
export type Axes = readonly [Vector, Vector, Vector];

/** The axes of the frame itself. */
export const uprightAxes: Axes = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/**
 * Axes whose first points along `first`; the second lies as near as it can to `hint`. A hint that is
 * parallel to `first` is replaced by a coordinate axis.
 */
export function axesAlong(first: Vector, hint: Vector = [0, 0, 1]): Axes {
  const a = unit(first);
  let side = between(scaled(a, dot(a, hint)), hint);
  if (dot(side, side) < 1e-9) {
    const spare: Vector = a[0] * a[0] < 0.5 ? [1, 0, 0] : [0, 1, 0];
    side = between(scaled(a, dot(a, spare)), spare);
  }
  const b = unit(side);
  return [a, b, cross(a, b)];
}

/** A vector of the surrounding frame, in the terms of `axes`. */
export const within = (axes: Axes, v: Vector): Vector => [
  dot(axes[0], v),
  dot(axes[1], v),
  dot(axes[2], v),
];

/** A vector in the terms of `axes`, in those of the surrounding frame: the inverse of `within`. */
export const outOf = (axes: Axes, v: Vector): Vector => [
  axes[0][0] * v[0] + axes[1][0] * v[1] + axes[2][0] * v[2],
  axes[0][1] * v[0] + axes[1][1] * v[1] + axes[2][1] * v[2],
  axes[0][2] * v[0] + axes[1][2] * v[1] + axes[2][2] * v[2],
];

import type { PixelPoint } from './view-truth.ts';

/** The area within a polygon, positive where it runs clockwise on the screen. */
export function areaOf(polygon: readonly PixelPoint[]): number {
  let twice = 0;
  polygon.forEach(([x, y], i) => {
    const [nextX, nextY] = polygon[(i + 1) % polygon.length] as PixelPoint;
    twice += x * nextY - nextX * y;
  });
  return twice / 2;
}

/** Tells whether a point lies within closed polygons by the even-odd rule: not in their holes. */
export function isWithin(
  polygons: readonly (readonly PixelPoint[])[],
  [x, y]: PixelPoint,
): boolean {
  let inside = false;
  for (const polygon of polygons) {
    for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
      const [ax, ay] = polygon[i] as PixelPoint;
      const [bx, by] = polygon[j] as PixelPoint;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

/**
 * A polygon with fewer corners that nowhere strays farther than `tolerance` from the given one
 * (Douglas and Peucker 1973), cut at its two farthest points to begin with.
 */
export function simplified(polygon: readonly PixelPoint[], tolerance: number): PixelPoint[] {
  const start = 0;
  const first = polygon[start] as PixelPoint;
  let far = 0;
  polygon.forEach((point, i) => {
    if (squared(first, point) > squared(first, polygon[far] as PixelPoint)) far = i;
  });
  if (far === 0) return [...polygon];
  const ring = [...polygon, first];
  const kept = [
    ...thinned(ring, start, far, tolerance),
    ...thinned(ring, far, polygon.length, tolerance),
  ];
  return kept.length > 2 ? kept : [...polygon];
}

/** The corners to keep from `from` up to but without `to`. */
function thinned(
  ring: readonly PixelPoint[],
  from: number,
  to: number,
  tolerance: number,
): PixelPoint[] {
  const a = ring[from] as PixelPoint;
  const b = ring[to] as PixelPoint;
  let worst = 0;
  let at = from;
  for (let i = from + 1; i < to; i++) {
    const off = fromSegment(ring[i] as PixelPoint, a, b);
    if (off > worst) [worst, at] = [off, i];
  }
  if (worst <= tolerance) return [a];
  return [...thinned(ring, from, at, tolerance), ...thinned(ring, at, to, tolerance)];
}

/** Distance of a point from the segment between two others. */
export function fromSegment(p: PixelPoint, a: PixelPoint, b: PixelPoint): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const long = dx * dx + dy * dy;
  const t = long === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / long;
  const s = Math.min(Math.max(t, 0), 1);
  return Math.sqrt(squared(p, [a[0] + s * dx, a[1] + s * dy]));
}

const squared = (a: PixelPoint, b: PixelPoint): number => {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  return dx * dx + dy * dy;
};

/** The greatest distance between two corners of polygons. */
export function spanOf(polygons: readonly (readonly PixelPoint[])[]): number {
  const corners = polygons.flat();
  let greatest = 0;
  corners.forEach((a, i) => {
    for (let j = i + 1; j < corners.length; j++)
      greatest = Math.max(greatest, squared(a, corners[j] as PixelPoint));
  });
  return Math.sqrt(greatest);
}

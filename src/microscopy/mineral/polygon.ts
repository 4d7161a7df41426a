/** A convex polygon on the slide, in micrometres. */
export type Polygon = readonly (readonly [xUm: number, yUm: number])[];

/** What of a polygon lies where x · nx + y · ny ≤ reach. */
export function clipped(polygon: Polygon, nx: number, ny: number, reach: number): Polygon {
  const result: (readonly [number, number])[] = [];
  for (const [n, from] of polygon.entries()) {
    const to = polygon[(n + 1) % polygon.length] as Polygon[number];
    const a = from[0] * nx + from[1] * ny - reach;
    const b = to[0] * nx + to[1] * ny - reach;
    if (a <= 0) result.push(from);
    if (a < 0 === b < 0 || a === b) continue;
    const t = a / (a - b);
    result.push([from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]);
  }
  return result.length > 2 ? result : [];
}

/** Area of a convex polygon, whichever way round it runs. */
export function polygonAreaUm2(polygon: Polygon): number {
  let twice = 0;
  for (const [n, [x, y]] of polygon.entries()) {
    const [toX, toY] = polygon[(n + 1) % polygon.length] as Polygon[number];
    twice += x * toY - toX * y;
  }
  return Math.abs(twice) / 2;
}

/** The mean of a polygon's corners. */
export function middleOf(polygon: Polygon): readonly [xUm: number, yUm: number] {
  const sum = (axis: 0 | 1) => polygon.reduce((total, corner) => total + corner[axis], 0);
  return [sum(0) / polygon.length, sum(1) / polygon.length];
}

/** The edges of a convex polygon: their outward normals and reach, three numbers each. */
export function edgesOf(polygon: Polygon): Float64Array {
  const [mx, my] = middleOf(polygon);
  const edges: number[] = [];
  for (const [n, [x, y]] of polygon.entries()) {
    const [toX, toY] = polygon[(n + 1) % polygon.length] as Polygon[number];
    const long = Math.sqrt((toX - x) * (toX - x) + (toY - y) * (toY - y));
    if (long < 1e-6) continue;
    const [nx, ny] = [(toY - y) / long, (x - toX) / long];
    const reach = nx * x + ny * y;
    const sign = nx * mx + ny * my > reach ? -1 : 1;
    edges.push(sign * nx, sign * ny, sign * reach);
  }
  return Float64Array.from(edges);
}

/** How far a place lies within a convex polygon of these edges; negative outside, about its edges. */
export function insideEdges(edges: Float64Array, x: number, y: number): number {
  let inside = Infinity;
  for (let n = 0; n < edges.length; n += 3) {
    const d = (edges[n + 2] as number) - (edges[n] as number) * x - (edges[n + 1] as number) * y;
    if (d < inside) inside = d;
  }
  return inside;
}

import type { PhantomPoint } from '../frame.ts';

/** What lies along each other, as in a duct and its branch, does not seem to cross: the sine between them. */
const alongEachOther = 0.25;

/** The axes that are seen from above, and from the side. */
const above = [0, 1] as const;
const aside = [0, 2] as const;
type Plane = readonly [first: 0 | 1 | 2, second: 0 | 1 | 2];

/** Ducts part like rays from the nipple: seen from above, what fills two of them does not cross. */
export function seemToCross(
  a: readonly PhantomPoint[],
  b: readonly PhantomPoint[],
  leastSine = alongEachOther,
  plane: Plane = above,
): boolean {
  const [from, to] = [a[0] as PhantomPoint, a[a.length - 1] as PhantomPoint];
  const [start, end] = [b[0] as PhantomPoint, b[b.length - 1] as PhantomPoint];
  const side = (p: PhantomPoint, q: PhantomPoint, r: PhantomPoint) => sideOf(plane, p, q, r);
  const apart = side(from, to, end) - side(from, to, start);
  if (Math.abs(apart) < leastSine * wide(plane, from, to) * wide(plane, start, end)) return false;
  return (
    side(from, to, start) * side(from, to, end) < 0 &&
    side(start, end, from) * side(start, end, to) < 0
  );
}

/** The same for what winds, piece for piece, from above or from the side. */
export const windingsCross = (
  a: readonly PhantomPoint[],
  b: readonly PhantomPoint[],
  leastSine: number,
): boolean =>
  piecesOf(a).some((piece) =>
    piecesOf(b).some((other) =>
      [above, aside].some((plane) => seemToCross(piece, other, leastSine, plane)),
    ),
  );

/** A piece has so many steps of its course. */
const pieceSteps = 8;

function piecesOf(course: readonly PhantomPoint[]): PhantomPoint[][] {
  const count = Math.max(Math.floor((course.length - 1) / pieceSteps), 1);
  return Array.from({ length: count }, (_, n) =>
    course.slice(n * pieceSteps, n === count - 1 ? course.length : (n + 1) * pieceSteps + 1),
  );
}

/** On which side of the way from p to q r lies in a plane, by its sign. */
const sideOf = ([i, j]: Plane, p: PhantomPoint, q: PhantomPoint, r: PhantomPoint): number =>
  (q[i] - p[i]) * (r[j] - p[j]) - (q[j] - p[j]) * (r[i] - p[i]);

/** How long the way from p to q seems in a plane. */
function wide([i, j]: Plane, p: PhantomPoint, q: PhantomPoint): number {
  const [x, y] = [q[i] - p[i], q[j] - p[j]];
  return Math.sqrt(x * x + y * y);
}

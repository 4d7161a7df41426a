import type { CellDiagram } from './cell-diagram.ts';

/** Look-up cubes per spacing: wide ones, and in each of them finer ones with fewer seeds to compare. */
export const wideCubes = 2;
export const fineCubes = 4;

/** Seeds by the cubes of space in which they can be among the three nearest. */
interface SeedLists {
  /** Where in the pool the list of the cube about a point begins: how many seeds, then the seeds. */
  startAt(place: Float64Array): number;
  pool(): Int32Array;
}

/**
 * Opens lists for cubes, so many to the spacing; each is made when its cube is first asked about, from
 * the `wider` list about it. Which cubes were asked about before makes no difference to an answer.
 */
export function openLists(
  diagram: CellDiagram,
  perSpacing: number,
  wider?: SeedLists,
  marginParts = 0,
): SeedLists {
  const { min, counts, spacing, seeds } = diagram;
  const size = spacing / perSpacing;
  // No point is farther from the middle of its cube than half the diagonal, and the margin.
  const across = 1.7320508 * size + 2 * marginParts * spacing;
  const [nx, ny, nz] = counts.map((count) => count * perSpacing) as [number, number, number];
  const starts = new Int32Array(nx * ny * nz);
  // One pool holds all lists. 0 marks a cube that has none yet.
  let pool = new Int32Array(1 << 16);
  let end = 1;
  const near = new Int32Array(mostAbout);
  const powers = new Float64Array(mostAbout);
  /** The powers of the seeds that were listed. */
  const listed = new Float64Array(mostAbout);
  const least = new Int32Array(3);
  const middle = new Float64Array(3);
  const inside = (n: number, count: number) => (n < 0 ? 0 : n >= count ? count - 1 : n);

  const powerAt = (seed: number, x: number, y: number, z: number): number => {
    const dx = (seeds[seed * 4] as number) - x;
    const dy = (seeds[seed * 4 + 1] as number) - y;
    const dz = (seeds[seed * 4 + 2] as number) - z;
    return dx * dx + dy * dy + dz * dz - (seeds[seed * 4 + 3] as number);
  };

  /** Writes the seeds to choose from into `near`. */
  const gather = (x: number, y: number, z: number): number => {
    if (!wider) return gatherAbout(diagram, x, y, z, near);
    middle[0] = x;
    middle[1] = y;
    middle[2] = z;
    const start = wider.startAt(middle);
    const wide = wider.pool();
    const count = wide[start] as number;
    for (let n = 0; n < count; n++) near[n] = wide[start + 1 + n] as number;
    return count;
  };

  const makeList = (x: number, y: number, z: number): number => {
    const count = gather(x, y, z);
    for (let n = 0; n < count; n++) powers[n] = powerAt(near[n] as number, x, y, z);
    threeLeast(powers, count, least);
    if (end + count + 1 > pool.length) {
      const larger = new Int32Array(pool.length * 2);
      larger.set(pool);
      pool = larger;
    }
    const start = end++;
    for (let n = 0; n < count; n++) {
      const seed = near[n] as number;
      const power = powers[n] as number;
      // The powers of two seeds draw level on a plane.
      let farther = 0;
      for (let m = 0; m < 3; m++) {
        const other = least[m] as number;
        const lead = power - (powers[other] as number);
        if (lead > 0 && lead > across * apart(seeds, seed, near[other] as number)) farther++;
      }
      if (farther === 3) continue;
      // The likeliest first, so that most of the others are soon found to be too far away.
      let place = end++;
      for (; place > start + 1 && (listed[place - start - 2] as number) > power; place--) {
        listed[place - start - 1] = listed[place - start - 2] as number;
        pool[place] = pool[place - 1] as number;
      }
      listed[place - start - 1] = power;
      pool[place] = seed;
    }
    pool[start] = end - start - 1;
    return start;
  };

  return {
    startAt(place) {
      const cx = inside(Math.floor(((place[0] as number) - min[0]) / size), nx);
      const cy = inside(Math.floor(((place[1] as number) - min[1]) / size), ny);
      const cz = inside(Math.floor(((place[2] as number) - min[2]) / size), nz);
      const cube = (cx * ny + cy) * nz + cz;
      const known = starts[cube] as number;
      if (known !== 0) return known;
      const start = makeList(
        min[0] + (cx + 0.5) * size,
        min[1] + (cy + 0.5) * size,
        min[2] + (cz + 0.5) * size,
      );
      starts[cube] = start;
      return start;
    },
    pool: () => pool,
  };
}

/** The most seeds that lie in the cubes about a place. */
export const mostAbout = 180;

/** Writes the seeds that can be among the three nearest to a place into `to`; tells how many. */
export function gatherAbout(
  { min, counts, spacing }: CellDiagram,
  x: number,
  y: number,
  z: number,
  to: Int32Array,
): number {
  const i = Math.floor((x - min[0]) / spacing);
  const j = Math.floor((y - min[1]) / spacing);
  const k = Math.floor((z - min[2]) / spacing);
  let count = 0;
  for (let a = Math.max(0, i - 3); a <= Math.min(counts[0] - 1, i + 2); a++)
    for (let b = Math.max(0, j - 2); b <= Math.min(counts[1] - 1, j + 2); b++)
      for (let c = Math.max(0, k - 3); c <= Math.min(counts[2] - 1, k + 2); c++)
        to[count++] = (a * counts[1] + b) * counts[2] + c;
  return count;
}

/** Finds the seeds that matter for a patch of space. */
export interface Neighbours {
  /** The most seeds that there can be. */
  readonly most: number;
  /**
   * Writes the seeds that can be among the three nearest to any point between four corners, of three
   * coordinates each, into `to`; tells how many.
   */
  about(corners: Float64Array, to: Int32Array): number;
}

/** How far a patch may reach from its middle to be read from the lists, as part of the spacing. */
const patchReach = 0.3;

/** Opens a diagram for questions about patches of space rather than points. */
export function openNeighbours(diagram: CellDiagram): Neighbours {
  const lists = openLists(diagram, wideCubes, undefined, patchReach);
  const most = patchReach * diagram.spacing;
  const middle = new Float64Array(3);
  return {
    most: mostAbout,
    about(corners, to) {
      for (let axis = 0; axis < 3; axis++)
        middle[axis] =
          ((corners[axis] as number) +
            (corners[axis + 3] as number) +
            (corners[axis + 6] as number) +
            (corners[axis + 9] as number)) /
          4;
      let square = 0;
      for (let corner = 0; corner < 12; corner += 3) {
        const dx = (corners[corner] as number) - (middle[0] as number);
        const dy = (corners[corner + 1] as number) - (middle[1] as number);
        const dz = (corners[corner + 2] as number) - (middle[2] as number);
        square = Math.max(square, dx * dx + dy * dy + dz * dz);
      }
      if (square > most * most)
        return gatherAbout(
          diagram,
          middle[0] as number,
          middle[1] as number,
          middle[2] as number,
          to,
        );
      const start = lists.startAt(middle);
      const listed = lists.pool();
      const count = listed[start] as number;
      for (let n = 0; n < count; n++) to[n] = listed[start + 1 + n] as number;
      return count;
    },
  };
}

/** Writes the places of the three least of the first `count` values, the least first. */
export function threeLeast(values: Float64Array, count: number, to: Int32Array): void {
  let [first, second, third] = [Infinity, Infinity, Infinity];
  to.fill(0);
  for (let n = 0; n < count; n++) {
    const value = values[n] as number;
    if (value >= third) continue;
    if (value >= second) {
      third = value;
      to[2] = n;
    } else if (value >= first) {
      third = second;
      to[2] = to[1] as number;
      second = value;
      to[1] = n;
    } else {
      third = second;
      to[2] = to[1] as number;
      second = first;
      to[1] = to[0] as number;
      first = value;
      to[0] = n;
    }
  }
}

/** The distance of two seeds. */
export function apart(seeds: Float64Array, s: number, t: number): number {
  const dx = (seeds[s * 4] as number) - (seeds[t * 4] as number);
  const dy = (seeds[s * 4 + 1] as number) - (seeds[t * 4 + 1] as number);
  const dz = (seeds[s * 4 + 2] as number) - (seeds[t * 4 + 2] as number);
  return Math.sqrt(dx * dx + dy * dy + dz * dz + 1e-9);
}

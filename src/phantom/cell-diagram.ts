import type { Draw } from './draw.ts';

/**
 * A power diagram: space divided into rounded cells about seeds, some larger than others. Fat lobules
 * are such cells, and the ligaments are their walls. Coordinates are those of the tissue's own space.
 */
export interface CellDiagram {
  readonly min: readonly [number, number, number];
  readonly counts: readonly [number, number, number];
  /** The usual distance between seeds. */
  readonly spacing: number;
  /** x, y, z and weight of each seed. */
  readonly seeds: Float64Array;
  /** A number of each cell, normal about 0: what the cell differs by from its neighbours. */
  readonly characters: Float64Array;
}

/** The walls about a point. One of these is written again and again, as millions are asked for. */
export interface Walls {
  /** The cell that the point lies in. */
  cell: number;
  /** The cell behind its nearest wall. */
  beyond: number;
  /** The distance to that wall and to the second nearest. */
  nearest: number;
  second: number;
}

/** Sows a diagram: one seed in every cube of a grid, anywhere in it, with a size of its own. */
export function sowCells(
  min: readonly [number, number, number],
  max: readonly [number, number, number],
  spacing: number,
  variety: number,
  draw: Draw,
): CellDiagram {
  const count = (axis: 0 | 1 | 2) => Math.ceil((max[axis] - min[axis]) / spacing);
  const counts = [count(0), count(1), count(2)] as const;
  const total = counts[0] * counts[1] * counts[2];
  const seeds = new Float64Array(total * 4);
  const characters = new Float64Array(total);
  let seed = 0;
  for (let i = 0; i < counts[0]; i++) {
    for (let j = 0; j < counts[1]; j++) {
      for (let k = 0; k < counts[2]; k++) {
        // Every second row is shifted by half a cube, up as well as ahead: walls that lie in one
        // plane would show as a straight edge in a view that looks along it.
        const shift = (i + j) % 2 === 0 ? 0 : 0.5;
        const ahead = (j + k) % 2 === 0 ? 0 : 0.5;
        seeds[seed * 4] = min[0] + (i + ahead + draw.uniform(0.08, 0.92)) * spacing;
        seeds[seed * 4 + 1] = min[1] + (j + draw.uniform(0.08, 0.92)) * spacing;
        seeds[seed * 4 + 2] = min[2] + (k + shift + draw.uniform(0.08, 0.92)) * spacing;
        const size = Math.min(draw.logNormal(1, variety), 1.8);
        seeds[seed * 4 + 3] = 0.11 * spacing * spacing * (size * size - 1);
        characters[seed] = draw.normal();
        seed++;
      }
    }
  }
  return { min, counts, spacing, seeds, characters };
}

/** Look-up cubes per spacing: wide ones, and in each of them finer ones with fewer seeds to compare. */
const wideCubes = 2;
const fineCubes = 4;

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
function openLists(diagram: CellDiagram, perSpacing: number, wider?: SeedLists): SeedLists {
  const { min, counts, spacing, seeds } = diagram;
  const size = spacing / perSpacing;
  const diagonal = 1.7320508 * size;
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
      // The powers of two seeds draw level on a plane; no point of the cube is farther from its middle
      // than half the diagonal. The last of the three is the likeliest not to be nearer everywhere.
      let m = 2;
      for (; m >= 0; m--) {
        const other = least[m] as number;
        const lead = power - (powers[other] as number);
        const reach = diagonal * diagonal * squareApart(seeds, seed, near[other] as number);
        if (!(lead > 0 && lead * lead > reach)) break;
      }
      if (m < 0) continue;
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
const mostAbout = 180;

/** Writes the seeds that can be among the three nearest to a place into `to`; tells how many. */
function gatherAbout(
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

/**
 * Finds the walls about a point, which is the first three numbers of `place`: handed over one by one,
 * each would be put on the heap.
 */
export type FindWalls = (place: Float64Array, out: Walls) => void;

/** Opens a diagram for quick questions: the few seeds listed about a point are compared for it. */
export function openCells(diagram: CellDiagram): FindWalls {
  const lists = openLists(diagram, fineCubes, openLists(diagram, wideCubes));
  return (place, out) => {
    const start = lists.startAt(place);
    const pool = lists.pool();
    findAmong(diagram.seeds, pool, start + 1, start + 1 + (pool[start] as number), place, out);
  };
}

/** The same for points far apart, of which no two would read one list. */
export function openScatteredCells(diagram: CellDiagram): FindWalls {
  const near = new Int32Array(mostAbout);
  return (place, out) => {
    const [x, y, z] = [place[0] as number, place[1] as number, place[2] as number];
    findAmong(diagram.seeds, near, 0, gatherAbout(diagram, x, y, z, near), place, out);
  };
}

/** Finds the walls about a point among some of the seeds. */
function findAmong(
  seeds: Float64Array,
  candidates: Int32Array,
  start: number,
  stop: number,
  place: Float64Array,
  out: Walls,
): void {
  const x = place[0] as number;
  const y = place[1] as number;
  const z = place[2] as number;
  let m1 = Infinity;
  let m2 = Infinity;
  let m3 = Infinity;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let n = start; n < stop; n++) {
    const seed = candidates[n] as number;
    const at = seed * 4;
    const dx = (seeds[at] as number) - x;
    const dy = (seeds[at + 1] as number) - y;
    const dz = (seeds[at + 2] as number) - z;
    const power = dx * dx + dy * dy + dz * dz - (seeds[at + 3] as number);
    if (power >= m3) continue;
    if (power >= m2) {
      m3 = power;
      s3 = seed;
    } else if (power >= m1) {
      m3 = m2;
      s3 = s2;
      m2 = power;
      s2 = seed;
    } else {
      m3 = m2;
      s3 = s2;
      m2 = m1;
      s2 = s1;
      m1 = power;
      s1 = seed;
    }
  }
  const a = (m2 - m1) / (2 * apart(seeds, s1, s2));
  const b = (m3 - m1) / (2 * apart(seeds, s1, s3));
  out.cell = s1;
  out.beyond = a < b ? s2 : s3;
  out.nearest = a < b ? a : b;
  out.second = a < b ? b : a;
}

/** Writes the places of the three least of the first `count` values, the least first. */
function threeLeast(values: Float64Array, count: number, to: Int32Array): void {
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

const apart = (seeds: Float64Array, s: number, t: number): number =>
  Math.sqrt(squareApart(seeds, s, t));

function squareApart(seeds: Float64Array, s: number, t: number): number {
  const dx = (seeds[s * 4] as number) - (seeds[t * 4] as number);
  const dy = (seeds[s * 4 + 1] as number) - (seeds[t * 4 + 1] as number);
  const dz = (seeds[s * 4 + 2] as number) - (seeds[t * 4 + 2] as number);
  return dx * dx + dy * dy + dz * dz + 1e-9;
}

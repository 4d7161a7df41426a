import { type CellDiagram, cubeOf } from './cell-diagram.ts';

/** The walls about a point. One of these is written again and again, as millions are asked for. */
export interface Walls {
  /** The cell that the point lies in. */
  cell: number;
  /** The cells behind its nearest wall and behind the second nearest. */
  beyond: number;
  next: number;
  /** By how much the squared distances of their seeds, less their weights, exceed that of the point's own. */
  beyondBy: number;
  nextBy: number;
  /** The same of the fourth nearest seed. */
  fourthBy: number;
  /** The distance to that wall and to the second nearest. */
  nearest: number;
  second: number;
}

/** Look-up cubes per spacing: wide ones, and in each of them finer ones with fewer seeds to compare. */
const wideCubes = 2;
const fineCubes = 4;

/** Seeds by the cubes of space in which they can be among the four nearest. */
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
  const least = new Int32Array(4);
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
    fourLeast(powers, count, least);
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
      // than half the diagonal. The last of the four is the likeliest not to be nearer everywhere.
      let m = 3;
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

/** More seeds than find room in the cubes about a place: 125 is usual. */
const mostAbout = 250;

/** Writes the seeds that can be among the four nearest to a place into `to`; tells how many. */
function gatherAbout(
  { min, counts, spacing, starts }: CellDiagram,
  x: number,
  y: number,
  z: number,
  to: Int32Array,
): number {
  const i = Math.floor((x - min[0]) / spacing);
  const j = Math.floor((y - min[1]) / spacing);
  const k = Math.floor((z - min[2]) / spacing);
  let count = 0;
  for (let a = Math.max(0, i - 2); a <= Math.min(counts[0] - 1, i + 2); a++)
    for (let b = Math.max(0, j - 2); b <= Math.min(counts[1] - 1, j + 2); b++) {
      // The cubes of a column lie one behind the other, and so do their seeds.
      const first = starts[cubeOf(counts, a, b, Math.max(0, k - 2))] as number;
      const end = starts[cubeOf(counts, a, b, Math.min(counts[2] - 1, k + 2)) + 1] as number;
      for (let seed = first; seed < end; seed++) to[count++] = seed;
    }
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
  let m4 = Infinity;
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
    if (power >= m4) continue;
    if (power >= m3) m4 = power;
    else if (power >= m2) {
      m4 = m3;
      m3 = power;
      s3 = seed;
    } else if (power >= m1) {
      m4 = m3;
      m3 = m2;
      s3 = s2;
      m2 = power;
      s2 = seed;
    } else {
      m4 = m3;
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
  out.next = a < b ? s3 : s2;
  out.beyondBy = (a < b ? m2 : m3) - m1;
  out.nextBy = (a < b ? m3 : m2) - m1;
  out.fourthBy = m4 - m1;
  out.nearest = a < b ? a : b;
  out.second = a < b ? b : a;
}

/** Writes the places of the four least of the first `count` values, the least first. */
function fourLeast(values: Float64Array, count: number, to: Int32Array): void {
  to.fill(0);
  for (let n = 0; n < count; n++) {
    const value = values[n] as number;
    let place = Math.min(n, 4);
    while (place > 0 && (values[to[place - 1] as number] as number) > value) {
      if (place < 4) to[place] = to[place - 1] as number;
      place--;
    }
    if (place < 4) to[place] = n;
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

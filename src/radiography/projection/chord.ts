// The integral of √(1 − s²) from 0 to 1, at even steps.
const cells = 512;
const halfDiscs = new Float64Array(cells + 2);
for (let cell = 0; cell < cells; cell++) {
  const parts = 16;
  let sum = 0;
  for (let n = 0; n < parts; n++) {
    const s = (cell + (n + 0.5) / parts) / cells;
    sum += Math.sqrt(1 - s * s) / (parts * cells);
  }
  halfDiscs[cell + 1] = (halfDiscs[cell] as number) + sum;
}
halfDiscs[cells + 1] = halfDiscs[cells] as number;

/**
 * The chord of a round body at a distance from its axis, as the mean over a pixel: the area of the
 * disc between two parallel lines one pixel apart. Lengths in pixels.
 */
export function meanChord(off: number, radius: number): number {
  if (radius < 1e-3) return 0;
  return 2 * radius * radius * (areaUpTo((off + 0.5) / radius) - areaUpTo((off - 0.5) / radius));
}

/** The integral of √(1 − s²) from 0 to a place, which may be negative or beyond 1. */
function areaUpTo(place: number): number {
  const s = (place < 0 ? -place : place) * cells;
  const cell = s < cells ? s | 0 : cells;
  const low = halfDiscs[cell] as number;
  const area = s < cells ? low + ((halfDiscs[cell + 1] as number) - low) * (s - cell) : low;
  return place < 0 ? -area : area;
}

/**
 * The path through a body that is densest on its axis and thins out to nothing at its radius. One 1.4 times
 * as wide as an even one holds as much, and as much on its axis. It needs no mean over a pixel: it has no edge.
 */
export function softChord(off: number, radius: number): number {
  const part = 1 - (off * off) / (radius * radius);
  return part > 0 ? 1.5 * radius * part * part : 0;
}

/** One speck of the mark: its centre and its outline, in millimetres from the corner of the field. */
export interface Speck {
  xMm: number;
  yMm: number;
  /** Corners of the outline, relative to the centre. */
  outlineMm: readonly (readonly [number, number])[];
}

/** Side of the square in which the specks lie: a group is five or more within a square centimetre. */
export const fieldMm = 10;

/**
 * The specks of the mark: irregular in form and size, strewn along the line of a duct. The same seed
 * gives the same specks everywhere.
 */
export function drawCluster(count = 15, seed = 20221019): Speck[] {
  const random = generator(seed);
  const specks: Speck[] = [];
  while (specks.length < count) {
    const along = spread(random) * 1.75;
    const across = spread(random) * 0.95;
    const xMm = fieldMm / 2 + along * 0.8 - across * 0.6;
    const yMm = fieldMm / 2 - along * 0.6 - across * 0.8;
    const radiusMm = 0.11 + 0.23 * random() ** 2;
    const inside = Math.min(xMm, yMm, fieldMm - xMm, fieldMm - yMm) > 0.8;
    const apart = specks.every((other) => Math.hypot(other.xMm - xMm, other.yMm - yMm) > 0.8);
    if (inside && apart) specks.push({ xMm, yMm, outlineMm: outline(radiusMm, random) });
  }
  return specks;
}

/** The outline of a speck as the `d` of an SVG path, with the speck `scale` times its size. */
export function pathOf({ xMm, yMm, outlineMm }: Speck, scale = 1): string {
  const corners = outlineMm.map(
    ([dx, dy]) => `${(xMm + dx * scale).toFixed(2)} ${(yMm + dy * scale).toFixed(2)}`,
  );
  return `M${corners.join('L')}Z`;
}

function outline(radiusMm: number, random: () => number): [number, number][] {
  const corners = 7 + Math.floor(random() * 4);
  const stretch = 0.7 + 0.6 * random();
  const turn = random() * Math.PI;
  return Array.from({ length: corners }, (_, index) => {
    const angle = ((index + 0.5 * random()) / corners) * 2 * Math.PI;
    const reach = radiusMm * (0.72 + 0.5 * random());
    const x = Math.cos(angle) * reach * stretch;
    const y = (Math.sin(angle) * reach) / stretch;
    return [x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)];
  });
}

/** Roughly normal, with mean 0 and standard deviation 1: a sum of twelve uniform numbers. */
function spread(random: () => number): number {
  return Array.from({ length: 12 }, random).reduce((sum, value) => sum + value, -6);
}

/** The generator mulberry32: 32 bits of state, numbers from 0 to below 1. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

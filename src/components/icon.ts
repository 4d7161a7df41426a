import { drawCluster, pathOf } from './cluster.ts';

/** The specks are drawn so much larger than life that they hold as a sign. */
const larger = 4;

/** An icon of the installed atlas. */
interface Icon {
  readonly sidePx: number;
  /** What the manifest says of it; the icon of Apple's home screens is not in the manifest. */
  readonly purpose?: 'any' | 'maskable';
  /** The part of its side that the mark takes. A mask may cut all that is not within 0.8 of it. */
  readonly part: number;
}

/** The icons by the name of their file. */
export const icons: Readonly<Record<string, Icon>> = {
  'mark-192': { sidePx: 192, purpose: 'any', part: 0.76 },
  'mark-512': { sidePx: 512, purpose: 'any', part: 0.76 },
  'mark-maskable-512': { sidePx: 512, purpose: 'maskable', part: 0.6 },
  'apple-touch-icon': { sidePx: 180, part: 0.72 },
};

/** The mark of the atlas in the middle of a square of its paper, as an SVG. */
export function iconSvg({ sidePx, part }: Icon): string {
  const specks = drawCluster(7);
  const corners = specks.flatMap(({ xMm, yMm, outlineMm }) =>
    outlineMm.map(([dx, dy]) => [xMm + dx * larger, yMm + dy * larger] as const),
  );
  const [x, width] = extent(corners.map(([x]) => x));
  const [y, height] = extent(corners.map(([, y]) => y));
  const side = Math.max(width, height) / part;
  const [left, top] = [x + (width - side) / 2, y + (height - side) / 2].map(rounded);
  const box = `x="${left}" y="${top}" width="${rounded(side)}" height="${rounded(side)}"`;
  const path = specks.map((speck) => pathOf(speck, larger)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${sidePx}" height="${sidePx}" viewBox="${left} ${top} ${rounded(side)} ${rounded(side)}"><rect ${box} fill="#faf6ee"/><path fill="#a62d59" d="${path}"/></svg>`;
}

/** Where numbers begin, and how far they reach from there. */
function extent(values: readonly number[]): readonly [from: number, length: number] {
  const from = Math.min(...values);
  return [from, Math.max(...values) - from];
}

const rounded = (value: number) => Number(value.toFixed(3));

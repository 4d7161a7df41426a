import type { Anatomy } from './anatomy.ts';
import type { Compression } from './compression.ts';
import { nearestOn } from './curve.ts';
import { lobeApex, lobeAt } from './lobe.ts';
import type { Phantom } from './phantom.ts';
import type { Solid } from './solid/solid.ts';
import { inView, type Speck } from './speck.ts';
import {
  between,
  distance,
  dot,
  length,
  moved,
  outOf,
  scaled,
  unit,
  type Vector,
} from './vector.ts';

/** What a reader would measure of a set of specks: in space, or in the image of one view. */
export interface Measures {
  readonly count: number;
  /** Greatest distance between the outlines of two specks. */
  readonly extentMm: number;
  readonly largestMm: number;
  readonly medianMm: number;
  readonly smallestMm: number;
  /** Greatest number in a disc (in space a ball) as wide as one of 1 cm². */
  readonly mostInSquareCm: number;
  /** Root mean square distance from the line through the set, over that along it. */
  readonly width: number;
  /** How many specks fork. */
  readonly branching: number;
}

/** The radius of a disc of 1 cm². */
const discRadiusMm = 5.641895835477563;

/** Measures the specks in space. */
export const measure = ({ specks }: Pick<Phantom, 'specks'>): Measures =>
  measuresOf(
    specks,
    specks.map(({ at }) => at),
  );

/** Measures the specks as they lie in the image of a view: without the way along the beam. */
export const measureInView = (
  { specks }: Pick<Phantom, 'specks'>,
  compression: Compression,
): Measures =>
  measuresOf(
    specks,
    specks.map((speck) => {
      const [u, v] = inView(speck, compression).at;
      return [u, v, 0];
    }),
  );

/** Measures specks that lie at `places`, one for each: by their spans and whether they fork. */
export function measuresOf(
  specks: readonly Pick<Speck, 'spanMm' | 'solid'>[],
  places: readonly Vector[],
): Measures {
  const spans = specks.map(({ spanMm }) => spanMm).sort((a, b) => a - b);
  let extentMm = spans[spans.length - 1] ?? 0;
  let mostInSquareCm = 0;
  places.forEach((a, i) => {
    let near = 0;
    places.forEach((b, j) => {
      const apart = distance(a, b);
      if (apart <= discRadiusMm) near++;
      if (i === j) return;
      const outlines = apart + ((specks[i]?.spanMm ?? 0) + (specks[j]?.spanMm ?? 0)) / 2;
      if (outlines > extentMm) extentMm = outlines;
    });
    if (near > mostInSquareCm) mostInSquareCm = near;
  });
  return {
    count: specks.length,
    extentMm,
    largestMm: spans[spans.length - 1] ?? 0,
    medianMm: spans[Math.floor(spans.length / 2)] ?? 0,
    smallestMm: spans[0] ?? 0,
    mostInSquareCm,
    width: lineThrough(places).width,
    branching: specks.filter((speck) => forks(speck.solid)).length,
  };
}

/**
 * The line that runs through a set of points: its direction and how wide the set lies about it, from
 * 0 (all on the line) to 1 (no direction better than another). Found by power iteration.
 */
export function lineThrough(points: readonly Vector[]): { direction: Vector; width: number } {
  const mean = scaled(
    points.reduce<Vector>((total, p) => moved(total, p), [0, 0, 0]),
    1 / Math.max(points.length, 1),
  );
  const off = points.map((p) => between(mean, p));
  let direction: Vector = unit([1, 0.73, 0.41]);
  for (let round = 0; round < 60; round++) {
    const next = off.reduce<Vector>((total, p) => moved(total, p, dot(p, direction)), [0, 0, 0]);
    if (length(next) === 0) break;
    direction = unit(next);
  }
  let alongSquare = 0;
  let acrossSquare = 0;
  for (const p of off) {
    const s = dot(p, direction);
    alongSquare += s * s;
    acrossSquare += dot(p, p) - s * s;
  }
  return {
    direction,
    width: alongSquare > 0 ? Math.sqrt(Math.max(acrossSquare, 0) / alongSquare) : 1,
  };
}

/** The calibre of something long: its greatest diameter, bumps left out; null for compact pieces. */
export const calibreMm = (solid: Solid): number | null =>
  solid.kind === 'cast' ? 2 * Math.max(...solid.limbs.flatMap(({ radiiMm }) => radiiMm)) : null;

/** Tells whether a cast forks. */
export const forks = (solid: Solid): boolean => solid.kind === 'cast' && solid.limbs.length > 1;

/** How far a cast strays, at worst, from the ducts that host it; null for what is no cast in ducts. */
export function strayFromDuctsMm({ tree }: Anatomy, speck: Speck): number | null {
  const { solid, host } = speck;
  if (solid.kind !== 'cast' || host.ducts.length === 0) return null;
  const courses = host.ducts.flatMap((id) => tree.ducts[id]?.course ?? []);
  const ducts = host.ducts.map((id) => tree.ducts[id]?.course ?? []);
  if (courses.length === 0) return null;
  let worst = 0;
  for (const { course } of solid.limbs) {
    for (const point of course) {
      const there = moved(speck.at, outOf(speck.axes, point));
      const nearest = Math.min(...ducts.map((duct) => nearestOn(duct, there).distanceMm));
      if (nearest > worst) worst = nearest;
    }
  }
  return worst;
}

/** The part of the specks that lies in the wedge of a lobe. */
export function shareInLobe(
  { breast, tree }: Anatomy,
  specks: readonly Speck[],
  lobe: number,
): number {
  const apex = lobeApex(breast);
  const held = specks.filter(({ at }) => lobeAt(tree.lobes, apex, at) === lobe).length;
  return specks.length > 0 ? held / specks.length : 0;
}

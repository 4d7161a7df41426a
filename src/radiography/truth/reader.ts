import {
  cosine,
  lineThrough,
  measuresOf,
  pi,
  type Speck,
  type Vector,
} from '../../phantom/index.ts';
import type { PixelPoint, ReaderMeasures, SpeckTruth } from './view-truth.ts';

/** From this width on, and of fewer specks, no line can be drawn through them. */
const widestLine = 0.7;
const fewestForLine = 3;

/**
 * Measures what can be seen in a view as a reader would, with a ruler on the picture: places and
 * diameters are those of the shadows. `solids` are the specks themselves, for whether they fork.
 */
export function readerMeasures(
  seen: readonly SpeckTruth[],
  solids: readonly Speck[],
  umPerPixel: number,
  nipplePx: PixelPoint | null,
): ReaderMeasures {
  const pitchMm = umPerPixel / 1000;
  const placeOf = ([x, y]: PixelPoint): Vector => [x * pitchMm, y * pitchMm, 0];
  const placed = seen.flatMap(({ id, centrePx, diameterMm }) => {
    const speck = solids.find((each) => each.id === id);
    if (!speck || !centrePx || diameterMm === null) return [];
    return [{ speck: { solid: speck.solid, spanMm: diameterMm }, at: placeOf(centrePx) }];
  });
  const places = placed.map(({ at }) => at);
  const measures = measuresOf(
    placed.map(({ speck }) => speck),
    places,
  );
  const none = { ...measures, offNippleDeg: null, fromNippleMm: null };
  if (!nipplePx || places.length === 0) return none;
  const nipple = placeOf(nipplePx);
  const middle = (axis: 0 | 1) =>
    places.reduce((sum, place) => sum + place[axis], 0) / places.length;
  const [dx, dy] = [nipple[0] - middle(0), nipple[1] - middle(1)];
  const fromNippleMm = Math.sqrt(dx * dx + dy * dy);
  const { direction, width } = lineThrough(places);
  const lies = places.length >= fewestForLine && width <= widestLine && fromNippleMm > 0;
  const along = Math.abs((direction[0] * dx + direction[1] * dy) / fromNippleMm);
  return { ...measures, fromNippleMm, offNippleDeg: lies ? degreesOf(along) : null };
}

/** The angle from 0 to 180 degrees whose cosine is given: by bisection, alike in every engine. */
export function degreesOf(wanted: number): number {
  let [low, high] = [0, 180];
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2;
    if (cosine((middle * pi) / 180) > wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

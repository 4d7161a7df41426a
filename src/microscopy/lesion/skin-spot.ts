import {
  type Axes,
  axesAlong,
  depthUnderSkinMm,
  distance,
  moved,
  type Phantom,
  type PhantomPoint,
  phantomPoint,
  unit,
} from '../../phantom/index.ts';

/** A spot of the skin: a place on its surface, with outward as the first axis. */
export interface SkinSpot {
  readonly surface: PhantomPoint;
  readonly axes: Axes;
}

/** The spot of the skin over a place in it. */
export function spotOf({ anatomy }: Phantom, at: PhantomPoint): SkinSpot {
  const depth = (point: PhantomPoint) => depthUnderSkinMm(anatomy.breast, point);
  const step = 0.05;
  const here = depth(at);
  const outward = unit([
    here - depth(phantomPoint(at[0] + step, at[1], at[2])),
    here - depth(phantomPoint(at[0], at[1] + step, at[2])),
    here - depth(phantomPoint(at[0], at[1], at[2] + step)),
  ]);
  return { surface: moved(at, outward, here), axes: axesAlong(outward) };
}

/** Places in the skin nearer to each other than this lie under one sheet. */
const sharedMm = 1.5;

/** The spots of the skin over places in it, as far apart as sheets must be. */
export const spotsOf = (phantom: Phantom, places: readonly PhantomPoint[]): SkinSpot[] => {
  const kept: PhantomPoint[] = [];
  for (const at of places)
    if (kept.every((other) => distance(other, at) >= sharedMm)) kept.push(at);
  return kept.map((at) => spotOf(phantom, at));
};

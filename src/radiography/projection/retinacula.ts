import {
  type Compression,
  compressedPoint,
  type Draw,
  type Noise,
  noiseAt,
  openNoise,
  openPatient,
  type Phantom,
  smoothStep,
} from '../../phantom/index.ts';
import { type Frame, pixelAt } from '../raster.ts';
import { pieceFields, type StrandLayer } from './strand-layer.ts';

/** A place in the plane of the plates, in millimetres. */
type Place = readonly [uMm: number, vMm: number];

/** Where a septum springs from the skin: the ways along the skin, and from it into the breast. */
interface Foot {
  readonly at: Place;
  readonly along: Place;
  readonly inward: Place;
}

/** A wall that is seen on edge: from place to place by way of a third that bends it, and how much of it shows at each end. */
interface Wall {
  readonly by: readonly [from: Place, bend: Place, to: Place];
  readonly shown: readonly [from: number, to: number];
}

/** Fat lobules under the skin lie so far apart along it, reach so deep, and those under them so much deeper. */
const apartMm = [5, 14] as const;
const upperMm = [5, 13] as const;
const lowerMm = [6, 15] as const;
/** By how much a wall leans for each millimetre that it goes deeper (standard deviation). */
const leaning = 0.5;
/** How many lobules are closed below, in the upper row and in the lower. */
const closed = { upper: 0.8, lower: 0.5 } as const;
/** Nearer to the tip of the nipple there are none. */
const nippleMm = 17;
/** A wall as rays along it see it: half as wide, so deep; and the haze of thin fibres and vessels about it. */
const line = { radiusMm: [0.22, 0.5], pathMm: 0.36, stepMm: 0.7 } as const;
const haze = { radiusMm: [1.1, 2.4], pathMm: 0.3, stepMm: 1.6 } as const;
/** So much of it is left at the skin, and walls differ by so much. */
const atSkin = 0.3;
const variety = { spread: 0.4, most: 1.35 } as const;
/** A wall is uneven by so much over so many millimetres. */
const uneven = { byMm: 0.7, overMm: 4 } as const;
/** It is on edge here and lies askew there, over so many millimetres; of that so much is left to be seen. */
const turningMm = 9;
const askew = 0.35;
/** Points of the outline that are asked for. */
const outlinePoints = 800;

/**
 * Adds the retinacula: the septa that hold the skin and part the fat under it into lobules, as far as they lie
 * along the rays that graze the breast. They spring from the skin, meet between two lobules and go on to the gland.
 */
export function addRetinacula(
  { plan }: Phantom,
  compression: Compression,
  frame: Frame,
  to: StrandLayer,
): void {
  const side = compression.position.view.replace('magnification-', '');
  const draw = openPatient(plan.seed).branch(`retinacula ${side}`);
  const turns = openNoise(draw.branch('turns').seed());
  const feet = feetOf(compression, draw);
  const knots = feet.map((foot, n) => deeper(foot, foot.at, upperMm, draw.branch(`knot ${n}`)));
  const roots = feet.map((foot, n) =>
    deeper(foot, knots[n] as Place, lowerMm, draw.branch(`root ${n}`)),
  );
  const isClosed = roots.map((_, n) => draw.branch(`closed ${n}`).chance(closed.lower));
  feet.forEach((foot, n) => {
    const own = draw.branch(n);
    const [knot, root] = [knots[n] as Place, roots[n] as Place];
    const strength = () => Math.min(own.logNormal(1, variety.spread), variety.most);
    const goesOn = isClosed[n] || isClosed[n - 1] ? 0.7 : 0;
    const here = strength();
    const walls: Wall[] = [
      { by: bent(foot.at, knot, foot.along, own), shown: [atSkin * here, here] },
      { by: bent(knot, root, foot.along, own), shown: [here, goesOn * here] },
    ];
    const [nextKnot, nextRoot] = [knots[n + 1], roots[n + 1]];
    if (nextKnot && own.chance(closed.upper))
      walls.push({ by: hung(knot, nextKnot, foot.inward, own), shown: [here, strength()] });
    if (nextRoot && isClosed[n])
      walls.push({ by: hung(root, nextRoot, foot.inward, own), shown: [0.7 * here, 0.7 * here] });
    for (const { radiusMm, ...drawn } of [line, haze]) {
      const radius = own.uniform(...radiusMm);
      const pieces = walls.flatMap((wall) =>
        piecesOf(wall, { ...drawn, radiusMm: radius }, frame, turns),
      );
      to.add('gland', 1, pieces, pieces.length / pieceFields);
    }
  });
}

/** Where septa spring from the skin round the breast, in front of the chest wall. */
function feetOf(compression: Compression, draw: Draw): Foot[] {
  const rim = compression.outline(outlinePoints);
  const tip = rim.reduce((far, place) => (place[0] > far[0] ? place : far));
  const feet: Foot[] = [];
  let leftMm = draw.uniform(...apartMm);
  for (let n = 1; n < rim.length; n++) {
    const [from, at] = [rim[n - 1] as Place, rim[n] as Place];
    const [du, dv] = [at[0] - from[0], at[1] - from[1]];
    const wayMm = Math.sqrt(du * du + dv * dv);
    if (at[0] < -5 || wayMm === 0) continue;
    leftMm -= wayMm;
    if (leftMm > 0) continue;
    leftMm = draw.uniform(...apartMm);
    if (away(at, tip) < nippleMm) continue;
    const along: Place = [du / wayMm, dv / wayMm];
    // The outline runs from below to above with the breast on its left.
    feet.push({ at, along, inward: [-along[1], along[0]] });
  }
  return feet;
}

const away = (a: Place, b: Place): number =>
  Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]));

const shifted = ([u, v]: Place, [du, dv]: Place, byMm: number): Place => [
  u + du * byMm,
  v + dv * byMm,
];

/** A place so much deeper than another, off to one side. */
function deeper({ along, inward }: Foot, at: Place, mm: readonly [number, number], draw: Draw) {
  const byMm = draw.uniform(...mm);
  return shifted(shifted(at, inward, byMm), along, byMm * draw.normal(0, leaning));
}

const middle = (a: Place, b: Place): Place => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** A wall between two lobules, which one of them pushes aside. */
const bent = (from: Place, to: Place, aside: Place, draw: Draw): Wall['by'] => [
  from,
  shifted(middle(from, to), aside, away(from, to) * draw.normal(0, 0.25)),
  to,
];

/** The lower wall of a lobule, which hangs down between two knots. */
const hung = (from: Place, to: Place, inward: Place, draw: Draw): Wall['by'] => [
  from,
  shifted(middle(from, to), inward, away(from, to) * draw.uniform(0.1, 0.6)),
  to,
];

/** The pieces, each so long, of a wall so thick, along which rays run so far at most. */
function piecesOf(
  { by: [from, bend, to], shown }: Wall,
  { radiusMm, pathMm, stepMm }: { readonly [of in keyof typeof line]: number },
  frame: Frame,
  turns: Noise,
): number[] {
  const steps = Math.max(4, Math.ceil(away(from, to) / stepMm));
  const radiusPx = (radiusMm * 1000) / frame.pitchUm;
  const turn = ([u, v]: Place, overMm: number, of: number) =>
    noiseAt(turns, compressedPoint(u, v, of * overMm), overMm);
  const points = Array.from({ length: steps + 1 }, (_, n) => {
    const t = n / steps;
    const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
    const place: Place = [
      a * from[0] + b * bend[0] + c * to[0],
      a * from[1] + b * bend[1] + c * to[1],
    ];
    const aside: Place = [turn(place, uneven.overMm, 3.5), turn(place, uneven.overMm, 7.5)];
    const edgewise = askew + (1 - askew) * smoothStep(-0.5, 0.5, turn(place, turningMm, 0));
    const part = shown[0] + (shown[1] - shown[0]) * t;
    const [column, row] = pixelAt(frame, shifted(place, aside, uneven.byMm));
    return [column, row, (pathMm * part * edgewise) / (2 * radiusMm)] as const;
  });
  return points.slice(1).flatMap(([column, row, depth], n) => {
    const [fromColumn, fromRow] = points[n] as (typeof points)[number];
    return [fromColumn, fromRow, radiusPx, column, row, radiusPx, depth];
  });
}

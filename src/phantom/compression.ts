import { type Breast, nippleTipMm, sliceAt } from './breast.ts';
import { clamp, cosine, pi, power, sine } from './elementary.ts';
import { type CompressedPoint, compressedPoint, type PhantomPoint, phantomPoint } from './frame.ts';
import type { Position } from './position.ts';
import { pressPapilla } from './pressed-papilla.ts';
import { integralTable, placeOf, valueAt } from './table.ts';
import { type Axes, axesAlong, between, moved, type Vector } from './vector.ts';

/**
 * The breast between the plates of one view: a map from the breast at rest and back.
 *
 * It is a Knothe–Rosenblatt rearrangement, the one map between two bodies that goes axis by axis and
 * keeps every volume: first the depth behind the nipple (equal volume in front), then the place
 * across the slice (equal area beside), then the height in the column (stretched to the plates). On
 * it follow shears and stretches in the plane of the plates that keep areas. So tissue is neither
 * made nor lost, no two structures change their order along an axis, and both ways are written down
 * in closed form or as tables that are read in both directions.
 */
export interface Compression {
  readonly position: Position;
  /** The thickness between the plates where they are parallel. */
  readonly thicknessMm: number;
  /** From the chest edge to the nipple's tip, before tissue shifts. */
  readonly depthMm: number;
  /** Half the width at the chest edge, before the breast is drawn up. */
  readonly halfWidthMm: number;
  /** Maps a point of the breast at rest to where it lies between the plates. */
  compress(point: PhantomPoint): CompressedPoint;
  /** Maps a point between the plates to where it lies at rest: the inverse of `compress`. */
  release(point: CompressedPoint): PhantomPoint;
  /** Half the thickness of tissue that the ray through (u, v) crosses; 0 beside the breast. */
  halfThicknessMm(uMm: number, vMm: number): number;
  /** The outline of the breast in the image, from its lower to its upper end. */
  outline(points: number): readonly (readonly [uMm: number, vMm: number])[];
}

// Slices between the plates: half height over half width follows (1 − |t|⁶)½, which is flat in the
// middle and falls off over the last quarter; towards the nipple the plates part in the same way.
const sliceEdge = (t: number) => {
  const t2 = t * t;
  return Math.sqrt(Math.max(1 - t2 * t2 * t2, leastColumn));
};
// Above and below the nipple the areola slopes away gently, and does not stand like a wall.
const gentle = 0.08;
const frontEdge = (t: number) => {
  const t4 = t * t * t * t;
  const parted = 1 - t4 * t4 * t4;
  return (parted * parted * (1 + gentle)) / (parted + gentle);
};
const discEdge = (t: number) => Math.sqrt(Math.max(1 - t * t, leastColumn));
/** Columns at the very rim are given a little height, so that the map has no pole there. */
const leastColumn = 1e-4;

// Where in its half slice a point lies by area: in the disc, and between the plates.
const discArea = integralTable(discEdge, 0, 1, 1024);
const sliceArea = integralTable(sliceEdge, 0, 1, 1024);
const fullDisc = valueAt(discArea, 1);
const fullSlice = valueAt(sliceArea, 1);

/** Of a compressed slice: squared half widths, that of the dome as part of the breast's, and half height. */
interface Profile {
  readonly dome: number;
  readonly papillaMm2: number;
  readonly halfHeight: number;
}

/** Opens the compression of a breast in a position. */
export function openCompression(breast: Breast, position: Position): Compression {
  const angle = (position.angleDeg * pi) / 180;
  const turnCos = cosine(angle);
  const turnSin = sine(angle);
  const depthMm = breast.depthMm * position.pull;
  const papilla = pressPapilla(breast.nipple, position.nipple);
  const tipMm = depthMm + papilla.lengthMm;
  const partedMm = depthMm + papilla.partedFromMm;
  const footMm2 = papilla.footMm * papilla.footMm;
  const flatHalf = position.thicknessMm / 2;
  const platesMm2 = Math.max(flatHalf * flatHalf - footMm2, 1);
  // The plates let go of the foot by degrees: where they ended at once a seam was left across it.
  const soft = (0.15 * footMm2) / platesMm2;

  /** What the slice at u has whatever the breast's width. */
  const profileAt = (uMm: number) => {
    const reach = clamp((uMm + breast.backMm) / (depthMm + breast.backMm), 0, 1);
    const fromBaseMm = uMm - depthMm;
    const wide = papilla.halfWidthMm(fromBaseMm);
    const high = papilla.halfHeightMm(fromBaseMm);
    const parting = clamp((uMm + breast.backMm) / (partedMm + breast.backMm), 0, 1);
    const plates = frontEdge(parting);
    const parted = (platesMm2 * plates * plates * (1 + soft)) / (plates + soft);
    return {
      dome: 1 - power(reach, position.outline),
      papillaMm2: wide * wide,
      halfHeight: Math.sqrt(parted + high * high),
    };
  };
  const halfWidthOf = ({ dome, papillaMm2 }: Profile, halfWidthMm: number) =>
    Math.sqrt(halfWidthMm * halfWidthMm * dome + papillaMm2);
  /** Half width and half thickness of the compressed slice at u, for a breast this wide. */
  const slice = (uMm: number, halfWidthMm: number) => {
    const profile = profileAt(uMm);
    return { halfWidth: halfWidthOf(profile, halfWidthMm), halfHeight: profile.halfHeight };
  };
  const restVolume = integralTable(
    (x) => {
      const { halfWidthMm, halfHeightMm } = sliceAt(breast, x);
      return 4 * fullDisc * halfWidthMm * halfHeightMm;
    },
    -breast.backMm,
    nippleTipMm(breast),
    512,
  );
  // The same places are asked for at every width that is tried.
  const profiles = new Map<number, Profile>();
  const knownProfileAt = (uMm: number): Profile => {
    const known = profiles.get(uMm) ?? profileAt(uMm);
    profiles.set(uMm, known);
    return known;
  };
  const pressedVolume = (halfWidthMm: number) =>
    integralTable(
      (u) => {
        const profile = knownProfileAt(u);
        return 4 * fullSlice * halfWidthOf(profile, halfWidthMm) * profile.halfHeight;
      },
      -breast.backMm,
      tipMm,
      512,
    );
  const inFront = valueAt(restVolume, nippleTipMm(breast)) - valueAt(restVolume, 0);
  const halfWidthMm = widthForVolume(inFront, (width) => {
    const table = pressedVolume(width);
    return valueAt(table, tipMm) - valueAt(table, 0);
  });
  const plateVolume = pressedVolume(halfWidthMm);
  profiles.clear();
  const restAtWall = valueAt(restVolume, 0);
  const plateAtWall = valueAt(plateVolume, 0);
  const plane = openPlane(position, halfWidthMm, depthMm);

  return {
    position,
    thicknessMm: position.thicknessMm,
    depthMm: tipMm,
    halfWidthMm,
    compress([x, y, z]) {
      const rest = sliceAt(breast, x);
      const across = y / rest.halfWidthMm;
      const up = z / rest.halfHeightMm;
      const eta = across * turnCos + up * turnSin;
      const zeta = up * turnCos - across * turnSin;
      const u = placeOf(plateVolume, valueAt(restVolume, x) - restAtWall + plateAtWall);
      const t = placeOf(sliceArea, (valueAt(discArea, Math.abs(eta)) / fullDisc) * fullSlice);
      const pressed = slice(u, halfWidthMm);
      const v = pressed.halfWidth * (eta < 0 ? -t : t);
      const w = (pressed.halfHeight * sliceEdge(t) * zeta) / discEdge(eta);
      const [us, vs] = plane.shift(u, v);
      return compressedPoint(us, vs, w);
    },
    release([us, vs, w]) {
      const [u, v] = plane.unshift(us, vs);
      const x = placeOf(restVolume, valueAt(plateVolume, u) - plateAtWall + restAtWall);
      const pressed = slice(u, halfWidthMm);
      // Places beside the breast are given those at its rim.
      const t = Math.min(Math.abs(v) / Math.max(pressed.halfWidth, 1e-6), 1);
      const side = placeOf(discArea, (valueAt(sliceArea, t) / fullSlice) * fullDisc);
      const eta = v < 0 ? -side : side;
      const zeta = (w * discEdge(eta)) / Math.max(pressed.halfHeight * sliceEdge(t), 1e-6);
      const rest = sliceAt(breast, x);
      const across = eta * turnCos - zeta * turnSin;
      const up = zeta * turnCos + eta * turnSin;
      return phantomPoint(x, across * rest.halfWidthMm, up * rest.halfHeightMm);
    },
    halfThicknessMm(us, vs) {
      const [u, v] = plane.unshift(us, vs);
      if (u >= tipMm) return 0;
      const { halfWidth, halfHeight } = slice(u, halfWidthMm);
      const t = Math.abs(v) / halfWidth;
      return t >= 1 ? 0 : halfHeight * sliceEdge(t);
    },
    outline(points) {
      return Array.from({ length: points }, (_, i) => {
        // From the lower end round the nipple to the upper end; denser where the outline bends.
        const s = (2 * i) / (points - 1) - 1;
        const u = tipMm - (tipMm + breast.backMm) * s * s;
        const { halfWidth } = slice(u, halfWidthMm);
        return plane.shift(u, s < 0 ? -halfWidth : halfWidth);
      });
    },
  };
}

/**
 * How a small rigid thing with these axes lies between the plates: mineral turns with the tissue
 * around it, its first axis exactly, but is not squeezed.
 */
export function turnedAxes(compression: Compression, point: PhantomPoint, axes: Axes): Axes {
  const stepMm = 0.05;
  const here = compression.compress(point);
  const image = (direction: Vector) =>
    between(here, compression.compress(moved(point, direction, stepMm)));
  return axesAlong(image(axes[0]), image(axes[1]));
}

/**
 * The map in the plane of the plates: the nipple leaning, the breast drawn up, leaning, shifted. Each part
 * keeps areas.
 */
function openPlane(position: Position, halfWidthMm: number, depthMm: number) {
  const { drawnUp, lean, leanFromMm, nipple, fold, shift } = position;
  const bend = drawnUp / (2 * halfWidthMm);
  const [shiftU, shiftV] = shift.amplitudeMm;
  const waveU = (2 * pi) / shift.waveMm[0];
  const waveV = (2 * pi) / shift.waveMm[1];
  const [phaseU, phaseV] = shift.phase;
  /** A softened ramp: 0 far below 0, slope 1 far above it. */
  const ramp = (x: number, softMm: number) => {
    const t = x / softMm;
    return 0.5 * softMm * (t + Math.sqrt(t * t + 1));
  };
  const forward = (v: number) => lean * ramp(v - leanFromMm, 20);
  const down = (u: number) => fold.slope * ramp(fold.fromMm - u, 5);
  const aside = (u: number) => nipple.lean * Math.max(u - depthMm, 0);
  return {
    shift(u: number, before: number): readonly [number, number] {
      const v = before + aside(u);
      const stretch = 1 + 2 * bend * v;
      const drawn = v + bend * v * v;
      const u1 = u / stretch + forward(drawn);
      const v1 = drawn - down(u1);
      const v2 = v1 + shiftV * sine(waveV * u1 + phaseV);
      return [u1 + shiftU * sine(waveU * v2 + phaseU), v2];
    },
    unshift(us: number, vs: number): readonly [number, number] {
      const u1 = us - shiftU * sine(waveU * vs + phaseU);
      const v1 = vs - shiftV * sine(waveV * u1 + phaseV);
      const drawn = v1 + down(u1);
      const root = Math.sqrt(Math.max(1 + 4 * bend * drawn, 1e-6));
      const v = (2 * drawn) / (1 + root);
      const u = (u1 - forward(drawn)) * (1 + 2 * bend * v);
      return [u, v - aside(u)];
    },
  };
}

/** The half width at which the volume between the plates is the wanted one, by bisection. */
function widthForVolume(wantedMm3: number, volumeAt: (widthMm: number) => number): number {
  let low = 20;
  let high = 300;
  for (let round = 0; round < 34; round++) {
    const middle = (low + high) / 2;
    if (volumeAt(middle) < wantedMm3) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

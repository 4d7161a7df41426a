import {
  clamp,
  type Compression,
  compressedPoint,
  openNoise,
  openPatient,
  type Phantom,
  phantomPoint,
  skinThicknessMm,
} from '../../phantom/index.ts';
import { fillSquares, mixRows, place, placesOf, spread } from './body-nodes.ts';
import { areolaHidden, papillaHalfMm, papillaPart, papillaReachMm } from './papilla.ts';

/** The compressed breast as its rays see it: how much tissue they cross and how much of it is skin. */
export interface Body {
  /**
   * For rays of the height `vMm`, side by side in ascending order: half their length in the breast (0
   * beside it) and half their length within the skin.
   */
  readRow(vMm: number, usMm: Float64Array, halfMm: Float64Array, innerMm: Float64Array): void;
}

/** Distance of the nodes at which the shape is worked out; wider where pixels are wider. */
const finestMm = 0.25;
/**
 * So far behind the base of the nipple and beside it the rim bends so strongly that its normals are worked out
 * at each pixel: read between nodes, the line of the skin stepped wherever the outline passed one.
 */
const bentMm = { behind: 5, beside: 24 } as const;
/** Over so much the shape is compared for a normal. */
const normalStepMm = 0.05;
/** Where a breast is at least so thick, as part of its greatest thickness, its skin is read linearly. */
const deepFrom = 0.7;

/**
 * Opens the body over a stretch of the image plane.
 *
 * The square of the half thickness is smooth up to the rim, where the thickness itself has a pole in
 * its slope; it is kept at nodes and read linearly. At the rim the exact outline is asked for.
 *
 * For the skin the surface is taken for a ball about the middle plane, of the radius N at which its
 * normal meets that plane: skin of thickness s leaves h′² = h² − 2sN + s². That is exact for a flat
 * body and for a round rim, and close between.
 */
export function openBody(
  phantom: Phantom,
  compression: Compression,
  min: readonly [uMm: number, vMm: number],
  max: readonly [uMm: number, vMm: number],
  pixelMm = finestMm,
): Body {
  const { breast } = phantom.anatomy;
  const pitchMm = Math.max(finestMm, pixelMm);
  const perPitch = 1 / pitchMm;
  const [leftMm] = min;
  const columns = Math.ceil((max[0] - min[0]) / pitchMm) + 3;
  const rows = Math.ceil((max[1] - min[1]) / pitchMm) + 3;
  const squares = new Float32Array(columns * rows);
  const normals = new Float32Array(columns * rows);
  const skins = new Float32Array(columns * rows);
  const papillas = new Float32Array(columns * rows);
  const uAt = (i: number) => min[0] + (i - 1) * pitchMm;
  const vAt = (j: number) => min[1] + (j - 1) * pitchMm;
  const deepMm = (deepFrom * compression.thicknessMm) / 2;
  const deepSquare = deepMm * deepMm;
  fillSquares(squares, columns, rows, deepSquare, (i, j) => {
    const half = compression.halfThicknessMm(uAt(i), vAt(j));
    return half * half;
  });
  /** Change of the square over one pitch, from the side on which there is breast. */
  const slope = (at: number, step: number, first: boolean, last: boolean) => {
    const here = squares[at] as number;
    const before = first ? 0 : (squares[at - step] as number);
    const after = last ? 0 : (squares[at + step] as number);
    if (before > 0 && after > 0) return (after - before) / 2;
    return before > 0 ? here - before : after > 0 ? after - here : 0;
  };
  const nipple = compression.compress(phantomPoint(breast.depthMm, 0, 0));
  const unevenness = openNoise(openPatient(phantom.plan.seed).branch('skin').seed());
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const at = j * columns + i;
      const square = squares[at] as number;
      if (square === 0) continue;
      const du = slope(at, 1, i === 0, i === columns - 1) / (2 * pitchMm);
      const dv = slope(at, columns, j === 0, j === rows - 1) / (2 * pitchMm);
      normals[at] = Math.sqrt(square + du * du + dv * dv);
      // Far from the rim every second node will do; those between get the mean of their neighbours.
      if (square < deepSquare || (i % 2 === 0 && j % 2 === 0)) {
        const half = Math.sqrt(square);
        let skin = 0;
        for (const side of [-1, 1]) {
          const p = compression.release(compressedPoint(uAt(i), vAt(j), side * half));
          const folds =
            1.45 * unevenness(p[0] / 42, p[1] / 42 + 20, p[2] / 42) +
            0.55 * unevenness(p[0] / 11, p[1] / 11, p[2] / 11) +
            0.3 * unevenness(p[0] / 3.4, p[1] / 3.4, p[2] / 3.4);
          skin += 0.5 * skinThicknessMm(breast, p) * clamp(1 + folds, 0.42, 2.2);
        }
        skins[at] = skin;
      }
      if (Math.abs(uAt(i) - nipple[0]) > papillaReachMm) continue;
      if (Math.abs(vAt(j) - nipple[1]) > papillaReachMm) continue;
      const middle = compression.release(compressedPoint(uAt(i), vAt(j), 0));
      const asideMm = Math.abs(vAt(j) - nipple[1]);
      skins[at] = (skins[at] as number) * (1 - areolaHidden(breast, middle[0], asideMm));
      papillas[at] = papillaPart(breast, middle, unevenness);
    }
  }
  // By what the skin shortens half a ray where it is thick enough for that to be smooth.
  const coats = new Float32Array(columns * rows);
  spread(normals, columns, rows);
  spread(skins, columns, rows);
  for (let at = 0; at < coats.length; at++) {
    if ((squares[at] as number) < deepSquare) continue;
    const half = Math.sqrt(squares[at] as number);
    coats[at] = half - innerHalfMm(half, normals[at] as number, skins[at] as number);
  }
  spread(papillas, columns, rows);

  const mixed = [squares, normals, skins, papillas, coats].map((from) => ({
    from,
    row: new Float64Array(columns),
  }));
  const [square, normal, skin, papilla, coat] = mixed.map(({ row }) => row) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const places = placesOf(squares, deepSquare, columns, rows);
  for (let at = 0; at < places.length; at++)
    if (places[at] === place.deep && (papillas[at] as number) > 0) places[at] = place.breast;
  /** The radius N at a place in the breast whose half thickness is known. */
  const normalAt = (u: number, v: number, half: number): number => {
    const back = compression.halfThicknessMm(u - normalStepMm, v);
    const towards = v < nipple[1] ? normalStepMm : -normalStepMm;
    const inwards = compression.halfThicknessMm(u, v + towards);
    const du = (back * back - half * half) / (2 * normalStepMm);
    const dv = (inwards * inwards - half * half) / (2 * normalStepMm);
    return Math.sqrt(half * half + du * du + dv * dv);
  };
  /** What lies about the cell behind each node of a row. */
  const cellPlaces = new Uint8Array(columns);
  return {
    readRow(vMm, usMm, halfMm, innerMm) {
      const y = (vMm - min[1]) / pitchMm + 1;
      const j = Math.floor(y);
      for (const { from, row } of mixed) mixRows(from, j * columns, y - j, row);
      for (let i = 0, at = j * columns; i < columns - 1; i++, at++) {
        const a = places[at] as number;
        const b = places[at + columns] as number;
        const c = places[at + 1] as number;
        const d = places[at + columns + 1] as number;
        const least = Math.min(a, b, c, d);
        // Where all four agree on air there is none; where one is at the rim the outline is near.
        cellPlaces[i] = least > place.rim || Math.max(a, b, c, d) === place.air ? least : place.rim;
      }
      const bentFrom =
        Math.abs(vMm - nipple[1]) < bentMm.beside ? nipple[0] - bentMm.behind : Infinity;
      for (let n = 0; n < usMm.length; n++) {
        const u = usMm[n] as number;
        const x = (u - leftMm) * perPitch + 1;
        const i = Math.floor(x);
        const t = x - i;
        const lies = cellPlaces[i] as number;
        const low = square[i] as number;
        const q = low + ((square[i + 1] as number) - low) * t;
        if (lies === place.deep) {
          // Most pixels: the shortest way comes first.
          const half = Math.sqrt(q);
          const c = coat[i] as number;
          halfMm[n] = half;
          innerMm[n] = half - c - ((coat[i + 1] as number) - c) * t;
          continue;
        }
        halfMm[n] = 0;
        innerMm[n] = 0;
        if (lies === place.air) continue;
        // Between nodes far apart only the middle is even enough.
        const bent = u > bentFrom;
        const exact = bent || lies === place.rim || pitchMm > finestMm;
        const half = exact ? compression.halfThicknessMm(u, vMm) : Math.sqrt(q);
        if (half === 0) continue;
        halfMm[n] = half;
        const s = (skin[i] as number) + ((skin[i + 1] as number) - (skin[i] as number)) * t;
        const r = bent
          ? normalAt(u, vMm, half)
          : (normal[i] as number) + ((normal[i + 1] as number) - (normal[i] as number)) * t;
        const a = papilla[i] as number;
        const part = a + ((papilla[i + 1] as number) - a) * t;
        const inner = innerHalfMm(half, r, s);
        if (part === 0) {
          innerMm[n] = inner;
          continue;
        }
        // Softly the lesser of both: at its tip the papilla is thinner than at its foot.
        const [a2, b2] = [half * half, papillaHalfMm * papillaHalfMm];
        const soft = (half * papillaHalfMm) / Math.sqrt(Math.sqrt(a2 * a2 + b2 * b2));
        innerMm[n] = Math.max(inner - part * Math.max(inner - half + soft, 0), 0);
      }
    },
  };
}

/** By which part of its thickness the skin is thinner and thicker where fat and septa indent it. */
const ragged = 0.5;

/**
 * Half of a ray's length within the skin, for the radius of the ball: the mean over all thicknesses
 * that the skin has about there. The derivative of h′² by s is 2(s − N), so that the mean of h′ is
 * the difference of h′³ over its ends.
 */
function innerHalfMm(halfMm: number, radiusMm: number, skinMm: number): number {
  const thin = skinMm * (1 - ragged);
  const thick = Math.min(skinMm * (1 + ragged), halfMm);
  if (thin >= thick) return 0;
  const shallow = Math.max(0, halfMm * halfMm - 2 * thin * radiusMm + thin * thin);
  const deep = Math.max(0, halfMm * halfMm - 2 * thick * radiusMm + thick * thick);
  const cubes = shallow * Math.sqrt(shallow) - deep * Math.sqrt(deep);
  return cubes / (6 * ragged * skinMm * Math.max(radiusMm - skinMm, 0.2 * radiusMm));
}

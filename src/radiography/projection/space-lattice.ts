import {
  type Compression,
  compressedPoint,
  type Parenchyma,
  type PhantomPoint,
  spaceFields,
} from '../../phantom/index.ts';
import type { Body } from './body.ts';
import type { Displacement } from './displacement.ts';
import type { Muscle } from './muscle.ts';

/** Fields at a node: those of the tissue's space, and the part that is muscle. */
export const nodeFields = spaceFields.length + 1;
/** Where the part that is muscle stands among them. */
export const muscleField = spaceFields.length;

/** Distance of the columns of nodes in the image plane; the fields are smooth over 2.5 mm. */
const pitchMm = 2.5;
/** Distance of the planes of nodes where the breast is thickest. */
const planeMm = 1.9;

/** The smooth fields of the tissue along rays, from coarse columns of nodes between the plates. */
export interface SpaceLattice {
  /** Number of planes of nodes from the lower surface within the skin to the upper. */
  readonly planes: number;
  /** Prepares to read rays at the height `vMm`. */
  enterRow(vMm: number): void;
  /** Writes the fields of all planes for the ray at `uMm` of the row entered, node after node. */
  readRay(uMm: number, to: Float64Array): void;
}

/**
 * Opens the lattice from `uFromMm` to `uToMm`. Its planes follow the surfaces of the breast, so that
 * every column has the same number of nodes and the fields are as smooth at the rim as in the middle.
 */
export function openSpaceLattice(
  compression: Compression,
  body: Body,
  parenchyma: Parenchyma,
  muscle: Muscle,
  originOf: Displacement,
  [uFromMm, uToMm]: readonly [number, number],
): SpaceLattice {
  const planes = Math.ceil(compression.thicknessMm / planeMm) + 1;
  // Nodes lie at whole multiples of the pitch, so that fields of any frame read the same ones.
  const first = Math.floor(uFromMm / pitchMm);
  const columns = Math.ceil((uToMm - uFromMm) / pitchMm) + 3;
  const stride = planes * nodeFields;
  const space = new Float64Array(spaceFields.length);
  const usMm = Float64Array.from({ length: columns }, (_, i) => (first + i) * pitchMm);
  const outerMm = new Float64Array(columns);
  const innerMm = new Float64Array(columns);
  const besideMm = new Float64Array(columns);

  /** Which columns rays of the breast are read from: those in it, and their neighbours. */
  const neededOf = (vMm: number): Uint8Array => {
    const needed = new Uint8Array(columns);
    for (const v of [vMm - pitchMm, vMm + pitchMm, vMm]) {
      body.readRow(v, usMm, outerMm, besideMm);
      for (let i = 0; i < columns; i++)
        if ((outerMm[i] as number) > 0) needed.fill(1, Math.max(i - 1, 0), i + 2);
    }
    return needed;
  };

  const makeRow = (j: number): Float32Array => {
    const row = new Float32Array(columns * stride);
    const v = j * pitchMm;
    const needed = neededOf(v);
    body.readRow(v, usMm, outerMm, innerMm);
    for (let i = 0; i < columns; i++) {
      if (needed[i] === 0) continue;
      const u = usMm[i] as number;
      const half = (innerMm[i] as number) || (outerMm[i] as number);
      // What lies over each other between the plates lies on a straight line in the breast at rest.
      const low = compression.release(compressedPoint(u, v, -half));
      const high = compression.release(compressedPoint(u, v, half));
      const fleshless = low[0] > muscle.reachMm;
      for (let k = 0; k < planes; k++) {
        const t = k / (planes - 1);
        const point = [
          low[0],
          low[1] + (high[1] - low[1]) * t,
          low[2] + (high[2] - low[2]) * t,
        ] as readonly number[] as PhantomPoint;
        parenchyma.spaceAt(originOf(point), space);
        const at = i * stride + k * nodeFields;
        for (let field = 0; field < muscleField; field++) row[at + field] = space[field] as number;
        row[at + muscleField] = fleshless ? 0 : Math.min(muscle.partAt(point), 1);
      }
    }
    return row;
  };
  // Two rows are kept: images are read from above to below, or nearly so.
  const kept = new Map<number, Float32Array>();
  const rowAt = (j: number): Float32Array => {
    const known = kept.get(j);
    if (known) return known;
    const made = makeRow(j);
    kept.set(j, made);
    for (const old of kept.keys()) if (kept.size > 2 && Math.abs(old - j) > 1) kept.delete(old);
    return made;
  };

  const mixed = new Float64Array(columns * stride);
  return {
    planes,
    enterRow(vMm) {
      const j = Math.floor(vMm / pitchMm);
      const t = vMm / pitchMm - j;
      const near = rowAt(j);
      const far = rowAt(j + 1);
      for (let n = 0; n < mixed.length; n++)
        mixed[n] = (near[n] as number) + ((far[n] as number) - (near[n] as number)) * t;
    },
    readRay(uMm, to) {
      const x = uMm / pitchMm - first;
      const i = Math.floor(x);
      const t = x - i;
      const start = i * stride;
      for (let n = 0, at = start; n < stride; n++, at++) {
        const near = mixed[at] as number;
        to[n] = near + ((mixed[at + stride] as number) - near) * t;
      }
    },
  };
}

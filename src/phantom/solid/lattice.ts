import { boxAround } from '../frame.ts';
import { type Axes, moved, outOf, uprightAxes } from '../vector.ts';
import type { Ball } from './ball.ts';
import type { Samples } from './samples.ts';
import { sheathSamples } from './sheath.ts';
import { shellSamples } from './shell.ts';
import { coverOf, openSolid, type Solid } from './solid.ts';

/** The mineral of a solid, looked at on a cubic lattice: the points that hold any. */
export interface Lattice {
  readonly pitchMm: number;
  /** x, y, z of each point in turn, about the centre of the solid. */
  readonly points: Float64Array;
  /** The mineral part at each point, above 0 and at most 1. */
  readonly mineral: Float64Array;
}

/**
 * Samples a solid on a lattice whose points lie at whole multiples of `pitchMm` along the solid's own
 * axes, or along those of a space in which the solid lies with the given `axes`. Only the balls that
 * cover the solid are visited, so that a long thin cast costs no more than its own volume.
 */
export function latticeOf(solid: Solid, pitchMm: number, axes: Axes = uprightAxes): Lattice {
  const field = openSolid(solid);
  const [a, b, c] = axes;
  // Written again and again, as millions are asked for.
  const inSolid: [number, number, number] = [0, 0, 0];
  const points: number[] = [];
  const mineral: number[] = [];
  const cover = coverOf(solid).map(({ at, radiusMm }) => ({ at: outOf(axes, at), radiusMm }));
  const isNew = cover.length > 1 ? openVisits(cover, pitchMm) : () => true;
  const toNode = (mm: number) => Math.ceil(mm / pitchMm);
  for (const { at, radiusMm } of cover) {
    const square = radiusMm * radiusMm;
    const lastI = toNode(at[0] + radiusMm);
    const lastJ = toNode(at[1] + radiusMm);
    for (let i = toNode(at[0] - radiusMm); i < lastI; i++) {
      for (let j = toNode(at[1] - radiusMm); j < lastJ; j++) {
        const [x, y] = [i * pitchMm, j * pitchMm];
        const [dx, dy] = [x - at[0], y - at[1]];
        const reach = Math.sqrt(Math.max(square - dx * dx - dy * dy, 0));
        const lastK = toNode(at[2] + reach);
        for (let k = toNode(at[2] - reach); k < lastK; k++) {
          const z = k * pitchMm;
          if (!isNew(i, j, k)) continue;
          inSolid[0] = a[0] * x + a[1] * y + a[2] * z;
          inSolid[1] = b[0] * x + b[1] * y + b[2] * z;
          inSolid[2] = c[0] * x + c[1] * y + c[2] * z;
          const part = field(inSolid);
          if (part > 0) {
            points.push(inSolid[0], inSolid[1], inSolid[2]);
            mineral.push(part);
          }
        }
      }
    }
  }
  return { pitchMm, points: Float64Array.from(points), mineral: Float64Array.from(mineral) };
}

/** The same as samples: what a solid is that is neither a wall nor a shell. */
function latticeSamples(solid: Solid, pitchMm: number, axes: Axes): Samples {
  const { points, mineral } = latticeOf(solid, pitchMm, axes);
  const cell = pitchMm * pitchMm * pitchMm;
  return { pitchMm, points, mineral, volumesMm3: new Float64Array(mineral.length).fill(cell) };
}

/**
 * Samples a solid about `pitchMm` apart: thin walls over their surface, all else on a lattice along
 * the axes of the space that the solid lies in with `axes`. A wall holds as much mineral as its field
 * says, however much thinner than the pitch it is.
 */
export function samplesOf(solid: Solid, pitchMm: number, axes: Axes = uprightAxes): Samples {
  if (solid.kind === 'sheath') return sheathSamples(solid, pitchMm);
  if (solid.kind === 'shell') return shellSamples(solid, pitchMm);
  return latticeSamples(solid, pitchMm, axes);
}

/** Tells of each lattice point whether it is asked about for the first time. */
function openVisits(cover: readonly Ball[], pitchMm: number) {
  const ends = cover.flatMap(({ at, radiusMm }) => [
    moved(at, [-radiusMm, -radiusMm, -radiusMm]),
    moved(at, [radiusMm, radiusMm, radiusMm]),
  ]);
  const { min, max } = boxAround(ends, pitchMm);
  const first = min.map((value) => Math.floor(value / pitchMm)) as [number, number, number];
  const [nx, ny, nz] = max.map(
    (value, axis) => Math.ceil(value / pitchMm) - (first[axis] as number) + 1,
  ) as [number, number, number];
  // One bit a point; a long thing at a fine pitch still needs a few megabytes only.
  const bits = new Uint8Array(Math.ceil((nx * ny * nz) / 8));
  return (i: number, j: number, k: number): boolean => {
    const place = ((i - first[0]) * ny + (j - first[1])) * nz + (k - first[2]);
    const byte = Math.floor(place / 8);
    const bit = 1 << (place % 8);
    const seen = (bits[byte] as number) & bit;
    bits[byte] = (bits[byte] as number) | bit;
    return seen === 0;
  };
}

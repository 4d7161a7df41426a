import { clamp } from './elementary.ts';
import type { Box, PhantomPoint } from './frame.ts';

/** Several smooth fields kept at the nodes of a cubic grid, interleaved; linear between the nodes. */
export interface VolumeGrid {
  readonly box: Box;
  readonly pitchMm: number;
  readonly counts: readonly [number, number, number];
  readonly fields: number;
  readonly values: Float32Array;
}

/** Fills a grid over a box: `evaluate` writes the fields of a node into `values` at `offset`. */
export function fillGrid(
  box: Box,
  pitchMm: number,
  fields: number,
  evaluate: (x: number, y: number, z: number, values: Float32Array, offset: number) => void,
): VolumeGrid {
  const count = (axis: 0 | 1 | 2) => Math.ceil((box.max[axis] - box.min[axis]) / pitchMm) + 1;
  const counts = [count(0), count(1), count(2)] as const;
  const values = new Float32Array(counts[0] * counts[1] * counts[2] * fields);
  let offset = 0;
  for (let i = 0; i < counts[0]; i++) {
    for (let j = 0; j < counts[1]; j++) {
      for (let k = 0; k < counts[2]; k++) {
        const x = box.min[0] + i * pitchMm;
        const y = box.min[1] + j * pitchMm;
        evaluate(x, y, box.min[2] + k * pitchMm, values, offset);
        offset += fields;
      }
    }
  }
  return { box, pitchMm, counts, fields, values };
}

/** Reads all fields at a point into `out`; outside the box the nearest face counts. */
export function readGrid(grid: VolumeGrid, point: PhantomPoint, out: Float64Array): void {
  const { box, pitchMm, counts, fields, values } = grid;
  const x = clamp((point[0] - box.min[0]) / pitchMm, 0, counts[0] - 1.001);
  const y = clamp((point[1] - box.min[1]) / pitchMm, 0, counts[1] - 1.001);
  const z = clamp((point[2] - box.min[2]) / pitchMm, 0, counts[2] - 1.001);
  const i = Math.floor(x);
  const j = Math.floor(y);
  const k = Math.floor(z);
  const fx = x - i;
  const fy = y - j;
  const fz = z - k;
  const alongZ = fields;
  const alongY = counts[2] * fields;
  const alongX = counts[1] * alongY;
  let at = i * alongX + j * alongY + k * fields;
  for (let field = 0; field < fields; field++, at++) {
    const near = between(values, at, alongZ, fz);
    const beside = between(values, at + alongY, alongZ, fz);
    const ahead = between(values, at + alongX, alongZ, fz);
    const across = between(values, at + alongX + alongY, alongZ, fz);
    const low = near + (beside - near) * fy;
    const high = ahead + (across - ahead) * fy;
    out[field] = low + (high - low) * fx;
  }
}

function between(values: Float32Array, at: number, step: number, t: number): number {
  const low = values[at] as number;
  return low + ((values[at + step] as number) - low) * t;
}

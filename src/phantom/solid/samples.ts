import type { Vector } from '../vector.ts';

/** The mineral of a solid as a set of small volumes, for laying it on an image. */
export interface Samples {
  /** How wide a sample is, about. */
  readonly pitchMm: number;
  /** x, y, z of each sample in turn, about the centre of the solid. */
  readonly points: Float64Array;
  /** The volume that each stands for, pores included. */
  readonly volumesMm3: Float64Array;
  /** The mineral part of that volume, above 0 and at most 1. */
  readonly mineral: Float64Array;
}

/** Collects samples. */
export function openSamples(pitchMm: number) {
  const points: number[] = [];
  const volumes: number[] = [];
  const mineral: number[] = [];
  return {
    add(point: Vector, volumeMm3: number, part: number) {
      points.push(point[0], point[1], point[2]);
      volumes.push(volumeMm3);
      mineral.push(part);
    },
    all: (): Samples => ({
      pitchMm,
      points: Float64Array.from(points),
      volumesMm3: Float64Array.from(volumes),
      mineral: Float64Array.from(mineral),
    }),
  };
}

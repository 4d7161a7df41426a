import { roundedOff, type Walls } from '../../phantom/index.ts';
import { meanCoverage } from './wall-integral.ts';

/**
 * A wall as it is on a short stretch of a ray; lengths in units of the tissue's own space. One of these is
 * written again and again, as millions are asked for.
 */
export interface Wall {
  half: number;
  edge: number;
  /** How near to two walls at once their corner is rounded off, and how much, 0 to 1. */
  corner: number;
  level: number;
}

/**
 * The mean of `coverage` on a stretch of a ray that is straight in the tissue's own space, from what
 * was found at its two ends. The distance to each flat wall runs evenly, so that of the nearest runs
 * in straight pieces: it has a kink where another wall comes nearer. A straight line from end to end
 * would cut that kink off and make the walls too thick.
 */
export function coverageBetween(a: Walls, b: Walls, wall: Wall): number {
  const { half, edge, corner, level } = wall;
  if (a.cell !== b.cell) {
    const fromA = a.beyond === b.cell ? a.nearest : a.second;
    const fromB = b.beyond === a.cell ? b.nearest : b.second;
    const share = shareOf(fromA, fromB);
    return share * coverageUpTo(a, fromA, wall) + (1 - share) * coverageUpTo(b, fromB, wall);
  }
  const here = roundedOff(a, corner, level);
  const there = roundedOff(b, corner, level);
  if (a.beyond === b.beyond) return meanCoverage(here, there, half, edge);
  // The nearest wall of each end is taken for the second nearest of the other.
  const share = shareOf(a.second - a.nearest, b.second - b.nearest);
  const kink = a.nearest + (b.second - a.nearest) * share - (level * corner) / 4;
  return (
    share * meanCoverage(here, kink, half, edge) +
    (1 - share) * meanCoverage(kink, there, half, edge)
  );
}

/**
 * The mean coverage from a sample to the wall that the ray goes through, `distance` away. Where a wall
 * beside the ray is nearer at first, it is taken to run along the ray.
 */
function coverageUpTo(sample: Walls, distance: number, wall: Wall): number {
  const { half, edge, corner, level } = wall;
  const here = roundedOff(sample, corner, level);
  const { nearest } = sample;
  if (nearest >= distance) return meanCoverage(here, 0, half, edge);
  const beside = 1 - nearest / distance;
  const kink = nearest - (level * corner) / 4;
  return (
    beside * meanCoverage(here, kink, half, edge) + (1 - beside) * meanCoverage(kink, 0, half, edge)
  );
}

/** The part of the way that lies before a change, where two gaps close evenly. */
const shareOf = (before: number, after: number): number =>
  before + after > 1e-9 ? before / (before + after) : 0.5;

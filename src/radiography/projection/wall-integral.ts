/**
 * The mean of `coverage` along a stretch on which the distance to the middle of a wall runs evenly
 * from `fromMm` to `toMm`. Of opposite signs, they lie on the two sides of the wall. The integral of
 * the trapezium that `coverage` is; so a thin wall between two samples is never missed.
 */
export function meanCoverage(fromMm: number, toMm: number, halfMm: number, edgeMm: number): number {
  const outer = halfMm + edgeMm;
  // Most stretches lie in a wall or beside it as a whole.
  if (fromMm >= outer && toMm >= outer) return 0;
  const inner = halfMm - edgeMm;
  if (fromMm <= inner && toMm <= inner && fromMm >= -inner && toMm >= -inner) return 1;
  return meanAcross(fromMm, toMm, halfMm, edgeMm);
}

/** The same where an edge of the wall lies on the stretch: apart, so that engines write the rest out in place. */
function meanAcross(fromMm: number, toMm: number, halfMm: number, edgeMm: number): number {
  const outer = halfMm + edgeMm;
  const way = toMm - fromMm;
  if (way > -1e-6 && way < 1e-6) {
    const d = fromMm < 0 ? -fromMm : fromMm;
    const part = (outer - d) / (2 * edgeMm);
    return part < 0 ? 0 : part > 1 ? 1 : part;
  }
  return (coverageUpTo(toMm, halfMm, edgeMm) - coverageUpTo(fromMm, halfMm, edgeMm)) / way;
}

/** The integral of `coverage` from the middle of the wall to a distance; odd in the distance. */
function coverageUpTo(distanceMm: number, halfMm: number, edgeMm: number): number {
  const d = distanceMm < 0 ? -distanceMm : distanceMm;
  const inner = halfMm > edgeMm ? halfMm - edgeMm : 0;
  const outer = halfMm + edgeMm;
  let sum: number;
  if (d <= inner) sum = d;
  else {
    const ramp = outer - inner;
    const left = d < outer ? outer - d : 0;
    sum = inner + (ramp * ramp - left * left) / (4 * edgeMm);
  }
  return distanceMm < 0 ? -sum : sum;
}

import {
  noWalls,
  type Parenchyma,
  type PhantomPoint,
  phantomPoint,
  spaceFields,
} from '../../phantom/index.ts';

/** The nearest wall of a point: of the fat lobules, or of the leaflets where there is gland. */
export interface Septum {
  /** The way to it, of length 1. */
  x: number;
  y: number;
  z: number;
  /** How far away its middle is. */
  distanceMm: number;
  /** The level of gland at the point, 0 to 1. */
  level: number;
}

/** From this level of gland on the walls of the leaflets are the nearest ones. */
const leafletsFrom = 0.12;
/** Over so much the tissue's own space is taken for straight. */
const nearMm = 0.6;

/** Finds the nearest wall of a point and writes it into `to`. */
export type FindSeptum = (point: PhantomPoint, to: Septum) => void;

/** Opens the walls of a parenchyma as they lie in the breast at rest. */
export function openSepta(parenchyma: Parenchyma): FindSeptum {
  const here = new Float64Array(spaceFields.length);
  const beside = new Float64Array(spaceFields.length);
  const walls = noWalls();
  const across = new Float64Array(3);
  return (point, to) => {
    parenchyma.spaceAt(point, here);
    to.level = parenchyma.lobuleAt(here, walls);
    const isGland = to.level > leafletsFrom;
    if (isGland) parenchyma.leafletAt(here, walls);
    const { seeds } = isGland ? parenchyma.leaflets : parenchyma.lobules;
    let apart = 0;
    for (let axis = 0; axis < 3; axis++) {
      const way =
        (seeds[walls.beyond * 4 + axis] as number) - (seeds[walls.cell * 4 + axis] as number);
      across[axis] = way;
      apart += way * way;
    }
    apart = Math.sqrt(apart) + 1e-9;
    // How fast the distance to the wall shrinks along each axis of the breast.
    const rate = (dx: number, dy: number, dz: number): number => {
      parenchyma.spaceAt(phantomPoint(point[0] + dx, point[1] + dy, point[2] + dz), beside);
      let sum = 0;
      for (let axis = 0; axis < 3; axis++)
        sum += (across[axis as 0] as number) * ((beside[axis] as number) - (here[axis] as number));
      return sum / (apart * nearMm);
    };
    const x = rate(nearMm, 0, 0);
    const y = rate(0, nearMm, 0);
    const z = rate(0, 0, nearMm);
    const steepness = Math.sqrt(x * x + y * y + z * z) + 1e-9;
    to.x = x / steepness;
    to.y = y / steepness;
    to.z = z / steepness;
    to.distanceMm = walls.nearest / steepness;
  };
}

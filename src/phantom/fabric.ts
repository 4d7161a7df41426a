import type { Walls } from './cell-walls.ts';
import { clamp, smoothStep } from './elementary.ts';

/** The walls: how thick they grow with the level of gland (0 to 1), in millimetres of half thickness. */
export interface Fabric {
  /** Potential at which gland begins, and over how much it becomes full. */
  readonly threshold: number;
  readonly softness: number;
  /** Units of the tissue's own space in a millimetre towards the nipple: few draw its cells out. */
  readonly perMmToNipple: number;
  readonly lobuleUnits: number;
  readonly leafletUnits: number;
  readonly lobuleWallMm: number;
  readonly leafletWallMm: number;
  /** How much single lobules differ from the potential about them. */
  readonly patchwork: number;
  /** The fibroglandular part of what the walls are made of; the rest is fat between the fibres. */
  readonly filling: number;
}

/** The level of gland below which there are no leaflets. */
export const leafletsFrom = 0.015;

/** Fabrics and volumetric densities of the four classes; the classes part at 3.5, 7.5 and 15.5 %. */
export const fabricOfDensity = {
  a: {
    softness: 1.05,
    perMmToNipple: 0.5,
    lobuleUnits: 19.5,
    leafletUnits: 6.8,
    lobuleWallMm: 1.3,
    leafletWallMm: 0.45,
    filling: 0.37,
    density: [0.014, 0.026],
  },
  b: {
    softness: 0.7,
    perMmToNipple: 0.357,
    lobuleUnits: 19.5,
    leafletUnits: 7,
    lobuleWallMm: 2.1,
    leafletWallMm: 0.85,
    filling: 0.55,
    density: [0.042, 0.068],
  },
  c: {
    softness: 0.8,
    perMmToNipple: 0.288,
    lobuleUnits: 20.5,
    leafletUnits: 7.2,
    lobuleWallMm: 2.7,
    leafletWallMm: 1,
    filling: 0.55,
    density: [0.085, 0.135],
  },
  d: {
    softness: 0.8,
    perMmToNipple: 0.385,
    lobuleUnits: 21.5,
    leafletUnits: 7.4,
    lobuleWallMm: 5,
    leafletWallMm: 0.9,
    filling: 0.55,
    density: [0.17, 0.23],
  },
} as const;

/** The level of gland, 0 to 1, at a potential, where there is this much room for it. */
export const glandLevel = (fabric: Fabric, potential: number, room: number): number =>
  smoothStep(0, 1, (potential - fabric.threshold) / fabric.softness) * room;

/** Half the thickness of the walls and half the width of their edge, for a level of gland. */
export const lobuleWall = (fabric: Fabric, level: number) => ({
  halfMm: 0.09 + level * (0.35 + 0.65 * level) * fabric.lobuleWallMm,
  edgeMm: 0.1 + 0.38 * level,
});
/** The same for the walls between leaflets. */
export const leafletWall = (fabric: Fabric, level: number) => ({
  halfMm: 0.055 + level * fabric.leafletWallMm,
  edgeMm: 0.08 + 0.14 * level,
});

/** How much of the tissue at a distance from the middle of a wall belongs to the wall, 0 to 1. */
export const coverage = (distanceMm: number, wall: { halfMm: number; edgeMm: number }): number =>
  clamp((wall.halfMm + wall.edgeMm - Math.abs(distanceMm)) / (2 * wall.edgeMm), 0, 1);

/** How near to two walls at once, in units of the tissue's own space, their corner is rounded off. */
export const lobuleCorner = (level: number): number => 0.5 + 5 * level;
/** The same for the walls between leaflets. */
export const leafletCorner = (level: number): number => 0.2 + 0.8 * level;

/**
 * The distance to a wall with the corners of the cell rounded off over `corner`: lobules are no
 * crystals. All lengths are in units of the tissue's own space.
 */
export function roundedOff({ nearest, second }: Walls, corner: number, level: number): number {
  const near = corner - (second - nearest);
  return near > 0 ? nearest - (level * near * near) / (4 * corner) : nearest;
}

/** How much of the wall between lobules is there: septa in fat are seen here and not there. */
export function lobuleShare(level: number, visibility: number): number {
  const thin = clamp(0.55 + 0.55 * visibility, 0, 1);
  return thin + (1 - thin) * Math.min(level / 0.15, 1);
}
/** The same of the wall between leaflets. */
export const leafletShare = (level: number, visibility: number): number =>
  Math.max(clamp(0.3 + 0.45 * visibility, 0, 1), Math.min(1.5 * level, 1));

/** The fibroglandular part of the tissue, 0 to 1, at a level of gland and a place between walls. */
export function fibroglandular(
  fabric: Fabric,
  space: Float64Array,
  level: number,
  lobule: Walls,
  leaflet: Walls,
): number {
  const mmPerUnit = space[3] as number;
  const visibility = space[6] as number;
  const d1 = roundedOff(lobule, lobuleCorner(level), level) * mmPerUnit;
  const first = coverage(d1, lobuleWall(fabric, level)) * lobuleShare(level, visibility);
  if (level < leafletsFrom) return first * fabric.filling;
  const d2 = roundedOff(leaflet, leafletCorner(level), level) * mmPerUnit;
  const second = coverage(d2, leafletWall(fabric, level)) * leafletShare(level, visibility);
  return (1 - (1 - first) * (1 - second)) * fabric.filling;
}

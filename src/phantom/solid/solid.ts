import type { Ball } from './ball.ts';
import { type Cast, castCover, openCast, scaledCast } from './cast.ts';
import { type Cluster, clusterReachMm, openCluster, scaledCluster } from './cluster.ts';
import { type Grain, grainReachMm, openGrain, scaledGrain } from './grain.ts';
import { openPlates, type Plates, platesReachMm, scaledPlates } from './plates.ts';
import { openSediment, type Sediment, scaledSediment, sedimentReachMm } from './sediment.ts';
import { openSheath, type Sheath, scaledSheath, sheathCover } from './sheath.ts';
import { openShell, type Shell, scaledShell, shellReachMm } from './shell.ts';
import type { MineralField } from './texture.ts';

/**
 * The body of a speck, as plain data, in millimetres about the speck's position and along the speck's
 * own axes.
 */
export type Solid = Grain | Cluster | Plates | Cast | Shell | Sheath | Sediment;

/** Opens the mineral field of a solid: how much of the volume at a point is mineral, 0 to 1. */
export function openSolid(solid: Solid): MineralField {
  switch (solid.kind) {
    case 'grain':
      return openGrain(solid);
    case 'cluster':
      return openCluster(solid);
    case 'plates':
      return openPlates(solid);
    case 'cast':
      return openCast(solid);
    case 'shell':
      return openShell(solid);
    case 'sheath':
      return openSheath(solid);
    case 'sediment':
      return openSediment(solid);
  }
}

/** Balls outside which the solid has no mineral: one for a compact piece, many along a long one. */
export function coverOf(solid: Solid): readonly Ball[] {
  const ball = (radiusMm: number): Ball[] => [{ at: [0, 0, 0], radiusMm }];
  switch (solid.kind) {
    case 'grain':
      return ball(grainReachMm(solid));
    case 'cluster':
      return ball(clusterReachMm(solid));
    case 'plates':
      return ball(platesReachMm(solid));
    case 'cast':
      return castCover(solid);
    case 'shell':
      return ball(shellReachMm(solid));
    case 'sheath':
      return sheathCover(solid);
    case 'sediment':
      return ball(sedimentReachMm(solid));
  }
}

/** The same solid `factor` times as large in every length. */
export function scaledSolid(solid: Solid, factor: number): Solid {
  switch (solid.kind) {
    case 'grain':
      return scaledGrain(solid, factor);
    case 'cluster':
      return scaledCluster(solid, factor);
    case 'plates':
      return scaledPlates(solid, factor);
    case 'cast':
      return scaledCast(solid, factor);
    case 'shell':
      return scaledShell(solid, factor);
    case 'sheath':
      return scaledSheath(solid, factor);
    case 'sediment':
      return scaledSediment(solid, factor);
  }
}

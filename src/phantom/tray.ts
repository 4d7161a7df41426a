import { type Biopsy, type Core, halfWidthMm, isInCore, toCore } from './cores.ts';
import type { Draw } from './draw.ts';
import { clamp } from './elementary.ts';
import {
  type CorePoint,
  corePoint,
  type PhantomPoint,
  type TrayPoint,
  trayPoint,
} from './frame.ts';
import { type LaidCore, type Lie, openLie, rollOf } from './laid-core.ts';
import type { Phantom } from './phantom.ts';
import { openPatient } from './position.ts';

/** Inner size of the tray; the lower left corner is the origin. */
export const trayWidthMm = 62;
export const trayHeightMm = 42.4;

/** A core as it lies on the tray for its radiograph. */
export type TrayedCore = LaidCore<TrayPoint>;

/** The tray with the cores of a biopsy, in the order in which they were taken. */
export interface Tray {
  readonly cores: readonly TrayedCore[];
}

/** Least distance between the surfaces of two cores. */
const clearMm = 0.3;

/**
 * Lays the cores of a biopsy on the tray as they come out of the needle: in order, in two columns or
 * in two rows, some turned, bowed or swayed, none on another. A pure function of phantom and biopsy.
 */
export function placeOnTray(phantom: Phantom, { gauge, cores }: Biopsy): Tray {
  const draw = openPatient(phantom.plan.seed).branch(`tray ${gauge}`);
  const upright = draw.chance(0.4);
  // Some lay cores out tidily, some as they drop off the needle.
  const haste = draw.uniform(0.5, 1.5);
  const lines = Math.ceil(cores.length / 2);
  const laid: TrayedCore[] = [];
  cores.forEach((core, order) => {
    const [across, down] = [order % 2, Math.floor(order / 2)];
    const [x, y] =
      cores.length === 1
        ? [trayWidthMm / 2, trayHeightMm / 2]
        : upright
          ? [((down + 0.5) / lines) * trayWidthMm, (across === 0 ? 0.752 : 0.248) * trayHeightMm]
          : [(across + 0.5) * (trayWidthMm / 2), (1 - (down + 0.5) / lines) * trayHeightMm];
    const chance = draw.branch(order);
    const isClear = (next: TrayedCore) =>
      isOnTray(core, next) && laid.every((other) => apartMm(cores, next, other) > clearMm);
    // Each time a little less free, until the core lies straight in its own place.
    for (let freedom = 1; ; freedom = Math.max(0, freedom - 0.04)) {
      const next = lay(core, [x, y], upright, freedom, haste, chance);
      if (freedom > 0 && !isClear(next)) continue;
      laid.push(next);
      break;
    }
  });
  return { cores: laid };
}

function lay(
  core: Core,
  [x, y]: readonly [number, number],
  upright: boolean,
  freedom: number,
  haste: number,
  draw: Draw,
): TrayedCore {
  const some = (spread: number) =>
    freedom * haste * clamp(draw.normal(0, spread), -2 * spread, 2 * spread);
  return {
    core: core.id,
    at: trayPoint(x + some(upright ? 1.6 : 4.5), y + some(upright ? 0.9 : 1.6), core.radiusMm),
    turnDeg: (upright ? 90 : 0) + some(upright ? 12 : 20),
    rollDeg: rollOf(core, draw),
    reversed: draw.chance(0.25),
    dip: 0,
    bowMm: some(1.4) / core.flatness,
    swayMm: some(0.55) / core.flatness,
  };
}

/** Points along the middle of a laid core, ends included. */
const spine = (core: Core, laid: TrayedCore): TrayPoint[] => {
  const { place } = openOnTray(core, laid);
  return Array.from({ length: 21 }, (_, n) => place(corePoint((n / 20) * core.lengthMm, 0, 0)));
};

const isOnTray = (core: Core, laid: TrayedCore): boolean =>
  spine(core, laid).every(
    ([x, y]) =>
      x > halfWidthMm(core) &&
      x < trayWidthMm - halfWidthMm(core) &&
      y > halfWidthMm(core) &&
      y < trayHeightMm - halfWidthMm(core),
  );

/** Distance between the surfaces of two laid cores. */
function apartMm(cores: readonly Core[], a: TrayedCore, b: TrayedCore): number {
  const [first, second] = [cores[a.core] as Core, cores[b.core] as Core];
  const others = spine(second, b);
  let nearest = Infinity;
  for (const [x, y] of spine(first, a)) {
    for (const [s, t] of others) nearest = Math.min(nearest, (x - s) * (x - s) + (y - t) * (y - t));
  }
  return Math.sqrt(nearest) - halfWidthMm(first) - halfWidthMm(second);
}

/** Opens a core on the tray, to map many of its points. */
export const openOnTray = (core: Core, laid: TrayedCore): Lie<TrayPoint> =>
  openLie(core, laid, trayPoint);

/** Maps a point of a core to the tray. */
export const toTray = (core: Core, laid: TrayedCore, point: CorePoint): TrayPoint =>
  openOnTray(core, laid).place(point);

/** Maps a point of the tray into a core's frame: the inverse of `toTray`. */
export const fromTray = (core: Core, laid: TrayedCore, point: TrayPoint): CorePoint =>
  openOnTray(core, laid).trace(point);

/** Where a point of the breast went: a place on the tray for each core that holds it. */
export const placesOnTray = (biopsy: Biopsy, tray: Tray, point: PhantomPoint): TrayPoint[] =>
  tray.cores.flatMap((laid) => {
    const core = biopsy.cores[laid.core] as Core;
    const inCore = toCore(core, point);
    return isInCore(core, inCore) ? [toTray(core, laid, inCore)] : [];
  });

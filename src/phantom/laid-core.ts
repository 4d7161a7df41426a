import type { Core } from './cores.ts';
import type { Draw } from './draw.ts';
import { cosine, pi, sine } from './elementary.ts';
import { type CorePoint, corePoint } from './frame.ts';
import type { Vector } from './vector.ts';

/**
 * How a core lies on a plane, in the paraffin or on the tray: a rigid move, then a gentle bow and
 * sway in the plane. Both can be undone in closed form, and keep volumes.
 */
export interface LaidCore<P extends Vector = Vector> {
  readonly core: number;
  /** Place of the core's middle. */
  readonly at: P;
  /** How the core is turned in the plane; 0 lies along x. */
  readonly turnDeg: number;
  /** How it was rolled about itself. */
  readonly rollDeg: number;
  /** Whether its tip points the other way. */
  readonly reversed: boolean;
  /** How the core dips from end to end, as a slope along z. */
  readonly dip: number;
  /** The bow: sideways shift at the ends against the middle. */
  readonly bowMm: number;
  /** The sway of a core that lies like an S: greatest sideways shift. */
  readonly swayMm: number;
}

/** How a core comes to lie: rolled any way, a slice on its flat side. */
export function rollOf({ flatness }: Pick<Core, 'flatness'>, draw: Draw): number {
  const rollDeg = draw.uniform(0, 360);
  return flatness > 1 ? 0 : rollDeg;
}

/**
 * A laid core, ready to be asked about. Between the core and its place stands the straightened core:
 * along it, aside in the plane, and along z, from its middle. Lines along z stay lines along z.
 */
export interface Lie<P extends Vector> {
  place(point: CorePoint): P;
  /** The inverse of `place`. */
  trace(point: P): CorePoint;
  /** The straightened core's coordinates of a place. */
  straighten(point: P): Vector;
  /** The point of the core at a place of the straightened core. */
  unroll(straight: Vector): CorePoint;
}

/** Opens a laid core; `plane` gives a place its frame. */
export function openLie<P extends Vector>(
  { lengthMm }: Pick<Core, 'lengthMm'>,
  laid: LaidCore<P>,
  plane: (x: number, y: number, z: number) => P,
): Lie<P> {
  const { at, dip } = laid;
  const turn = (laid.turnDeg * pi) / 180;
  const roll = (laid.rollDeg * pi) / 180;
  const [turnCos, turnSin] = [cosine(turn), sine(turn)];
  const [rollCos, rollSin] = [cosine(roll), sine(roll)];
  // A reversed core is turned end for end about the axis across it, which keeps it right-handed.
  const direction = laid.reversed ? -1 : 1;
  const shiftMm = (along: number) => {
    const part = (2 * along) / lengthMm;
    // 2.598 · (t − t³) is at most 1 within the core.
    return laid.bowMm * part * part + laid.swayMm * 2.598 * part * (1 - part * part);
  };
  const straighten = (point: P): Vector => {
    const dx = point[0] - at[0];
    const dy = point[1] - at[1];
    const along = dx * turnCos + dy * turnSin;
    return [along, dy * turnCos - dx * turnSin - shiftMm(along), point[2] - at[2] - dip * along];
  };
  const unroll = ([along, aside, off]: Vector): CorePoint =>
    corePoint(
      along * direction + lengthMm / 2,
      (aside * rollCos + off * rollSin) * direction,
      off * rollCos - aside * rollSin,
    );
  return {
    straighten,
    unroll,
    trace: (point) => unroll(straighten(point)),
    place(point) {
      const along = (point[0] - lengthMm / 2) * direction;
      const outward = point[1] * direction;
      const aside = outward * rollCos - point[2] * rollSin + shiftMm(along);
      const off = outward * rollSin + point[2] * rollCos;
      return plane(
        at[0] + along * turnCos - aside * turnSin,
        at[1] + along * turnSin + aside * turnCos,
        at[2] + off + dip * along,
      );
    },
  };
}

import {
  type Biopsy,
  type Core,
  corePoint,
  type CorePoint,
  type CoreSurface,
  isInCore,
  type LaidCore,
  type Lie,
  moved,
  offAxisMm,
  openCoreSurface,
  outOf,
  type Parenchyma,
  type Phantom,
  type Speck,
  toCore,
  type Vector,
} from '../../phantom/index.ts';
import { castSpeck, type Shadow } from '../projection/shadow.ts';
import { type Frame, pixelAt, pixelCentreMm } from '../raster.ts';
import { type CoreMap, type Crossing, openCoreMap } from './core-map.ts';
import { openCoreTissue } from './core-tissue.ts';

/** The plane on which cores lie, and how a picture of it is taken from above. */
export interface Plane<P extends Vector> {
  readonly laid: readonly LaidCore<P>[];
  open(core: Core, laid: LaidCore<P>): Lie<P>;
  /** Place in the picture of a place on the plane. */
  show(place: P): readonly [uMm: number, vMm: number];
  /** The place on the plane, at some z, that is seen at a place in the picture. */
  find(uMm: number, vMm: number): P;
}

/** Cores as they are seen on their plane. */
export interface LaidCores {
  readonly shadows: readonly Shadow[];
  /** The greatest thickness of a core. */
  readonly thicknessMm: number;
  /** How far the ray of a pixel runs through cores. */
  tissueMm(column: number, row: number): number;
  /**
   * Adds the paths of rows of the picture: fat and gland of the cores, and, where none lies, writes
   * the distance to the nearest into `besideMm`, where it is less than what stands there.
   */
  add(
    firstRow: number,
    rows: number,
    to: {
      readonly fatMm: Float32Array;
      readonly glandMm: Float32Array;
      readonly besideMm: Float32Array;
    },
  ): void;
}

/** How far apart places of a row are straightened: so short a way bends by half a micrometre. */
const strideMm = 0.32;

interface Seen {
  readonly straighten: (uMm: number, vMm: number) => Vector;
  readonly map: CoreMap;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Opens the cores of a biopsy on their plane, as a frame sees them. */
export function openLaidCores<P extends Vector>(
  phantom: Phantom,
  { cores }: Biopsy,
  parenchyma: Parenchyma,
  plane: Plane<P>,
  frame: Frame,
): LaidCores {
  const tissue = openCoreTissue(phantom, parenchyma);
  const pairs = plane.laid.map((laid) => {
    const core = cores[laid.core] as Core;
    return { core, lie: plane.open(core, laid) };
  });
  const seen = pairs.map(({ core, lie }): Seen => {
    const map = openCoreMap(core, lie.unroll, openCoreSurface(phantom, core), tissue);
    const straighten = (u: number, v: number) => lie.straighten(plane.find(u, v));
    return { straighten, map, ...boundsOf(core, lie, plane, map.halfWidthMm, frame) };
  });
  const shadows = pairs.flatMap(({ core, lie }) =>
    core.catches.flatMap(({ speck }) => {
      const whole = phantom.specks[speck] as Speck;
      const held = heldIn(core, openCoreSurface(phantom, core), whole);
      return castCatch(whole, core, (place) => plane.show(lie.place(held(place))), frame) ?? [];
    }),
  );
  const stridePx = Math.max(1, Math.round((strideMm * 1000) / frame.pitchUm));
  const crossing: Crossing = { mm: 0, gland: 0, besideMm: 0 };
  return {
    shadows,
    thicknessMm: 2 * Math.max(...cores.map(({ radiusMm }) => radiusMm)),
    tissueMm: (column, row) =>
      seen.reduce((sum, { straighten, map, left, right, top, bottom }) => {
        if (column < left || column >= right || row < top || row >= bottom) return sum;
        const [along, aside] = straighten(...pixelCentreMm(frame, column, row));
        map.read(along, aside, crossing);
        return sum + crossing.mm;
      }, 0),
    add(firstRow, rows, { fatMm, glandMm, besideMm }) {
      for (const { straighten, map, left, right, top, bottom } of seen) {
        const last = Math.min(bottom, firstRow + rows);
        for (let y = Math.max(top, firstRow); y < last; y++) {
          let there = straighten(...pixelCentreMm(frame, left, y));
          let here = there;
          for (let x = left; x < right; x++) {
            const way = (x - left) % stridePx;
            if (way === 0) {
              here = there;
              there = straighten(...pixelCentreMm(frame, x + stridePx, y));
            }
            const t = way / stridePx;
            const along = here[0] + (there[0] - here[0]) * t;
            const aside = here[1] + (there[1] - here[1]) * t;
            map.read(along, aside, crossing);
            const at = (y - firstRow) * frame.widthPx + x;
            if (crossing.besideMm < (besideMm[at] as number)) besideMm[at] = crossing.besideMm;
            if (crossing.mm === 0) continue;
            const gland = crossing.mm * crossing.gland;
            glandMm[at] = (glandMm[at] as number) + gland;
            fatMm[at] = (fatMm[at] as number) + crossing.mm - gland;
          }
        }
      }
    },
  };
}

/** How much nearer than the torn surface of a core a speck at its rim is held. */
const coveredMm = 0.05;

/**
 * What is counted as in a core lies in its cylinder; where its surface is torn deeper than that, a speck is
 * moved as a whole to where there is tissue about it. Long things that run through a core stay.
 */
function heldIn(
  core: Core,
  surface: CoreSurface,
  { at, solid, spanMm }: Speck,
): (point: CorePoint) => CorePoint {
  const place = toCore(core, at);
  const [along, outward, across] = place;
  if (solid.kind === 'cast' || solid.kind === 'sheath' || spanMm > core.radiusMm) return (p) => p;
  const off = offAxisMm(core, place);
  const most = Math.max(0, surface.radiusMm(place) - spanMm / 2 - coveredMm);
  const inwards = off > most && off > 0 ? most / off - 1 : 0;
  const torn = Math.max(0, spanMm / 2 + coveredMm - surface.withinEndsMm(place));
  const back = 2 * along < core.lengthMm ? torn : -torn;
  return ([s, a, b]) => corePoint(s + back, a + inwards * outward, b + inwards * across);
}

/** The shadow of what a core holds of a speck: what the needle left outside of it is not there. */
export function castCatch(
  speck: Speck,
  core: Core,
  show: (point: ReturnType<typeof toCore>) => readonly [number, number],
  frame: Frame,
): Shadow | undefined {
  return castSpeck(speck, frame, (point) => {
    const inCore = toCore(core, moved(speck.at, outOf(speck.axes, point)));
    return isInCore(core, inCore) ? pixelAt(frame, show(inCore)) : null;
  });
}

/** The pixels of the frame that a core can touch. */
function boundsOf<P extends Vector>(
  core: Core,
  lie: Lie<P>,
  plane: Plane<P>,
  reachMm: number,
  frame: Frame,
) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let n = 0; n <= 20; n++) {
    const middle = plane.show(lie.place(corePoint((n / 20) * core.lengthMm, 0, 0)));
    const [column, row] = pixelAt(frame, middle);
    const reach = (1.2 * reachMm * 1000) / frame.pitchUm;
    left = Math.min(left, column - reach);
    right = Math.max(right, column + reach);
    top = Math.min(top, row - reach);
    bottom = Math.max(bottom, row + reach);
  }
  return {
    left: Math.max(0, Math.floor(left)),
    right: Math.min(frame.widthPx, Math.ceil(right) + 1),
    top: Math.max(0, Math.floor(top)),
    bottom: Math.min(frame.heightPx, Math.ceil(bottom) + 1),
  };
}

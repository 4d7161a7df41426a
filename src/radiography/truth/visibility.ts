import { attenuationPerMm } from '../attenuation.ts';
import type { Shadow } from '../projection/shadow.ts';
import { edgePart } from './silhouette.ts';
import type { HiddenReason } from './view-truth.ts';

/**
 * From this contrast to noise (`standOut`) on a speck counts as visible. Assumed: of places without a
 * speck fewer than 1 in 100 come as high (in simulated magnification views of four morphologies), and
 * it lies near the weakest single specks that were found by eye in digital mammograms, 1.2.
 */
export const visibleFrom = 1.5;

/** A body has to be at least this many pixels wide to be resolved: two, by Nyquist. */
const resolvedPx = 2;

/** What decides whether a speck can be seen. */
export interface Appearance {
  readonly contrastToNoise: number | null;
  readonly diameterPx: number;
  readonly isOxalate: boolean;
  /** Energy at which the view is taken. */
  readonly energyKev: number;
  readonly isBehindAnother: boolean;
}

/** Why a speck in the field cannot be seen; null where it can. */
export function hiddenBecause(appearance: Appearance): HiddenReason | null {
  const { contrastToNoise, diameterPx, isOxalate, energyKev, isBehindAnother } = appearance;
  if (isBehindAnother) return 'behind-another';
  if (contrastToNoise === null) return 'too-faint';
  if (contrastToNoise >= visibleFrom) return null;
  const inApatite = contrastToNoise * apatiteOverOxalate(energyKev);
  if (isOxalate && inApatite >= visibleFrom) return 'oxalate';
  return diameterPx < resolvedPx ? 'too-small' : 'too-faint';
}

/** How many times more of the beam hydroxyapatite takes up than oxalate of the same size. */
const apatiteOverOxalate = (energyKev: number): number =>
  attenuationPerMm('hydroxyapatite', energyKev) / attenuationPerMm('weddellite', energyKev);

/** The part of a shadow's area that must lie under another's for the two to be seen as one. */
const coveredPart = 0.7;

/** Tells whether a speck is lost in the deeper shadow of another one. */
export const isBehindAnother = (own: readonly Shadow[], others: readonly Shadow[]): boolean =>
  own.length > 0 && own.every((shadow) => others.some((other) => covers(other, shadow)));

function covers(other: Shadow, shadow: Shadow): boolean {
  const apart =
    other.left >= shadow.left + shadow.widthPx ||
    shadow.left >= other.left + other.widthPx ||
    other.top >= shadow.top + shadow.heightPx ||
    shadow.top >= other.top + other.heightPx;
  if (apart) return false;
  const least = edgePart * deepestOf(shadow);
  const leastOther = edgePart * deepestOf(other);
  let [area, covered] = [0, 0];
  for (let at = 0; at < shadow.pathMm.length; at++) {
    const mm = shadow.pathMm[at] as number;
    if (mm <= least) continue;
    area++;
    const x = shadow.left + (at % shadow.widthPx) - other.left;
    const y = shadow.top + Math.floor(at / shadow.widthPx) - other.top;
    if (x < 0 || y < 0 || x >= other.widthPx || y >= other.heightPx) continue;
    const theirs = other.pathMm[y * other.widthPx + x] as number;
    if (theirs > leastOther && theirs > mm) covered++;
  }
  return covered >= coveredPart * area;
}

const deepestOf = ({ pathMm }: Shadow) => pathMm.reduce((a, b) => (a > b ? a : b), 0);

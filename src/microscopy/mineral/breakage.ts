import { clamp, smoothStep } from '../../phantom/index.ts';
import { partOf } from '../scene/placing.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import type { CutSpeck } from '../section/cut-speck.ts';
import type { Fate } from './fate.ts';
import { blankFragment, type Fragment, openFragments } from './fragments.ts';

/** What the knife did at a place of a speck. */
export interface Broken {
  /** How far the mineral that lies here was moved, in µm. */
  movedX: number;
  movedY: number;
  /** The part of the place that is a crack, or a fragment that fell out. */
  gone: number;
  /** How hard the knife struck here: nothing opens below 0. */
  open: number;
  /** The bits of the fragment. */
  bits: number;
}

/** Fragments are moved by less than this. */
export const movedUm = 3;

/** A place to look into. */
export const blankBreak = (): Broken => ({ movedX: 0, movedY: 0, gone: 0, open: 0, bits: 0 });

/** Opens what the knife made of a speck. */
export function openBreakage(
  { mineralAt }: CutSpeck,
  widthUm: number,
  { build, cutBits, shatter, lostPart, ...fate }: Fate,
): (x: number, y: number, halfUm: number, broken: Broken) => void {
  const sizeUm = clamp(widthUm * (0.16 + 0.14 * partOf(cutBits, 5)), 9, 88);
  // Powder gives way where glass breaks.
  const brittle = build === 'granular' ? 0.4 : 1;
  const fragmentAt = openFragments(cutBits, sizeUm, fate);
  const fragment = blankFragment();
  const struckUm = Math.min(170, 2.6 * sizeUm);
  // It breaks where the knife struck hard, and holds together elsewhere.
  const openAt = (x: number, y: number) =>
    0.1 + 1.1 * textureAt(smoothTexture, x / struckUm + 3, y / struckUm);
  // What lies at the side falls out more easily than what is held all about.
  const lost = new Map<number, boolean>();
  const isLost = ({ bits, middleX: x, middleY: y, sizeUm: ownUm }: Fragment): boolean => {
    const known = lost.get(bits);
    if (known !== undefined) return known;
    const far = 0.8 * ownUm;
    const sides = [far, -far].flatMap((d) => [mineralAt(x + d, y), mineralAt(x, y + d)]);
    const free = sides.filter((mineral) => !(mineral > 0)).length;
    const chance =
      lostPart * (free > 1 ? 1.8 : free > 0 ? 0.7 : 0.2) * smoothStep(-0.4, 1, openAt(x, y));
    const is = partOf(bits, 4) < chance;
    lost.set(bits, is);
    return is;
  };
  const gapeMostUm = 0.05 * sizeUm + 0.5;
  const chatterAt = openChatter(cutBits, brittle * shatter, fate.knife);
  return (x, y, halfUm, broken) => {
    const open = openAt(x, y);
    const struck = Math.min(1, Math.max(0, 0.45 * (open + 0.35)));
    fragmentAt(x, y, brittle * shatter * struck * gapeMostUm, fragment);
    const { bits, middleX, middleY, sizeUm: ownUm } = fragment;
    // It is pushed, and turned about its middle.
    const push = movedUm * shatter * Math.min(1, Math.max(0, 0.3 + open));
    const turned = (2 * partOf(bits, 3) - 1) / ownUm;
    const moved = (part: number, way: number) =>
      push * clamp(0.8 * (partOf(bits, part) - 0.5) + turned * way, -1, 1);
    broken.movedX = moved(1, middleY - y);
    broken.movedY = moved(2, x - middleX);
    broken.open = open;
    broken.bits = bits;
    // Its sides are splintered.
    const { halfUm: gapUm } = fragment;
    if (gapUm > 0 && fragment.crackUm > -splinteredUm)
      fragment.crackUm += clamp(
        (0.2 + 0.2 * Math.min(1.6, gapUm)) *
          smoothStep(1, 0.4, halfUm) *
          textureAt(fineTexture, x / 6 + 5, y / 6),
        -splinteredUm,
        splinteredUm,
      );
    const crack = Math.max(crackPart(fragment, halfUm), chatterAt(x, y, open, halfUm));
    broken.gone =
      brittle === 1 && isLost(fragment)
        ? Math.max(crack, smoothStep(0, 2 * halfUm, fragment.wallUm))
        : crack;
  };
}

/** The sides of a crack stand out by less than this. */
const splinteredUm = 1.2;

/**
 * The part of a place that the knife left open as it bounced on hard mineral: fissures side by side, across
 * its way, where it struck hardest. They are as wide as a lens and end in points.
 */
function openChatter(
  bits: number,
  shatter: number,
  { cos, sin }: Fate['knife'],
): (x: number, y: number, open: number, softUm: number) => number {
  const apartUm = 9 + 16 * partOf(bits, 7);
  const most = (0.4 + 1.4 * partOf(bits, 8)) * smoothStep(0.35, 0.8, shatter);
  const level = 0.9 - 0.5 * partOf(bits, 9);
  return (x, y, open, softUm) => {
    if (most === 0 || open < 0.55) return 0;
    const v = y * cos - x * sin;
    // They bend with how hard it struck.
    const u = x * cos + y * sin + 11 * open;
    const n = Math.floor(u / apartUm);
    const off = Math.abs(u - (n + 0.5) * apartUm);
    const wide =
      most *
      Math.min(1, open) *
      (textureAt(smoothTexture, 0.37 * n + 0.25, v / 52 + 17 * n) - level);
    if (wide < 0.12) return 0;
    const ragged = 0.3 * textureAt(fineTexture, x / 3 + 17, y / 3);
    const half = Math.max(wide, softUm);
    return (wide / half) * (1 - smoothStep(half - softUm, half + softUm, off + ragged));
  };
}

/** The part of a place that is a crack: what a crack takes away is the same at every softness. */
function crackPart({ crackUm, halfUm }: Fragment, softUm: number): number {
  if (halfUm <= 0) return 0;
  const wide = Math.max(halfUm, softUm);
  return (halfUm / wide) * (1 - smoothStep(wide - softUm, wide + softUm, halfUm - crackUm));
}

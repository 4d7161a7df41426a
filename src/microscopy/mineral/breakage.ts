import { smoothStep } from '../../phantom/index.ts';
import { partOf } from '../scene/placing.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import type { CutSpeck } from '../section/cut-speck.ts';
import type { Fate } from './fate.ts';
import { type Fragment, openFragments } from './fragments.ts';

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
  const sizeUm = Math.min(34, Math.max(6, widthUm * (0.06 + 0.1 * partOf(cutBits, 5))));
  // Powder gives way where glass breaks.
  const brittle = build === 'granular' ? 0.4 : 1;
  const fragmentAt = openFragments(cutBits, sizeUm, fate);
  const fragment: Fragment = { bits: 0, middleX: 0, middleY: 0, crackUm: 0, halfUm: 0 };
  // It breaks where the knife struck hard, and holds together elsewhere.
  const openAt = (x: number, y: number) =>
    0.1 + 1.1 * textureAt(smoothTexture, x / (5 * sizeUm) + 3, y / (5 * sizeUm));
  // What lies at the side falls out more easily than what is held all about.
  const lost = new Map<number, boolean>();
  const isLost = ({ bits, middleX: x, middleY: y }: Fragment): boolean => {
    const known = lost.get(bits);
    if (known !== undefined) return known;
    const far = 0.8 * sizeUm;
    const sides = [far, -far].flatMap((d) => [mineralAt(x + d, y), mineralAt(x, y + d)]);
    const free = sides.filter((mineral) => !(mineral > 0)).length;
    const chance =
      lostPart * (free > 1 ? 1.8 : free > 0 ? 0.8 : 0.04) * smoothStep(-0.4, 1, openAt(x, y));
    const is = partOf(bits, 4) < chance;
    lost.set(bits, is);
    return is;
  };
  return (x, y, halfUm, broken) => {
    const open = openAt(x, y);
    const gape = brittle * shatter * Math.min(1.2, 0.65 * Math.max(0, open + 0.3));
    // Mineral breaks along lines that are not quite straight.
    const bend = 0.6 * textureAt(fineTexture, x / 14, y / 14);
    fragmentAt(x + bend, y - bend, gape, fragment);
    const push = 2 * movedUm * shatter * Math.min(1, Math.max(0, 0.3 + open));
    broken.movedX = push * (partOf(fragment.bits, 1) - 0.5);
    broken.movedY = push * (partOf(fragment.bits, 2) - 0.5);
    broken.open = open;
    broken.bits = fragment.bits;
    broken.gone = brittle === 1 && isLost(fragment) ? 1 : crackPart(fragment, halfUm);
  };
}

/** The part of a place that is a crack: what a crack takes away is the same at every softness. */
function crackPart({ crackUm, halfUm }: Fragment, softUm: number): number {
  if (halfUm <= 0) return 0;
  const wide = Math.max(halfUm, softUm);
  return (halfUm / wide) * (1 - smoothStep(wide - softUm, wide + softUm, crackUm));
}

import {
  cosine,
  coverOf,
  length,
  openDraw,
  pi,
  scatter,
  sine,
  type Solid,
} from '../../phantom/index.ts';
import { partOf } from '../scene/placing.ts';
import type { CutSpeck } from '../section/cut-speck.ts';
import type { Section } from '../section/section.ts';

/**
 * How phosphate looks in a section: in fine grains, in shells about their middles (psammoma bodies), or
 * as one coarse mass.
 */
export type Build = 'granular' | 'laminated' | 'coarse';

/** What became of a speck in one section: how it is built, and what the knife did to it. */
export interface Fate {
  readonly build: Build;
  /** Whether it lies among fibres, which it encrusts, and not in a space that it fills. */
  readonly isAmongFibres: boolean;
  /** It fell out as a whole: only a hole is left of it. */
  readonly isLost: boolean;
  /** The part of its fragments that fell out. */
  readonly lostPart: number;
  /** How badly it broke, 0 to 1. */
  readonly shatter: number;
  /** How much longer its fragments are across the knife's way than along it. */
  readonly drawnOut: number;
  /** The way of the knife through the block. */
  readonly knife: { readonly cos: number; readonly sin: number };
  /** Of the speck, the same in all sections; and of this section of it. */
  readonly bits: number;
  readonly cutBits: number;
}

/**
 * Specks that fall out as a whole, assumed. A fourth of what was missed on slides had been lost in
 * processing (D'Orsi 1992); of all specks it is far less.
 */
const lostWhole = 0.07;
/** Larger ones break and are lost in part. */
const lostToUm = 260;
/** Psammoma bodies are small: what is wider has grown together from many, and has no shells of its own. */
const shellsToMm = 0.16;
/** Smaller than this nothing breaks: the knife pushes it aside or takes it out. */
const breaksFromUm = 26;

/** What became of a speck in a section. It hangs on seed, depth and speck alone. */
export function fateOf(section: Section, { speck, reach, piece }: CutSpeck): Fate {
  const { plan, lesion } = section.specimen.phantom;
  const { seed } = plan;
  const { structure } = speck.host;
  const angle = openDraw(seed, 'knife').uniform(0, pi);
  const bits = scatter(scatter(seed + 0x5bd1) + Math.imul(speck.id + 1, 0x9e3779b1));
  const cutBits = scatter(bits + Math.imul(section.number + 1, 0x85ebca6b) + piece.core.id);
  const widthUm = Math.min(reach.right - reach.left, reach.bottom - reach.top);
  const size = Math.min(1, Math.max(0, (widthUm - breaksFromUm) / 260));
  return {
    build: buildOf(speck, bits),
    // In dead fat it lies in oil.
    isAmongFibres: structure === 'skin' || (structure === 'mass' && lesion.kind !== 'fat-necrosis'),
    isLost: widthUm < lostToUm && partOf(cutBits, 1) < lostWhole,
    lostPart: 0.03 + (0.05 + 0.2 * size) * partOf(cutBits, 2) * partOf(cutBits, 3),
    shatter: widthUm < breaksFromUm ? 0 : (0.35 + 0.65 * partOf(cutBits, 4)) * (0.35 + 0.65 * size),
    drawnOut: 1 + 0.9 * partOf(cutBits, 6),
    knife: { cos: cosine(angle), sin: sine(angle) },
    bits,
    cutBits,
  };
}

/** The width of the ball about its middle that holds a solid. */
const widthMm = (solid: Solid): number =>
  2 * Math.max(...coverOf(solid).map(({ at, radiusMm }) => length(at) + radiusMm));

function buildOf({ solid, morphology, host }: CutSpeck['speck'], bits: number): Build {
  const chance = partOf(bits, 1);
  const isDucts = host.structure === 'acinus' || host.structure === 'lumen';
  const hasShells = (most: number) => chance < most && widthMm(solid) < shellsToMm;
  switch (solid.kind) {
    case 'cluster':
      if (morphology === 'amorphous') return hasShells(0.45) ? 'laminated' : 'granular';
      return isDucts && chance < 0.3 ? 'granular' : 'coarse';
    case 'grain':
      if (!isDucts) return 'coarse';
      if (morphology === 'round' || morphology === 'punctate') {
        if (hasShells(0.65)) return 'laminated';
        return chance < 0.3 || chance > 0.8 ? 'coarse' : 'granular';
      }
      return chance < 0.45 ? 'granular' : 'coarse';
    case 'sediment':
      return 'granular';
    default:
      return 'coarse';
  }
}

import { fineTexture, textureAt } from '../scene/texture.ts';
import { faded, fade } from './stroma.ts';

/** Sizes of clots and granules of stained protein, in micrometres, and how much they vary the stain. */
const [clotUm, granuleUm] = [4.6, 0.55];
const [clotPart, granulePart] = [0.17, 0.075];

/** By how much the stain is stronger or weaker at a place than it is about it, as a part, in either dye. */
export interface Granularity {
  haematoxylin: number;
  eosin: number;
}

/**
 * Opens the granularity of stained tissue at a pitch: protein takes dyes in fibrils, clots and granules finer
 * than what is drawn of them. Without that slides have two thirds of the contrast of real ones between
 * 0.3 and 2.4 µm (measured: docs/realism.md). What is told of a place stands until the next is asked for;
 * `none` where the pitch is too coarse to show any.
 */
export function openGranularity(pitchUm: number): ((x: number, y: number) => Granularity) | null {
  const clots = clotPart * fade(clotUm, pitchUm);
  const granules = granulePart * fade(granuleUm, pitchUm);
  if (clots === 0 && granules === 0) return null;
  const here: Granularity = { haematoxylin: 0, eosin: 0 };
  return (x, y) => {
    const clot = clots * textureAt(fineTexture, x / clotUm + 7, y / clotUm);
    const granule = faded(granules, fineTexture, x / granuleUm, y / granuleUm + 11);
    here.haematoxylin = 0.6 * clot + granule;
    here.eosin = clot + 0.8 * granule;
    return here;
  };
}

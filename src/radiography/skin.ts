import { type CoarseGrid, readRow } from './coarse-grid.ts';
import { clamp } from '../phantom/index.ts';
import type { FloatRaster } from './raster.ts';
import type { Rim } from './rim.ts';

/**
 * What rises above the level of the middle nears `most` nepers, the faster the less `half` is: so none is burnt
 * out. How much the skin nears follows the contrast of the middle, beside which it will be seen.
 * The nipple is broad, and local contrast will raise it less than the line of the skin, beside which it
 * would look dim: it nears more.
 */
const skinRise = { least: 0.1175, perContrast: 0.482, half: 0.155 } as const;
const nippleRise = { more: 1.3, half: 0.1 } as const;
/** Between these depths all is kept again: the skin, and some 10 mm further in. */
const skinDepth = 0.57;
const tissueDepth = 0.997;

/**
 * Takes away, in place, part of what the rim of a picture rises above the level of its middle, whose contrast is
 * given in nepers.
 */
export function softenSkin(
  image: FloatRaster,
  rim: Rim,
  rise: CoarseGrid,
  contrastNepers: number,
): void {
  const { widthPx, heightPx, pixels } = image;
  const skinMost = skinRise.least + skinRise.perContrast * contrastNepers;
  const high = new Float32Array(widthPx);
  const depth = new Float32Array(widthPx);
  const nipples = new Float32Array(widthPx);
  for (let y = 0; y < heightPx; y++) {
    const air = rim.airFrom[y] as number;
    readRow(rise, y, high.subarray(0, air));
    readRow(rim.depth, y, depth.subarray(0, air));
    readRow(rim.nipple, y, nipples.subarray(0, air));
    for (let x = 0, at = y * widthPx; x < air; x++, at++) {
      const inwards = clamp(((depth[x] as number) - skinDepth) / (tissueDepth - skinDepth), 0, 1);
      const nepers = pixels[at] as number;
      const own = nepers - rim.fatNepers;
      if (inwards === 1 || own <= 0) continue;
      const top = high[x] as number;
      const nipple = nipples[x] as number;
      const most = skinMost * (1 + nipple * (nippleRise.more - 1));
      const half = skinRise.half + nipple * (nippleRise.half - skinRise.half);
      const taken = 1 - most / (top + half);
      const softened = (1 - inwards * inwards) * taken * Math.min(top, 1.6 * own);
      pixels[at] = nepers - softened;
    }
  }
}

import {
  type CompressedViewId,
  growPhantom,
  phantomPoint,
  type Plan,
} from '../../src/phantom/index.ts';
import {
  airDistanceMm,
  ascending,
  type Band,
  bandContrast,
  type Depth,
  noisePower,
  pixelAt,
  quantileOf,
  rimProfile,
  spectralExponent,
  squaresIn,
  type Streaks,
  streaks,
} from '../../src/radiography/index.ts';
import { ownTask, report } from './children.ts';
import { takePlainView } from './plain-view.ts';

/** A breast whose tissue is looked at. */
export interface Woman {
  readonly seed: number;
  readonly density: Plan['density'];
  readonly view: CompressedViewId;
  /** Where the skin is measured, in millimetres under the outline. */
  readonly depthsMm: readonly number[];
  /** Blurs that end the bands of detail, in millimetres. */
  readonly bandsMm: readonly number[];
}

/** What a view measures, in grey levels from 0 to 1 over the standard window. */
export interface Appearance {
  /** Exponents of the spectrum from 0.1 to 1/mm and from 1 to 3/mm. */
  readonly coarse: number;
  readonly fine: number;
  readonly bands: readonly Band[];
  readonly streaks: Streaks;
  readonly skin: readonly Depth[];
  /** Quantiles of the grey levels from 2.5 to 97.5 per cent in steps of 5. */
  readonly quantiles: readonly number[];
}

/** Rim and skin count as such to this depth. */
const interiorMm = 12;
const squarePx = 256;
/** Of so many pixels one is looked at, where all would say the same. */
const sparse = 7;

const { seed, density, view, depthsMm, bandsMm }: Woman = ownTask();
// A few specks, as nearly every real view holds.
const grown = growPhantom({
  seed,
  density,
  side: 'left',
  morphology: 'punctate',
  distribution: 'diffuse',
  count: 8,
});
const { raster, greys, compression } = await takePlainView(grown, view);
const depth = airDistanceMm(raster, (grey) => grey === 0);
const inside = (at: number) => (depth[at] as number) > interiorMm;

const squares = squaresIn(greys, squarePx, ({ x, y }) => {
  for (let j = 0; j < squarePx; j += 16)
    for (let i = 0; i < squarePx; i += 16)
      if (!inside((y + j) * greys.widthPx + x + i)) return false;
  return true;
});
const spectrum = noisePower(greys, squares, 'hann');
const nipple = compression.compress(phantomPoint(grown.anatomy.breast.depthMm, 0, 0));
const interior = ascending(greys.pixels.filter((_, at) => at % sparse === 0 && inside(at)));
const appearance: Appearance = {
  coarse: spectralExponent(spectrum, 0.1, 1),
  fine: spectralExponent(spectrum, 1, 3),
  bands: bandContrast(greys, bandsMm, inside),
  streaks: streaks(
    greys,
    { detailMm: 0.5, aroundMm: 2 },
    inside,
    pixelAt(greys, [nipple[0], nipple[1]]),
  ),
  skin: rimProfile(greys.pixels, depth, depthsMm, 0.14),
  quantiles: Array.from({ length: 20 }, (_, i) => quantileOf(interior, (2 * i + 1) / 40)),
};
report(appearance);

/** A simulated slide as an image: its overview from a pyramid, all finer levels rendered where one looks. */
import { mostPerScreenPx } from '../microscopy/tile-grid.ts';
import type { Szi } from '../pyramid/szi.ts';
import { PyramidTileSource } from './pyramid-tile-source.ts';
import { type SlideData, type SlideSetting, slideAsSet } from './settings.ts';
import type { Sight } from './sight.ts';
import { SlideTileSource } from './slide-tile-source.ts';
import { words } from './words.ts';

/** A tile may wait for as long as the reader looks elsewhere. */
const noTimeout = 2 ** 31 - 1;
/** Tiles kept: some screens full, about 100 MB. */
const keptTiles = 300;

/**
 * The image of a slide, whose overview as the page has it is in `pyramid`; everything ends with the
 * signal. Of a section at another depth, or with the stage turned, nothing is stored: all is rendered.
 */
export function slideSight(
  pyramid: Szi,
  slide: SlideData,
  signal: AbortSignal,
  setting: SlideSetting = {},
): Sight {
  const own = new AbortController();
  const either = AbortSignal.any([signal, own.signal]);
  const asSet = slideAsSet(slide, setting);
  const isStored = asSet === slide;
  const tiles = new SlideTileSource(pyramid, asSet, isStored, either);
  return {
    widthPx: slide.widthPx,
    heightPx: slide.heightPx,
    // OpenSeadragon asks for no coarser tile where a finer one is on its way: the overview lies below.
    layers: isStored ? [new PyramidTileSource(pyramid, either), tiles] : [tiles],
    options: {
      timeout: noTimeout,
      imageLoaderLimit: 0,
      maxTilesPerFrame: 12,
      maxImageCacheCount: keptTiles,
      immediateRender: true,
      minPixelRatio: 1 / mostPerScreenPx,
    },
    isAsStill: isStored,
    failed: words.detailFailed,
    follow: (viewer, rendering) => tiles.follow(viewer, rendering),
    set(other) {
      const { order } = slideAsSet(slide, other);
      const same = JSON.stringify(order) === JSON.stringify(asSet.order);
      return same ? undefined : slideSight(pyramid, slide, signal, other);
    },
    end: () => own.abort(),
  };
}

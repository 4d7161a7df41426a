/**
 * How pyramids are made. The recipe is part of a pyramid's identity: whoever changes a number here
 * gets all pyramids made anew. `docs/decisions/0001-one-szi-file-per-pyramid.md` says why each is
 * what it is.
 */
export const recipe = {
  version: 2,
  tileSizePx: 510,
  overlapPx: 1,
  colour: { quality: 82, chromaSubsampling: '4:2:0' },
  grey: { quality: 90 },
  /** The picture that stands for the view until, or where, the viewer does not run. */
  still: { longerSidePx: 1600, quality: 82 },
} as const;

/** Pixels above which an image is refused before it is decoded: 10 gigapixels. */
export const mostPixels = 10e9;

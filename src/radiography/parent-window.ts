import {
  type CompressedViewId,
  type Compression,
  openView,
  type Phantom,
} from '../phantom/index.ts';
import { expose, type ExposeOptions } from './expose.ts';
import type { Window } from './grey-scale.ts';
import { contactField } from './projection/field.ts';
import { openProjection } from './projection/projection.ts';
import type { Tissue } from './projection/tissue.ts';
import { acquisitionOf, type Matrix } from './views.ts';

/**
 * The full view whose window another view is shown in: a magnification has the contrast of its
 * parent, and the muscle in an oblique view must not widen the window of the breast.
 */
const parents: Partial<Record<CompressedViewId, CompressedViewId>> = {
  mlo: 'cc',
  'magnification-cc': 'cc',
  'magnification-ml': 'ml',
};

/** A pixel as wide as 20 of the detector's. The quantiles of a breast lie in what is coarser. */
const coarsePx = 20;

/**
 * The window of the full view that a view borrows; undefined where it has its own. The full view is
 * taken anew with coarse pixels, without noise and without specks: a hundredth of its cost, and a
 * window within 3 % of its own.
 */
export async function parentWindow(
  phantom: Phantom,
  view: CompressedViewId,
  tissue: Tissue,
  { signal, breathe }: Pick<ExposeOptions, 'signal' | 'breathe'> = {},
): Promise<Window | undefined> {
  const parent = parents[view];
  if (!parent) return undefined;
  const acquisition = acquisitionOf(parent);
  const compression = openView(phantom, parent);
  const pitchUm = acquisition.detector.pitchUm * coarsePx;
  const frame = contactField(phantom, compression, matrixFor(compression, pitchUm), pitchUm);
  const bare = { ...phantom, specks: [] };
  const projection = openProjection(bare, compression, frame, tissue);
  const { nepers } = await expose(projection, acquisition, {
    ...(signal && { signal }),
    ...(breathe && { breathe }),
    seed: phantom.plan.seed,
    noiseless: true,
  });
  return nepers;
}

/** As many pixels as hold the breast in front of the chest wall, and a little air. */
function matrixFor(compression: Compression, pitchUm: number): Matrix {
  const outline = compression.outline(100).filter(([u]) => u >= 0);
  const us = outline.map(([u]) => u);
  const vs = outline.map(([, v]) => v);
  const marginMm = 6;
  const pixels = (mm: number) => Math.ceil(((mm + marginMm) * 1000) / pitchUm);
  return {
    widthPx: pixels(Math.max(...us)),
    heightPx: pixels(Math.max(...vs) - Math.min(...vs)),
  };
}

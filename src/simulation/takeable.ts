import { type CompressedViewId, compressedViewIds } from '../phantom/index.ts';

/** The views that can be simulated today. */
export const takeableIds: readonly CompressedViewId[] = compressedViewIds;

/** Whether a view can be simulated. */
export const isTakeable = (view: string): view is CompressedViewId =>
  takeableIds.some((id) => id === view);

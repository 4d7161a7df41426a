import { type RadiographId, radiographIds } from '../radiography/index.ts';

/** The views that can be simulated today. */
export const takeableIds: readonly RadiographId[] = radiographIds;

/** Whether a view can be simulated. */
export const isTakeable = (view: string): view is RadiographId =>
  takeableIds.some((id) => id === view);

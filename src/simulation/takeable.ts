import { type RadiographId, radiographIds } from '../radiography/index.ts';

/** The views that are slides: the same section in both lights. */
export const slideIds = ['histology', 'polarised'] as const;

/** The id of a view that is a slide. */
export type SlideId = (typeof slideIds)[number];

/** The views that can be simulated. */
export const takeableIds: readonly (RadiographId | SlideId)[] = [...radiographIds, ...slideIds];

/** Whether a view can be simulated. */
export const isTakeable = (view: string): view is RadiographId | SlideId =>
  takeableIds.some((id) => id === view);

/** Whether a view is a simulated radiograph. */
export const isRadiograph = (view: string): view is RadiographId =>
  radiographIds.some((id) => id === view);

/** Whether a view is a slide. */
export const isSlide = (view: string): view is SlideId => slideIds.some((id) => id === view);

/** Simulated views in Node: from the recipe of a case to what its pages and its pyramids need. */
export { rendererDigests, rendererVariable } from './code-digest.ts';
export {
  isSlideOrder,
  type PatientOrder,
  slideOf,
  type SlideViewOrder,
  type ViewOrder,
} from './order.ts';
export { type Outlook, outlookOf, type Verdict, verdictOn, type ViewOutlook } from './outlook.ts';
export { faultsOf } from './proof.ts';
export { proveAhead } from './provers.ts';
export { type RenderFormat, renderFormats, type Rendering, renderViews } from './render.ts';
export { simulatedSource } from './source.ts';
export { overviewLevel } from './slide-image.ts';
export { type SlideOutlook, slideOutlookOf } from './slide-outlook.ts';
export type { Stop } from './stop-tiles.ts';
export { isRadiograph, isSlide, isTakeable, type SlideId, takeableIds } from './takeable.ts';
export { descriptionOf, markOf, slideDescriptionOf, titleOf } from './words.ts';

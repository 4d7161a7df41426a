/** Simulated views in Node: from the recipe of a case to what its pages and its pyramids need. */
export { rendererDigest, rendererVariable } from './code-digest.ts';
export type { PatientOrder, ViewOrder } from './order.ts';
export { type Outlook, outlookOf, type Verdict, verdictOn, type ViewOutlook } from './outlook.ts';
export { faultsOf } from './proof.ts';
export { type RenderFormat, renderFormats, type Rendering, renderViews } from './render.ts';
export { simulatedSource } from './source.ts';
export { isTakeable, takeableIds } from './takeable.ts';
export { descriptionOf, markOf, titleOf } from './words.ts';

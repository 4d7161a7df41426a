/** What became of each speck in each view, as pages get it when a reader asks. */
export type { Hidden, SpeckTrace, ViewTrace } from './trace.ts';
export { traceOfRadiograph, traceOfSection } from './trace-of.ts';

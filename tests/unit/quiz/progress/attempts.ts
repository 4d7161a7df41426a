import type { Attempt } from '../../../../src/quiz/progress/attempt.ts';

/** An answer to a question about a number, right and in four seconds, unless told otherwise. */
export const attempt = (id: string, fields: Partial<Attempt> = {}): Attempt => ({
  id,
  at: 1000,
  item: 'size-of-punctate',
  kind: 'numeric',
  category: 'chapter:radiological-classification',
  mode: 'practice',
  answer: '0.5',
  credit: 1,
  tookMs: 4200,
  ...fields,
});

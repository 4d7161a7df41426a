import { distributionIds, mineralIds, morphologyIds } from '../lexicon/index.ts';
import { type CaseRecord, viewId } from './case.ts';
import type { QuestionOf } from './question.ts';
import { unknownWord } from './sentence.ts';

type PictureQuestion = QuestionOf<'picture'>;

/** The terms of the lexicon that a picture may be asked for, of each kind. */
export const termsOf = {
  morphology: morphologyIds,
  distribution: distributionIds,
  mineral: mineralIds,
} as const satisfies Record<PictureQuestion['asks'], readonly string[]>;

/** The term that is right: the case knows it. Undefined where the finding does not say. */
export function rightTerm(question: PictureQuestion, record: CaseRecord): string | undefined {
  return record.findings.find(({ id }) => id === question.finding)?.[question.asks];
}

/** The terms to choose from, in the order of the lexicon, whatever order the author wrote. */
export function offeredTerms({ asks, among }: PictureQuestion): readonly string[] {
  const all: readonly string[] = termsOf[asks];
  return among ? all.filter((id) => among.includes(id)) : all;
}

/** What does not fit between a question and its case: view, finding, the term asked for, the choices. */
export function pictureFaults(
  question: PictureQuestion,
  record: CaseRecord,
): { path: (string | number)[]; message: string }[] {
  const views = record.views.map(viewId);
  if (!views.includes(question.view))
    return [{ path: ['view'], message: `the view ${unknownWord(question.view, views)}` }];
  const finding = record.findings.find(({ id }) => id === question.finding);
  if (!finding) {
    const ids = record.findings.map(({ id }) => id);
    return [{ path: ['finding'], message: `the finding ${unknownWord(question.finding, ids)}` }];
  }
  if (!finding.views.includes(question.view))
    return [
      {
        path: ['finding'],
        message: `the view \`${question.view}\` does not show the finding \`${finding.id}\`; it is in ${finding.views.join(', ')}.`,
      },
    ];
  const right = rightTerm(question, record);
  if (right === undefined)
    return [
      {
        path: ['asks'],
        message: `the finding \`${finding.id}\` has no ${question.asks} to ask for.`,
      },
    ];
  const all: readonly string[] = termsOf[question.asks];
  const unknown = (question.among ?? []).flatMap((id, index) =>
    all.includes(id)
      ? []
      : [{ path: ['among', index], message: `the ${question.asks} ${unknownWord(id, all)}` }],
  );
  if (unknown.length > 0 || !question.among || question.among.includes(right)) return unknown;
  return [{ path: ['among'], message: 'the right term must be among the terms to choose from.' }];
}

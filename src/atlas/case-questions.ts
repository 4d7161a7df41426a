/** Questions that a lesson can ask of a case though nobody has written them. */
import { findTerm } from '../lexicon/index.ts';
import { type CaseRecord, viewId } from './case.ts';
import { askedOfPictures, type QuestionOf } from './question.ts';

type PictureQuestion = QuestionOf<'picture'>;

/** What is asked in which view, where nobody has written a question. */
const asked: Record<
  PictureQuestion['asks'],
  { prompt: string; chapter: string; planes: string[] }
> = {
  morphology: {
    prompt: 'Look into the view. Which word fits the shape of the particles?',
    chapter: 'radiological-classification',
    planes: ['mammographic'],
  },
  distribution: {
    prompt: 'Look into the view. Which word fits the arrangement of the particles?',
    chapter: 'radiological-classification',
    planes: ['mammographic'],
  },
  mineral: {
    prompt: 'Look into the section. Which mineral are the calcifications made of?',
    chapter: 'where-calcifications-sit',
    planes: ['section'],
  },
};

/**
 * The questions that the truth of a simulated case asks by itself, by id: every view of which the
 * findings give exactly one term of a kind. Of drawn and imported cases there are none, since their
 * authors describe what is seen, and the description is read out before the answer.
 */
export function picturesOf(caseId: string, record: CaseRecord): [string, PictureQuestion][] {
  if (record.origin.kind !== 'simulated') return [];
  return record.views.flatMap((view) =>
    askedOfPictures.flatMap((asks): [string, PictureQuestion][] => {
      const name = viewId(view);
      const { prompt, chapter, planes } = asked[asks];
      const telling = record.findings.filter((each) => each.views.includes(name) && each[asks]);
      const [finding] = telling;
      const oneTerm = new Set(telling.map((each) => each[asks])).size === 1;
      const { plane, label } = findTerm('view', view.kind);
      if (!finding || !oneTerm || !planes.includes(plane)) return [];
      const question: PictureQuestion = {
        kind: 'picture',
        title: label,
        prompt,
        explanation: finding.text,
        chapter,
        references: record.references,
        case: caseId,
        view: name,
        finding: finding.id,
        asks,
      };
      return [[`${caseId}-${name}-${asks}`, question]];
    }),
  );
}

/** What the views of a simulated case can be asked for, though nobody has written a question. */
import { findTerm } from '../lexicon/index.ts';
import { type CaseRecord, type CaseView, viewId } from './case.ts';
import { askedOfPictures, type QuestionOf } from './question.ts';

type PictureQuestion = QuestionOf<'picture'>;

/** In which plane which term can be told, how it is asked, and the chapter that teaches it. */
export const asking = {
  morphology: {
    prompt: 'Look into the view. Which word fits the shape of the particles?',
    chapter: 'radiological-classification',
    plane: 'mammographic',
  },
  distribution: {
    prompt: 'Look into the view. Which word fits the arrangement of the particles?',
    chapter: 'radiological-classification',
    plane: 'mammographic',
  },
  assessment: {
    prompt:
      'The work-up is complete, and there is no earlier image. Which category fits what the view shows?',
    chapter: 'management-and-biopsy',
    plane: 'mammographic',
  },
  mineral: {
    prompt: 'Look into the section. Which mineral are the calcifications made of?',
    chapter: 'where-calcifications-sit',
    plane: 'section',
  },
  lesion: {
    prompt: 'Look into the section. Which change of the tissue holds the calcifications?',
    chapter: 'where-calcifications-sit',
    plane: 'section',
  },
} as const;

/** What a view can be asked for. */
export type AskedTerm = keyof typeof asking;

/** The finding that tells a term of a view, where its plane can show it and its findings give exactly one. */
export function tellingFinding(
  { findings }: CaseRecord,
  view: CaseView,
  asks: AskedTerm,
): CaseRecord['findings'][number] | undefined {
  if (findTerm('view', view.kind).plane !== asking[asks].plane) return undefined;
  const name = viewId(view);
  const telling = findings.filter((each) => each.views.includes(name) && each[asks]);
  return new Set(telling.map((each) => each[asks])).size === 1 ? telling[0] : undefined;
}

/**
 * The questions that a lesson can ask of a case, by id: one of every view of which the findings give
 * exactly one term of a kind. Of drawn and imported cases there are none, since their authors describe
 * what is seen, and the description is read out before the answer.
 */
export function picturesOf(caseId: string, record: CaseRecord): [string, PictureQuestion][] {
  if (record.origin.kind !== 'simulated') return [];
  return record.views.flatMap((view) =>
    askedOfPictures.flatMap((asks): [string, PictureQuestion][] => {
      const finding = tellingFinding(record, view, asks);
      if (!finding) return [];
      const { prompt, chapter } = asking[asks];
      const question: PictureQuestion = {
        kind: 'picture',
        title: findTerm('view', view.kind).label,
        prompt,
        explanation: finding.text,
        chapter,
        references: record.references,
        case: caseId,
        view: viewId(view),
        finding: finding.id,
        asks,
      };
      return [[`${caseId}-${viewId(view)}-${asks}`, question]];
    }),
  );
}

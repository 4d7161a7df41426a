import { pictureFaults } from './asked-picture.ts';
import { type CaseRecord, viewId } from './case.ts';
import { picturesOf } from './case-questions.ts';
import type { Lesson, LessonStop, LessonStopOf } from './lesson.ts';
import type { Question, QuestionOf } from './question.ts';
import { unknownWord } from './sentence.ts';
import { findTerm } from '../lexicon/index.ts';

/** What the rest of the content knows of the cases and questions that a lesson names. */
export interface LessonSources {
  readonly cases: ReadonlyMap<string, CaseRecord>;
  readonly questions: ReadonlyMap<string, Question>;
}

/** The written questions, and those that the cases ask by themselves. */
export function lessonSources(
  cases: ReadonlyMap<string, CaseRecord>,
  written: ReadonlyMap<string, Question>,
): LessonSources {
  const pictures = [...cases].flatMap(([id, record]) => picturesOf(id, record));
  return { cases, questions: new Map([...pictures, ...written]) };
}

export interface LessonFault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Kinds of question whose options a room can show hands for. */
export const kindsWithHands: readonly Question['kind'][] = [
  'single-choice',
  'multiple-choice',
  'picture',
];

/** What a lesson asks of cases and questions that they do not have, and votes that do not fit together. */
export function lessonFaults({ stops }: Lesson, sources: LessonSources): LessonFault[] {
  return [
    ...stops.flatMap((stop, at) =>
      stopFaults(stop, sources).map(({ path, message }) => ({
        path: ['stops', at, ...path],
        message,
      })),
    ),
    ...voteFaults(stops),
  ];
}

function stopFaults(stop: LessonStop, { cases, questions }: LessonSources): LessonFault[] {
  switch (stop.kind) {
    case 'view':
      return [...shownFaults(stop, [], cases), ...benchFaults(stop, [stop], cases)];
    case 'compare':
      return [
        ...stop.views.flatMap((shown, index) => shownFaults(shown, ['views', index], cases)),
        ...sameTwice(stop),
        ...benchFaults(stop, stop.views, cases),
      ];
    case 'question': {
      const question = questions.get(stop.question);
      if (!question) return [unknown(['question'], 'the question', stop.question, questions)];
      if (question.kind === 'picture') return amongFaults(stop, question, cases);
      if (stop.among)
        return [
          {
            path: ['among'],
            message: `must be left out: \`${stop.question}\` brings its own options.`,
          },
        ];
      if (stop.place)
        return [
          {
            path: ['place'],
            message: `must be left out: \`${stop.question}\` is not about a picture.`,
          },
        ];
      if (kindsWithHands.includes(question.kind)) return [];
      const message = `the question \`${stop.question}\` is of the kind ${question.kind}, for which no hands can be counted; choose one of the kind ${kindsWithHands.join(', ')}.`;
      return [{ path: ['question'], message }];
    }
    case 'story':
      return storyFaultsOf(stop, cases);
    case 'text':
      return stop.text === undefined && stop.points.length === 0
        ? [{ path: [], message: 'a stop of the kind text needs a `text`, or `points`.' }]
        : [];
    default:
      return [];
  }
}

type Cases = LessonSources['cases'];

/** A question of a case offers all terms of its kind where nobody chooses, too many for a show of hands. */
function amongFaults(
  { question: id, among }: LessonStopOf<'question'>,
  question: QuestionOf<'picture'>,
  cases: Cases,
): LessonFault[] {
  const record = cases.get(question.case);
  const offered = among ?? question.among;
  if (!record) return [];
  if (!offered && question.asks === 'morphology')
    return [
      {
        path: ['question'],
        message: `\`${id}\` offers all terms of morphology, too many to count hands for; name up to eight under \`among\`, the right one among them.`,
      },
    ];
  return pictureFaults({ ...question, among: offered }, record);
}

function shownFaults(
  shown: { case: string; view: string },
  path: (string | number)[],
  cases: Cases,
): LessonFault[] {
  const record = cases.get(shown.case);
  if (!record) return [unknown([...path, 'case'], 'the case', shown.case, cases)];
  const views = record.views.map(viewId);
  if (views.includes(shown.view)) return [];
  const message = `the view of the case \`${shown.case}\` ${unknownWord(shown.view, views)}`;
  return [{ path: [...path, 'view'], message }];
}

/** Names are compared, not places: one view cannot stand beside itself. */
function sameTwice({ views: [a, b] }: LessonStopOf<'compare'>): LessonFault[] {
  if (!a || !b || a.case !== b.case || a.view !== b.view) return [];
  const message = `the view \`${b.view}\` stands on the other side already; a stop of the kind view shows it alone.`;
  return [{ path: ['views', 1, 'view'], message }];
}

function benchFaults(
  { marks, speck, depthUm, stageDeg }: LessonStopOf<'view' | 'compare'>,
  views: readonly { case: string; view: string }[],
  cases: Cases,
): LessonFault[] {
  const faults: LessonFault[] = [];
  const records = views.flatMap(({ case: id }) => cases.get(id) ?? []);
  if (records.length < views.length) return [];
  if (marks && records.some(({ origin }) => origin.kind !== 'simulated'))
    faults.push({
      path: ['marks'],
      message: 'must be left out: nobody knows the calcifications of a case that is not simulated.',
    });
  if (marks && new Set(views.map((each) => each.case)).size > 1)
    faults.push({
      path: ['marks'],
      message: 'must be left out: calcifications are counted case by case, and here are two cases.',
    });
  if (speck !== undefined && !marks)
    faults.push({
      path: ['speck'],
      message: 'is only followed where `marks: true` marks the calcifications.',
    });
  const hasSlide = views.some(({ view }, at) => {
    const found = records[at]?.views.find((each) => viewId(each) === view);
    return found && findTerm('view', found.kind).plane === 'section';
  });
  for (const [name, value] of Object.entries({ depthUm, stageDeg }))
    if (value !== undefined && !hasSlide)
      faults.push({ path: [name], message: 'must be left out: no slide is shown at this stop.' });
  return faults;
}

function storyFaultsOf({ case: id, stop }: LessonStopOf<'story'>, cases: Cases): LessonFault[] {
  const record = cases.get(id);
  if (!record) return [unknown(['case'], 'the case', id, cases)];
  if (!record.story) {
    const told = [...cases].flatMap(([name, { story }]) => (story ? [name] : []));
    const message = `the case \`${id}\` has no story; there is one in ${told.join(', ') || 'no case'}.`;
    return [{ path: ['case'], message }];
  }
  const count = record.story.length;
  if (stop === undefined || stop <= count) return [];
  const message = `the story of \`${id}\` has no stop ${stop}; it has ${count}.`;
  return [{ path: ['stop'], message }];
}

/** A question is asked before and after, or once; each round needs the other. */
function voteFaults(stops: readonly LessonStop[]): LessonFault[] {
  const rounds = stops.flatMap((stop, at) => (stop.kind === 'question' ? [{ ...stop, at }] : []));
  return rounds.flatMap(({ question, vote, at }) => {
    const same = rounds.filter((each) => each.question === question);
    const path = ['stops', at, 'vote'];
    const twin = (round: string) => same.filter((each) => each.vote === round);
    if (vote === 'once' && same.length > 1)
      return [
        {
          path,
          message: `the question \`${question}\` stands in this lesson more than once; mark one of the two \`vote: before\` and the later one \`vote: after\`.`,
        },
      ];
    if (vote === 'before' && !twin('after').some((each) => each.at > at))
      return [
        {
          path,
          message: `no later stop asks \`${question}\` with \`vote: after\`; add one, or leave \`vote\` out.`,
        },
      ];
    if (vote === 'after' && !twin('before').some((each) => each.at < at))
      return [
        {
          path,
          message: `no earlier stop asks \`${question}\` with \`vote: before\`; add one, or leave \`vote\` out.`,
        },
      ];
    if (vote !== 'once' && twin(vote).length > 1)
      return [
        { path, message: `\`${question}\` is asked with \`vote: ${vote}\` twice; once is enough.` },
      ];
    return [];
  });
}

function unknown(
  path: (string | number)[],
  what: string,
  id: string,
  known: ReadonlyMap<string, unknown>,
): LessonFault {
  const ids = [...known.keys()];
  const told = unknownWord(id, ids);
  // Long lists of what exists help nobody.
  const text = ids.length > 12 ? told.replace(/ Expected one of .*$/, '') : told;
  return { path, message: `${what} ${text}` };
}

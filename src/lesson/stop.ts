/**
 * The stops of a lesson as they are taught: what its author wrote, with the story of a case unrolled,
 * each question with its sealed key, and what a stop shows of views as a query of the bench. Pure.
 */
import type { DiagramId, Lesson, LessonStop, LessonStopOf } from '../atlas/lesson.ts';
import type { StoryStop } from '../atlas/story.ts';
import type { Item } from '../quiz/item.ts';
import type { BenchState } from '../viewer/bench/state.ts';
import { stateOf } from '../viewer/story/state.ts';
import { type Agreement, agreementOn } from './agreement.ts';

/** A view of a case, by `case.view`. */
export type ViewName = `${string}.${string}`;

/** What a stop shows on a bench. */
export interface Picture {
  readonly views: readonly ViewName[];
  /** What the address of a bench says without any mark. */
  readonly query: string;
  /** The same with its calcifications marked; undefined where there is nothing to mark. */
  readonly marked?: string;
}

export type Vote = 'once' | 'before' | 'after';

/** A question and how it is asked. */
export interface Asking {
  readonly id: string;
  readonly item: Item;
  readonly vote: Vote;
  readonly agreement: readonly Agreement[];
}

/** One stop as it is taught. */
export interface Stop {
  readonly kind: LessonStop['kind'];
  /** What lists and the presenter call it; it gives no answer away. */
  readonly name: string;
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly points: readonly string[];
  readonly caption?: string | undefined;
  readonly picture?: Picture;
  /** Whether its marks are shown one press after the picture. */
  readonly marks: boolean;
  readonly asking?: Asking;
  readonly diagram?: DiagramId;
  readonly minutes: number;
  /** Notes for the speaker, and the text of the case's story. */
  readonly notes: readonly string[];
  /** Whether it tells the answer of the question before it. */
  readonly afterwards?: true;
  /** Keys of references. */
  readonly references: readonly string[];
}

/** A question with its item, and the view that it is asked about. */
export interface AskedQuestion {
  readonly item: Item;
  readonly picture?: ViewName;
  /** The term of the lexicon that is asked for, where a picture is. */
  readonly asks?: string;
}

/** Where stops find what their authors name. Throws where there is no such case or question. */
export interface Sources {
  story(caseId: string): readonly StoryStop[];
  question(stop: LessonStopOf<'question'>): AskedQuestion;
  /** Title of a case, and short name of a view. */
  named(view: ViewName): { readonly title: string; readonly short: string };
  /** An address with the state of a bench in its query. */
  address(state: BenchState, href: string): string;
  /** Whether the calcifications of a case are known. */
  isSimulated(caseId: string): boolean;
}

/** All stops of a lesson in their order. */
export const stopsOf = (lesson: Pick<Lesson, 'stops'>, sources: Sources): Stop[] =>
  lesson.stops.flatMap((stop) => taught(stop, sources));

function taught(stop: LessonStop, sources: Sources): Stop[] {
  const { kind, minutes, references } = stop;
  const common = {
    ...{ kind, minutes, references, notes: stop.notes ? [stop.notes] : [] },
    ...(stop.afterwards && { afterwards: true as const }),
  };
  const plain = { ...common, points: [], marks: false };
  switch (stop.kind) {
    case 'title':
      return [{ ...plain, name: stop.title, title: stop.title, text: stop.text }];
    case 'text': {
      const { title, text, points } = stop;
      return [{ ...plain, name: title ?? shortened(text ?? points[0] ?? ''), title, text, points }];
    }
    case 'pause':
      return [{ ...plain, name: 'Pause', title: 'Pause', text: stop.text }];
    case 'diagram':
      return [
        {
          ...plain,
          name: stop.caption ? `Drawing: ${stop.caption}` : 'Drawing',
          caption: stop.caption,
          diagram: stop.diagram,
        },
      ];
    case 'view':
    case 'compare':
      return [{ ...common, ...looking(stop, sources), points: [], caption: stop.caption }];
    case 'question':
      return [{ ...plain, ...questionOf(stop, sources) }];
    case 'story':
      return storyOf(stop, common, sources);
  }
}

function looking(stop: LessonStopOf<'view' | 'compare'>, sources: Sources) {
  const shown = stop.kind === 'view' ? [stop] : stop.views;
  const views = shown.map((each): ViewName => `${each.case}.${each.view}`);
  const oneCase = new Set(shown.map((each) => each.case)).size === 1;
  const idOf = (each: { case: string; view: string }) =>
    oneCase ? each.view : `${each.case}.${each.view}`;
  const looks = shown.flatMap((each) => {
    const { place } = each;
    if (!place) return [];
    const view = idOf(each);
    return [[view, { view, ...lookAt(place) }] as const];
  });
  const tones = shown.flatMap((each) => (each.grey ? [[idOf(each), each.grey] as const] : []));
  const state: BenchState = {
    ...plainState,
    panes: shown.map(idOf),
    layout: stop.kind === 'view' ? 'beside' : stop.layout,
    linked: stop.kind === 'view' || stop.linked,
    looks: Object.fromEntries(looks),
    tones: Object.fromEntries(tones),
    depthUm: stop.depthUm ?? null,
    stageDeg: stop.stageDeg ?? 0,
  };
  const canMark = oneCase && shown.every((each) => sources.isSimulated(each.case));
  const picture: Picture = {
    views,
    query: benchQuery(sources, state),
    ...(canMark && {
      marked: benchQuery(sources, {
        ...state,
        findings: true,
        speck: stop.speck === undefined ? null : stop.speck - 1,
      }),
    }),
  };
  return { name: nameOf(views, sources), picture, marks: stop.marks };
}

const lookAt = ({ xMm, yMm, widthMm }: NonNullable<LessonStopOf<'view'>['place']>) =>
  ({ centreX: xMm, centreY: yMm, width: widthMm, unit: 'mm' }) as const;

/** A bench of which nothing is asked. */
const plainState: BenchState = {
  ...{ layout: 'beside', panes: [], linked: true, looks: {}, tones: {}, turns: {} },
  ...{ depthUm: null, stageDeg: 0, findings: false, speck: null },
};

const benchQuery = ({ address }: Pick<Sources, 'address'>, state: BenchState) =>
  new URL(address(state, 'http://atlas/')).search;

function nameOf(views: readonly ViewName[], sources: Sources): string {
  const found = views.map((view) => sources.named(view));
  const titles = [...new Set(found.map(({ title }) => title))];
  if (titles.length > 1) return found.map(({ title, short }) => `${title}: ${short}`).join(' | ');
  return `${titles[0]}: ${found.map(({ short }) => short).join(', ')}`;
}

function questionOf(stop: LessonStopOf<'question'>, sources: Sources) {
  const { question: id, vote, agreement } = stop;
  const { item, picture, asks } = sources.question(stop);
  const asking = { id, item, vote, agreement: agreementOn(agreement ?? asks) };
  const name = `Question: ${item.asked.title}`;
  if (!picture) return { name, asking };
  const view = picture.slice(picture.indexOf('.') + 1);
  const { place } = stop;
  const look = place && { view, ...lookAt(place) };
  const state = { ...plainState, panes: [view], looks: look ? { [view]: look } : {} };
  const marked = benchQuery(sources, { ...state, findings: true });
  return {
    name,
    asking,
    picture: {
      views: [picture],
      query: benchQuery(sources, state),
      ...(sources.isSimulated(caseOf(picture)) && { marked }),
    },
  };
}

function storyOf(
  { case: id, stop, caption }: LessonStopOf<'story'>,
  common: Pick<Stop, 'kind' | 'minutes' | 'references' | 'notes'>,
  sources: Sources,
): Stop[] {
  const story = sources.story(id);
  const told = stop === undefined ? story : story.slice(stop - 1, stop);
  return told.map((each) => {
    const views = each.views.map((view): ViewName => `${id}.${view}`);
    const state = stateOf(each);
    const marked = { ...state, findings: true };
    const bare = { ...state, findings: false, speck: null };
    return {
      ...common,
      minutes: common.minutes / told.length,
      notes: [...common.notes, each.text],
      name: nameOf(views, sources),
      points: [],
      caption,
      picture: {
        views,
        query: benchQuery(sources, bare),
        ...(sources.isSimulated(id) && { marked: benchQuery(sources, marked) }),
      },
      marks: each.findings,
    };
  });
}

/** The case of a view. */
export const caseOf = (view: ViewName): string => view.slice(0, view.indexOf('.'));

const shortened = (text: string) =>
  text.length <= 48 ? text : `${text.slice(0, 48).replace(/\s+\S*$/, '')} …`;

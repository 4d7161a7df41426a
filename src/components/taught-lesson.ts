import { getCollection } from 'astro:content';
import { referenceAddress } from '../atlas/address.ts';
import { viewId } from '../atlas/case.ts';
import type { Lesson } from '../atlas/lesson.ts';
import { lessonSources, type LessonSources } from '../atlas/lesson-faults.ts';
import { sourcesOf, type TaughtLesson } from '../lesson/data.ts';
import { type Sources, stopsOf, type ViewName } from '../lesson/stop.ts';
import { findTerm } from '../lexicon/index.ts';
import { addressOfState } from '../viewer/bench/address.ts';
import { printedReferences } from './printed-references.ts';
import { itemOf } from './question-item.ts';
import { type ShownView, shownView } from './shown-view.ts';

/** A lesson as its pages need it: how it is taught, and the views that it shows. */
export interface PageLesson {
  readonly taught: TaughtLesson;
  readonly views: ReadonlyMap<ViewName, { readonly shown: ShownView; readonly caseTitle: string }>;
}

/** Makes a lesson of the collection ready to be taught. */
export async function taughtLesson(id: string, lesson: Lesson): Promise<PageLesson> {
  const stops = stopsOf(lesson, await sourcesFor(lesson));
  const printed = await printedReferences();
  const keys = [...new Set(stops.flatMap(sourcesOf))];
  const sources = Object.fromEntries(
    keys.map((key) => [
      key,
      { label: printed.get(key)?.short ?? key, href: referenceAddress(key) },
    ]),
  );
  const { title, summary } = lesson;
  const names = [...new Set(stops.flatMap(({ picture }) => picture?.views ?? []))];
  const views = await Promise.all(
    names.map(async (name) => [name, await viewNamed(name)] as const),
  );
  return { taught: { id, title, summary, stops, sources }, views: new Map(views) };
}

async function sourcesFor({ stops }: Lesson): Promise<Sources> {
  const { cases, questions } = await lessonContent();
  const asked = stops.flatMap((stop) => (stop.kind === 'question' ? [stop] : []));
  const items = new Map(
    await Promise.all(
      asked.map(async (stop) => {
        const data = questions.get(stop.question);
        if (!data) throw new Error(`There is no question ${stop.question} to ask.`);
        const narrowed =
          data.kind === 'picture' && stop.among ? { ...data, among: stop.among } : data;
        return [stop, { data, item: await itemOf(stop.question, narrowed) }] as const;
      }),
    ),
  );
  const record = (id: string) => {
    const found = cases.get(id);
    if (!found) throw new Error(`There is no case ${id} to teach with.`);
    return found;
  };
  return {
    address: addressOfState,
    story: (id) => record(id).story ?? [],
    isSimulated: (id) => record(id).origin.kind === 'simulated',
    named(name) {
      const [id = '', view = ''] = name.split('.');
      const { title, views } = record(id);
      const found = views.find((each) => viewId(each) === view);
      return { title, short: found ? findTerm('view', found.kind).abbreviation : view };
    },
    question(stop) {
      const found = items.get(stop);
      if (!found) throw new Error(`There is no question ${stop.question} to ask.`);
      const { data, item } = found;
      if (data.kind !== 'picture') return { item };
      return { item, picture: `${data.case}.${data.view}`, asks: data.asks };
    },
  };
}

/** The cases, and all questions that a lesson may ask. */
export async function lessonContent(): Promise<LessonSources> {
  const [cases, written] = await Promise.all([getCollection('cases'), getCollection('questions')]);
  const byId = <Data>(entries: readonly { id: string; data: Data }[]) =>
    new Map(entries.map(({ id, data }) => [id, data]));
  return lessonSources(byId(cases), byId(written));
}

async function viewNamed(name: ViewName): Promise<{ shown: ShownView; caseTitle: string }> {
  const [id = '', wanted = ''] = name.split('.');
  const entry = (await getCollection('cases')).find((each) => each.id === id);
  const view = entry?.data.views.find((each) => viewId(each) === wanted);
  if (!entry || !view) throw new Error(`There is no view ${name} to show.`);
  return { shown: await shownView(entry, view), caseTitle: entry.data.title };
}

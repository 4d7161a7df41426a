/** What a stop is called in the list of its lesson. Pure. */
import type { LessonStop } from '../../atlas/lesson.ts';
import type { Catalogue } from './catalogue.ts';

/** The name of a stop; until the catalogue has come, cases and questions go by their ids. */
export function stopName(stop: LessonStop, catalogue: Catalogue | undefined): string {
  const caseName = (id: string) => catalogue?.cases[id]?.title ?? id;
  switch (stop.kind) {
    case 'view':
      return `${caseName(stop.case)}: ${catalogue?.cases[stop.case]?.views[stop.view] ?? stop.view}`;
    case 'compare':
      return stop.views.map((each) => `${caseName(each.case)}: ${each.view}`).join(' | ');
    case 'question':
      return catalogue?.questions[stop.question]?.item.asked.title ?? stop.question;
    case 'story':
      return `Story of ${caseName(stop.case)}${stop.stop ? `, stop ${stop.stop}` : ''}`;
    case 'title':
      return stop.title;
    case 'text':
      return stop.title ?? stop.text ?? stop.points[0] ?? '';
    case 'diagram':
      return stop.diagram;
    case 'pause':
      return stop.text ?? 'Pause';
  }
}

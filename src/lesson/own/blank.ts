/** Lessons and stops to begin from. Pure. */
import type { DiagramId, Lesson, LessonStop } from '../../atlas/lesson.ts';
import type { Catalogue } from './catalogue.ts';
import { fewTerms } from './terms.ts';

export const freshLesson = (): Lesson => ({
  title: 'A new lesson',
  summary: 'A lesson of my own.',
  stops: [{ kind: 'title', title: 'A new lesson', minutes: 1, references: [] }],
});

/** A stop of each kind that needs no view, by what it is called; of what the catalogue lacks there is none. */
export function blankStops(
  catalogue: Catalogue | undefined,
  diagrams: readonly DiagramId[],
): readonly (readonly [string, LessonStop])[] {
  const common = { minutes: 1, references: [] };
  const [diagram] = diagrams;
  const [[question, asked] = []] = Object.entries(catalogue?.questions ?? {});
  const among = asked && fewTerms(asked.item);
  const told = Object.entries(catalogue?.cases ?? {}).find(([, { story }]) => story.length > 0);
  return [
    ['a title', { kind: 'title', title: 'A title', ...common }],
    ['a text', { kind: 'text', title: 'A heading', points: ['A point'], ...common }],
    ...(diagram ? [['a drawing', { kind: 'diagram', diagram, ...common }] as const] : []),
    ...(question
      ? [
          [
            'a question',
            { kind: 'question', question, vote: 'once', ...(among && { among }), ...common },
          ] as const,
        ]
      : []),
    ...(told ? [['a story', { kind: 'story', case: told[0], ...common }] as const] : []),
    ['a pause', { kind: 'pause', ...common, minutes: 5 }],
  ];
}

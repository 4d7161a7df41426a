import type { Lesson } from '../atlas/lesson.ts';

/** The minutes planned for a lesson. */
export const minutesOf = ({ stops }: Lesson): number =>
  Math.round(stops.reduce((sum, { minutes }) => sum + minutes, 0));

/** How long a lesson is, in words. */
export function lengthOf(lesson: Lesson): string {
  const { length } = lesson.stops;
  const asked = new Set(
    lesson.stops.flatMap((stop) => (stop.kind === 'question' ? stop.question : [])),
  );
  const questions =
    asked.size === 0
      ? ''
      : `, ${asked.size} ${asked.size === 1 ? 'question' : 'questions'} to the room`;
  return `${minutesOf(lesson)} minutes, ${length} stops${questions}`;
}

/** The book's lessons in the order in which one would give them, then a department's own. */
const order = [
  'descriptors-in-twenty-cases',
  'look-alikes',
  'from-recall-to-report',
  'the-missing-calcifications',
  'oxalate-and-polarised-light',
  'casts-and-prognosis',
];

export function lessonOrder<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
): Entry[] {
  const place = ({ id }: Entry) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...entries].sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

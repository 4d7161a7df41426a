/** Lessons made in this browser. */
import { type Lesson, lessonSchema } from '../../atlas/lesson.ts';
import { shelf } from '../keep/shelf.ts';

/** A lesson and when it was changed, milliseconds since 1970. */
export interface OwnLesson extends Lesson {
  readonly id: string;
  readonly changedAt: number;
}

/** A lesson in what was kept; undefined where it is none that this atlas can teach. */
export function ownLessonIn(value: unknown): OwnLesson | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, changedAt, ...rest } = value as Record<string, unknown>;
  const lesson = lessonSchema.safeParse(rest);
  if (typeof id !== 'string' || !lesson.success) return undefined;
  return { id, changedAt: Number(changedAt) || 0, ...lesson.data };
}

export const ownLessons = shelf('lessons', ownLessonIn);

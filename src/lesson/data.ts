/** A lesson as a page holds it: sealed, so that no stop tells its answer before its time. */
import { opened, sealed } from '../atlas/sealed.ts';
import type { Stop } from './stop.ts';

/** A reference as it is printed under notes and answers. */
export interface Source {
  readonly label: string;
  readonly href: string;
}

export interface TaughtLesson {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly stops: readonly Stop[];
  /** The references of its stops, by key. */
  readonly sources: Readonly<Record<string, Source>>;
}

export const sealedLesson = (lesson: TaughtLesson): string => sealed(lesson);
export const openedLesson = (text: string): TaughtLesson => opened(text) as TaughtLesson;

/** All references that a stop stands on, those of its published agreement included. */
export const sourcesOf = (stop: Stop): string[] => [
  ...new Set([...stop.references, ...(stop.asking?.agreement ?? []).map(({ source }) => source)]),
];

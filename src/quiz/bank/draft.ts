/** An item that the atlas asks by itself, before it has addresses to read on. Pure. */
import type { GroupId } from '../../atlas/question-set.ts';
import type { PagedKind } from '../../atlas/term-page.ts';
import type { Asked, Key, Told } from '../item.ts';

/** What is known of an item before the pages that it points to are. */
export interface Draft {
  readonly id: string;
  readonly group: GroupId;
  readonly asked: Asked;
  /** What each kind of item needs to judge an answer. */
  readonly key: Omit<Key, keyof Told>;
  readonly explanation: string;
  readonly category: string;
  readonly term?: Told['term'];
  /** Terms to read on about. */
  readonly terms: readonly (readonly [PagedKind, string])[];
  readonly cases: readonly string[];
  readonly chapter?: string;
  readonly references: readonly string[];
}

/** What items can be chosen by, with the words of the interface. */
export const groupLabels = {
  cases: 'Whole cases',
  places: 'Find it on the image',
  pictures: 'Name what an image shows',
  several: 'Compare images',
  terms: 'Words and their meaning',
  written: 'Questions of the chapters',
} as const satisfies Record<GroupId, string>;

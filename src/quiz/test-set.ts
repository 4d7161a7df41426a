import type { GroupId } from '../atlas/question-set.ts';
import { shuffled } from './draw.ts';

/** What a test set is drawn from. */
export const poolIds = ['all', 'cases', 'images', 'written'] as const;
export type PoolId = (typeof poolIds)[number];

/** The pools in the words of the interface. */
export const poolLabels: Readonly<Record<PoolId, string>> = {
  all: 'everything',
  cases: 'whole cases',
  images: 'images',
  written: 'words and chapters',
};

const groupsOf: Readonly<Record<PoolId, readonly GroupId[]>> = {
  all: ['cases', 'places', 'pictures', 'several', 'terms', 'written'],
  cases: ['cases'],
  images: ['cases', 'places', 'pictures', 'several'],
  written: ['terms', 'written'],
};

/** A test set: which items, in which order, follows from these alone. */
export interface TestSet {
  readonly seed: string;
  readonly items: number;
  readonly of: PoolId;
  /** Time for all of it; no limit if left out. */
  readonly minutes?: number | undefined;
}

/** An item as far as it is known before it is fetched. */
export interface Listed {
  readonly id: string;
  readonly group: GroupId;
  readonly chapter?: string | undefined;
  readonly category: string;
}

/** How many items a set has: the fewest, the usual number if none is said, and the most. */
export const setSize = { least: 1, usual: 20, most: 60 } as const;

/** How many minutes a set may last. */
const time = { least: 1, most: 240 } as const;

/** The ids of all that a pool holds, in an order that is always the same. */
const idsOf = (all: readonly Listed[], of: PoolId): string[] =>
  all
    .filter(({ group }) => groupsOf[of].includes(group))
    .map(({ id }) => id)
    .sort();

/** How many items a pool holds: no set of it can have more. */
export const poolSize = (all: readonly Listed[], of: PoolId): number => idsOf(all, of).length;

/** The ids of a set, drawn from all of its pool, in whatever order those are given. */
export function drawSet(all: readonly Listed[], { seed, items, of }: TestSet): string[] {
  return shuffled(idsOf(all, of), seed).slice(0, items);
}

/** A seed as it stands in a link: lower-case letters, digits and hyphens, at most forty. */
export function seedOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
}

/** The query of the link to a set. */
export const queryOf = ({ seed, items, of, minutes }: TestSet) =>
  `?set=${seed}&items=${items}${of === 'all' ? '' : `&of=${of}`}${minutes === undefined ? '' : `&minutes=${minutes}`}`;

/** The set that the query of a link names; undefined where it names none. */
export function setIn(query: string): TestSet | undefined {
  const given = new URLSearchParams(query);
  const seed = seedOf(given.get('set') ?? '');
  if (seed === '') return undefined;
  const items = Math.round(Number(given.get('items') ?? setSize.usual)) || setSize.usual;
  const minutes = Math.round(Number(given.get('minutes'))) || 0;
  return {
    seed,
    items: Math.min(setSize.most, Math.max(setSize.least, items)),
    of: poolIds.find((id) => id === given.get('of')) ?? 'all',
    ...(minutes >= time.least && { minutes: Math.min(time.most, minutes) }),
  };
}

/** Minutes and seconds that are left, as on a clock. */
export function clock(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

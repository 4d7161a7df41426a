import { shuffled } from './draw.ts';

/** A test set: which items, in which order, follows from the seed alone. */
export interface TestSet {
  readonly seed: string;
  readonly items: number;
}

/** How many items a set has, at most and if nothing else is said. */
export const setSize = { least: 5, usual: 20, most: 60 } as const;

/** The ids of a set, drawn from all, in whatever order those are given. */
export function drawSet(ids: readonly string[], { seed, items }: TestSet): string[] {
  return shuffled([...ids].sort(), seed).slice(0, items);
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
export const queryOf = ({ seed, items }: TestSet) => `?set=${seed}&items=${items}`;

/** The set that the query of a link names; undefined where it names none. */
export function setIn(query: string): TestSet | undefined {
  const given = new URLSearchParams(query);
  const seed = seedOf(given.get('set') ?? '');
  if (seed === '') return undefined;
  const items = Math.round(Number(given.get('items') ?? setSize.usual)) || setSize.usual;
  return { seed, items: Math.min(setSize.most, Math.max(setSize.least, items)) };
}

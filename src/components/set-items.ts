import { getCollection, getEntry } from 'astro:content';
import { viewId } from '../atlas/case.ts';
import { listOf } from '../quiz/bank/bank.ts';
import { itemsOfSet } from '../quiz/fixed-set.ts';
import type { Item } from '../quiz/item.ts';
import { allItems } from './question-item.ts';
import { type ShownView, shownView } from './shown-view.ts';

/** The pages of the sets: each with its items in their order. */
export async function setPaths() {
  const [bank, sets] = await Promise.all([allItems(), getCollection('sets')]);
  const items = new Map(bank.map(({ item }) => [item.id, item]));
  const listed = listOf(bank);
  return sets.map(({ id, data }) => ({
    params: { id },
    props: {
      id,
      set: data,
      items: itemsOfSet(data, listed).flatMap((each) => items.get(each) ?? []),
    },
  }));
}

/** The views that an item shows. */
export function shownOf({ asked }: Item): Promise<ShownView[]> {
  return Promise.all(
    (asked.pictures ?? []).map(async ({ case: id, view: name }) => {
      const entry = await getEntry('cases', id);
      const view = entry?.data.views.find((each) => viewId(each) === name);
      if (!entry || !view) throw new Error(`The case ${id} has no view ${name}.`);
      return shownView(entry, view);
    }),
  );
}

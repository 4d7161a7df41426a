import type { Item } from './item.ts';

/** Fetches items, each once. */
export interface FetchedItems {
  /** Rejects where the item is not to be had; asking again tries again. */
  get(id: string): Promise<Item>;
}

/** Items from an address with `*` for their id. */
export function fetchedItems(address: string): FetchedItems {
  const items = new Map<string, Promise<Item>>();
  async function fetchItem(id: string): Promise<Item> {
    const answer = await fetch(address.replace('*', id));
    if (!answer.ok) throw new Error(`The question is answered with ${answer.status}.`);
    return (await answer.json()) as Item;
  }
  return {
    get(id) {
      const known = items.get(id) ?? fetchItem(id);
      items.set(id, known);
      known.catch(() => items.delete(id));
      return known;
    },
  };
}

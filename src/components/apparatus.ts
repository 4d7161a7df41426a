/** A reference of one page: its number and the places of the page that lead to it. */
export interface NumberedReference {
  key: string;
  number: number;
  places: readonly string[];
}

/**
 * The references of one page, numbered from 1 in the order in which `mentions` names them. A key
 * that is mentioned n times has n places, ids unique on the page: every mention takes the next one,
 * and the list leads back to all of them. Keys in `unmentioned` are listed after these, without
 * a place.
 */
export class Apparatus {
  readonly #references: ReadonlyMap<string, NumberedReference>;
  readonly #taken = new Map<string, number>();

  constructor(mentions: readonly string[], unmentioned: readonly string[] = []) {
    const counts = new Map<string, number>();
    for (const key of mentions) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const key of unmentioned) counts.set(key, counts.get(key) ?? 0);
    this.#references = new Map(
      [...counts].map(([key, count], index) => {
        const places = Array.from({ length: count }, (_, place) => `cite-${key}-${place + 1}`);
        return [key, { key, number: index + 1, places }];
      }),
    );
  }

  /** The number of a reference; undefined if it is not of this page. */
  numberOf(key: string): number | undefined {
    return this.#references.get(key)?.number;
  }

  /** The id for the next mention of a reference; undefined once all its places are taken. */
  nextPlace(key: string): string | undefined {
    const taken = this.#taken.get(key) ?? 0;
    this.#taken.set(key, taken + 1);
    return this.#references.get(key)?.places[taken];
  }

  get list(): readonly NumberedReference[] {
    return [...this.#references.values()];
  }
}

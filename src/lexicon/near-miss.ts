import { distance } from 'fastest-levenshtein';

/** Writes a word as ids are written: lower case, words joined by hyphens. */
export function asId(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_–-]+/g, '-');
}

/**
 * Returns the one entry of `known` that a person who wrote `found` most likely meant, or undefined
 * rather than a far-fetched or ambiguous one. Case, spaces and underscores do not count. Otherwise
 * one letter in three of the longer word may be wrong, at most three in all; or whole words may be
 * missing as long as more than half of the entry is there (`pleomorphic` for `fine-pleomorphic`).
 */
export function suggest(found: string, known: readonly string[]): string | undefined {
  const wanted = asId(found);
  const exact = known.find((entry) => asId(entry) === wanted);
  if (exact !== undefined) return exact;

  const misspelt = known
    .map((entry) => ({ entry, letters: distance(wanted, asId(entry)) }))
    .filter(({ entry, letters }) => letters <= lettersForgiven(wanted, entry));
  if (misspelt.length > 0) {
    const fewest = Math.min(...misspelt.map(({ letters }) => letters));
    return onlyOne(misspelt.filter(({ letters }) => letters === fewest))?.entry;
  }

  const words = wanted.split('-');
  return onlyOne(
    known.filter((entry) => {
      const entryWords = asId(entry).split('-');
      return wanted.length > entry.length / 2 && words.every((word) => entryWords.includes(word));
    }),
  );
}

function lettersForgiven(wanted: string, entry: string): number {
  return Math.min(3, Math.floor(Math.max(wanted.length, entry.length) / 3));
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** What a reader has chosen, in the query of an address: `?morphology=amorphous,punctate&view=histology`. Pure. */
import { facetNames, type Values } from './facets.ts';

/** Reads a query (`location.search`). What `isKnown` does not know is left out: it is never an error. */
export function readChoice(
  query: string,
  isKnown: (facet: string, value: string) => boolean,
): Values {
  const asked = new URLSearchParams(query);
  const read = (name: string) => [
    ...new Set(
      asked
        .getAll(name)
        .flatMap((text) => text.split(','))
        .filter((value) => isKnown(name, value)),
    ),
  ];
  return Object.fromEntries(facetNames.map((name) => [name, read(name)])) as unknown as Values;
}

/** The address with this choice in its query; parameters of others stay. */
export function addressOfChoice(chosen: Values, href: string): string {
  const address = new URL(href);
  for (const name of facetNames) address.searchParams.delete(name);
  // Written by hand: commas are allowed in a query and read better unescaped. The values are ids.
  const own = facetNames.flatMap((name) =>
    chosen[name].length > 0 ? [`${name}=${chosen[name].join(',')}`] : [],
  );
  address.search = [address.search.slice(1), ...own].filter(Boolean).join('&');
  return address.href;
}

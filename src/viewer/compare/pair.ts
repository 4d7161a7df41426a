/**
 * Which two views an address asks for: `?panes=recalled-at-49.magnification-cc,small-group-at-54.magnification-cc`,
 * each a case and a view of it. Pure.
 */

/** Ids of all views of all cases, `case.view`, in the order in which they are offered. */
export type Catalogue = readonly string[];
export type Pair = readonly [left: string, right: string];

/** The pair that a query asks for, else the nearest that there is; `ready` are pairs that belong together. */
export function pairOf(
  query: string,
  catalogue: Catalogue,
  ready: readonly Pair[],
): Pair | undefined {
  const asked = (new URLSearchParams(query).get('panes') ?? '').split(',');
  const wanted: string[] = [];
  for (const name of asked) {
    const found = nearest(name, catalogue, wanted[0]);
    if (found && !wanted.includes(found)) wanted.push(found);
  }
  const [left, right] = wanted;
  if (!left) return ready[0] ?? both(catalogue);
  if (right) return [left, right];
  const partner = ready.find((pair) => pair.includes(left))?.find((id) => id !== left);
  const other = partner ?? catalogue.find((id) => id !== left && viewIn(id) === viewIn(left));
  const last = other ?? catalogue.find((id) => id !== left);
  return last ? [left, last] : undefined;
}

/** The view itself; of a known case without it the view that the other pane has, else its first. */
function nearest(
  name: string,
  catalogue: Catalogue,
  other: string | undefined,
): string | undefined {
  if (catalogue.includes(name)) return name;
  const ofCase = catalogue.filter((id) => caseIn(id) === caseIn(name) && id !== other);
  return ofCase.find((id) => other && viewIn(id) === viewIn(other)) ?? ofCase[0];
}

const both = ([left, right]: Catalogue): Pair | undefined =>
  left && right ? [left, right] : undefined;

/** The case of a view. */
export const caseIn = (id: string): string => id.split('.')[0] ?? '';
/** The view within its case. */
export const viewIn = (id: string): string => id.split('.')[1] ?? '';

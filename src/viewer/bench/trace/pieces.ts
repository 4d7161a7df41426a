/** What there is of each speck in a view, by its id: looked up thousands of times for one table. Pure. */
import type { SpeckTrace, ViewTrace } from '../../../trace/index.ts';

/** The pieces of the specks of a view; a speck that the view does not list has none. */
export type Pieces = ReadonlyMap<number, readonly SpeckTrace[]>;

/** Gathers the pieces of each speck, in one walk. */
export function piecesOf({ specks }: Pick<ViewTrace, 'specks'>): Pieces {
  const pieces = new Map<number, SpeckTrace[]>();
  for (const piece of specks) {
    const known = pieces.get(piece.id);
    if (known) known.push(piece);
    else pieces.set(piece.id, [piece]);
  }
  return pieces;
}

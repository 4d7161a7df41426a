/** What the views of a bench tell of the specks: fetched once, and anew where another section is cut. */
import type { SpeckTrace, ViewTrace } from '../../../trace/index.ts';
import { lengthText } from '../../length.ts';
import type { ImagePoint } from '../projection.ts';
import type { Offer } from '../templates.ts';
import { areaOf } from './area.ts';
import { type Fate, fateIn, isOfSpecimen } from './fate.ts';
import { type Mark, marksOf } from './mark.ts';
import { type Pieces, piecesOf } from './pieces.ts';
import { fetchTrace } from './store.ts';

/** What one view tells. */
export interface Account {
  readonly trace: ViewTrace;
  readonly pieces: Pieces;
  readonly marks: readonly Mark[];
  /** The corners of the area that the marks take up; none where that means nothing. */
  readonly area: readonly ImagePoint[];
}

/** What all views tell. */
export interface Accounts {
  /** What a view tells; undefined until it has come. */
  of(view: string): Account | undefined;
  /** Whether any view tells of a speck: an address may name one that there is not. */
  tellOf(speck: number): boolean;
  /** The first thing that any view says of each speck, in the order of their numbers. */
  specks(): ReadonlyMap<number, SpeckTrace>;
  /** What became of a speck in each view; undefined where it is not known yet. */
  fates(speck: number): readonly (Fate | undefined)[];
  /** The widest that a speck is in any view of the breast, else in what the needle took. */
  sizeText(speck: number): string;
  /**
   * Fetches what has not come yet. Resolves with whether all has come; with undefined where that was
   * broken off, by the signal or because another section is cut.
   */
  fetch(): Promise<boolean | undefined>;
  /** From now on slides show the section at a depth, null for that of the case: what they told is gone. */
  cut(depthUm: number | null): void;
}

/** Opens the accounts of views, of which nothing is known yet; `came` is told of each that has come. */
export function openAccounts(
  views: readonly Offer[],
  came: () => void,
  signal: AbortSignal,
): Accounts {
  const accounts = new Map<string, Account>();
  let depth: number | null = null;
  let cutting = new AbortController();
  signal.addEventListener('abort', () => cutting.abort());

  async function traceOf({ findings = '', slide, kind }: Offer): Promise<ViewTrace> {
    const both = AbortSignal.any([signal, cutting.signal]);
    if (!slide || depth === null) return fetchTrace(findings, slide ? both : signal);
    const { tellTrace } = await import('./section-trace.ts');
    return tellTrace(slide, depth, kind === 'polarised' ? 'polarised' : 'histology', both);
  }

  /** How wide a speck is in each view that shows it, of the breast or of what was taken. */
  const widthsIn = (speck: number, ofSpecimen: boolean): number[] =>
    views
      .filter(({ kind }) => isOfSpecimen(kind) === ofSpecimen)
      .flatMap(({ id }) => accounts.get(id)?.pieces.get(speck) ?? [])
      .flatMap(({ widestUm }) => (widestUm ? [widestUm] : []));

  return {
    of: (view) => accounts.get(view),
    tellOf: (speck) => views.some(({ id }) => accounts.get(id)?.pieces.has(speck)),
    specks() {
      const found = new Map<number, SpeckTrace>();
      for (const { id } of views)
        for (const speck of accounts.get(id)?.trace.specks ?? [])
          if (!found.has(speck.id)) found.set(speck.id, speck);
      return new Map([...found].sort(([a], [b]) => a - b));
    },
    fates: (speck) =>
      views.map(({ id, kind }) => {
        const account = accounts.get(id);
        return account && fateIn(kind, account.pieces.get(speck), account.trace.depthUm);
      }),
    sizeText(speck) {
      const inBreast = widthsIn(speck, false);
      const widths = inBreast.length > 0 ? inBreast : widthsIn(speck, true);
      return widths.length > 0 ? lengthText(Math.max(...widths)) : 'size not known';
    },
    async fetch() {
      const { signal: cut } = cutting;
      const missing = views.filter(({ id }) => !accounts.has(id));
      const results = await Promise.allSettled(
        missing.map(async (view) => {
          const trace = await traceOf(view);
          if (view.slide && cut.aborted) return;
          const marks = marksOf(trace);
          // In cores and sections the group is taken apart: its area would mean nothing.
          const area = isOfSpecimen(view.kind) ? [] : areaOf(marks);
          accounts.set(view.id, { trace, pieces: piecesOf(trace), marks, area });
          came();
        }),
      );
      if (signal.aborted || cut.aborted) return undefined;
      return results.every(({ status }) => status === 'fulfilled');
    },
    cut(depthUm) {
      depth = depthUm;
      cutting.abort();
      cutting = new AbortController();
      for (const { id, slide } of views) if (slide) accounts.delete(id);
    },
  };
}

import { readClaims } from './claims.ts';
import type { RawEntry } from './folder.ts';
import type { Problem } from './problem.ts';

/**
 * The ledger of claims, made from the text of the chapters in the order of the book: each claim with
 * the place where it stands, its numbers, its references and how sure it is.
 */
export function ledgerOf(entries: readonly RawEntry[]): string {
  const order = ({ data }: RawEntry) => (data as { order?: number } | null)?.order ?? 0;
  const rows = entries
    .filter(({ collection }) => collection === 'chapters')
    .sort((a, b) => order(a) - order(b))
    .flatMap((entry) =>
      claimsOf(entry).claims.map(({ line: _line, id, ...claim }) => ({
        id: `${entry.id}/${id}`,
        anchor: `/chapters/${entry.id}/#claim-${id}`,
        ...claim,
      })),
    );
  return `${JSON.stringify(rows, null, 2)}\n`;
}

/** What is wrong with the claims of a chapter: bare numbers, and names that are taken. */
export function claimProblems(entry: RawEntry): Problem[] {
  const { claims, bare } = claimsOf(entry);
  const seen = new Set<string>();
  const twins = claims.filter(({ id }) => seen.has(id) || !seen.add(id));
  return [
    ...bare.map(({ number, line }) => ({
      file: entry.file,
      line,
      message: `the number ${number} has no source; put <Claim id="…" cite="…"> round it, or name the phrase in \`exempt\` of the front matter if it counts nothing.`,
    })),
    ...twins.map(({ id, line }) => ({
      file: entry.file,
      line,
      message: `the claim \`${id}\` is already taken in this chapter; give this one another id.`,
    })),
  ];
}

function claimsOf({ data, document }: RawEntry) {
  const { exempt = [] } = data as { exempt?: string[] };
  return readClaims(document.body, document.bodyLine, exempt);
}

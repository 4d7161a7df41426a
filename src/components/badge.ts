import type { CaseRecord } from '../atlas/case.ts';

const badges = { drawn: 'Drawn', simulated: 'Simulated', imported: undefined } as const;

/** What images that show no patient must be marked with; undefined for imported ones. */
export function badgeOf({ kind }: CaseRecord['origin']): 'Drawn' | 'Simulated' | undefined {
  return badges[kind];
}

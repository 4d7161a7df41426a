import { distributionIds, morphologyIds } from '../lexicon/index.ts';
import { start } from './address.ts';
import { pathwayOf, type Seen } from './pathway.ts';

/** Every finding that the explorer can show, extent and size at their least and at their most. */
export function allFindings(): Seen[] {
  const findings: Seen[] = [];
  for (const morphology of morphologyIds)
    for (const distribution of distributionIds)
      for (const history of ['baseline', 'new', 'increasing'] as const)
        for (const bilateral of [false, true])
          for (const nextToKnownCancer of [false, true])
            for (const [particleMm, extentMm] of [
              [0.1, 2],
              [3, 100],
            ] as const)
              findings.push({
                ...start,
                ...{ morphology, distribution, history, bilateral, nextToKnownCancer },
                ...{ particleMm, extentMm },
              });
  return findings;
}

/** The keys of all sources that the pathway can name. */
export const pathwaySources = (): string[] => [
  ...new Set(
    allFindings().flatMap((seen) =>
      pathwayOf(seen).flatMap(({ reasons }) => reasons.flatMap(({ sources }) => sources)),
    ),
  ),
];

import type { Morphology } from '../lexicon/index.ts';

/** The citation keys that the lexicon entry of a morphology shows, with repetitions, as it shows them. */
export function entrySources({ definition, sizes, usual, labels }: Morphology): string[] {
  return [
    ...labels.provenance.sources,
    ...definition.sources,
    ...sizes.flatMap(({ statement }) => statement.sources),
    ...usual.reason.sources,
  ];
}

/** How far experts agree on a part of a report, as published. Pure. */
import type { AgreedPart } from '../atlas/lesson.ts';

/** One study: what its readers reached. */
export interface Agreement {
  readonly part: AgreedPart;
  /** Chance-corrected agreement. */
  readonly kappa: number;
  readonly readers: number;
  readonly cases: number;
  /** Key of the reference. */
  readonly source: string;
}

const published: readonly Agreement[] = (
  [
    { source: 'berg2000', readers: 5, cases: 86, kappas: [0.36, 0.47, 0.37] },
    { source: 'lee2004', readers: 5, cases: 50, kappas: [0.66, 0.43, 0.44] },
  ] as const
).flatMap(({ kappas: [morphology, distribution, assessment], ...study }) =>
  Object.entries({ morphology, distribution, assessment }).map(([part, kappa]) => ({
    ...study,
    part: part as AgreedPart,
    kappa,
  })),
);

/** What is published on a part; nothing where nobody has asked, or nothing is known. */
export const agreementOn = (part: string | undefined): Agreement[] =>
  published.filter((each) => each.part === part);

/** The studies in one line for the back row. */
export function agreementLine(studies: readonly Agreement[]): string | undefined {
  const [first] = studies;
  if (!first) return undefined;
  const each = studies.map(
    ({ kappa, readers, cases }) => `${kappa.toFixed(2)} (${readers} readers, ${cases} cases)`,
  );
  return `Published agreement of experts on ${first.part}: kappa ${each.join(' and ')}.`;
}

import { z } from '../lexicon/schema.ts';
import { assessmentIds } from '../lexicon/index.ts';
import { prose } from './field.ts';

/** Whether the tissue is a sufficient cause of what the images show. */
export const concordanceIds = ['concordant', 'discordant'] as const;

/** How a case ended: what was concluded from the images, what was done, and what the tissue was. */
export const outcomeSchema = z.strictObject({
  assessment: z.enum(assessmentIds).meta({ title: 'final assessment category' }),
  pathology: prose('what the pathologist found').optional(),
  concordance: z.enum(concordanceIds).optional().meta({ title: 'whether it explains the images' }),
  next: prose('what is done next, and why'),
});

/** How a case ended. */
export type Outcome = z.infer<typeof outcomeSchema>;

interface Concluded {
  readonly outcome?: Outcome | undefined;
  readonly findings: readonly { readonly assessment?: string | undefined }[];
}

interface Fault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What in the outcome of a case contradicts the rest of it. */
export function outcomeFaults({ outcome, findings }: Concluded): Fault[] {
  if (!outcome) return [];
  const given = findings.flatMap(({ assessment }) => (assessment ? [assessment] : []));
  const faults: Fault[] = [];
  if (given.length > 0 && !given.includes(outcome.assessment))
    faults.push({
      path: ['outcome', 'assessment'],
      message: `is the category of no finding of this case; its findings have ${[...new Set(given)].join(', ')}`,
    });
  if (outcome.concordance && !outcome.pathology)
    faults.push({
      path: ['outcome', 'concordance'],
      message: 'must be left out where there is no `pathology` to compare with',
    });
  return faults;
}

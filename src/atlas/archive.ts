import { z } from '../lexicon/schema.ts';
import { assessmentIds, distributionIds } from '../lexicon/index.ts';
import { citations, identifier, prose } from './field.ts';

const count = z.number().int().min(0);

/** Lesions that were described in the same words: how many there are, and how many proved malignant. */
const row = z
  .strictObject({
    words: z.array(identifier).meta({ title: 'words for the shape' }),
    arrangements: z.array(z.enum(distributionIds)).meta({ title: 'words for the arrangement' }),
    assessment: z.enum(assessmentIds).meta({ title: 'assessment category' }),
    malignant: count.meta({ title: 'malignant lesions' }),
    lesions: count.min(1).meta({ title: 'all lesions' }),
  })
  .refine(({ malignant, lesions }) => malignant <= lesions, {
    message: 'there cannot be more malignant lesions than lesions',
  });

/** `content/archives/<id>.json`: an archive of lesions with their outcome, counted by their words. */
export const archiveSchema = z.strictObject({
  title: prose('name of the archive'),
  reading: prose('what is in it, and what may not be read from it'),
  licence: prose('licence of the counts'),
  references: citations,
  rows: z.array(row).min(1).meta({ title: 'counts' }),
});

export type Archive = z.infer<typeof archiveSchema>;

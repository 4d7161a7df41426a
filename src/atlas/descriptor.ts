import { z } from 'zod';
import { morphologyIds } from '../lexicon/index.ts';
import { citations, prose } from './field.ts';

/**
 * Front matter of `content/descriptors/<id>.mdx`: the teaching text about one morphology term. The
 * file is named by the term's id in the lexicon, which holds the definition and the sizes.
 */
export const descriptorSchema = z.strictObject({
  term: z.enum(morphologyIds).meta({ title: 'morphology term' }),
  summary: prose('one sentence for lists and search'),
  lookAlikes: z.array(z.enum(morphologyIds)).default([]).meta({ title: 'look-alike terms' }),
  references: citations,
});

export type Descriptor = z.infer<typeof descriptorSchema>;

import { z } from '../lexicon/schema.ts';
import { citations, prose } from './field.ts';
import { termPages } from './term-page.ts';

const slug = z.enum(termPages.map((page) => page.slug) as [string, ...string[]]);

/**
 * Front matter of `content/descriptors/<slug>.mdx`: the teaching text about one term of the lexicon,
 * which holds the definition. The file is named as the term's page is: by its id, or `category-4a`.
 */
export const descriptorSchema = z.strictObject({
  term: slug.meta({ title: 'term of the lexicon' }),
  summary: prose('one sentence for lists and search'),
  lookAlikes: z.array(slug).default([]).meta({ title: 'look-alike terms' }),
  references: citations,
});

export type Descriptor = z.infer<typeof descriptorSchema>;

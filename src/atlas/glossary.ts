import { z } from '../lexicon/schema.ts';
import { citations, confidence, prose } from './field.ts';

/** One entry of `content/glossary.yaml`, keyed by its id. */
export const glossaryTermSchema = z.strictObject({
  term: prose('term as printed'),
  definition: prose('definition in a sentence or two'),
  confidence: confidence.default('verified'),
  references: citations,
});

export type GlossaryTerm = z.infer<typeof glossaryTermSchema>;

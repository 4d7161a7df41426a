import { z } from '../lexicon/schema.ts';
import { prose, webAddress } from './field.ts';

const name = z.strictObject({
  family: z.string().min(1).optional().meta({ title: 'family name' }),
  given: z.string().min(1).optional().meta({ title: 'given names' }),
  literal: z.string().min(1).optional().meta({ title: 'name of an institution' }),
});

/**
 * One entry of `content/references.json`, in CSL-JSON (citationstyles.org). `note` says how much of
 * the source was read for this atlas, because a figure from an abstract deserves less trust.
 */
export const referenceSchema = z.looseObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters and digits joined by hyphens')
    .meta({ title: 'key' }),
  type: prose('CSL type, for example article-journal'),
  title: prose('title'),
  author: z.array(name).optional().meta({ title: 'authors' }),
  issued: z
    .strictObject({ 'date-parts': z.array(z.array(z.number().int()).min(1).max(3)).min(1) })
    .optional()
    .meta({ title: 'date of publication' }),
  'container-title': z.string().optional().meta({ title: 'journal or book' }),
  publisher: z.string().optional().meta({ title: 'publisher' }),
  DOI: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, 'must be a DOI without address, such as 10.1000/xyz')
    .optional()
    .meta({ title: 'DOI' }),
  URL: webAddress.optional(),
  PMID: z
    .string()
    .regex(/^\d+$/, 'must be digits in quotation marks')
    .optional()
    .meta({ title: 'PubMed number' }),
  custom: z
    .strictObject({
      review: z.number().int().min(1).max(55).meta({ title: 'number in the list of the review' }),
      correction: z
        .string()
        .min(1)
        .optional()
        .meta({ title: 'where the review cites it for something that it does not say' }),
    })
    .optional()
    .meta({ title: 'its place in the review' }),
  note: z.enum(['full text', 'abstract', 'excerpt', 'title']).meta({ title: 'how much was read' }),
});

export type Reference = z.infer<typeof referenceSchema>;

import { z } from '../lexicon/schema.ts';
import { prose } from './field.ts';

/** Front matter of `content/chapters/<id>.mdx`. */
export const chapterSchema = z.strictObject({
  title: prose('title of the chapter'),
  order: z.number().int().min(1).meta({ title: 'place in the book, 1 for the first' }),
  summary: prose('one or two sentences for lists and search'),
  checked: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date in quotation marks, such as "2026-11-28"')
    .meta({ title: 'day on which the facts were last checked' }),
  confidence: z
    .enum(['high', 'moderate', 'low'])
    .meta({ title: 'how far the sources of the chapter carry its statements' }),
  exempt: z
    .array(z.string().min(1))
    .default([])
    .meta({ title: 'phrases whose digits count nothing, and so need no claim' }),
  status: z
    .enum(['draft', 'reviewed'])
    .meta({ title: 'draft until a radiologist and a pathologist have signed' }),
});

export type Chapter = z.infer<typeof chapterSchema>;

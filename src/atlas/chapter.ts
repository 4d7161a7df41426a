import { z } from 'zod';
import { prose } from './field.ts';

/** Front matter of `content/chapters/<id>.mdx`. */
export const chapterSchema = z.strictObject({
  title: prose('title of the chapter'),
  order: z.number().int().min(1).meta({ title: 'place in the book, 1 for the first' }),
  summary: prose('one or two sentences for lists and search'),
  status: z
    .enum(['draft', 'reviewed'])
    .meta({ title: 'draft until a radiologist and a pathologist have signed' }),
});

export type Chapter = z.infer<typeof chapterSchema>;

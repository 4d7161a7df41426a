import { z } from '../lexicon/schema.ts';
import { confidence, identifier, prose } from './field.ts';

const percent = z.number().min(0).max(100);

/** One number of a table: a share in per cent, with its 95 % interval or its fraction where known. */
const figure = z
  .strictObject({
    percent: percent.meta({ title: 'value in per cent' }),
    low: percent.optional().meta({ title: 'lower end of the 95 % interval' }),
    high: percent.optional().meta({ title: 'upper end of the 95 % interval' }),
    of: z.number().int().positive().optional().meta({ title: 'number examined' }),
    prefix: z.string().max(12).optional().meta({ title: 'word before the value, such as about' }),
    confidence: confidence.default('verified'),
    note: z.string().optional().meta({ title: 'note' }),
  })
  .refine(({ percent, low, high }) => (low ?? 0) <= percent && percent <= (high ?? 100), {
    message: 'the value must lie within its interval',
  });

const study = z.strictObject({
  label: prose('name of the study or source'),
  cite: z.string().min(1).meta({ title: 'key of the reference' }),
  population: prose('who was studied'),
  figures: z.record(identifier, figure).meta({ title: 'figures by column' }),
});

/** `content/evidence/<id>.json`: likelihoods by study (rows) and by term (columns). */
export const evidenceSchema = z
  .strictObject({
    title: prose('title of the table'),
    reading: prose('how to read the table, in a sentence or two'),
    columns: z
      .array(z.strictObject({ id: identifier, label: prose('heading of the column') }))
      .min(1)
      .meta({ title: 'columns' }),
    studies: z.array(study).min(1).meta({ title: 'studies' }),
  })
  .superRefine(({ columns, studies }, context) => {
    const known = new Set(columns.map(({ id }) => id));
    studies.forEach(({ figures }, index) => {
      for (const id of Object.keys(figures))
        if (!known.has(id))
          context.addIssue({
            code: 'custom',
            path: ['studies', index, 'figures', id],
            message: `\`${id}\` is not a column of this table; it has ${[...known].join(', ')}`,
          });
    });
  });

export type Evidence = z.infer<typeof evidenceSchema>;

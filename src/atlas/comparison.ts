import { z } from '../lexicon/schema.ts';
import { confidence, identifier, prose } from './field.ts';

/** One cell: what is known of one kind in one respect, with its sources and its standing. */
const cell = z
  .strictObject({
    text: prose('what is known, in a few words'),
    cite: z.array(z.string().min(1)).default([]).meta({ title: 'keys of references' }),
    confidence: confidence.default('verified'),
  })
  .refine(({ cite, confidence }) => confidence === 'awaiting-review' || cite.length > 0, {
    path: ['cite'],
    message: 'a cell needs a reference, unless it awaits review',
  });

const row = z.strictObject({
  feature: prose('the respect in which the kinds are compared'),
  use: z.enum(['diagnosis', 'research']).meta({ title: 'what it is good for today' }),
  cells: z.record(identifier, cell).meta({ title: 'cells by column' }),
});

/** `content/comparisons/<id>.yaml`: kinds (columns) compared by feature (rows), in words. */
export const comparisonSchema = z
  .strictObject({
    title: prose('title of the table'),
    reading: prose('how to read the table, in a sentence or two'),
    columns: z
      .array(z.strictObject({ id: identifier, label: prose('heading of the column') }))
      .min(2)
      .meta({ title: 'columns' }),
    rows: z.array(row).min(1).meta({ title: 'rows' }),
  })
  .superRefine(({ columns, rows }, context) => {
    const known = columns.map(({ id }) => id);
    rows.forEach(({ cells }, index) => {
      for (const id of Object.keys(cells))
        if (!known.includes(id))
          context.addIssue({
            code: 'custom',
            path: ['rows', index, 'cells', id],
            message: `\`${id}\` is not a column of this table; it has ${known.join(', ')}`,
          });
    });
  });

export type Comparison = z.infer<typeof comparisonSchema>;

import { z } from 'zod';
import { identifier, prose } from './field.ts';

const minutes = z.number().positive().max(120).default(1).meta({ title: 'minutes planned' });
const notes = z.string().optional().meta({ title: 'notes for the speaker' });

const stop = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('title'), title: prose('title'), minutes, notes }),
  z.strictObject({ kind: z.literal('text'), text: prose('text'), minutes, notes }),
  z.strictObject({
    kind: z.literal('view'),
    case: identifier.meta({ title: 'case' }),
    view: identifier.meta({ title: 'view of the case' }),
    minutes,
    notes,
  }),
  z.strictObject({
    kind: z.literal('question'),
    question: identifier.meta({ title: 'question' }),
    minutes,
    notes,
  }),
]);

/** A teaching session on a projector, `content/lessons/<id>.yaml`: stops in their order. */
export const lessonSchema = z.strictObject({
  title: prose('title of the lesson'),
  summary: prose('one sentence for lists'),
  stops: z.array(stop).min(1).meta({ title: 'stops' }),
});

export type Lesson = z.infer<typeof lessonSchema>;

import { z } from 'zod';
import { citations, identifier, prose } from './field.ts';

const option = z.strictObject({
  text: prose('answer option'),
  correct: z.boolean().default(false).meta({ title: 'correct' }),
  why: prose('why this option is right or wrong'),
});

const singleChoice = z.strictObject({
  kind: z.literal('single-choice').meta({ title: 'kind of question' }),
  title: prose('title that does not give the answer away'),
  prompt: prose('question'),
  options: z
    .array(option)
    .min(2)
    .refine((options) => options.filter(({ correct }) => correct).length === 1, {
      message: 'exactly one option must be marked `correct: true`',
    })
    .meta({ title: 'answer options' }),
  explanation: prose('explanation shown after the answer'),
  chapter: identifier.optional().meta({ title: 'chapter that teaches it' }),
  references: citations,
});

/** One item of self-assessment, `content/questions/<id>.yaml`. */
export const questionSchema = z.discriminatedUnion('kind', [singleChoice]);

export type Question = z.infer<typeof questionSchema>;

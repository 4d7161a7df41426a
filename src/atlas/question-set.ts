import { z } from '../lexicon/schema.ts';
import { identifier, prose } from './field.ts';

/** What items can be chosen by. */
export const groupIds = ['cases', 'places', 'pictures', 'several', 'terms', 'written'] as const;

/** A group of items. */
export type GroupId = (typeof groupIds)[number];

const many = z.number().int().min(1).max(60);

/**
 * A fixed set that a teacher gives to a class, `content/questions/sets/<id>.yaml`: everybody who opens
 * its link gets the same questions in the same order.
 */
export const questionSetSchema = z
  .strictObject({
    title: prose('title of the set'),
    summary: prose('one sentence for lists'),
    seed: identifier.meta({ title: 'seed: another one draws other questions' }),
    length: many.meta({ title: 'number of questions' }),
    minutes: z.number().int().min(1).max(240).optional().meta({ title: 'minutes for all of it' }),
    include: z
      .array(identifier)
      .default([])
      .meta({ title: 'questions by name that are in it in any case' }),
    mix: z
      .partialRecord(z.enum(groupIds), many)
      .default({})
      .meta({ title: 'how many more are drawn, of each group of items' }),
  })
  .superRefine(({ length, include, mix }, context) => {
    const drawn = Object.values(mix).reduce((sum, each) => sum + (each ?? 0), 0);
    if (drawn + include.length === length) return;
    context.addIssue({
      code: 'custom',
      path: ['length'],
      message: `\`include\` and \`mix\` make ${drawn + include.length} questions, and \`length\` says ${length}; they must agree`,
    });
  });

export type QuestionSet = z.infer<typeof questionSetSchema>;

import { z } from '../lexicon/schema.ts';
import { citations, identifier, prose } from './field.ts';
import { decisionFaults } from './decision-faults.ts';

/** What every kind of question has beside what it asks. */
const common = {
  title: prose('title that does not give the answer away'),
  prompt: prose('question'),
  explanation: prose('explanation shown after the answer'),
  chapter: identifier.optional().meta({ title: 'chapter that teaches it' }),
  references: citations,
};

const option = z.strictObject({
  text: prose('answer option'),
  correct: z.boolean().default(false).meta({ title: 'correct' }),
  why: prose('why this option is right or wrong'),
});

const singleChoice = z.strictObject({
  kind: z.literal('single-choice').meta({ title: 'kind of question' }),
  ...common,
  options: z
    .array(option)
    .min(2)
    .refine((options) => options.filter(({ correct }) => correct).length === 1, {
      message: 'exactly one option must be marked `correct: true`',
    })
    .meta({ title: 'answer options' }),
});

const multipleChoice = z.strictObject({
  kind: z.literal('multiple-choice').meta({ title: 'kind of question' }),
  ...common,
  options: z
    .array(option)
    .min(3)
    .refine(
      (options) => options.some(({ correct }) => correct) && options.some((each) => !each.correct),
      { message: 'some options must be marked `correct: true`, and some not' },
    )
    .meta({ title: 'answer options' }),
});

const numeric = z.strictObject({
  kind: z.literal('numeric').meta({ title: 'kind of question' }),
  ...common,
  answer: z.number().meta({ title: 'right number' }),
  tolerance: z.number().min(0).meta({ title: 'how far off still counts as right' }),
  unit: prose('unit, as it stands behind the number').optional(),
  slips: z
    .array(
      z.strictObject({
        value: z.number().meta({ title: 'wrong number that people give' }),
        why: prose('why it is wrong'),
      }),
    )
    .default([])
    .meta({ title: 'wrong numbers that people give' }),
});

const ordering = z.strictObject({
  kind: z.literal('ordering').meta({ title: 'kind of question' }),
  ...common,
  from: prose('what the first place means, such as least likely'),
  to: prose('what the last place means, such as most likely'),
  entries: z
    .array(
      z.strictObject({
        text: prose('entry to put in order'),
        why: prose('why it has its place'),
        level: z
          .boolean()
          .optional()
          .meta({ title: 'on a level with the entry before, so that either may come first' }),
      }),
    )
    .min(3)
    .max(8)
    .meta({ title: 'entries in their right order' }),
});

const lookAlikePair = z.strictObject({
  kind: z.literal('look-alike-pair').meta({ title: 'kind of question' }),
  ...common,
  words: z
    .tuple([prose('one of the two words'), prose('the other word')])
    .meta({ title: 'the two that look alike' }),
  sides: z
    .array(
      z.strictObject({
        text: prose('what is seen on this side'),
        word: z.literal([1, 2]).meta({ title: 'which of the two words it is, 1 or 2' }),
        why: prose('the sign that tells it'),
      }),
    )
    .length(2)
    .meta({ title: 'the two sides' }),
});

const choice = z.strictObject({
  text: prose('what may be done'),
  credit: z.number().min(0).max(1).meta({ title: 'what it earns, from 0 to 1' }),
  consequence: prose('what happens then, and why it was good or bad'),
  next: identifier.optional().meta({ title: 'step that follows; none ends it' }),
});

const decision = z.strictObject({
  kind: z.literal('decision').meta({ title: 'kind of question' }),
  ...common,
  steps: z
    .array(
      z.strictObject({
        id: identifier.meta({ title: 'name of the step' }),
        situation: prose('what is known now'),
        choices: z.array(choice).min(2).meta({ title: 'what may be done' }),
      }),
    )
    .min(1)
    .superRefine((steps, context) => {
      for (const { path, message } of decisionFaults(steps))
        context.addIssue({ code: 'custom', path, message });
    })
    .meta({ title: 'steps' }),
});

/** What a picture may be asked for; the answer is the finding's, and is not written again. */
export const askedOfPictures = ['morphology', 'distribution', 'mineral'] as const;

const picture = z.strictObject({
  kind: z.literal('picture').meta({ title: 'kind of question' }),
  ...common,
  case: identifier.meta({ title: 'case' }),
  view: identifier.meta({ title: 'view of the case' }),
  finding: identifier.meta({ title: 'finding of the case that holds the answer' }),
  asks: z.enum(askedOfPictures).meta({ title: 'what is asked for' }),
  among: z
    .array(identifier)
    .min(2)
    .optional()
    .meta({ title: 'terms to choose from; all of the lexicon if left out' }),
});

/** One item of self-assessment, `content/questions/<id>.yaml`. */
export const questionSchema = z.discriminatedUnion('kind', [
  singleChoice,
  multipleChoice,
  numeric,
  ordering,
  lookAlikePair,
  decision,
  picture,
]);

export type Question = z.infer<typeof questionSchema>;

/** A question of one kind. */
export type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;

import { z } from '../lexicon/schema.ts';
import { placeFields, settingFields } from './bench-setting.ts';
import { citations, identifier, prose } from './field.ts';

/** What a row in the back reads without effort: more does not fit on a stage at the size it needs. */
const line = (title: string, most: number) =>
  prose(title).max(most, `must have at most ${most} characters: the back row has to read it`);

/** What every kind of stop has beside what it shows. */
const common = {
  minutes: z.number().positive().max(120).default(1).meta({ title: 'minutes planned' }),
  notes: prose('notes for the speaker').optional(),
  references: citations,
  afterwards: z
    .boolean()
    .optional()
    .meta({ title: 'whether it tells what was just asked: on paper it stands with the answers' }),
};

const place = z.strictObject(placeFields);

const shade = (title: string) => z.number().int().min(0).max(100).meta({ title });
const grey = z
  .strictObject({ black: shade('shade shown black'), white: shade('shade shown white') })
  .refine(({ black, white }) => black !== white, 'black and white must differ');

/** A view of a case, and how one looks at it. */
const shown = {
  case: identifier.meta({ title: 'case' }),
  view: identifier.meta({ title: 'view of the case' }),
  place: place.optional().meta({ title: 'place; left out, the whole view is shown' }),
  grey: grey.optional().meta({ title: 'window: shades shown as black and as white' }),
};

/** What holds for all views of a stop. */
const bench = {
  caption: line('caption on the stage', 160).optional(),
  marks: z
    .boolean()
    .default(false)
    .meta({ title: 'whether the calcifications are marked, one press later' }),
  ...settingFields,
};

/** The drawings of the book that a stop can show. */
export const diagramIds = [
  'breast-to-lobule',
  'mineral-routes',
  'minerals',
  'missing-calcifications',
  'needle-gauges',
  'recall-pathway',
  'visible-sizes',
] as const;

/** What is asked of published agreement: the part of a report that readers differ about. */
export const agreedParts = ['morphology', 'distribution', 'assessment'] as const;

const stop = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('title').meta({ title: 'kind of stop' }),
    title: line('title', 80),
    text: line('a line below the title', 160).optional(),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('text'),
    title: line('heading', 80).optional(),
    text: line('text', 320).optional(),
    points: z.array(line('point', 120)).max(5).default([]).meta({ title: 'points, five at most' }),
    ...common,
  }),
  z.strictObject({ kind: z.literal('view'), ...shown, ...bench, ...common }),
  z.strictObject({
    kind: z.literal('compare'),
    views: z.array(z.strictObject(shown)).length(2).meta({ title: 'two views' }),
    layout: z
      .enum(['beside', 'hanging', 'curtain'])
      .default('beside')
      .meta({ title: 'how they lie' }),
    linked: z.boolean().default(true).meta({ title: 'whether they move together' }),
    ...bench,
    ...common,
  }),
  z.strictObject({
    kind: z.literal('question'),
    question: identifier.meta({ title: 'question' }),
    among: z
      .array(identifier)
      .min(2)
      .max(8)
      .optional()
      .meta({ title: 'of a question about a picture the terms to choose from, eight at most' }),
    place: place
      .optional()
      .meta({ title: 'of a question about a picture the place to look at; left out, all of it' }),
    vote: z
      .enum(['once', 'before', 'after'])
      .default('once')
      .meta({ title: 'show of hands: once, or before and after what is taught between' }),
    agreement: z
      .enum(agreedParts)
      .optional()
      .meta({ title: 'published agreement of experts to show at the reveal' }),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('story'),
    case: identifier.meta({ title: 'case whose story is told' }),
    stop: z
      .number()
      .int()
      .min(1)
      .optional()
      .meta({ title: 'one stop of it; left out, all of them' }),
    caption: bench.caption,
    ...common,
  }),
  z.strictObject({
    kind: z.literal('diagram'),
    diagram: z.enum(diagramIds).meta({ title: 'drawing of the book' }),
    caption: bench.caption,
    ...common,
  }),
  z.strictObject({
    kind: z.literal('pause'),
    text: line('what the room does meanwhile', 160).optional(),
    ...common,
  }),
]);

/** A teaching session on a projector, `content/lessons/<id>.yaml`: stops in their order. */
export const lessonSchema = z.strictObject({
  title: prose('title of the lesson'),
  summary: prose('one sentence for lists'),
  stops: z.array(stop).min(1).meta({ title: 'stops' }),
});

export type Lesson = z.infer<typeof lessonSchema>;
/** A stop as its author writes it. */
export type LessonStop = Lesson['stops'][number];
export type LessonStopOf<Kind extends LessonStop['kind']> = Extract<LessonStop, { kind: Kind }>;
export type DiagramId = (typeof diagramIds)[number];
export type AgreedPart = (typeof agreedParts)[number];

import { z } from '../lexicon/schema.ts';
import {
  assessmentIds,
  distributionIds,
  lesionIds,
  mineralIds,
  morphologyIds,
  viewKindIds,
} from '../lexicon/index.ts';
import { polarsSchema, stainSchema } from '../microscopy/index.ts';
import { biopsySchema, recipeSchema } from '../phantom/index.ts';
import { originFaults } from './origin-faults.ts';
import { outcomeFaults, outcomeSchema } from './outcome.ts';
import { storyFaults, storySchema } from './story.ts';
import { citations, identifier, prose, webAddress } from './field.ts';

/** Where the pictures of a case come from and under which licence they may be shown. */
const origin = z.strictObject({
  kind: z.enum(['drawn', 'imported', 'simulated']).meta({ title: 'kind of origin' }),
  source: prose('who made the images or where they come from'),
  licence: prose('licence, for example CC-BY-4.0'),
  url: webAddress.optional(),
  importedOn: z.iso.date().optional().meta({ title: 'day of import, as 2026-01-31' }),
});

/** Grey levels shown as black (`low`) and as white (`high`), in stored 16-bit values. */
const window = z
  .strictObject({
    low: z.number().int().min(0).max(65535).meta({ title: 'grey level shown black' }),
    high: z.number().int().min(0).max(65535).meta({ title: 'grey level shown white' }),
  })
  .refine(({ low, high }) => low < high, 'the low end must lie below the high end');

/** Where a simulated section is cut, and how it is stained; what is left out is usual. */
const section = z.strictObject({
  depthUm: z
    .number()
    .min(0)
    .max(20_000)
    .meta({ title: 'depth below the face of the block, in micrometres' }),
  stain: stainSchema.partial().optional().meta({ title: 'what is not usual of the stain' }),
});

/** How the polars stand; what is left out is usual, which the microscope knows. */
const polars = z.strictObject({
  stageDeg: polarsSchema.shape.stageDeg.unwrap().optional(),
  crossingDeg: polarsSchema.shape.crossingDeg.unwrap().optional(),
  exposure: polarsSchema.shape.exposure.unwrap().optional(),
});

const view = z.strictObject({
  id: identifier.optional().meta({ title: 'name of the view within the case' }),
  kind: z.enum(viewKindIds).meta({ title: 'view kind' }),
  title: prose('title of the view').optional(),
  image: z
    .string()
    .regex(/^images\/(?!.*\.\.)[\w./-]+$/, 'must be a path below images/, such as images/a/b.tif')
    .optional()
    .meta({ title: 'image file' }),
  umPerPixel: z.number().positive().max(1000).optional().meta({ title: 'micrometres per pixel' }),
  description: prose('text description for readers who cannot see the image').optional(),
  window: window.optional(),
  section: section.optional().meta({ title: 'section of a simulated slide' }),
  polars: polars.optional().meta({ title: 'how the polars stand' }),
});

const finding = z.strictObject({
  id: identifier.meta({ title: 'name of the finding within the case' }),
  views: z.array(identifier).min(1).meta({ title: 'views that show the finding' }),
  text: prose('what there is to see'),
  morphology: z.enum(morphologyIds).optional().meta({ title: 'morphology' }),
  distribution: z.enum(distributionIds).optional().meta({ title: 'distribution' }),
  assessment: z.enum(assessmentIds).optional().meta({ title: 'assessment category' }),
  mineral: z.enum(mineralIds).optional().meta({ title: 'mineral' }),
  lesion: z.enum(lesionIds).optional().meta({ title: 'lesion' }),
});

/**
 * One breast lesion with calcifications: its story, its views with their physical scale, and what
 * there is to see in them. The identifier of a case is the name of its file. The views of a simulated
 * case are made from its recipe and need no more than their kind; all others need an image file.
 */
export const caseSchema = z
  .strictObject({
    title: prose('title of the case'),
    summary: prose('one sentence for lists'),
    origin,
    recipe: recipeSchema.optional().meta({ title: 'recipe of the simulated patient' }),
    biopsy: biopsySchema.optional().meta({ title: 'biopsy of the simulated patient' }),
    vignette: prose('the story of the case').optional(),
    views: z.array(view).min(1).meta({ title: 'views' }),
    findings: z.array(finding).default([]).meta({ title: 'findings' }),
    story: storySchema.optional().meta({ title: 'story, stop by stop' }),
    outcome: outcomeSchema.optional().meta({ title: 'how it ended' }),
    teaching: z
      .array(prose('one thing to take from it'))
      .default([])
      .meta({ title: 'to take away' }),
    references: citations,
  })
  .superRefine((record, context) => {
    const faults = [...originFaults(record), ...storyFaults(record), ...outcomeFaults(record)];
    for (const { path, message } of faults) context.addIssue({ code: 'custom', path, message });
    const seen = new Set<string>();
    record.views.forEach((entry, index) => {
      const id = viewId(entry);
      if (seen.has(id))
        context.addIssue({
          code: 'custom',
          path: ['views', index, entry.id ? 'id' : 'kind'],
          message: `the case has two views named \`${id}\`; give one of them another id`,
        });
      seen.add(id);
    });
    record.findings.forEach((entry, index) => {
      entry.views.forEach((id, place) => {
        if (!seen.has(id))
          context.addIssue({
            code: 'custom',
            path: ['findings', index, 'views', place],
            message: `\`${id}\` is not a view of this case; it has ${[...seen].join(', ')}`,
          });
      });
    });
  });

export type CaseRecord = z.infer<typeof caseSchema>;
export type CaseView = z.infer<typeof view>;

/** A view that is shown from an image file, as every view of a drawn or imported case is. */
export type ImageView = CaseView &
  Whole<CaseView, 'image' | 'umPerPixel' | 'title' | 'description'>;

/** Whether a view is shown from an image file. */
export const isImageView = (entry: CaseView): entry is ImageView => entry.image !== undefined;

/** A case whose views are made from a recipe. */
export type SimulatedCase = CaseRecord & Whole<CaseRecord, 'recipe'>;

type Whole<T, Field extends keyof T> = { [Name in Field]-?: NonNullable<T[Name]> };

/** Whether the views of a case are made from a recipe. */
export const isSimulated = (record: CaseRecord): record is SimulatedCase =>
  record.recipe !== undefined;

/** Where the section of a view is cut: a polarised view without one of its own shows the histology's. */
export function sectionOf(record: CaseRecord, entry: CaseView): CaseView['section'] {
  return entry.section ?? record.views.find(({ kind }) => kind === 'histology')?.section;
}

/** The name of a view within its case: its own id, else its kind. */
export function viewId(entry: { id?: string | undefined; kind: string }): string {
  return entry.id ?? entry.kind;
}

import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { archiveSchema } from './atlas/archive.ts';
import { caseSchema } from './atlas/case.ts';
import { chapterSchema } from './atlas/chapter.ts';
import { comparisonSchema } from './atlas/comparison.ts';
import { descriptorSchema } from './atlas/descriptor.ts';
import { evidenceSchema } from './atlas/evidence.ts';
import { glossaryTermSchema } from './atlas/glossary.ts';
import { lessonSchema } from './atlas/lesson.ts';
import { records } from './atlas/loader.ts';
import { questionSchema } from './atlas/question.ts';
import { questionSetSchema } from './atlas/question-set.ts';
import { referenceSchema } from './atlas/reference.ts';

/** Chapters and descriptors are prose, which Astro renders; all else is read by the atlas itself. */
export const collections = {
  chapters: defineCollection({
    loader: glob({ base: './content/chapters', pattern: '*.mdx' }),
    schema: chapterSchema,
  }),
  descriptors: defineCollection({
    loader: glob({ base: './content/descriptors', pattern: '*.mdx' }),
    schema: descriptorSchema,
  }),
  cases: defineCollection({ loader: records('cases'), schema: caseSchema }),
  questions: defineCollection({ loader: records('questions'), schema: questionSchema }),
  sets: defineCollection({ loader: records('sets'), schema: questionSetSchema }),
  lessons: defineCollection({ loader: records('lessons'), schema: lessonSchema }),
  glossary: defineCollection({ loader: records('glossary'), schema: glossaryTermSchema }),
  references: defineCollection({ loader: records('references'), schema: referenceSchema }),
  evidence: defineCollection({ loader: records('evidence'), schema: evidenceSchema }),
  archives: defineCollection({ loader: records('archives'), schema: archiveSchema }),
  comparisons: defineCollection({ loader: records('comparisons'), schema: comparisonSchema }),
};

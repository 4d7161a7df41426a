import type { z } from '../lexicon/schema.ts';
import { archiveSchema } from './archive.ts';
import { caseSchema } from './case.ts';
import { chapterSchema } from './chapter.ts';
import { comparisonSchema } from './comparison.ts';
import { descriptorSchema } from './descriptor.ts';
import { evidenceSchema } from './evidence.ts';
import { glossaryTermSchema } from './glossary.ts';
import { lessonSchema } from './lesson.ts';
import { questionSchema } from './question.ts';
import { questionSetSchema } from './question-set.ts';
import { referenceSchema } from './reference.ts';

/**
 * How the entries of a collection lie in the content folder: one file an entry, named by its id
 * (`folder`), or one file for all, keyed by id or listed with an `id` field (`book`).
 */
type Shelf = { folder: string; ending: '.mdx' | '.yaml' | '.json' } | { book: string };

/** The collections of the content folder, where each lies and what its entries must be. */
export const shelves = {
  chapters: { folder: 'chapters', ending: '.mdx', schema: chapterSchema },
  descriptors: { folder: 'descriptors', ending: '.mdx', schema: descriptorSchema },
  cases: { folder: 'cases', ending: '.yaml', schema: caseSchema },
  questions: { folder: 'questions', ending: '.yaml', schema: questionSchema },
  sets: { folder: 'questions/sets', ending: '.yaml', schema: questionSetSchema },
  lessons: { folder: 'lessons', ending: '.yaml', schema: lessonSchema },
  glossary: { book: 'glossary.yaml', schema: glossaryTermSchema },
  references: { book: 'references.json', schema: referenceSchema },
  evidence: { folder: 'evidence', ending: '.json', schema: evidenceSchema },
  archives: { folder: 'archives', ending: '.json', schema: archiveSchema },
  comparisons: { folder: 'comparisons', ending: '.yaml', schema: comparisonSchema },
} as const satisfies Record<string, Shelf & { schema: z.ZodType }>;

export type CollectionName = keyof typeof shelves;

/** Collections that a department may add to in its own folder; the book itself is one for all. */
export const localCollections: readonly CollectionName[] = [
  'cases',
  'questions',
  'sets',
  'lessons',
];

export const collectionNames = Object.keys(shelves) as CollectionName[];

/** The validated data of one entry of a collection. */
export type EntryData<Name extends CollectionName> = z.infer<(typeof shelves)[Name]['schema']>;

import { readBiopsy, readRecipe, RecipeError } from '../phantom/index.ts';
import type { FieldPath } from './document.ts';

/** Something wrong with the recipe of a case: the field and a sentence. */
export interface RecipeFault {
  readonly path: FieldPath;
  readonly message: string;
}

/**
 * What is wrong with the recipe and the biopsy of a case as they stand: fields, their ranges, and
 * what contradicts each other. Whether a patient can be grown from them is not tried.
 */
export function recipeFaults(data: unknown): RecipeFault[] {
  const { recipe, biopsy } = (data ?? {}) as { recipe?: unknown; biopsy?: unknown };
  return [
    ...(recipe === undefined ? [] : faultsOf('recipe', () => readRecipe(recipe))),
    ...(biopsy === undefined ? [] : faultsOf('biopsy', () => readBiopsy(biopsy))),
  ];
}

/** The fault that a sentence about a recipe tells: it names its field first, in backticks. */
export function recipeFault(part: 'recipe' | 'biopsy', sentence: string): RecipeFault {
  const [, field] = /`(\w+)`/.exec(sentence) ?? [];
  // These stand beside the recipe in a case.
  if (field === 'biopsy' || field === 'views') return { path: [field], message: sentence };
  const message = sentence.startsWith('`') ? `in the ${part}, ${sentence}` : sentence;
  return { path: field ? [part, field] : [part], message };
}

function faultsOf(part: 'recipe' | 'biopsy', read: () => unknown): RecipeFault[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof RecipeError)) throw error;
    return error.faults.map((sentence) => recipeFault(part, sentence));
  }
}

import type { Archive } from '../atlas/archive.ts';

/** What is asked of an archive; what is left out may be anything. */
export interface Choice {
  readonly word?: string | undefined;
  readonly arrangement?: string | undefined;
  readonly assessment?: string | undefined;
}

/** Lesions, and those of them that proved malignant. */
export interface Count {
  readonly malignant: number;
  readonly lesions: number;
}

type Rows = Archive['rows'];

/** Counts the lesions of a choice. A lesion with several words is counted for each of them. */
export function countOf(rows: Rows, { word, arrangement, assessment }: Choice): Count {
  const chosen = rows.filter(
    (row) =>
      (word === undefined || row.words.includes(word)) &&
      (arrangement === undefined || row.arrangements.some((other) => other === arrangement)) &&
      (assessment === undefined || row.assessment === assessment),
  );
  return {
    malignant: chosen.reduce((sum, { malignant }) => sum + malignant, 0),
    lesions: chosen.reduce((sum, { lesions }) => sum + lesions, 0),
  };
}

/** The words of an archive, the commonest first. */
export function wordsOf(rows: Rows): readonly string[] {
  const words = [...new Set(rows.flatMap((row) => row.words))];
  const lesions = (word: string) => countOf(rows, { word }).lesions;
  return words.sort((a, b) => lesions(b) - lesions(a));
}

/**
 * How much likelier a word is in a malignant lesion of the archive than in a benign one: its likelihood
 * ratio, which does not hang on how many of the lesions are malignant.
 */
export function likelihoodRatio(rows: Rows, word: string): number {
  const all = countOf(rows, {});
  const told = countOf(rows, { word });
  const inMalignant = told.malignant / all.malignant;
  const inBenign = (told.lesions - told.malignant) / (all.lesions - all.malignant);
  return inMalignant / inBenign;
}

/**
 * The predictive value in per cent that a likelihood ratio gives where `prevalencePercent` of the lesions
 * are malignant (Bayes’ theorem in odds).
 */
export function predictiveValue(ratio: number, prevalencePercent: number): number {
  const odds = (prevalencePercent / (100 - prevalencePercent)) * ratio;
  return (100 * odds) / (1 + odds);
}

import { describe, expect, it } from 'vitest';
import { findTerm, suggestTerm, type TermKind } from '../../../src/lexicon/index.ts';

describe('finding a term', () => {
  it.each<[TermKind, string, string]>([
    ['morphology', 'milk-of-calcium', 'Milk of calcium'],
    ['distribution', 'grouped', 'Grouped'],
    ['assessment', '4c', 'Category 4C'],
    ['mineral', 'calcium-oxalate', 'Calcium oxalate'],
    ['lesion', 'high-grade-dcis', 'DCIS, high grade'],
    ['view', 'cc', 'Craniocaudal view'],
  ])('the %s %s is “%s”', (kind, id, label) => {
    expect(findTerm(kind, id).label).toBe(label);
  });

  it('that is misspelt says what was probably meant', () => {
    expect(() => findTerm('morphology', 'amorphus')).toThrow(
      /^`amorphus` is not a morphology term of the lexicon – did you mean `amorphous`\?$/,
    );
  });

  it('that is unlike any says what there is to choose from', () => {
    expect(() => findTerm('distribution', 'everywhere')).toThrow(
      /^`everywhere` is not a distribution term of the lexicon; choose one of `diffuse`, `regional`, `grouped`, `linear`, `segmental`\.$/,
    );
  });

  it('of another kind is not found', () => {
    expect(() => findTerm('distribution', 'amorphous')).toThrow('not a distribution term');
  });
});

describe('the term meant by a name', () => {
  it.each<[TermKind, string, string | undefined]>([
    ['morphology', 'layering', 'milk-of-calcium'],
    ['morphology', 'Fine linear or fine-linear branching', 'fine-linear'],
    ['morphology', 'Coarse', 'coarse'],
    ['assessment', 'Probably benign', '3'],
    ['lesion', 'DCIS, high grade', 'high-grade-dcis'],
    ['view', 'True lateral view', 'ml'],
    ['morphology', 'banana', undefined],
  ])('in %s, %s is %s', (kind, found, id) => {
    expect(suggestTerm(kind, found)).toBe(id);
  });
});

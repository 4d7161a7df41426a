import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assessmentIds,
  distributionIds,
  lesionIds,
  mineralIds,
  morphologyIds,
  suggest,
  viewKindIds,
} from '../../../src/lexicon/index.ts';

describe('a near miss', () => {
  it.each<[found: string, meant: string, known: readonly string[]]>([
    ['amorphus', 'amorphous', morphologyIds],
    ['Amorphous', 'amorphous', morphologyIds],
    ['fine_pleomorphic', 'fine-pleomorphic', morphologyIds],
    ['Fine Linear', 'fine-linear', morphologyIds],
    ['pleomorphic', 'fine-pleomorphic', morphologyIds],
    ['coarse heterogenous', 'coarse-heterogeneous', morphologyIds],
    ['rod-like', 'large-rod-like', morphologyIds],
    ['milk-calcium', 'milk-of-calcium', morphologyIds],
    ['group', 'grouped', distributionIds],
    ['segmantal', 'segmental', distributionIds],
    ['4A', '4a', assessmentIds],
    ['hydroxiapatite', 'hydroxyapatite', mineralIds],
    ['polarized', 'polarised', viewKindIds],
    ['atypical-hyperplasia', 'atypical-ductal-hyperplasia', lesionIds],
  ])('%s is meant as %s', (found, meant, known) => {
    expect(suggest(found, known)).toBe(meant);
  });

  it.each<[found: string, why: string, known: readonly string[]]>([
    ['banana', 'far from everything', morphologyIds],
    ['', 'empty', morphologyIds],
    ['malignant', 'another word', morphologyIds],
    ['4d', 'as near to 4a as to 4b', assessmentIds],
    ['7', 'as near to any digit', assessmentIds],
    ['dcis', 'three lesions end so', lesionIds],
    ['calcium', 'less than half of the name', mineralIds],
    ['magnification', 'two views begin so', viewKindIds],
    ['oblique', 'not the id', viewKindIds],
    ['usual-ductal-hyperplasia', 'benign, where the nearest id is atypical', lesionIds],
    ['intermediate-grade-dcis', 'neither low nor high grade', lesionIds],
  ])('of “%s” is not suggested: %s', (found, _why, known) => {
    expect(suggest(found, known)).toBeUndefined();
  });

  it('is undefined when nothing is known', () => {
    expect(suggest('amorphous', [])).toBeUndefined();
  });

  it('of a known word is the word itself, however it is cased and spaced', () => {
    fc.assert(
      fc.property(fc.constantFrom(...morphologyIds, ...lesionIds), (id) => {
        const all = [...morphologyIds, ...lesionIds];
        expect(suggest(` ${id.replaceAll('-', ' ').toUpperCase()} `, all)).toBe(id);
      }),
    );
  });

  it('is always one of the known words', () => {
    fc.assert(
      fc.property(fc.string(), (found) => {
        expect([...morphologyIds, undefined]).toContain(suggest(found, morphologyIds));
      }),
    );
  });
});

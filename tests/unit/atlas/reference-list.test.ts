import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Reference } from '../../../src/atlas/reference.ts';

const references = JSON.parse(readFileSync('content/references.json', 'utf8')) as Reference[];
const ofReview = references.flatMap(({ custom }) => (custom ? [custom] : []));

describe('the references of the atlas', () => {
  test('hold all 55 of the review, each once', () => {
    const numbers = ofReview.map(({ review }) => review).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 55 }, (_, index) => index + 1));
  });

  test('say of the two that the review lists but never cites that it does not cite them', () => {
    const uncited = ofReview.filter(({ correction }) => correction?.includes('never cited'));
    expect(uncited.map(({ review }) => review).sort()).toEqual([40, 44]);
  });
});

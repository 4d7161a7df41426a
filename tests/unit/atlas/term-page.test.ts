import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { termPage, termPages } from '../../../src/atlas/term-page.ts';
import { factsOf, sectionsOf } from '../../../src/components/term-facts.ts';
import {
  assessmentIds,
  distributionIds,
  lesionIds,
  mineralIds,
  morphologyIds,
} from '../../../src/lexicon/index.ts';

const slugs = termPages.map(({ slug }) => slug);

test('every shape, arrangement, category, mineral and lesion has a page of its own', () => {
  const terms = [morphologyIds, distributionIds, assessmentIds, mineralIds, lesionIds].flat();
  expect(slugs).toHaveLength(terms.length);
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(termPage('category-4a').term.label).toBe('Category 4A');
});

test('all of them have a text', () => {
  const texts = readdirSync('content/descriptors').map((name) => name.replace('.mdx', ''));
  const bare = termPages.filter(({ slug }) => !texts.includes(slug));
  expect(bare.map(({ slug }) => slug)).toEqual([]);
});

test.each(termPages.map((page) => [page.slug, page] as const))(
  'what the entry of %s states has a source or says that it awaits review',
  (_, page) => {
    const facts = factsOf(page);
    expect(facts.length).toBeGreaterThan(1);
    for (const { text, confidence, sources } of [...facts, ...sectionsOf(page)].flatMap(
      ({ statements }) => statements,
    ))
      expect(confidence === 'awaiting-review' || sources.length > 0, text).toBe(true);
  },
);

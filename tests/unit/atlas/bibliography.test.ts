import { describe, expect, test } from 'vitest';
import { printReferences } from '../../../src/atlas/bibliography.ts';
import type { Reference } from '../../../src/atlas/reference.ts';

const article: Reference = {
  id: 'doe2012',
  type: 'article-journal',
  title: 'Calcium & the <i>breast</i>',
  author: [
    { family: 'Doe', given: 'Jane' },
    { family: 'Roe', given: 'Richard' },
    { family: 'Poe', given: 'Edgar' },
  ],
  issued: { 'date-parts': [[2012, 5]] },
  'container-title': 'Journal of Calcium',
  DOI: '10.1000/calcium',
  note: 'abstract',
};

describe('the bibliography', () => {
  test('prints an entry in Vancouver style without its number', () => {
    const { html } = printReferences([article]).get('doe2012') ?? { html: '' };
    expect(html).toMatch(/^Doe J, Roe R, Poe E\./);
    expect(html).toContain('Journal of Calcium');
    expect(html).toContain('2012');
    expect(html).not.toContain('abstract');
  });

  test.each<[string, Partial<Reference>, string]>([
    ['three authors', {}, 'Doe et al. 2012'],
    ['two authors', { author: article.author?.slice(0, 2) ?? [] }, 'Doe and Roe 2012'],
    [
      'an institution',
      { author: [{ literal: 'American College of Radiology' }] },
      'American College of Radiology 2012',
    ],
    [
      'authors that are not all known',
      { author: [{ family: 'Doe', given: 'Jane' }, { literal: 'others' }] },
      'Doe et al. 2012',
    ],
    ['no author by its journal', { author: [] }, 'Journal of Calcium 2012'],
    [
      'no author and no journal by its publisher',
      { author: [], 'container-title': undefined, publisher: 'House of Calcium' },
      'House of Calcium 2012',
    ],
    [
      'a title alone by its first words',
      { author: [], 'container-title': undefined, title: '[A note on what calcium does to ducts]' },
      'A note on what calcium … 2012',
    ],
  ])('shortens a reference with %s', (_, change, short) => {
    expect(printReferences([{ ...article, ...change }]).get('doe2012')?.short).toBe(short);
  });

  test('leads to the DOI, else to PubMed, else to the own address', () => {
    const { DOI: _, ...rest } = article;
    const addressOf = (reference: Reference) =>
      printReferences([reference]).get('doe2012')?.address;
    expect(addressOf(article)).toBe('https://doi.org/10.1000/calcium');
    expect(addressOf({ ...rest, PMID: '123' })).toBe('https://pubmed.ncbi.nlm.nih.gov/123/');
    expect(addressOf({ ...rest, URL: 'https://example.org/a' })).toBe('https://example.org/a');
    expect(addressOf(rest)).toBeUndefined();
  });
});

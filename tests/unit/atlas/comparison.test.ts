import { expect, test } from 'vitest';
import { citedBy } from '../../../src/atlas/citations.ts';
import { comparisonSchema } from '../../../src/atlas/comparison.ts';

const table = (cells: Record<string, object>) => ({
  title: 'Minerals',
  reading: 'Read it so.',
  columns: [
    { id: 'oxalate', label: 'Oxalate' },
    { id: 'apatite', label: 'Apatite' },
  ],
  rows: [{ feature: 'Colour', use: 'diagnosis', cells }],
});
const faults = (cells: Record<string, object>) =>
  comparisonSchema.safeParse(table(cells)).error?.issues.map(({ message }) => message) ?? [];

test('a cell that says something names its source, unless it awaits review', () => {
  expect(faults({ oxalate: { text: 'None' } })).toEqual([
    'a cell needs a reference, unless it awaits review',
  ]);
  expect(faults({ oxalate: { text: 'None', confidence: 'awaiting-review' } })).toEqual([]);
});

test('a cell belongs to a column of the table', () => {
  expect(faults({ urate: { text: 'Red', cite: ['a2012'] } })).toEqual([
    '`urate` is not a column of this table; it has oxalate, apatite',
  ]);
});

test('references are cited in the order in which the cells are read', () => {
  const data = table({
    apatite: { text: 'Purple', cite: ['b2013', 'c2014'] },
    oxalate: { text: 'None', cite: ['a2012'] },
  });
  expect(citedBy({ data }).map(({ key }) => key)).toEqual(['a2012', 'b2013', 'c2014']);
});

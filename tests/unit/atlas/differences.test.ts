import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDifferences } from '../../../src/atlas/differences.ts';

test('a note on a difference is read with both sides, its sources and how sure it is', () => {
  const text = [
    'Before.',
    '',
    '<Differs sure="high" cite="a2012 b2013" review="Oxalate is found in fat necrosis.">',
    '  It is found in *benign* cysts',
    '  and ducts.',
    '</Differs>',
  ].join('\n');
  expect(readDifferences(text)).toEqual([
    {
      id: 'differs-oxalate-is-found-in-fat-necrosis',
      review: 'Oxalate is found in fat necrosis.',
      evidence: 'It is found in benign cysts and ducts.',
      sure: 'high',
      references: ['a2012', 'b2013'],
    },
  ]);
});

test('every note of the book has a place of its own in its chapter', () => {
  let notes = 0;
  for (const file of readdirSync('content/chapters')) {
    const found = readDifferences(
      readFileSync(`content/chapters/${file}`, 'utf8').replace(/^---[\s\S]*?\n---\n/, ''),
    );
    const ids = found.map(({ id }) => id);
    expect(new Set(ids).size, file).toBe(ids.length);
    notes += found.length;
  }
  expect(notes).toBeGreaterThan(30);
});

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The sections, tables and figures of the review. */
const parts = [
  ...Array.from({ length: 9 }, (_, index) => `Section ${index + 1}`),
  ...['Table I', 'Table II'],
  ...Array.from({ length: 4 }, (_, index) => `Figure ${index + 1}`),
];
const rows = readFileSync('docs/coverage.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (Section|Table|Figure) /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('every section, table and figure of the review has its place', () => {
  expect(rows.map(([, part]) => part)).toEqual(parts);
});

test('the places of the review’s parts exist', () => {
  for (const [, part, , place] of rows) {
    const chapter = /\/chapters\/([a-z-]+)\//.exec(place ?? '')?.[1];
    expect(existsSync(`content/chapters/${chapter}.mdx`), `${part}: ${place}`).toBe(true);
  }
});

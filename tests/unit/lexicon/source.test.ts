import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sourceKeys } from '../../../src/lexicon/index.ts';

it('every source of the lexicon is a work in the bibliography', () => {
  const file = new URL('../../../content/references.json', import.meta.url);
  const works: readonly { id: string }[] = JSON.parse(readFileSync(file, 'utf8'));
  const known = new Set(works.map(({ id }) => id));
  expect(sourceKeys.filter((key) => !known.has(key))).toEqual([]);
});

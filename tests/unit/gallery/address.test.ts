import { expect, test } from 'vitest';
import { addressOfChoice, readChoice } from '../../../src/gallery/address.ts';

const isKnown = (name: string, value: string) =>
  (name === 'morphology' && ['amorphous', 'punctate'].includes(value)) ||
  (name === 'view' && value === 'histology');

test('a choice is written into an address and read back', () => {
  const chosen = readChoice('?morphology=amorphous,punctate&view=histology', isKnown);
  expect(chosen.morphology).toEqual(['amorphous', 'punctate']);
  expect(addressOfChoice(chosen, 'http://atlas/cases/?other=1')).toBe(
    'http://atlas/cases/?other=1&morphology=amorphous,punctate&view=histology',
  );
});

test.each([
  '?morphology=nonsense',
  '?morphology=%00,,&view[]=histology',
  '?view=amorphous',
  '?mineral=',
])('what cannot be chosen is left out: %s', (query) => {
  const chosen = readChoice(query, isKnown);
  expect(Object.values(chosen).flat()).toEqual([]);
  expect(addressOfChoice(chosen, `http://atlas/cases/?view=amorphous`)).toBe('http://atlas/cases/');
});

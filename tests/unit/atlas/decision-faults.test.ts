import { expect, test } from 'vitest';
import { decisionFaults } from '../../../src/atlas/decision-faults.ts';

const step = (id: string, ...nexts: (string | undefined)[]) => ({
  id,
  choices: nexts.map((next, index) => ({ credit: index === 0 ? 1 : 0, next })),
});

test.each([
  ['has none when each leads further', [step('a', 'b', undefined), step('b', undefined)], []],
  ['leads back', [step('a', 'a')], ['`a` does not come later']],
  [
    'leads nowhere',
    [step('a', 'c', 'b'), step('b', undefined)],
    ['`c` is not a step; there are a, b'],
  ],
  [
    'is never reached',
    [step('a', undefined), step('b', undefined)],
    ['no choice leads to the step `b`'],
  ],
  ['has a name twice', [step('a', undefined), step('a', undefined)], ['two steps are named `a`']],
  [
    'has no right choice',
    [{ id: 'a', choices: [{ credit: 0.5 }] }],
    ['the step `a` has no right choice'],
  ],
])('a decision that %s', (_, steps, faults) => {
  const told = decisionFaults(steps).map(({ message }) => message);
  expect(told).toHaveLength(faults.length);
  for (const [index, part] of faults.entries()) expect(told[index]).toContain(part);
});

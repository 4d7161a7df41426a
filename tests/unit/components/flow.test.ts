import { expect, test } from 'vitest';
import { placeSteps } from '../../../src/components/flow.ts';

const steps = [
  { text: 'Cut deeper levels', exit: { when: 'Found', so: 'report the size and the lesion' } },
  { text: 'X-ray the block' },
];

test('the steps of a path stand one below the other, each high enough for its lines', () => {
  const { placed, heightPx } = placeSteps(steps, { step: 20, exit: 16 });
  const [first, second] = placed;
  expect(first?.exitLines.length).toBeGreaterThan(1);
  expect(first?.height).toBeGreaterThan(second?.height ?? Infinity);
  expect(second?.y).toBeGreaterThan((first?.y ?? 0) + (first?.height ?? 0));
  expect(heightPx).toBeGreaterThanOrEqual((second?.y ?? 0) + (second?.height ?? 0));
});

test('lines keep all words in order and stay within the width', () => {
  for (const { text, lines } of placeSteps(steps, { step: 12, exit: 8 }).placed) {
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(12);
  }
});

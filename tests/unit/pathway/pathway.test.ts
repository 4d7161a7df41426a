import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromAddress, start, toAddress } from '../../../src/pathway/address.ts';
import { pathwayOf, type Seen } from '../../../src/pathway/pathway.ts';
import { reportOf } from '../../../src/pathway/report.ts';
import { allFindings, pathwaySources } from '../../../src/pathway/sources.ts';

const way = (seen: Partial<Seen>) => pathwayOf({ ...start, ...seen }).map(({ id }) => id);
const toTissue = ['pictures', 'category', 'needle', 'target', 'pathology', 'concordance'];
const punctate: Partial<Seen> = {
  morphology: 'punctate',
  distribution: 'grouped',
  particleMm: 0.3,
};

describe('the way of a finding', () => {
  test.each<[string, Partial<Seen>, string[]]>([
    ['a vessel', { morphology: 'vascular' }, ['pictures', 'category', 'follow']],
    ['a first solitary punctate group', punctate, ['pictures', 'category', 'follow']],
    ['a punctate group that is new', { ...punctate, history: 'new' }, toTissue],
    ['an amorphous group', {}, toTissue],
    ['a word without a rule', { ...punctate, bilateral: true }, ['pictures', 'category']],
    ['a group that is too wide', { extentMm: 30 }, ['pictures', 'words', ...toTissue.slice(1)]],
    [
      'particles too large for the word',
      { particleMm: 1 },
      ['pictures', 'words', ...toTissue.slice(1)],
    ],
  ])('%s', (_, seen, stations) => {
    expect(way(seen)).toEqual(stations);
  });

  test('warns of underestimation where the area is wide', () => {
    const told = (extentMm: number) =>
      pathwayOf({ ...start, morphology: 'fine-linear', distribution: 'segmental', extentMm })
        .flatMap(({ reasons }) => reasons)
        .some(({ text }) => text.includes('40 mm or more'));
    expect([told(39), told(40)]).toEqual([false, true]);
  });

  test('calls a benign core discordant in category 5 and not in 4B', () => {
    const last = (seen: Partial<Seen>) =>
      pathwayOf({ ...start, ...seen })
        .at(-1)
        ?.reasons.map(({ text }) => text)
        .join(' ');
    const worst: Partial<Seen> = {
      morphology: 'fine-linear',
      distribution: 'segmental',
      history: 'new',
    };
    expect(last(worst)).toContain('A benign core from a finding of category 5 is discordant');
    expect(last({})).not.toContain('is discordant until');
  });

  test('names for every reason a source that exists, or says that it awaits review', () => {
    const known = (
      JSON.parse(readFileSync('content/references.json', 'utf8')) as { id: string }[]
    ).map(({ id }) => id);
    expect(pathwaySources().filter((key) => !known.includes(key))).toEqual([]);
    const bare = allFindings()
      .flatMap((seen) => pathwayOf(seen).flatMap(({ reasons }) => reasons))
      .filter(
        ({ confidence, sources }) => confidence !== 'awaiting-review' && sources.length === 0,
      );
    expect(bare).toEqual([]);
  });
});

test('the words of a report hold shape, arrangement, extent, change, category and what follows', () => {
  expect(reportOf({ ...start, history: 'new' })).toBe(
    'Amorphous calcifications, grouped distribution, 12\u202fmm, in one breast, new. Category 4B, moderate suspicion for malignancy (>10 to ≤50%). Tissue diagnosis.',
  );
});

test('the words of a report promise no certainty where the finding is benign', () => {
  expect(reportOf({ ...start, morphology: 'vascular' })).toContain('benign (essentially 0%).');
});

test('an address brings back what was seen, and nonsense brings back the start', () => {
  for (const seen of allFindings().filter((_, index) => index % 41 === 0))
    expect(fromAddress(toAddress(seen))).toEqual(seen);
  expect(toAddress(start)).toBe('');
  expect(fromAddress('?morphology=popcorn&extentMm=1e9&history=')).toEqual(start);
});

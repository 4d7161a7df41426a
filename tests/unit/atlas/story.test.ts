import { expect, test } from 'vitest';
import { caseSchema } from '../../../src/atlas/case.ts';

const record = (stop: object, kind = 'simulated') => ({
  title: 'A case',
  summary: 'A case.',
  origin: { kind, source: 'here', licence: 'CC0' },
  ...(kind === 'simulated'
    ? { recipe: { seed: 1, morphology: 'amorphous' }, biopsy: { gauge: 9 } }
    : {}),
  views:
    kind === 'simulated'
      ? [{ kind: 'cc' }, { kind: 'histology', section: { depthUm: 1000 } }]
      : [{ kind: 'cc', title: 'A', image: 'images/a.png', umPerPixel: 50, description: 'A.' }],
  story: [
    { text: 'First.', views: ['cc'] },
    { text: 'Then.', views: ['cc'], ...stop },
  ],
});
const faults = (...given: Parameters<typeof record>) =>
  (caseSchema.safeParse(record(...given)).error?.issues ?? []).map(
    ({ path, message }) => `${path.join(' › ')}: ${message}`,
  );

test('a story that its case can show is right', () => {
  expect(faults({})).toEqual([]);
  const stop = {
    views: ['cc', 'histology'],
    findings: true,
    speck: 3,
    depthUm: 1500,
    stageDeg: 45,
  };
  expect(faults(stop)).toEqual([]);
});

test.each([
  [
    { views: ['mlo'] },
    'story › 1 › views › 0: `mlo` is not a view of this case; it has cc, histology',
  ],
  [
    { places: [{ view: 'histology', xMm: 1, yMm: 1, widthMm: 2 }] },
    'story › 1 › places › 0 › view: `histology` is not open at this stop; open are cc',
  ],
  [
    { speck: 3 },
    'story › 1 › speck: is only followed where `findings: true` marks the calcifications',
  ],
  [{ depthUm: 1500 }, 'story › 1 › depthUm: must be left out: no slide is open at this stop'],
  [{ stageDeg: 45 }, 'story › 1 › stageDeg: must be left out: no slide is open at this stop'],
])('what a stop asks for and cannot have is said: %j', (stop, sentence) => {
  expect(faults(stop)).toEqual([sentence]);
});

test.each([
  [[{ stop: 1 }, {}], []],
  [[{ stop: 3 }, {}], ['story › 1 › choices › 0 › stop: 3 is not another stop of this story of 2']],
  [
    [{ stop: 1 }, { stop: 2 }],
    ['story › 1 › choices › 1 › stop: 2 is not another stop of this story of 2'],
  ],
  [
    [{}, {}],
    ['story › 1 › choices: lead nowhere: give one of them the `stop` where the story goes on'],
  ],
])('choices of a stop lead on to other stops: %j', (leads, sentences) => {
  const choices = leads.map((lead) => ({ text: 'Do it', consequence: 'It is done.', ...lead }));
  expect(faults({ choices })).toEqual(sentences);
});

test('the calcifications of an imported case cannot be marked', () => {
  expect(faults({ findings: true }, 'imported')).toEqual([
    'story › 1 › findings: must be left out: nobody knows the calcifications of this case',
  ]);
});

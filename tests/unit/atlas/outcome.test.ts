import { expect, test } from 'vitest';
import { caseSchema } from '../../../src/atlas/case.ts';

const record = (outcome: object, assessment?: string) => ({
  title: 'A case',
  summary: 'A case.',
  origin: { kind: 'simulated', source: 'here', licence: 'CC0' },
  recipe: { seed: 1, morphology: 'amorphous' },
  views: [{ kind: 'cc' }],
  findings: [{ id: 'group', views: ['cc'], text: 'A group.', ...(assessment && { assessment }) }],
  outcome: { assessment: '4b', next: 'A biopsy.', ...outcome },
});
const faults = (...given: Parameters<typeof record>) =>
  (caseSchema.safeParse(record(...given)).error?.issues ?? []).map(
    ({ path, message }) => `${path.join(' › ')}: ${message}`,
  );

test('an outcome that goes with the findings is right, whether or not there was a biopsy', () => {
  expect(faults({})).toEqual([]);
  expect(faults({}, '4b')).toEqual([]);
  expect(faults({ pathology: 'A cyst.', concordance: 'discordant' }, '4b')).toEqual([]);
});

test.each([
  [
    'a category that no finding has',
    {},
    '3',
    'outcome › assessment: is the category of no finding of this case; its findings have 3',
  ],
  [
    'a correlation with nothing',
    { concordance: 'concordant' },
    '4b',
    'outcome › concordance: must be left out where there is no `pathology` to compare with',
  ],
])('%s is refused', (_, outcome, assessment, sentence) => {
  expect(faults(outcome, assessment)).toEqual([sentence]);
});

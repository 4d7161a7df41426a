import { expect, test } from 'vitest';
import { caseSchema } from '../../../src/atlas/case.ts';
import { exampleViews } from '../../../src/atlas/example-views.ts';

const finding = (id: string, morphology: string, ...views: string[]) => ({
  id,
  views,
  text: 'What there is to see.',
  morphology,
});
const record = (kind: string, views: object[], findings: object[]) =>
  caseSchema.parse({
    title: 'A case',
    summary: 'A case.',
    origin: { kind, source: 'here', licence: 'CC0' },
    views: views.map((view) => ({
      title: 'A view',
      image: 'images/a.png',
      umPerPixel: 50,
      description: 'A picture.',
      ...view,
    })),
    findings,
  });

test('a shape is shown by the magnified view of a patient that shows nothing else', () => {
  const views = [{ kind: 'cc' }, { kind: 'magnification-cc' }];
  const found = exampleViews([
    {
      id: 'plate',
      data: record('drawn', views, [
        finding('a', 'amorphous', 'magnification-cc'),
        finding('b', 'punctate', 'magnification-cc'),
      ]),
    },
    { id: 'drawing', data: record('drawn', views, [finding('a', 'punctate', 'magnification-cc')]) },
    {
      id: 'patient',
      data: record('imported', views, [finding('a', 'punctate', 'cc', 'magnification-cc')]),
    },
  ]);
  expect(found.has('amorphous')).toBe(false);
  expect(found.get('punctate')).toMatchObject({ case: 'patient', view: 'magnification-cc' });
});

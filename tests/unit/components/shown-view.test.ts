import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { caseSchema } from '../../../src/atlas/case.ts';
import { factsOf, shownView } from '../../../src/components/shown-view.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';

beforeEach(async () => vi.stubEnv('ATLAS_CACHE', await temporaryFolder()));
afterEach(() => vi.unstubAllEnvs());

function record(side: 'left' | 'right', view: object) {
  return caseSchema.parse({
    title: 'T',
    summary: 'S',
    origin: { kind: 'simulated', source: 'Us', licence: 'MIT' },
    recipe: { seed: 41, density: 'a', morphology: 'round', side },
    biopsy: {},
    views: [view],
  });
}

async function shown(side: 'left' | 'right', view: object) {
  const data = record(side, view);
  const [first] = data.views;
  if (!first) throw new Error('no view');
  return shownView({ data }, first);
}

describe('a simulated view of which only the kind is given', () => {
  test.each([
    ['left', 'right', 'L MLO'],
    ['right', 'left', 'R MLO'],
  ] as const)('of a %s breast has its mark in the %s upper corner', async (side, corner, text) => {
    const view = await shown(side, { kind: 'mlo' });
    expect(view.mark).toEqual({ corner, text });
    expect(view.badge).toBe('Simulated');
    expect(view.title).toBe(`Mediolateral oblique view, ${side} breast`);
    expect(view.description).toContain(`of the ${side} breast`);
  });

  test('says its field, its scale and its grey levels, and its kind but once', async () => {
    expect(factsOf(await shown('left', { kind: 'magnification-cc' }))).toEqual([
      'Field 49.8\u202fmm wide',
      '38.9\u202fµm per pixel',
      '16\u202fbits, seen through a window',
    ]);
  });

  test('says between polars how long the overview is exposed, as its section alone does not', async () => {
    const section = { depthUm: 900 };
    const polarised = { kind: 'polarised', section, polars: { exposure: 10 } };
    expect(factsOf(await shown('left', polarised)).at(-1)).toBe(
      'overview exposed 14\u202f× as long as in plain light',
    );
    expect(factsOf(await shown('left', { kind: 'histology', section })).join()).not.toContain(
      'exposed',
    );
  });

  test('has no mark once the tissue is out of the breast', async () => {
    const view = await shown('left', { kind: 'specimen-radiograph' });
    expect(view.mark).toBeUndefined();
    expect(view.umPerPixel).toBe(20);
  });
});

test('what an author writes is shown instead', async () => {
  const words = { title: 'From above', description: 'A breast.' };
  const view = await shown('left', { kind: 'cc', ...words });
  expect(view).toMatchObject(words);
  expect(factsOf(view)[0]).toBe('Craniocaudal view');
});

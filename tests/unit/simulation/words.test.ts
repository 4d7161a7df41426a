import { describe, expect, test } from 'vitest';
import { lesions, minerals, morphologies } from '../../../src/lexicon/index.ts';
import { descriptionOf, markOf, titleOf } from '../../../src/simulation/index.ts';

const seen = {
  widthPx: 1280,
  heightPx: 1280,
  umPerPixel: 38.9,
  count: 23,
  smallestMm: 0.151,
  largestMm: 0.312,
  extentMm: 9.4,
  fromNipple: { mm: 41.2, aboveMm: 20 },
};
const outlook = { side: 'left', density: 'b', views: {}, biopsy: null } as const;

test('title and mark say view and side', () => {
  expect(titleOf('mlo', 'right')).toBe('Mediolateral oblique view, right breast');
  expect(markOf('magnification-cc', 'left')).toBe('L Mag CC');
});

describe('the text alternative of a simulated view', () => {
  test('tells what can be measured, and where', () => {
    expect(descriptionOf('cc', outlook, seen)).toBe(
      'A simulated image; it shows no patient. Craniocaudal view of the left breast, density b. The calcifications lie in the outer part, 41 mm from the nipple. There are 23 calcifications of 0.15 to 0.31 mm, together over 9.4 mm; some may be too faint to be seen.',
    );
  });

  test.each([
    ['ml', 20, 'in the upper part'],
    ['ml', -20, 'in the lower part'],
    ['magnification-cc', -20, 'in the inner part'],
    ['mlo', 3, 'at the level of the nipple'],
  ] as const)('in %s, %d mm above the nipple is %s', (view, aboveMm, words) => {
    const place = { ...seen, fromNipple: { mm: 41, aboveMm } };
    expect(descriptionOf(view, outlook, place)).toContain(words);
  });

  test('counts one as one, and none as none', () => {
    expect(descriptionOf('cc', outlook, { ...seen, count: 1, smallestMm: 0.312 })).toContain(
      'There is one calcification of 0.31 mm.',
    );
    expect(descriptionOf('cc', outlook, { ...seen, count: 0 })).toContain(
      'It holds no calcification.',
    );
  });

  test('of a specimen counts cores and what they hold', () => {
    const slides = { widthPx: 512, heightPx: 256, deepestUm: 4000 };
    const biopsy = { gauge: 9, cores: 8, coresWithCalcifications: 3, slides };
    const cores = { ...seen, extentMm: null, fromNipple: null };
    expect(descriptionOf('specimen-radiograph', { ...outlook, biopsy }, cores)).toBe(
      'A simulated image; it shows no patient. Specimen radiograph: 8 cores of a 9-gauge needle, 3 of them with calcifications. There are 23 calcifications of 0.15 to 0.31 mm; some may be too faint to be seen.',
    );
  });

  test('of an excision says so', () => {
    const slides = { widthPx: 512, heightPx: 256, deepestUm: 4000 };
    const biopsy = { gauge: null, cores: 1, coresWithCalcifications: 1, slides };
    const slice = { ...seen, extentMm: null, fromNipple: null };
    expect(descriptionOf('specimen-radiograph', { ...outlook, biopsy }, slice)).toContain(
      'Specimen radiograph: a slice of the excised tissue, with calcifications. There are 23',
    );
  });

  test('gives no answer away: no descriptor, lesion or mineral is named', () => {
    const told = descriptionOf('cc', outlook, seen).toLowerCase();
    const answers = [...morphologies, ...lesions, ...minerals].flatMap(({ id, label }) => [
      id,
      label.toLowerCase(),
    ]);
    expect(answers.filter((word) => told.includes(word))).toEqual([]);
  });
});

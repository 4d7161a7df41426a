import { describe, expect, test } from 'vitest';
import type { SpeckTrace } from '../../../../../src/trace/index.ts';
import { fateIn } from '../../../../../src/viewer/bench/trace/fate.ts';

const speck = (rest: Partial<SpeckTrace>): SpeckTrace => ({
  id: 3,
  mineral: 'hydroxyapatite',
  widestUm: 420,
  outlinesPx: [[0, 0, 4, 0, 4, 4]],
  hidden: null,
  ...rest,
});
const nowhere = { widestUm: null, outlinesPx: [] };
const onSlide = { core: 1, betweenUm: [1200, 1450] as const };
const plain = (text: string) => text.replaceAll('\u202f', ' ');

describe('what became of a calcification is told', () => {
  const cases: readonly [string, string, Partial<SpeckTrace>, string, RegExp][] = [
    ['seen on a film', 'cc', {}, 'seen', /^Seen, 420 µm across\.$/],
    ['seen on a slide, with its core', 'histology', onSlide, 'seen', /core 2.*this plane/],
    [
      'bright between polars',
      'polarised',
      { ...onSlide, mineral: 'calcium-oxalate' },
      'seen',
      /^Bright/,
    ],
    [
      'outside the field',
      'magnification-cc',
      { ...nowhere, hidden: 'outside-field' },
      'absent',
      /field/,
    ],
    [
      'left in the breast',
      'specimen-radiograph',
      { ...nowhere, hidden: 'not-sampled' },
      'absent',
      /was left in the breast/,
    ],
    [
      'below 100 µm on the X-ray of the specimen',
      'specimen-radiograph',
      { widestUm: 80, hidden: 'too-faint' },
      'hidden',
      /80 µm across\. Below some 100 µm/,
    ],
    [
      'larger, but faint',
      'specimen-radiograph',
      { hidden: 'too-faint' },
      'hidden',
      /too little from noise/,
    ],
    [
      'small on a mammogram, where that limit does not hold',
      'cc',
      { widestUm: 80, hidden: 'too-small' },
      'hidden',
      /^Too small for what this view can resolve/,
    ],
    ['oxalate on a mammogram', 'cc', { hidden: 'oxalate' }, 'hidden', /less of the beam/],
    [
      'oxalate on H&E',
      'histology',
      { ...onSlide, mineral: 'calcium-oxalate', hidden: 'unstained' },
      'hidden',
      /Cross the polars/,
    ],
    [
      'phosphate between polars',
      'polarised',
      { ...onSlide, hidden: 'not-birefringent' },
      'hidden',
      /phosphate does not light up/,
    ],
    [
      'lost at sectioning',
      'histology',
      { ...onSlide, ...nowhere, hidden: 'lost-in-sectioning' },
      'absent',
      /Lost at sectioning/,
    ],
  ];
  test.each(cases)('%s', (_name, kind, rest, standing, sentence) => {
    const fate = fateIn(kind, [speck(rest)], 1300);
    expect(fate.standing).toBe(standing);
    expect(plain(fate.sentence)).toMatch(sentence);
  });

  test('in another plane, with the way there', () => {
    const other = speck({ ...onSlide, ...nowhere, hidden: 'not-in-this-plane' });
    const at = (depthUm: number) => plain(fateIn('histology', [other], depthUm).sentence);
    expect(at(700)).toContain('1.20 mm to 1.45 mm below the face of the block, 0.50 mm deeper');
    expect(at(2000)).toContain('0.55 mm nearer to the face');
    expect(at(1300)).toContain('passes between its parts');
  });

  test('cut in two: seen where one piece is', () => {
    const pieces = [
      speck({ ...onSlide, ...nowhere, hidden: 'not-in-this-plane' }),
      speck({ ...onSlide, core: 4 }),
    ];
    expect(fateIn('histology', pieces, 0).sentence).toContain('core 5');
  });

  test('in the one slice of an excision, no core is named', () => {
    const { core: _none, ...onSlice } = onSlide;
    expect(plain(fateIn('histology', [speck(onSlice)], 1300).sentence)).toMatch(
      /^Seen, .* across in this plane/,
    );
    const other = speck({ ...onSlice, ...nowhere, hidden: 'not-in-this-plane' });
    expect(fateIn('histology', [other], 1300).sentence).toMatch(/^In the slice, but not in this/);
  });

  test('not among those that a slide lists: it was not taken', () => {
    expect(fateIn('histology', undefined, 0).sentence).toContain('it was left in the breast');
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { DistributionId, MorphologyId } from '../../../../src/lexicon/index.ts';
import { growPhantom, moved, type Phantom, type Speck } from '../../../../src/phantom/index.ts';
import { proveField, proveRecipe, proveView } from '../../../../src/radiography/truth/proof.ts';
import type { ViewTruth } from '../../../../src/radiography/truth/view-truth.ts';

vi.setConfig({ testTimeout: 60_000 });

const views = ['magnification-cc', 'magnification-ml'] as const;
const grown = (morphology: MorphologyId, distribution?: DistributionId, seed = 4): Phantom =>
  growPhantom({ seed, morphology, breastSize: 'medium', ...(distribution && { distribution }) });

/** The phantom as it is, under another name: what its recipe does not say. */
const called = (phantom: Phantom, morphology: MorphologyId): Phantom => ({
  ...phantom,
  plan: { ...phantom.plan, morphology },
  specks: phantom.specks.map((speck) => ({ ...speck, morphology })),
});
const arranged = (phantom: Phantom, distribution: DistributionId): Phantom => ({
  ...phantom,
  plan: { ...phantom.plan, distribution },
});
const changed = (phantom: Phantom, change: (speck: Speck, index: number) => Speck): Phantom => ({
  ...phantom,
  specks: phantom.specks.map(change),
});

describe('a case that is what it says, as its views will show it', () => {
  it.each([
    ['punctate', 'grouped'],
    ['round', 'regional'],
    ['amorphous', 'segmental'],
    ['coarse-heterogeneous', 'grouped'],
    ['fine-pleomorphic', 'linear'],
    ['fine-linear', 'segmental'],
    ['milk-of-calcium', 'grouped'],
    ['vascular', undefined],
    ['large-rod-like', undefined],
    ['rim', undefined],
    ['dystrophic', undefined],
  ] as const)('%s, %s', (morphology, distribution) => {
    const phantom = grown(morphology, distribution);
    expect(views.flatMap((view) => proveField(phantom, view))).toEqual([]);
  });
});

describe('a case that is not what it says is found out', () => {
  const casts = grown('fine-linear', 'grouped');
  const grains = grown('fine-pleomorphic', 'grouped');
  const round = grown('round', 'grouped');
  const milk = grown('milk-of-calcium', 'grouped');
  const [above, side] = views;
  const solidCentre = changed(grown('rim'), (speck) =>
    speck.solid.kind === 'shell'
      ? { ...speck, solid: { ...speck.solid, wallMm: speck.spanMm / 2.2, patchiness: 0 } }
      : speck,
  );

  it.each([
    [
      'round ones called punctate',
      called(round, 'punctate'),
      above,
      /particle of punctate is <0\.5\u202fmm/,
    ],
    ['casts called punctate', called(casts, 'punctate'), above, /is round\.$/],
    [
      'grains called fine linear',
      called(grains, 'fine-linear'),
      above,
      /times as long as wide; at least 3 is linear/,
    ],
    [
      'casts called large rods',
      called(casts, 'large-rod-like'),
      above,
      /calibre of large-rod-like is ≥0\.5\u202fmm/,
    ],
    [
      'round ones called milk of calcium, from the side',
      called(round, 'milk-of-calcium'),
      side,
      /layers are at most/,
    ],
    ['layers called round, from the side', called(milk, 'round'), side, /is round/],
    ['casts called vascular', called(casts, 'vascular'), above, /parallel tracks are at least/],
    ['a ball without a lucent centre called rim', solidCentre, above, /lucent is below/],
    [
      'a region called grouped',
      arranged(grown('punctate', 'regional'), 'grouped'),
      above,
      /a group is at least 5 within 20 mm/,
    ],
    [
      'a group called regional',
      arranged(grains, 'regional'),
      above,
      /a region is at least 5 over more than 20 mm/,
    ],
    [
      'a group called linear',
      // As wide as it is long.
      arranged(grown('round', 'grouped', 6), 'linear'),
      above,
      /a line is at most 0\.5 times as wide as long/,
    ],
    [
      'four called a group',
      { ...grains, specks: grains.specks.slice(0, 4) },
      above,
      /`distribution` says grouped/,
    ],
  ] as const)('%s', (_, phantom, view, sentence) => {
    expect(proveField(phantom, view).join(' ')).toMatch(sentence);
  });

  it('a lesion that the field does not reach', () => {
    const behind = changed(grains, (speck) => ({ ...speck, at: moved(speck.at, [-1, 0, 0], 120) }));
    const { at } = behind.lesion;
    const phantom = { ...behind, lesion: { ...behind.lesion, at: moved(at, [-1, 0, 0], 120) } };
    expect(proveField(phantom, 'cc').join(' ')).toMatch(/no calcification falls into its field/);
  });
});

describe('a finished view', () => {
  const phantom = grown('amorphous', 'grouped');
  const showing = (count: number, view: ViewTruth['view'] = 'magnification-cc') =>
    proveView(phantom, { view, measures: { count } } as ViewTruth);

  it.each([
    ['shows nothing', 0, /none can be seen in magnification-cc; ask for a larger sizeMm/],
    ['shows four of a group', 4, /takes at least 5 calcifications, but 4 can be seen/],
  ])('that %s is no proof', (_, count, sentence) => {
    expect(showing(count)).toEqual([expect.stringMatching(sentence)]);
  });

  it('that shows five of a group will do; and a contact view may hide them', () => {
    expect(showing(5)).toEqual([]);
    expect(showing(0, 'cc')).toEqual([]);
  });
});

describe('a recipe that cannot be followed is refused in one sentence, before any view', () => {
  const punctate = { seed: 1, morphology: 'punctate', breastSize: 'small' };
  it.each([
    [
      'casts in the skin',
      { ...punctate, morphology: 'fine-linear', lesion: 'skin-calcification' },
      /^`lesion` must be one of high-grade-dcis, .* for fine-linear; found skin-calcification\.$/,
    ],
    [
      'a rim of 5 µm radius',
      { ...punctate, morphology: 'rim', sizeMm: 0.01 },
      /^`sizeMm` must be a length from 0\.08 to 40 mm; found 0\.01\.$/,
    ],
    [
      'a million specks',
      { ...punctate, count: 1e6 },
      /^`count` must be a whole number from 1 to 400; found 1000000\.$/,
    ],
    [
      'half a speck',
      { ...punctate, count: 7.5 },
      /^`count` must be a whole number from 1 to 400; found 7\.5\.$/,
    ],
    [
      'a negative extent',
      { ...punctate, extentMm: -4 },
      /^`extentMm` must be a length from 2 to 90 mm; found -4\.$/,
    ],
    [
      'an extent without number',
      { ...punctate, extentMm: Number.NaN },
      /^`extentMm` must be a length from 2 to 90 mm; found /,
    ],
    [
      'a lesion outside the breast',
      { ...punctate, site: { xMm: 10, yMm: 109, zMm: 0 } },
      /^`site` must lie in this breast: at xMm 10 within the ellipse/,
    ],
    [
      'a lesion in another room',
      { ...punctate, site: { xMm: 4000, yMm: 0, zMm: 0 } },
      /^`site` must be three lengths in millimetres: xMm from 0 to 120/,
    ],
    [
      'a seed as text',
      { ...punctate, seed: 'twenty-one' },
      /^`seed` must be a whole number from 0 to 4294967295; found "twenty-one"\.$/,
    ],
    [
      'a negative seed',
      { ...punctate, seed: -1 },
      /^`seed` must be a whole number from 0 to 4294967295; found -1\.$/,
    ],
    [
      'a morphology of its own',
      { ...punctate, morphology: 'sparkly' },
      /^`morphology` must be one of skin, .*; found "sparkly"\.$/,
    ],
    [
      'an endless difficulty',
      { ...punctate, difficulty: 7 },
      /^`difficulty` must be a number from 0 .* to 1 .*; found 7\.$/,
    ],
    [
      'a list for a side',
      { ...punctate, side: ['left'] },
      /^`side` must be one of left, right; found \["left"\]\.$/,
    ],
    [
      'an empty mixture',
      { ...punctate, mixture: {} },
      /^`mixture` must be minerals with their shares/,
    ],
    ['nothing', null, /^A recipe must be a set of fields\.$/],
    ['a list', [1, 2], /^A recipe must be a set of fields\.$/],
  ] as const)('%s', (_, recipe, sentence) => {
    const faults = proveRecipe(recipe, views);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(sentence);
  });

  it('a biopsy with a needle that nobody has', () => {
    const faults = proveRecipe(punctate, ['specimen-radiograph'], { gauge: 3 });
    expect(faults).toEqual([expect.stringMatching(/^A biopsy needs a `gauge` of 14, 12/)]);
  });

  it('a biopsy that catches nothing', () => {
    const phantom = { ...grown('punctate', 'grouped'), specks: [] };
    expect(proveField(phantom, 'block-radiograph').join(' ')).toMatch(
      /^`biopsy` must catch a calcification, but none of its 8 cores/,
    );
  });

  it('a biopsy that is said to miss and does not', () => {
    const grouped = { ...punctate, distribution: 'grouped' };
    const missed = (missMm: number) =>
      proveRecipe(grouped, ['specimen-radiograph'], { gauge: 9, cores: 12, missMm });
    expect(missed(0.5).join(' ')).toMatch(/^`biopsy` must miss, but \d+ of its 12 cores hold/);
    expect(missed(40)).toEqual([]);
  });

  it('one that can be followed passes, in every view', () => {
    const all = ['cc', 'mlo', 'specimen-radiograph', ...views] as const;
    expect(proveRecipe({ ...punctate, distribution: 'grouped' }, all)).toEqual([]);
  });
});

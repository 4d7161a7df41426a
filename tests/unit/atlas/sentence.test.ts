import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { type CollectionName, shelves } from '../../../src/atlas/collection.ts';
import { sentence } from '../../../src/atlas/sentence.ts';

/** What an author reads about the first mistake of a record. */
function firstSentence(collection: CollectionName, data: unknown): string {
  const schema: z.ZodType = shelves[collection].schema;
  const issue = schema.safeParse(data).error?.issues[0];
  return issue ? sentence(issue, schema, data) : 'no mistake';
}

const goodCase = {
  title: 'A case',
  summary: 'One sentence.',
  origin: { kind: 'drawn', source: 'Us', licence: 'CC-BY-4.0' },
  views: [
    {
      kind: 'histology',
      title: 'Slide',
      image: 'images/a/histology.tif',
      umPerPixel: 0.5,
      description: 'A duct with calcifications.',
    },
  ],
};
const view = goodCase.views[0];
const simulated = {
  ...goodCase,
  origin: { ...goodCase.origin, kind: 'simulated' },
  recipe: { seed: 1, morphology: 'amorphous' },
  views: [{ kind: 'cc' }],
};
const goodQuestion = {
  kind: 'single-choice',
  title: 'A question',
  prompt: 'Which?',
  options: [
    { text: 'This', correct: true, why: 'It is.' },
    { text: 'That', why: 'It is not.' },
  ],
  explanation: 'So it is.',
};
/** What a question of any kind has. */
const bare = { title: 'A question', prompt: 'Which?', explanation: 'So it is.' };
const choice = (credit: number, next?: string) => ({
  text: 'Do it',
  credit,
  consequence: 'It is done.',
  ...(next && { next }),
});

describe('a mistake in a record is told in a sentence', () => {
  const table: [string, CollectionName, unknown, string[]][] = [
    ['a right case has none', 'cases', goodCase, ['no mistake']],
    [
      'a field that is missing is named in words',
      'cases',
      { ...goodCase, title: undefined },
      ['`title` (title of the case) is missing; expected text.'],
    ],
    [
      'a mistyped view kind gets a suggestion',
      'cases',
      { ...goodCase, views: [{ ...view, kind: 'histologie' }] },
      [
        '`views › 1 › kind` (view kind)',
        '`histologie` is not known here',
        'did you mean `histology`?',
      ],
    ],
    [
      'a mistyped morphology gets a suggestion',
      'cases',
      {
        ...goodCase,
        findings: [{ id: 'a', views: ['histology'], text: 'x', morphology: 'amorphus' }],
      },
      ['`findings › 1 › morphology`', '`amorphus`', 'did you mean `amorphous`?'],
    ],
    [
      'a mistyped field name gets a suggestion',
      'cases',
      { ...goodCase, sumary: 'x' },
      ['The file has no field `sumary` – did you mean `summary`?'],
    ],
    [
      'a scale given as text says what was found',
      'cases',
      { ...goodCase, views: [{ ...view, umPerPixel: 'half' }] },
      ['`views › 1 › umPerPixel` (micrometres per pixel) must be a number; found "half".'],
    ],
    [
      'a scale of zero is refused with its limit',
      'cases',
      { ...goodCase, views: [{ ...view, umPerPixel: 0 }] },
      ['must be more than 0; found 0.'],
    ],
    [
      'an image outside of the images folder is refused',
      'cases',
      { ...goodCase, views: [{ ...view, image: 'images/../../secret.tif' }] },
      ['must be a path below images/', '"images/../../secret.tif"'],
    ],
    [
      'two views of the same name are told apart',
      'cases',
      { ...goodCase, views: [view, view] },
      ['the case has two views named `histology`; give one of them another id.'],
    ],
    [
      'a finding on a view that the case lacks',
      'cases',
      { ...goodCase, findings: [{ id: 'a', views: ['mlo'], text: 'x' }] },
      ['`mlo` is not a view of this case; it has histology.'],
    ],
    ['a simulated case needs no more than a recipe and kinds', 'cases', simulated, ['no mistake']],
    [
      'a simulated case without a recipe',
      'cases',
      { ...simulated, recipe: undefined },
      ['`recipe`', 'is missing; a simulated case needs at least `seed` and `morphology`.'],
    ],
    [
      'a simulated view with an image file',
      'cases',
      { ...simulated, views: [{ ...view, kind: 'cc', umPerPixel: undefined }] },
      ['`views › 1 › image` (image file)', 'the view is made from the recipe.'],
    ],
    [
      'a slide without a biopsy',
      'cases',
      { ...simulated, views: [{ kind: 'histology', section: { depthUm: 900 } }] },
      ['`views › 1 › kind`', 'Histology needs `biopsy` beside `recipe`.'],
    ],
    [
      'a slide that nobody has said where to cut',
      'cases',
      { ...simulated, biopsy: { gauge: 9, cores: 8 }, views: [{ kind: 'polarised' }] },
      ['`views › 1 › section`', 'is missing; a slide needs its `depthUm` below the face'],
    ],
    [
      'a radiograph that is to be cut',
      'cases',
      { ...simulated, views: [{ kind: 'cc', section: { depthUm: 900 } }] },
      ['`views › 1 › section`', 'must be left out: this view is no slide.'],
    ],
    [
      'polars in plain light',
      'cases',
      {
        ...simulated,
        biopsy: { gauge: 9, cores: 8 },
        views: [{ kind: 'histology', section: { depthUm: 900 }, polars: { stageDeg: 45 } }],
      },
      ['`views › 1 › polars`', 'must be left out: only a polarised view has polars.'],
    ],
    [
      'a stain that no laboratory has',
      'cases',
      {
        ...simulated,
        biopsy: { gauge: 9, cores: 8 },
        views: [{ kind: 'histology', section: { depthUm: 900, stain: { eosin: 9 } } }],
      },
      ['`views › 1 › section › stain › eosin`'],
    ],
    [
      'a specimen radiograph without a biopsy',
      'cases',
      { ...simulated, views: [{ kind: 'specimen-radiograph' }] },
      ['Specimen radiograph needs `biopsy` beside `recipe`.'],
    ],
    [
      'a recipe of what is not simulated',
      'cases',
      { ...goodCase, recipe: simulated.recipe },
      ['`recipe`', 'must be left out unless origin › kind is simulated.'],
    ],
    [
      'an imported view without its image',
      'cases',
      { ...goodCase, views: [{ ...view, image: undefined }] },
      ['`views › 1 › image` (image file)', 'a view that is not simulated needs an image file'],
    ],
    ['a right question has none', 'questions', goodQuestion, ['no mistake']],
    [
      'a question of an unknown kind',
      'questions',
      { ...goodQuestion, kind: 'single-choise' },
      ['`single-choise` is not known here – did you mean `single-choice`?'],
    ],
    [
      'a question with two right answers',
      'questions',
      { ...goodQuestion, options: goodQuestion.options.map((o) => ({ ...o, correct: true })) },
      ['exactly one option must be marked `correct: true`'],
    ],
    [
      'a question with a single option',
      'questions',
      { ...goodQuestion, options: goodQuestion.options.slice(0, 1) },
      ['must be at least 2 entries'],
    ],
    [
      'a question with several right options of which all are right',
      'questions',
      {
        ...goodQuestion,
        kind: 'multiple-choice',
        options: ['a', 'b', 'c'].map((text) => ({ text, correct: true, why: 'So.' })),
      },
      ['some options must be marked `correct: true`, and some not'],
    ],
    [
      'a number whose tolerance is below nothing',
      'questions',
      { ...bare, kind: 'numeric', answer: 5, tolerance: -1 },
      ['`tolerance` (how far off still counts as right) must be at least 0; found -1.'],
    ],
    [
      'an order of two entries',
      'questions',
      {
        ...bare,
        kind: 'ordering',
        from: 'least',
        to: 'most',
        entries: ['a', 'b'].map((text) => ({ text, why: 'So.' })),
      },
      ['`entries` (entries in their right order) must be at least 3 entries'],
    ],
    [
      'a side of a pair with a third word',
      'questions',
      {
        ...bare,
        kind: 'look-alike-pair',
        words: ['Round', 'Rim'],
        sides: [1, 3].map((word) => ({ text: 'A speck.', word, why: 'So.' })),
      },
      ['`sides › 2 › word`', '`3` is not known here', 'Expected one of 1, 2.'],
    ],
    [
      'a decision that leads back and a step that nothing leads to',
      'questions',
      {
        ...bare,
        kind: 'decision',
        steps: [
          { id: 'one', situation: 'S.', choices: [choice(1, 'one'), choice(0.5, 'twe')] },
          { id: 'two', situation: 'S.', choices: [choice(0), choice(0.5)] },
        ],
      },
      ['`steps › 1 › choices › 1 › next`', '`one` does not come later'],
    ],
    [
      'a picture that is asked for something else',
      'questions',
      { ...bare, kind: 'picture', case: 'a', view: 'cc', finding: 'b', asks: 'shape' },
      ['`shape` is not known here', 'Expected one of morphology, distribution, mineral.'],
    ],
    [
      'a DOI written as an address',
      'references',
      { id: 'x', type: 'book', title: 'X', note: 'title', DOI: 'https://doi.org/10.1/x' },
      ['`DOI` (DOI) must be a DOI without address'],
    ],
    [
      'a figure outside of its interval',
      'evidence',
      {
        title: 'T',
        reading: 'R',
        columns: [{ id: 'amorphous', label: 'Amorphous' }],
        studies: [
          {
            label: 'S',
            cite: 'x',
            population: 'p',
            figures: { amorphous: { percent: 50, low: 60, high: 70 } },
          },
        ],
      },
      ['`studies › 1 › figures › amorphous`', 'the value must lie within its interval'],
    ],
  ];
  test.each(table)('%s', (_, collection, data, parts) => {
    const told = firstSentence(collection, data);
    for (const part of parts) expect(told).toContain(part);
    expect(told).not.toMatch(/\.\.$|undefined|\[object/);
  });
});

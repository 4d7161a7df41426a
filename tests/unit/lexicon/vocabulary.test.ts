import { describe, expect, it } from 'vitest';
import {
  assessmentIds,
  assessments,
  distributionIds,
  distributions,
  type EditionLabels,
  lesionIds,
  lesions,
  likenessStatements,
  mineralIds,
  minerals,
  morphologies,
  morphologyIds,
  sourceKeys,
  type Statement,
  type Term,
  tissueFeatures,
  viewKindIds,
  viewKinds,
} from '../../../src/lexicon/index.ts';

const kinds: [kind: string, ids: readonly string[], terms: readonly Term[], count: number][] = [
  ['morphology', morphologyIds, morphologies, 14],
  ['distribution', distributionIds, distributions, 5],
  ['assessment', assessmentIds, assessments, 10],
  ['mineral', mineralIds, minerals, 3],
  ['lesion', lesionIds, lesions, 20],
  ['view', viewKindIds, viewKinds, 9],
];

/** Every statement below a value, however deep, with the path to it. */
function statementsIn(value: unknown, path: string): [path: string, statement: Statement][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('confidence' in value) return [[path, value as Statement]];
  return Object.entries(value).flatMap(([key, inner]) => statementsIn(inner, `${path}.${key}`));
}

const statements = [
  ...kinds.flatMap(([kind, , terms]) =>
    terms.flatMap((term) => statementsIn(term, `${kind} ${term.id}`)),
  ),
  ...statementsIn(likenessStatements, 'likeness'),
  ...statementsIn(tissueFeatures, 'feature'),
];

const biradsTerms = [...morphologies, ...distributions, ...assessments];

describe.each(kinds)('the %s terms', (_kind, ids, terms, count) => {
  it('are as many as the lexicon has, each once, in the order of the ids', () => {
    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
    expect(terms.map(({ id }) => id)).toEqual(ids);
  });

  it('have ids that can stand in an address', () => {
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('have a name that no other term of the kind has', () => {
    expect(new Set(terms.map(({ label }) => label)).size).toBe(count);
  });

  it('have a short form of one line without a full stop', () => {
    const bad = terms.filter(({ short }) => short === '' || short.length > 90 || /\.$/.test(short));
    expect(bad.map(({ id }) => id)).toEqual([]);
  });
});

describe('the statements', () => {
  it('are there: every term defines itself in a sentence', () => {
    const undefinedTerms = kinds.flatMap(([kind, , terms]) =>
      terms
        .filter(({ definition }) => !/\S.{8,}\.$/.test(definition.text))
        .map((t) => [kind, t.id]),
    );
    expect(undefinedTerms).toEqual([]);
    expect(statements.length).toBeGreaterThan(150);
  });

  it('have a source unless they await review', () => {
    const bare = statements.filter(
      ([, { confidence, sources }]) => confidence !== 'awaiting-review' && sources.length === 0,
    );
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  it('are called verified only by a source other than the review', () => {
    const reviewOnly = statements.filter(
      ([, { confidence, sources }]) =>
        confidence === 'verified' && sources.every((key) => key === 'logullo2022'),
    );
    expect(reviewOnly.map(([path]) => path)).toEqual([]);
  });

  it('are called from the review only if the review is the one source', () => {
    const others = statements.filter(
      ([, { confidence, sources }]) => confidence === 'review' && sources.join() !== 'logullo2022',
    );
    expect(others.map(([path]) => path)).toEqual([]);
  });

  it('name no source twice', () => {
    const twice = statements.filter(
      ([, { sources }]) => new Set<string>(sources).size < sources.length,
    );
    expect(twice.map(([path]) => path)).toEqual([]);
  });

  it('use every key of the list of sources', () => {
    const used = new Set<string>([
      ...statements.flatMap(([, { sources }]) => sources),
      ...biradsTerms.flatMap(({ labels }) => labels.provenance.sources),
    ]);
    expect(sourceKeys.filter((key) => !used.has(key))).toEqual([]);
    expect(new Set(sourceKeys).size).toBe(sourceKeys.length);
  });
});

describe('the labels of the editions', () => {
  it('exist for both editions, or a note says why one is missing', () => {
    const silent = biradsTerms.filter(
      ({ labels }) => labels.birads5 === '' || labels.birads2025 === '' || !labels.provenance.note,
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
    const missing = biradsTerms.filter(({ labels }) => labels.birads2025 === null);
    expect(missing.map(({ id }) => id)).toEqual(['punctate']);
  });

  it('name a source unless they are unconfirmed', () => {
    const bare = biradsTerms.filter(
      ({ labels: { provenance } }) =>
        provenance.status !== 'unconfirmed' && provenance.sources.length === 0,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('claim no confirmation as long as no source is a paper of the ACR', () => {
    const confirmed = biradsTerms.filter(({ labels }) => labels.provenance.status === 'confirmed');
    expect(confirmed.map(({ id }) => id)).toEqual([]);
  });

  it.each<[id: string, birads5: string, birads2025: string, EditionLabels['provenance']['status']]>(
    [
      ['milk-of-calcium', 'Milk of calcium', 'Layering', 'secondary'],
      ['dystrophic', 'Dystrophic', 'Coarse', 'secondary'],
      ['coarse', 'Coarse or “popcorn-like”', 'Coarse', 'secondary'],
      [
        'fine-linear',
        'Fine linear or fine-linear branching',
        'Fine linear or fine-linear branching',
        'secondary',
      ],
      ['segmental', 'Segmental', 'Segmental', 'unconfirmed'],
    ],
  )('%s is “%s” in the 5th edition and “%s” in v2025 (%s)', (id, birads5, birads2025, status) => {
    const term = biradsTerms.find((each) => each.id === id);
    expect(term?.labels).toMatchObject({ birads5, birads2025, provenance: { status } });
  });
});

describe('the view kinds', () => {
  it('are numbered in the order of the work-up', () => {
    expect(viewKinds.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('show X-rays in grey and sections in colour', () => {
    const colour = viewKinds.filter(({ tone }) => tone === 'colour').map(({ id }) => id);
    expect(colour).toEqual(['histology', 'polarised']);
    const section = viewKinds.filter(({ plane }) => plane === 'section').map(({ id }) => id);
    expect(section).toEqual(colour);
  });
});

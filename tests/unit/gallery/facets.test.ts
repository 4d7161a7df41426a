import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type FacetName,
  facetNames,
  narrow,
  openFacets,
  packFacets,
  type Values,
  valuesOf,
} from '../../../src/gallery/facets.ts';

const values = (some: Partial<Values> = {}): Values => ({
  morphology: [],
  distribution: [],
  mineral: [],
  lesion: [],
  assessment: [],
  view: [],
  source: [],
  ...some,
});

const cases = [
  values({ morphology: ['amorphous'], mineral: ['calcium-oxalate'], view: ['cc', 'histology'] }),
  values({ morphology: ['amorphous'], mineral: ['hydroxyapatite'], view: ['cc'] }),
  values({ morphology: ['fine-linear', 'amorphous'], mineral: ['hydroxyapatite'], view: ['mlo'] }),
];
const facets = openFacets(packFacets(cases));

test('two values of one facet show more, a value of another facet fewer', () => {
  const places = (chosen: Partial<Values>) => narrow(facets, values(chosen)).places;
  expect(places({})).toEqual([0, 1, 2]);
  expect(places({ mineral: ['calcium-oxalate'] })).toEqual([0]);
  expect(places({ mineral: ['calcium-oxalate', 'hydroxyapatite'] })).toEqual([0, 1, 2]);
  expect(places({ mineral: ['hydroxyapatite'], view: ['cc'] })).toEqual([1]);
  expect(places({ morphology: ['fine-linear'], view: ['histology'] })).toEqual([]);
});

test('a facet counts what the other facets leave, not what it leaves itself', () => {
  const { counts } = narrow(facets, values({ mineral: ['calcium-oxalate'] }));
  expect(Object.fromEntries(counts.get('mineral') ?? [])).toEqual({
    'calcium-oxalate': 1,
    hydroxyapatite: 2,
  });
  expect(Object.fromEntries(counts.get('morphology') ?? [])).toEqual({
    amorphous: 1,
    'fine-linear': 0,
  });
});

test('a case counts for every word that its findings use, once', () => {
  const finding = { views: ['cc'], text: '' };
  const found = valuesOf({
    findings: [
      { ...finding, id: 'a', morphology: 'amorphous' },
      { ...finding, id: 'b', morphology: 'amorphous', lesion: 'apocrine-cyst' },
      { ...finding, id: 'c', morphology: 'punctate' },
    ],
    views: [{ kind: 'cc' }, { kind: 'cc' }],
    origin: { kind: 'imported', source: 's', licence: 'l' },
  });
  expect(found).toEqual(
    values({
      morphology: ['amorphous', 'punctate'],
      lesion: ['apocrine-cyst'],
      view: ['cc'],
      source: ['imported'],
    }),
  );
});

const few = fc.subarray(['a', 'b', 'c', 'd']);
const anyValues = fc.record(
  Object.fromEntries(facetNames.map((name) => [name, few])) as Record<FacetName, typeof few>,
);

test('bits narrow and count as going through the cases one by one does', () => {
  fc.assert(
    fc.property(fc.array(anyValues, { maxLength: 40 }), anyValues, (all, chosen) => {
      const opened = openFacets(packFacets(all));
      const known = (name: FacetName) =>
        chosen[name].filter((value) => all.some((each) => each[name].includes(value)));
      const fits = (each: Values, but?: FacetName) =>
        facetNames.every(
          (name) =>
            name === but ||
            known(name).length === 0 ||
            known(name).some((value) => each[name].includes(value)),
        );
      const { places, counts } = narrow(opened, chosen);
      expect(places).toEqual(all.flatMap((each, at) => (fits(each) ? [at] : [])));
      for (const name of facetNames)
        for (const [value, count] of counts.get(name) ?? [])
          expect(count).toBe(
            all.filter((each) => fits(each, name) && each[name].includes(value)).length,
          );
    }),
    { numRuns: 60 },
  );
});

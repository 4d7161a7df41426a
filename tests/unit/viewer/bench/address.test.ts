import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOfState, readState } from '../../../../src/viewer/bench/address.ts';
import { type BenchState, layouts, sensible } from '../../../../src/viewer/bench/state.ts';
import { isAsTaken } from '../../../../src/viewer/orientation.ts';
import { orientations } from '../orientations.ts';
import { views } from './views.ts';

const ids = views.map(({ id }) => id);
const state = fc
  .record({
    layout: fc.constantFrom(...layouts),
    panes: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 4 }),
    linked: fc.boolean(),
    tones: fc.dictionary(
      fc.constantFrom(...ids),
      fc.record({ black: fc.nat(40), white: fc.integer({ min: 41, max: 100 }) }),
    ),
    turns: fc.dictionary(
      fc.constantFrom(...ids),
      orientations.filter((orientation) => !isAsTaken(orientation)),
    ),
    looks: fc.constant({}),
    depthUm: fc.constant(null),
    stageDeg: fc.nat(359),
    findings: fc.boolean(),
    speck: fc.option(fc.nat(5000)),
  })
  .map((wish): BenchState => {
    const followed = { ...wish, speck: wish.findings ? wish.speck : null };
    return sensible(followed, views);
  });

describe('a link to a bench', () => {
  test('opens exactly what was shown', () => {
    fc.assert(
      fc.property(state, (shown) => {
        const address = new URL(addressOfState(shown, 'https://atlas.test/cases/a/?edition=5#top'));
        expect(readState(address.search, views)).toEqual(shown);
        expect(address.searchParams.get('edition')).toBe('5');
      }),
    );
  });

  test('can be read by people', () => {
    const shown = readState(
      '?panes=cc,mlo&layout=hanging&look=mlo:52.1,70,30&grey=cc:20,80',
      views,
    );
    expect(addressOfState(shown, 'https://atlas.test/')).toBe(
      'https://atlas.test/?panes=cc,mlo&layout=hanging&grey=cc:20,80&look=mlo:52.1,70,30',
    );
  });

  test('says which pictures do not lie as they were taken', () => {
    const turns = (query: string) => readState(`?panes=cc,mlo&${query}`, views).turns;
    expect(turns('turn=cc:mirrored')).toEqual({ cc: { turnDeg: 0, mirrored: true } });
    expect(turns('turn=cc:90&turn=mlo:180,mirrored')).toEqual({
      cc: { turnDeg: 90, mirrored: false },
      mlo: { turnDeg: 180, mirrored: true },
    });
    for (const nonsense of ['cc', 'cc:0', 'cc:45', 'cc:sideways', 'histology:90', ':90', '90,90'])
      expect(turns(`turn=${nonsense}`)).toEqual({});
  });

  test('to a place in one view opens that view, as figures link', () => {
    expect(readState('?look=mlo:10,20,5', views).panes).toEqual(['mlo']);
  });

  test('counts calcifications from 1, and follows none where findings are not shown', () => {
    expect(readState('?findings=on&speck=12', views).speck).toBe(11);
    expect(readState('?speck=12', views).speck).toBeNull();
    const shown = { ...readState('', views), findings: true, speck: 0 };
    expect(addressOfState(shown, 'https://atlas.test/')).toContain('findings=on&speck=1');
  });

  test('with nonsense in every parameter opens the nearest sensible view', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('cc', 'cc,cc,cc', 'on', '-1', '1e9', 'cc:,'),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 7, maxLength: 7 }), (values) => {
        const names = ['panes', 'layout', 'look', 'grey', 'link', 'findings', 'speck'];
        const query = new URLSearchParams(names.map((name, at) => [name, values[at] ?? '']));
        const { panes, speck } = readState(`?${query}`, views);
        expect(speck === null || (Number.isInteger(speck) && speck >= 0)).toBe(true);
        expect(panes.length).toBeGreaterThan(0);
        for (const id of panes) expect(ids).toContain(id);
      }),
    );
    expect(readState('?panes=%00,zz&layout=upside-down&grey=cc:9,9', views)).toEqual(
      readState('', views),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { arranged, presetsOf } from '../../../../src/viewer/bench/preset.ts';
import {
  type BenchView,
  firstState,
  sensible,
  withPanes,
  withTurn,
  withView,
} from '../../../../src/viewer/bench/state.ts';
import { asTaken } from '../../../../src/viewer/orientation.ts';
import { views } from './views.ts';

const first = firstState(views);

describe('what a bench shows', () => {
  test('is the first view of the work-up until somebody asks for more', () => {
    expect(first.panes).toEqual(['cc']);
    expect(withPanes(first, 2, views).panes).toEqual(['cc', 'mlo']);
    expect(withPanes(first, 9, views).panes).toHaveLength(4);
    expect(withPanes(withPanes(first, 4, views), 1, views).panes).toEqual(['cc']);
  });

  test('never holds a view twice', () => {
    const two = withPanes(first, 2, views);
    expect(withView(two, 1, 'cc', views)).toEqual(two);
    expect(withView(two, 1, 'histology', views).panes).toEqual(['cc', 'histology']);
  });

  test.each([
    ['stain and polars', ['histology', 'polarised'], 'curtain'],
    ['views from two sides', ['cc', 'mlo'], 'beside'],
    ['magnifications from two sides', ['magnification-cc', 'magnification-ml'], 'beside'],
    ['contact and magnification', ['cc', 'magnification-cc'], 'beside'],
    ['one view', ['cc'], 'beside'],
    ['three views', ['cc', 'magnification-cc', 'mlo'], 'beside'],
  ])(
    'draws a curtain only before what shows the same from the same side: %s',
    (_, panes, layout) => {
      expect(sensible({ ...first, layout: 'curtain', panes }, views).layout).toBe(layout);
    },
  );

  test('hangs right breasts on the left, so that chest walls lie back to back', () => {
    const left = { ...views[0], id: 'cc-left', side: 'left' } as (typeof views)[0];
    const hung = sensible({ ...first, layout: 'hanging', panes: ['cc-left', 'cc'] }, [
      ...views,
      left,
    ]);
    expect(hung.panes).toEqual(['cc', 'cc-left']);
  });

  test('mirrors one pane alone, and behind a curtain both', () => {
    const mirrored = { turnDeg: 0, mirrored: true } as const;
    const films = withTurn({ ...first, panes: ['cc', 'mlo'] }, 'mlo', mirrored, views);
    expect(films.turns).toEqual({ mlo: mirrored });
    expect(withTurn(films, 'mlo', asTaken, views).turns).toEqual({});
    const slides = { ...first, layout: 'curtain', panes: ['histology', 'polarised'] } as const;
    const both = withTurn(slides, 'polarised', mirrored, views);
    expect(both.turns).toEqual({ histology: mirrored, polarised: mirrored });
    expect(withTurn(both, 'histology', asTaken, views).turns).toEqual({});
  });

  test('forgets places and shades of what is no longer open', () => {
    const tone = { black: 20, white: 80 };
    const state = { ...first, tones: { cc: tone, mlo: tone } };
    expect(sensible(state, views)).toEqual({ ...first, tones: { cc: tone } });
  });
});

describe('arrangements by name', () => {
  test('are those that the views of the case allow', () => {
    expect(presetsOf(views).map(({ name }) => name)).toEqual([
      'Hang CC and MLO',
      'Contact and magnification',
      'Breast and tissue',
      'H&E behind crossed polars',
    ]);
    expect(presetsOf(views.slice(0, 1))).toEqual([]);
  });

  test('are what they are when they are asked for', () => {
    for (const preset of presetsOf(views)) {
      const { layout, panes } = arranged(first, preset, views);
      expect({ layout, panes }).toEqual({ layout: preset.layout, panes: preset.panes });
    }
  });
});

describe('the section that slides show', () => {
  const block = views.map((view) =>
    view.plane === 'section' ? { ...view, section: { depthUm: 1900, deepestUm: 4321 } } : view,
  );
  const depthOf = (depthUm: number | null, of: readonly BenchView[] = block) =>
    sensible({ ...firstState(of), depthUm }, of).depthUm;

  test.each([
    ['another level', 1950, 1950],
    ['between two levels: the nearer', 1978, 2000],
    ['the section of the case itself', 1900, null],
    ['above the face', -50, 0],
    ['below the end of the block', 9000, 4300],
  ])('%s', (_name, wish, depth) => {
    expect(depthOf(wish)).toBe(depth);
  });

  test('is no matter where no slide can be cut', () => {
    expect(depthOf(1950, views)).toBeNull();
  });
});

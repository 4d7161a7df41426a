import { expect, test } from 'vitest';
import type { StoryStop } from '../../../../src/atlas/story.ts';
import { readState } from '../../../../src/viewer/bench/address.ts';
import { queryOf } from '../../../../src/viewer/story/query.ts';
import { stopIn } from '../../../../src/viewer/story/stop.ts';
import { views } from '../bench/views.ts';

const stop: StoryStop = {
  text: 'Look here.',
  views: ['cc', 'magnification-cc'],
  places: [{ view: 'cc', xMm: 52.1, yMm: 70, widthMm: 30 }],
  findings: true,
  speck: 13,
};

test('a stop is an address of the bench, with its number', () => {
  const query = queryOf(stop, 3);
  expect(query).toBe('?stop=3&panes=cc,magnification-cc&look=cc:52.1,70,30&findings=on&speck=13');
  const state = readState(query, views);
  expect(state).toMatchObject({ panes: stop.views, findings: true, speck: 12, linked: true });
  expect(state.looks.cc).toMatchObject({ centreX: 52.1, centreY: 70, width: 30 });
});

test.each([
  ['?panes=cc', undefined],
  ['?stop=1', 0],
  ['?stop=8', 7],
  ['?stop=99', 7],
  ['?stop=-3', 0],
  ['?stop=', 0],
  ['?stop=nonsense', 0],
])('the address %s asks for the stop at %s of eight', (query, at) => {
  expect(stopIn(query, 8)).toBe(at);
});

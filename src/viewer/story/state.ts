/** A stop of a story as the state of a bench. Pure. */
import type { StoryStop } from '../../atlas/story.ts';
import type { BenchState } from '../bench/state.ts';

export function stateOf(stop: StoryStop): BenchState {
  const { views, layout, places, findings, speck, depthUm, stageDeg } = stop;
  const looks = places.map(({ view, xMm, yMm, widthMm }) => [
    view,
    { view, centreX: xMm, centreY: yMm, width: widthMm, unit: 'mm' } as const,
  ]);
  return {
    layout: layout ?? 'beside',
    panes: views,
    linked: true,
    looks: Object.fromEntries(looks),
    tones: {},
    turns: {},
    depthUm: depthUm ?? null,
    stageDeg: stageDeg ?? 0,
    findings,
    speck: speck === undefined ? null : speck - 1,
  };
}

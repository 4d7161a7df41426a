/** A stop of a story as the address of a bench has it. Pure. */
import type { StoryStop } from '../../atlas/story.ts';
import { addressOfState } from '../bench/address.ts';
import { stopName } from './stop.ts';

/** The query of a stop, such as `?stop=3&panes=cc&look=cc:52,70,30`. */
export function queryOf(stop: StoryStop, number: number): string {
  const { views, layout, places, findings, speck, depthUm, stageDeg } = stop;
  const looks = places.map(({ view, xMm, yMm, widthMm }) => [
    view,
    { view, centreX: xMm, centreY: yMm, width: widthMm, unit: 'mm' } as const,
  ]);
  const state = {
    layout: layout ?? 'beside',
    panes: views,
    linked: true,
    looks: Object.fromEntries(looks),
    tones: {},
    depthUm: depthUm ?? null,
    stageDeg: stageDeg ?? 0,
    findings,
    speck: speck === undefined ? null : speck - 1,
  };
  return new URL(addressOfState(state, `http://atlas/?${stopName}=${number}`)).search;
}

/** A stop of a story as the address of a bench has it. Pure. */
import type { StoryStop } from '../../atlas/story.ts';
import { addressOfState } from '../bench/address.ts';

/** The parameter that names the stop, counted from 1. */
export const stopName = 'stop';

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

/** The stop that a query asks for, from 0; undefined where it asks for none. */
export function stopIn(query: string, count: number): number | undefined {
  const text = new URLSearchParams(query).get(stopName);
  if (text === null || count === 0) return undefined;
  const number = Number.parseInt(text, 10);
  return Number.isNaN(number) ? 0 : Math.min(Math.max(number, 1), count) - 1;
}

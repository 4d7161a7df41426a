/** A stop of a story as the address of a bench has it. Pure. */
import type { StoryStop } from '../../atlas/story.ts';
import { addressOfState } from '../bench/address.ts';
import { stateOf } from './state.ts';
import { stopName } from './stop.ts';

/** The query of a stop, such as `?stop=3&panes=cc&look=cc:52,70,30`. */
export function queryOf(stop: StoryStop, number: number): string {
  return new URL(addressOfState(stateOf(stop), `http://atlas/?${stopName}=${number}`)).search;
}

/** The keys of the image region. Pure: a key in, an action out. */
import type { PictureAction } from './action.ts';

/** The part of a keyboard event that decides. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

const actions: Readonly<Record<string, PictureAction>> = {
  ArrowLeft: 'pan-left',
  ArrowRight: 'pan-right',
  ArrowUp: 'pan-up',
  ArrowDown: 'pan-down',
  '+': 'zoom-in',
  // The plus key without Shift, where the plus sign is the upper character.
  '=': 'zoom-in',
  '-': 'zoom-out',
  '−': 'zoom-out',
  '0': 'whole',
  Home: 'whole',
};

/**
 * The move that a key asks for, or undefined: then the key belongs to the browser. With Ctrl, Alt or
 * Meta it always does, so that the zoom of the page and the way back in its history keep working.
 */
export function actionForKey(press: KeyPress): PictureAction | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey) return undefined;
  return Object.hasOwn(actions, press.key) ? actions[press.key] : undefined;
}

/** The keys of the stage and of the presenter. Pure: a key in, a deed out. */
import type { Command } from './session.ts';

/** What a key can ask for beside the commands of a session. */
export type Deed =
  | Command
  | { readonly do: 'home' | 'zoom' | 'full-screen' | 'presenter' | 'notes' | 'help' | 'close' }
  | { readonly do: 'zoom-in' | 'zoom-out' | 'whole' }
  | { readonly do: 'digit'; readonly digit: number; readonly by: 1 | -1 };

/** The part of a keyboard event that decides. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'
>;

/** Keys of clickers and of every keyboard; these cannot be switched off. */
const steady: Readonly<Record<string, Deed>> = {
  PageDown: { do: 'next' },
  ArrowRight: { do: 'next' },
  ArrowDown: { do: 'next' },
  PageUp: { do: 'previous' },
  ArrowLeft: { do: 'previous' },
  ArrowUp: { do: 'previous' },
  Home: { do: 'home' },
  Escape: { do: 'close' },
};

/** Single characters: each can be switched off, for people whose software speaks or slips keys. */
export const letterKeys: readonly {
  readonly keys: readonly string[];
  readonly deed: Deed;
  readonly meaning: string;
}[] = [
  { keys: ['b', '.'], deed: { do: 'black' }, meaning: 'Black stage, and back' },
  { keys: ['r'], deed: { do: 'reveal' }, meaning: 'Reveal the answer, or hide it' },
  { keys: ['m'], deed: { do: 'marks' }, meaning: 'Mark the calcifications, or not' },
  { keys: ['c'], deed: { do: 'curtain' }, meaning: 'Draw the curtain: one view, the other, half' },
  {
    keys: ['z'],
    deed: { do: 'zoom' },
    meaning: 'Next zoom: whole, the place, twice as close, pixel by pixel',
  },
  { keys: ['h'], deed: { do: 'home' }, meaning: 'Back to the stop, after looking around' },
  { keys: ['l'], deed: { do: 'ring' }, meaning: 'A ring that follows the pointer' },
  { keys: ['s'], deed: { do: 'spotlight' }, meaning: 'Spotlight around the pointer' },
  { keys: ['e'], deed: { do: 'freeze' }, meaning: 'Freeze the stage while the presenter goes on' },
  { keys: ['f'], deed: { do: 'full-screen' }, meaning: 'Full screen' },
  { keys: ['p'], deed: { do: 'presenter' }, meaning: 'Presenter window' },
  { keys: ['n'], deed: { do: 'notes' }, meaning: 'Notes on this screen' },
  { keys: ['+', '='], deed: { do: 'zoom-in' }, meaning: 'Closer' },
  { keys: ['-', '−'], deed: { do: 'zoom-out' }, meaning: 'Farther' },
  { keys: ['0'], deed: { do: 'whole' }, meaning: 'Whole image' },
  { keys: ['?'], deed: { do: 'help' }, meaning: 'This list' },
];

/** The row of the digits in the list of keys: they count hands, or choose a zoom where nothing is asked. */
export const digitsKey = '1–9';

/** All rows that can be switched off, by the name under which it is remembered. */
export const switchable: readonly string[] = [
  ...letterKeys.map(({ keys }) => keys[0] ?? ''),
  digitsKey,
];

/**
 * What a key press asks for; undefined where the key belongs to the browser, or its row is in `off`.
 * With Ctrl, Alt or Meta it always does.
 */
export function deedOf(press: Press, off: ReadonlySet<string>): Deed | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey) return undefined;
  if (press.key === ' ') return { do: press.shiftKey ? 'previous' : 'next' };
  const fixed = Object.hasOwn(steady, press.key) ? steady[press.key] : undefined;
  if (fixed) return fixed;
  // With Shift a digit is another character, so that its place on the keyboard tells.
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1];
  if (digit && (/^[1-9]$/.test(press.key) || press.shiftKey))
    return off.has(digitsKey)
      ? undefined
      : { do: 'digit', digit: Number(digit), by: press.shiftKey ? -1 : 1 };
  const row = letterKeys.find(({ keys }) => keys.includes(press.key.toLowerCase()));
  return row && !off.has(row.keys[0] ?? '') ? row.deed : undefined;
}

/** Zooms in the order in which Z goes through them; digits 1 to 4 choose one. */
export const zooms = ['whole', 'place', 'twice', 'pixels'] as const;
export type Zoom = (typeof zooms)[number];

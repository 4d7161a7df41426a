/** The shades of a picture as a window shows them: what a filter of the browser is given. Pure. */
import type { Tone } from './state.ts';

export const ownTone: Tone = { black: 0, white: 100 };

/** Windows by name. A tile holds 256 shades of the window it was made with; these narrow that. */
export const tonePresets: readonly (readonly [name: string, tone: Tone])[] = [
  ['As taken', ownTone],
  ['Bright details', { black: 45, white: 100 }],
  ['Dense tissue', { black: 30, white: 85 }],
  ['Skin and fat', { black: 0, white: 55 }],
];

/** The line that turns a shade (0 to 1) into the one to show: `slope × shade + intercept`. */
export function lineOf({ black, white }: Tone): { slope: number; intercept: number } {
  const slope = 100 / (white - black);
  return { slope, intercept: 0 - (slope * black) / 100 };
}

export const isInverted = ({ black, white }: Tone) => black > white;
export const inverted = ({ black, white }: Tone): Tone => ({ black: white, white: black });
export const isOwn = ({ black, white }: Tone) => black === 0 && white === 100;

/** Middle and width of the window, in shades from 0 to 100. */
export const levelOf = ({ black, white }: Tone) => (black + white) / 2;
export const widthOf = ({ black, white }: Tone) => Math.abs(white - black);

/** A window of at least two shades around a level, within what the picture holds; inverted as before. */
export function toneAt(level: number, width: number, before: Tone): Tone {
  const wide = Math.min(Math.max(Math.round(width), 2), 100);
  const low = Math.min(Math.max(Math.round(level - wide / 2), 0), 100 - wide);
  const tone = { black: low, white: low + wide };
  return isInverted(before) ? inverted(tone) : tone;
}

/** The window after a drag: to the right it widens, downwards it sinks, 3 screen pixels a shade. */
export function draggedTone(start: Tone, rightPx: number, downPx: number): Tone {
  return toneAt(levelOf(start) - downPx / 3, widthOf(start) + rightPx / 3, start);
}

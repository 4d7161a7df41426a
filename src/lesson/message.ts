/** What the stage and its presenter tell each other. Pure. */
import type { Deed } from './keys.ts';
import type { Session } from './session.ts';

/** Where a view stands: its middle and width in millimetres of the image. */
export interface Spot {
  readonly view: string;
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
}

/** A point of a view that is pointed at; null where the pointer has left. */
export type Pointed = { readonly view: string; readonly xMm: number; readonly yMm: number } | null;

export type Message =
  /** The presenter is there, and asks where the stage stands; it says so again every second. */
  | { readonly say: 'hello' }
  | { readonly say: 'deed'; readonly deed: Deed }
  | { readonly say: 'spot'; readonly spot: Spot }
  | { readonly say: 'pointed'; readonly at: Pointed }
  /** The stage tells its state after every change, and in answer to a hello. */
  | { readonly say: 'state'; readonly session: Session; readonly loaded: string };

const mark = 'microcalcification-atlas-lesson';

/** Marked with the lesson, so that windows of two lessons do not talk to each other. */
export const sent = (lesson: string, message: Message) => ({ [mark]: lesson, ...message });

/** The message in what another window sent; undefined where it is not one of this lesson. */
export function received(data: unknown, lesson: string): Message | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { [mark]: from, say } = data as Record<string, unknown>;
  const known = ['hello', 'deed', 'spot', 'pointed', 'state'];
  return from === lesson && known.includes(String(say)) ? (data as unknown as Message) : undefined;
}

/**
 * The origin to send to: a page from a file has none that could be named (browsers call it `null` or
 * `file://`, and find neither again), and there only a window that the other one has opened is listened to.
 */
export const targetOrigin = (origin: string): string =>
  origin === 'null' || origin.startsWith('file:') ? '*' : origin;

/** Whether two places are the same to the eye, so that an echo is not sent back. */
export function sameOnScreen(a: Spot | undefined, b: Spot | undefined): boolean {
  if (!a || !b || a.view !== b.view) return false;
  const near = (x: number, y: number) => Math.abs(x - y) <= a.widthMm / 1000;
  return near(a.xMm, b.xMm) && near(a.yMm, b.yMm) && near(a.widthMm, b.widthMm);
}

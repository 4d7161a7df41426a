/** The link between the window of the stage and that of its presenter, over `postMessage` alone. */
import { type Message, received, sent, targetOrigin } from './message.ts';

export interface WindowLink {
  send(message: Message): void;
  /** Whether the other window has been heard of in the last seconds. */
  isThere(): boolean;
}

/** The presenter says hello so often, so that a stage that is loaded anew finds it again. */
export const helloMs = 1000;
const silenceMs = 3 * helloMs;

/**
 * Listens to the other window of a lesson; `other` is it, where it is known from the start. A stage
 * takes for its presenter whoever speaks last of those it may listen to.
 */
export function linkWindows(
  lesson: string,
  other: Window | null | undefined,
  hear: (message: Message) => void,
  signal: AbortSignal,
): WindowLink {
  let partner = other ?? undefined;
  let heardAt = Number.NEGATIVE_INFINITY;
  addEventListener(
    'message',
    ({ data, source, origin }) => {
      if (origin !== location.origin && !(origin === 'null' && location.protocol === 'file:'))
        return;
      const message = received(data, lesson);
      if (!message || !source || source === window) return;
      if (other && source !== other) return;
      partner = source as Window;
      heardAt = performance.now();
      hear(message);
    },
    { signal },
  );
  return {
    send(message) {
      if (!partner || partner.closed) return;
      partner.postMessage(sent(lesson, message), targetOrigin(location.origin));
    },
    isThere: () => partner?.closed === false && performance.now() - heardAt < silenceMs,
  };
}

/** What is being brought: one offer at a time, the others wait for their turn. */

/** Work on one offer; it ends when `signal` aborts. */
export type Bring = (id: string, signal: AbortSignal) => Promise<void>;

export interface Queue {
  /** The offer that is being brought. */
  readonly current: string | undefined;
  has(id: string): boolean;
  add(id: string): void;
  /** Stops an offer or takes it out of the queue. */
  stop(id: string): void;
}

/** Opens an empty queue. `changed` hears of every change; `failed` of what ended for another reason than a stop. */
export function openQueue(
  bring: Bring,
  changed: () => void,
  failed: (id: string, error: unknown) => void,
): Queue {
  const waiting: string[] = [];
  let current: { readonly id: string; readonly end: AbortController } | undefined;

  const next = async () => {
    const id = current ? undefined : waiting.shift();
    changed();
    if (id === undefined) return;
    const end = new AbortController();
    current = { id, end };
    changed();
    try {
      await bring(id, end.signal);
    } catch (error) {
      if (!end.signal.aborted) failed(id, error);
    }
    current = undefined;
    void next();
  };

  return {
    get current() {
      return current?.id;
    },
    has: (id) => current?.id === id || waiting.includes(id),
    add(id) {
      if (!this.has(id)) waiting.push(id);
      void next();
    },
    stop(id) {
      if (current?.id === id) current.end.abort();
      const at = waiting.indexOf(id);
      if (at >= 0) waiting.splice(at, 1);
      changed();
    },
  };
}
